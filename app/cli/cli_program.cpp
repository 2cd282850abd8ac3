// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/cli_program.h"

#include "app/cli/command.h"
#include "app/cli/text_output.h"
#include "storage/service/service_thread.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QList<Command> commandTable()
{
    return {serveCommand(),           keyCreateCommand(), keyListCommand(), keyRevokeCommand(), workspaceListCommand(),
            workspaceCreateCommand(), listCommand(),      showCommand(),    deleteCommand(),    validateCommand(),
            importCommand(),          exportCommand(),    doctorCommand()};
}

QList<Option> commonOptions()
{
    return {
        {u"data"_s, u"DIR"_s, u"folder that holds the flows ($XDG_DATA_HOME/jackfield)"_s},
        {u"listen"_s, u"ADDR:PORT"_s, u"where the API answers (127.0.0.1:7717); port 0 = any free one"_s},
        {u"version"_s, {}, u"print the version"_s},
        {u"help"_s, {}, u"print this"_s, u'h'},
    };
}

QString optionLines(const QList<Option> &options)
{
    QString text;
    for (const Option &option : options) {
        const QString letter = option.letter.isNull() ? QString() : u"-%1, "_s.arg(option.letter);
        const QString spelt
            = letter + u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
        text += u"  "_s + spelt.leftJustified(28) + u' ' + option.help + u'\n';
    }
    return text;
}

QString usageLine(const Command &command)
{
    QString text = u"jackfieldctl "_s + command.name;
    if (!command.options.isEmpty())
        text += u" [options]"_s;
    return command.arguments.isEmpty() ? text : text + u' ' + command.arguments;
}

QString commandHelp(const Command &command)
{
    QString text = u"Usage: %1\n%2\n"_s.arg(usageLine(command), command.summary);
    if (!command.details.isEmpty())
        text += u'\n' + command.details + u'\n';
    return text + u"\nOptions:\n"_s + optionLines(command.options + commonOptions());
}

QString generalHelp(const QList<Command> &commands)
{
    QString text
        = u"Usage: jackfieldctl COMMAND [options]\nThe service of Jackfield and its flows, without a window.\n\nCommands:\n"_s;
    for (const Command &command : commands)
        text += u"  "_s + (command.name + u' ' + command.arguments).leftJustified(28) + u' ' + command.summary + u'\n';
    return text + u"\nOptions of every command:\n"_s + optionLines(commonOptions())
        + u"\nExit codes: 0 done, 1 not so (invalid, not found), 2 wrong use or unreadable input, 3 the data folder or "
          u"the port refuses.\n"
          "More about one command: jackfieldctl COMMAND --help\n"_s;
}

int wrongUse(const QString &message, const QString &help)
{
    writeProblem(message);
    std::fputs(qUtf8Printable(help), stderr);
    return Usage;
}

/// The command that the first words name, and how many words that takes. Options may stand before it.
const Command *namedCommand(const QList<Command> &commands, QStringList &words)
{
    const QList<Option> common = commonOptions();
    qsizetype first = 0;
    while (first < words.size() && words[first].startsWith(u'-')) {
        const bool takesValue = std::ranges::any_of(common, [&](const Option &option) {
            return !option.value.isEmpty() && words[first] == u"--"_s + option.name;
        });
        first += takesValue ? 2 : 1;
    }
    if (first >= words.size())
        return nullptr;
    const auto it = std::ranges::find_if(commands, [&](const Command &command) {
        const QStringList names = command.name.split(u' ');
        return words.sliced(first).first(std::min(names.size(), words.size() - first)) == names;
    });
    if (it == commands.cend())
        return nullptr;
    words.remove(first, it->name.count(u' ') + 1);
    return &*it;
}

/// Without a command: the general help, the version, or what was wrong.
int runWithoutCommand(const QList<Command> &commands, const QStringList &words)
{
    const Result<CommandLine> line = CommandLine::parse(words, commonOptions());
    if (!line)
        return wrongUse(line.error().message, generalHelp(commands));
    if (line->isSet(u"version"_s)) {
        writeOutLine(u"jackfieldctl "_s + QStringLiteral(JACKFIELD_VERSION));
        return Done;
    }
    if (line->isSet(u"help"_s)) {
        writeOut(generalHelp(commands).toUtf8());
        return Done;
    }
    if (line->arguments().isEmpty())
        return wrongUse(u"A command is missing."_s, generalHelp(commands));
    return wrongUse(u"There is no command \"%1\"."_s.arg(line->arguments().join(u' ')), generalHelp(commands));
}

int run(const QStringList &given)
{
    const QList<Command> commands = commandTable();
    QStringList words = given;
    const Command *command = namedCommand(commands, words);
    if (!command)
        return runWithoutCommand(commands, words);
    const Result<CommandLine> line = CommandLine::parse(words, command->options + commonOptions());
    if (!line)
        return wrongUse(line.error().message, commandHelp(*command));
    if (line->isSet(u"version"_s))
        return runWithoutCommand(commands, {u"--version"_s});
    if (line->isSet(u"help"_s)) {
        writeOut(commandHelp(*command).toUtf8());
        return Done;
    }
    const qsizetype count = line->arguments().size();
    if (count < command->fewest)
        return wrongUse(u"\"%1\" needs %2."_s.arg(command->name, command->arguments), commandHelp(*command));
    if (command->most >= 0 && count > command->most)
        return wrongUse(
            u"\"%1\" is one argument too many."_s.arg(line->arguments()[command->most]), commandHelp(*command));
    return command->run(*line);
}

} // namespace

int runCommandLine(int argc, char **argv)
{
    // Qt would complain about a locale that is not UTF-8, and then do this.
    qputenv("LC_ALL", "C.UTF-8");
    ServiceThread::chooseEventLoop();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"jackfieldctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JACKFIELD_VERSION));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromUtf8(argv[i]);
    return run(words);
}

} // namespace jackfield
