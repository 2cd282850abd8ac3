// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace jackfield::gates {

/// Something in the sources that breaks a rule of the house.
struct Finding
{
    QString file; ///< from the root of the tree
    int line = 0; ///< 1-based; 0 when it is the whole file
    QString text; ///< what is wrong, and what would mend it

    friend bool operator==(const Finding &, const Finding &) = default;
};
using Findings = QList<Finding>;

/// One line each, as compilers write them: "canvas/view/minimap.cpp:7: ...".
QString printed(const Findings &findings);

/// The sources below a root folder: the repository, or a copy of it with something planted in it. Paths are from there.
class SourceTree
{
public:
    explicit SourceTree(QString root) : m_root(std::move(root)) { }

    /// The files below `folders` whose names fit one of `patterns`, in order of their paths. A folder that is not there
    /// has none. Hidden files and folders are left out.
    QStringList files(const QStringList &folders, const QStringList &patterns) const;
    /// The C++ sources of the programs, not those of the tests.
    QStringList sources() const;
    /// What a person writes and reads in an editor: C++ and Python, tests included.
    QStringList sourcesAndTests() const;
    bool has(const QString &path) const;
    /// As UTF-8; empty when there is no such file.
    QString text(const QString &file) const;
    QStringList lines(const QString &file) const { return text(file).split(u'\n'); }

private:
    QString m_root;
};

/// "model/json" of "model/json/json.h"; "." of a file in the root.
QString folderOf(const QString &path);

} // namespace jackfield::gates
