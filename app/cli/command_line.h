// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace jackfield {

/// The exit codes of contract.md.
enum ExitCode : int {
    Done = 0,
    NotSo = 1, ///< the thing asked about is not so: invalid, not there
    Usage = 2, ///< or unreadable input
    Refused = 3, ///< by the data folder or the port
};
/// The exit code that an error of the service, the store or a file ends with.
int exitCodeFor(const Error &error);

struct Option
{
    QString name; ///< long name without dashes
    QString value = {}; ///< what its value is called in the help; empty for a switch
    QString help = {};
    QChar letter = {}; ///< short name; null when it has none
};

/// What follows the name of a command, checked against its table of options.
class CommandLine
{
public:
    bool isSet(const QString &option) const { return m_values.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const
    {
        return m_values.value(option, fallback);
    }
    const QStringList &arguments() const { return m_arguments; }

    QString dataFolder() const;
    QString listenAddress() const { return value(QStringLiteral("listen"), QStringLiteral("127.0.0.1:7717")); }

    /// Options may stand before and after arguments, as "--name VALUE", "--name=VALUE", "-o VALUE" or "-oVALUE"; "--"
    /// ends them. The error names what is wrong with the first one that is.
    static Result<CommandLine> parse(const QStringList &words, const QList<Option> &options);

private:
    QHash<QString, QString> m_values;
    QStringList m_arguments;
};

} // namespace jackfield
