// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/class_sources.h"

#include <QMap>
#include <QRegularExpression>

#include <optional>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where a file has its first member of a class.
struct Source
{
    QString file;
    int line = 0;
};

/// The classes with members in a file, by their name with its namespaces.
QMap<QString, Source> classesIn(const SourceTree &tree, const QString &file)
{
    static const QRegularExpression opening(u"^namespace( [\\w:]+)? \\{"_s);
    // The last Name::name before the first bracket, without what stands in angle brackets.
    static const QRegularExpression member(
        u"^[^\\s#/}(=]?[^(={}]*?\\b([A-Z]\\w*)(?:<[^(]*?>)?::(?:\\w+::)*(?:~?\\w+|operator[^(]*)(?:\\(\\))?\\("_s);
    QMap<QString, Source> classes;
    QStringList names;
    int number = 0;
    for (const QString &line : tree.lines(file)) {
        ++number;
        if (const auto opened = opening.match(line); opened.hasMatch()) {
            names << opened.captured(1).trimmed();
        } else if (line.startsWith(u"} // namespace") && !names.isEmpty()) {
            names.removeLast();
        } else if (!line.isEmpty() && !line.front().isSpace() && !names.contains(QString())) {
            const auto found = member.match(line);
            const QString name = (names + QStringList{found.captured(1)}).join(u"::"_s);
            if (found.hasMatch() && !classes.contains(name))
                classes.insert(name, {file, number});
        }
    }
    return classes;
}

} // namespace

Findings scatteredClasses(const SourceTree &tree)
{
    QMap<QString, QList<Source>> classes;
    for (const QString &file : tree.sourcesAndTests()) {
        if (!file.endsWith(u".cpp"))
            continue;
        const QMap<QString, Source> found = classesIn(tree, file);
        for (auto it = found.begin(); it != found.end(); ++it)
            classes[it.key()].append(it.value());
    }
    Findings findings;
    for (auto it = classes.cbegin(); it != classes.cend(); ++it) {
        if (it->size() <= kMostSources)
            continue;
        QStringList files;
        for (const Source &source : *it)
            files << source.file;
        const Source &tooFar = it->at(kMostSources);
        findings.append(
            {tooFar.file, tooFar.line,
             u"%1 has members in %2 sources, at most %3 are allowed: %4"_s.arg(it.key())
                 .arg(files.size())
                 .arg(kMostSources)
                 .arg(files.join(u", "_s))});
    }
    return findings;
}

} // namespace jackfield::gates
