// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_writer.h"

#include "model/json/json_output.h"
#include "model/json/json_plain_text.h"

namespace jackfield {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

} // namespace

void JsonOutput::grow(qsizetype size)
{
    const qsizetype used = m_at ? m_at - m_bytes.constData() : 0;
    m_bytes.resize(qMax<qsizetype>(used * 2, used + size + 256));
    m_at = m_bytes.data() + used;
    m_end = m_bytes.constData() + m_bytes.size();
}

namespace {

/// Copies the leading bytes that need no escape; returns how many. Requires: room for all of them.
qsizetype copyPlain(char *out, const char *begin, const char *end)
{
    const char *at = begin;
    for (qsizetype plain = 8; plain == 8 && end - at >= 8; at += plain, out += plain) {
        plain = plainOfEight(at);
        std::memcpy(out, at, 8);
    }
    while (at != end && !isToEscape(*at))
        *out++ = *at++;
    return at - begin;
}

char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

} // namespace

void JsonOutput::addEscaped(QByteArrayView utf8)
{
    const char *at = utf8.begin();
    const char *const end = utf8.end();
    while (at != end) {
        reserve(end - at);
        const qsizetype plain = copyPlain(m_at, at, end);
        m_at += plain;
        at += plain;
        if (at == end)
            return;
        if (const char letter = shortEscape(*at)) {
            const char escape[] = {'\\', letter};
            add(QByteArrayView(escape, 2));
        } else {
            const auto code = static_cast<uchar>(*at);
            const char escape[] = {'\\', 'u', '0', '0', kHexDigits[code >> 4], kHexDigits[code & 15]};
            add(QByteArrayView(escape, 6));
        }
        ++at;
    }
}

namespace {

class Writer
{
public:
    /// Without a style: one line, no spaces.
    Writer(JsonOutput &output, const JsonStyle *style) : m_style(style), m_output(output) { }

    void write(const Json &value);

private:
    void writeString(const Json &value);
    void newLine();

    const JsonStyle *m_style;
    JsonOutput &m_output;
    int m_level = 0;
};

void Writer::writeString(const Json &value)
{
    m_output.add('"');
    const QByteArrayView spelling = value.spelling();
    if (spelling.isEmpty())
        m_output.addEscaped(value.utf8());
    else
        m_output.add(spelling);
    m_output.add('"');
}

void Writer::newLine()
{
    if (!m_style)
        return;
    m_output.add('\n');
    if (m_style->tabs)
        m_output.addRepeated('\t', m_level);
    else
        m_output.addRepeated(' ', qsizetype(m_level) * m_style->indent);
}

// Recursion is safe: the reader bounds the depth, and so does everything that builds documents from read ones.
void Writer::write(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        m_output.add("null");
        break;
    case Json::Type::Bool:
        m_output.add(value.toBool() ? QByteArrayView("true") : QByteArrayView("false"));
        break;
    case Json::Type::Number:
        m_output.add(value.numberText());
        break;
    case Json::Type::String:
        writeString(value);
        break;
    case Json::Type::Array: {
        m_output.add('[');
        ++m_level;
        bool first = true;
        for (const Json &item : value.items()) {
            if (!std::exchange(first, false))
                m_output.add(',');
            newLine();
            write(item);
        }
        --m_level;
        if (!first)
            newLine();
        m_output.add(']');
        break;
    }
    case Json::Type::Object: {
        m_output.add('{');
        ++m_level;
        bool first = true;
        for (const Json::Member &entry : value.members()) {
            if (!std::exchange(first, false))
                m_output.add(',');
            newLine();
            writeString(entry.name);
            m_output.add(':');
            if (m_style)
                m_output.add(' ');
            write(entry.value);
        }
        --m_level;
        if (!first)
            newLine();
        m_output.add('}');
        break;
    }
    }
}

} // namespace

void JsonOutput::add(const Json &value)
{
    Writer(*this, nullptr).write(value);
}

QByteArray writeJson(const Json &value)
{
    JsonOutput output;
    output.add(value);
    return output.take();
}

QByteArray writeJson(const Json &value, const JsonStyle &style)
{
    JsonOutput output;
    Writer(output, style.indent > 0 || style.tabs ? &style : nullptr).write(value);
    if (style.finalNewline)
        output.add('\n');
    return output.take();
}

QByteArray escapedJsonString(QByteArrayView utf8)
{
    JsonOutput output;
    output.addEscaped(utf8);
    return output.take();
}

} // namespace jackfield
