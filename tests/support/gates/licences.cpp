// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/licences.h"

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeadLines = 6; ///< below "#!/usr/bin/env bash"

} // namespace

Findings filesWithoutLicence(const SourceTree &tree)
{
    QStringList files = tree.sourcesAndTests();
    files += tree.files(
        {u"model"_s, u"canvas"_s, u"storage"_s, u"app"_s, u"tests"_s, u"resources"_s},
        {u"CMakeLists.txt"_s, u"*.cmake"_s, u"*.ts"_s});
    files += tree.files({u"tools"_s, u".ci"_s}, {u"*"_s});
    if (tree.has(u"CMakeLists.txt"_s))
        files << u"CMakeLists.txt"_s;
    Findings findings;
    for (const QString &file : files) {
        const QString head = tree.lines(file).mid(0, kHeadLines).join(u'\n');
        if (!head.contains(u"SPDX-License-Identifier: Apache-2.0") || !head.contains(u"SPDX-FileCopyrightText: "))
            findings.append({file, 1, u"the file does not begin with the two SPDX lines"_s});
    }
    return findings;
}

} // namespace jackfield::gates
