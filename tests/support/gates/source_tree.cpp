// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

QString printed(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        const QString place = finding.line > 0 ? u"%1:%2"_s.arg(finding.file).arg(finding.line) : finding.file;
        lines << place + u": "_s + finding.text;
    }
    return lines.join(u'\n');
}

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? u"."_s : path.left(slash);
}

QStringList SourceTree::files(const QStringList &folders, const QStringList &patterns) const
{
    const QDir root(m_root);
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            found << root.relativeFilePath(it.next());
    }
    found.sort();
    return found;
}

QStringList SourceTree::sources() const
{
    return files({u"model"_s, u"canvas"_s, u"storage"_s, u"app"_s}, {u"*.cpp"_s, u"*.h"_s});
}

QStringList SourceTree::sourcesAndTests() const
{
    return files({u"model"_s, u"canvas"_s, u"storage"_s, u"app"_s, u"tests"_s}, {u"*.cpp"_s, u"*.h"_s, u"*.py"_s});
}

bool SourceTree::has(const QString &path) const
{
    return QFile::exists(m_root + u'/' + path);
}

QString SourceTree::text(const QString &file) const
{
    QFile source(m_root + u'/' + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

} // namespace jackfield::gates
