// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command_line.h"

#include "storage/store/data_folder.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

Error usage(const QString &message)
{
    return {"usage", message};
}

const Option *findOption(const QList<Option> &options, const QString &word)
{
    const auto it = std::ranges::find_if(options, [&](const Option &option) {
        return word.startsWith(u"--") ? word.mid(2) == option.name
                                      : !option.letter.isNull() && word[1] == option.letter;
    });
    return it == options.cend() ? nullptr : &*it;
}

} // namespace

int exitCodeFor(const Error &error)
{
    static constexpr std::array<QByteArrayView, 4> kNotSo
        = {"not_found", "conflict", "validation_failed", "revision_moved"};
    static constexpr std::array<QByteArrayView, 7> kRefusing
        = {"folder_", "storage_", "store_", "control_", "newer_schema", "port_in_use", "integrity"};
    const auto startsLike = [&](QByteArrayView start) { return error.code.startsWith(start); };
    if (std::ranges::any_of(kNotSo, startsLike))
        return NotSo;
    return std::ranges::any_of(kRefusing, startsLike) ? Refused : Usage;
}

QString CommandLine::dataFolder() const
{
    return isSet(u"data"_s) ? value(u"data"_s) : DataFolder::defaultPath();
}

Result<CommandLine> CommandLine::parse(const QStringList &words, const QList<Option> &options)
{
    CommandLine line;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (optionsEnded || word.size() < 2 || !word.startsWith(u'-')) {
            line.m_arguments << word;
            continue;
        }
        if (word == u"--") {
            optionsEnded = true;
            continue;
        }
        const bool isLong = word.startsWith(u"--");
        const qsizetype equals = isLong ? word.indexOf(u'=') : -1;
        const QString name = isLong ? word.left(equals < 0 ? word.size() : equals) : word.left(2);
        const Option *option = findOption(options, name);
        if (!option)
            return usage(u"There is no option \"%1\" here."_s.arg(name));
        const bool isAttached = isLong ? equals >= 0 : word.size() > 2;
        if (option->value.isEmpty() && isAttached)
            return usage(u"The option \"%1\" takes no value."_s.arg(name));
        if (line.isSet(option->name))
            return usage(u"The option \"%1\" is given twice."_s.arg(name));
        QString value;
        if (isAttached)
            value = isLong ? word.mid(equals + 1) : word.mid(2);
        else if (!option->value.isEmpty() && ++i < words.size())
            value = words[i];
        if (!option->value.isEmpty() && value.isEmpty())
            return usage(u"The option \"%1\" needs a value: %1 %2."_s.arg(name, option->value));
        line.m_values.insert(option->name, value);
    }
    return line;
}

} // namespace jackfield
