// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/text_output.h"

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

bool isUnseen(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || (c >= u'\u202a' && c <= u'\u202e')
        || (c >= u'\u2066' && c <= u'\u2069');
}

QString escaped(const QString &text, bool keepTabs)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (isUnseen(c) && !(keepTabs && c == u'\t'))
            line += u"\\u{%1}"_s.arg(c.unicode(), 0, 16);
        else
            line += c;
    }
    return line;
}

void writeTo(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

} // namespace

QString onOneLine(const QString &text)
{
    return escaped(text, false);
}

void writeOut(const QByteArray &bytes)
{
    writeTo(stdout, bytes);
}

void writeOutLine(const QString &line)
{
    writeTo(stdout, escaped(line, true).toUtf8() + '\n');
}

void writeErrorLine(const QString &line)
{
    writeTo(stderr, onOneLine(line).toUtf8() + '\n');
}

void writeProblem(const QString &message)
{
    writeTo(stderr, "jackfieldctl: " + onOneLine(message).toUtf8() + '\n');
}

QString placedLine(
    const QString &file, int line, int column, const QString &severity, const QString &message, const QByteArray &code)
{
    const QString place = line > 0 ? u"%1:%2:%3"_s.arg(onOneLine(file)).arg(line).arg(column) : onOneLine(file);
    // One arg() call: text of the user that looks like a place marker stays as it is.
    return u"%1: %2: %3 [%4]"_s.arg(place, severity, onOneLine(message), QString::fromUtf8(code));
}

QString placedLine(const QString &file, const Error &error)
{
    return placedLine(file, error.line, error.column, u"error"_s, error.message, error.code);
}

} // namespace jackfield
