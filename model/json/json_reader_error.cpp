// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader_error.h"

#include "model/json/json_utf8.h"

#include <QChar>
#include <QList>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

/// What stands at the offset, for people: a character, or the end of the text.
QString found(QByteArrayView source, qsizetype offset)
{
    if (offset >= source.size())
        return u"the end of the text"_s;
    qsizetype length = 1;
    while (offset + length < source.size() && (static_cast<uchar>(source[offset + length]) & 0xc0) == 0x80)
        ++length;
    const QString character = QString::fromUtf8(source.sliced(offset, length));
    const char32_t code = character.toUcs4().value(0);
    if (code == '\'')
        return u"a single quote"_s;
    if (QChar::isPrint(code) && !QChar::isSpace(code))
        return u"'%1'"_s.arg(character);
    return u"the character U+%1"_s.arg(QString::number(static_cast<uint>(code), 16).toUpper(), 4, u'0');
}

bool follows(QByteArrayView source, qsizetype offset, char expected)
{
    while (offset > 0 && QByteArrayView(" \t\r\n").contains(source[offset - 1]))
        --offset;
    return offset > 0 && source[offset - 1] == expected;
}

QString badCharacter(QByteArrayView source, qsizetype offset)
{
    if (source[offset] != '\\')
        return u"%1 must be written as an escape inside a string."_s.arg(found(source, offset).replace(0, 1, u'T'));
    return u"'\\' followed by %1 is no escape of JSON: write '\\\\' for a backslash."_s.arg(found(source, offset + 1));
}

QString message(QByteArrayView source, qsizetype offset, JsonFault fault)
{
    const QString instead = found(source, offset);
    const bool afterComma = offset < source.size() && follows(source, offset, ',');
    switch (fault) {
    case JsonFault::NoValue:
        if (afterComma && (source[offset] == ']' || source[offset] == '}'))
            return u"Expected a value after ',', found %1: remove the comma."_s.arg(instead);
        return u"Expected a value, found %1."_s.arg(instead);
    case JsonFault::TextAfterValue:
        return u"Expected nothing more after the value, found %1."_s.arg(instead);
    case JsonFault::NoName:
        if (afterComma && source[offset] == '}')
            return u"Expected a member after ',', found '}': remove the comma."_s;
        return u"Expected a member name in double quotes, found %1."_s.arg(instead);
    case JsonFault::NoColon:
        return u"Expected ':' after the member name, found %1."_s.arg(instead);
    case JsonFault::NoCommaInObject:
        return u"Expected ',' or '}' after a member, found %1."_s.arg(instead);
    case JsonFault::NoCommaInArray:
        return u"Expected ',' or ']' after an item, found %1."_s.arg(instead);
    case JsonFault::BadHex:
        return u"Expected four hexadecimal digits after '\\u'."_s;
    case JsonFault::LoneSurrogate:
        return jsonSurrogateRefusal();
    case JsonFault::BadCharacterInString:
        return badCharacter(source, offset);
    case JsonFault::OpenString:
        return u"This string is never closed: expected '\"' at its end."_s;
    case JsonFault::NumberTooLarge:
        return jsonNumberRefusal();
    case JsonFault::NoFraction:
        return u"Expected a digit after '.', found %1."_s.arg(instead);
    case JsonFault::NoExponent:
        return u"Expected a digit in the exponent, found %1."_s.arg(instead);
    }
    Q_UNREACHABLE();
}

QByteArray codeOf(JsonFault fault)
{
    switch (fault) {
    case JsonFault::LoneSurrogate:
        return "lone_surrogate"_ba;
    case JsonFault::NumberTooLarge:
        return "number_out_of_range"_ba;
    default:
        return "invalid_json"_ba;
    }
}

} // namespace

Error jsonErrorAt(QByteArrayView source, qsizetype offset, const QByteArray &code, const QString &message)
{
    TextCursor cursor(source);
    cursor.advanceTo(qMin(offset, source.size()));
    return {.code = code, .message = message, .line = cursor.line(), .column = cursor.column()};
}

Error jsonGrammarError(QByteArrayView source, qsizetype offset, JsonFault fault)
{
    return jsonErrorAt(source, offset, codeOf(fault), message(source, offset, fault));
}

QString jsonNumberRefusal()
{
    return u"This number is too large: it must fit a double (up to about 1.8e308)."_s;
}

QString jsonSurrogateRefusal()
{
    return u"This escape is half of a surrogate pair: write both halves, or the character itself."_s;
}

QString jsonEncodingRefusal(QByteArrayView source)
{
    if (source.startsWith(QByteArrayView("\xff\xfe\0\0", 4)))
        return u"The text is UTF-32: save it as UTF-8."_s;
    if (source.startsWith("\xff\xfe") || source.startsWith("\xfe\xff"))
        return u"The text is UTF-16: save it as UTF-8."_s;
    if (source.startsWith("\x1f\x8b"))
        return u"The text is compressed (gzip): unpack it first."_s;
    return u"The bytes here are not valid UTF-8: save the text as UTF-8."_s;
}

const char *loneLowSurrogate(QByteArrayView spelling)
{
    constexpr qsizetype kEscapeLength = 6;
    for (qsizetype at = spelling.indexOf('\\'); at >= 0; at = spelling.indexOf('\\', at)) {
        if (spelling[at + 1] != 'u') {
            at += 2;
            continue;
        }
        const uint unit = spelling.sliced(at + 2, 4).toByteArray().toUInt(nullptr, 16);
        if (unit >= 0xdc00 && unit <= 0xdfff)
            return spelling.begin() + at;
        at += unit >= 0xd800 && unit <= 0xdbff ? 2 * kEscapeLength : kEscapeLength;
    }
    return nullptr;
}

} // namespace jackfield
