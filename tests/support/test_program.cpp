// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QProcess>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;
using namespace std::string_literals;

namespace {

std::map<std::string, TestRun> &tests()
{
    static std::map<std::string, TestRun> all;
    return all;
}

/// Names itself the functions and rows of a test: they are known only where they are made.
QStringList itemsOf(const QString &program, const QString &test)
{
    QProcess lister;
    lister.start(program, {test, u"-datatags"_s}, QIODevice::ReadOnly);
    if (!lister.waitForFinished() || lister.exitStatus() != QProcess::NormalExit)
        return {};
    return functionsAndRows(QString::fromUtf8(lister.readAllStandardOutput()));
}

int runPiece(TestRun run, char **argv, const QString &share)
{
    const int piece = share.section(u'/', 0, 0).toInt();
    const int pieces = share.section(u'/', 1).toInt();
    const QStringList items = itemsOf(QString::fromLocal8Bit(argv[0]), QString::fromLocal8Bit(argv[1]));
    if (piece < 1 || piece > pieces || pieces > items.size()) {
        std::fprintf(stderr, "%s is no piece of %lld functions and rows\n", qPrintable(share), items.size());
        return 2;
    }
    QList<QByteArray> arguments{argv[1]};
    for (const QString &item : shareOf(items, piece, pieces))
        arguments << item.toUtf8();
    std::vector<char *> pointers;
    for (QByteArray &argument : arguments)
        pointers.push_back(argument.data());
    return run(int(pointers.size()), pointers.data());
}

} // namespace

QStringList shareOf(const QStringList &items, int piece, int pieces)
{
    QStringList share;
    for (qsizetype i = piece - 1; i < items.size(); i += pieces)
        share << items[i];
    return share;
}

QStringList functionsAndRows(const QString &printed)
{
    QStringList items;
    for (const QString &line : printed.split(u'\n', Qt::SkipEmptyParts)) {
        const QString function = line.section(u' ', 1, 1);
        const QString tag = line.section(u' ', 2);
        items << (tag.isEmpty() ? function : function + u':' + tag);
    }
    return items;
}

bool addTest(const char *file, TestRun run)
{
    return tests().emplace(QFileInfo(QString::fromUtf8(file)).completeBaseName().toStdString(), run).second;
}

int runNamedTest(int argc, char **argv)
{
    const auto test = argc > 1 ? tests().find(argv[1]) : tests().end();
    if (test != tests().end() && argc == 4 && argv[2] == "--piece"s)
        return runPiece(test->second, argv, QString::fromLocal8Bit(argv[3]));
    if (test != tests().end())
        return test->second(argc - 1, argv + 1);
    std::fprintf(stderr, "%s TEST [options of QtTest], where TEST is one of:\n", argv[0]);
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

} // namespace jackfield::testing
