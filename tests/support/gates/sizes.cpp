// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/sizes.h"

#include <QMap>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

Findings longFiles(const SourceTree &tree)
{
    Findings findings;
    for (const QString &file : tree.sourcesAndTests() + tree.files({u"tools"_s}, {u"*"_s})) {
        const qsizetype lines = tree.text(file).count(u'\n');
        if (lines > kMostLines)
            findings.append(
                {file, kMostLines + 1, u"the file has %1 lines, at most %2 are allowed"_s.arg(lines).arg(kMostLines)});
    }
    return findings;
}

Findings crowdedFolders(const SourceTree &tree)
{
    QMap<QString, QStringList> folders;
    for (const QString &file : tree.sourcesAndTests())
        folders[folderOf(file)] << file;
    Findings findings;
    for (const QStringList &files : std::as_const(folders)) {
        if (files.size() > kMostFiles)
            findings.append(
                {files.at(kMostFiles), 0,
                 u"the folder has %1 sources, at most %2 are allowed"_s.arg(files.size()).arg(kMostFiles)});
    }
    return findings;
}

} // namespace jackfield::gates
