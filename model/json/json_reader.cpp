// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"

#include "model/json/json_key_index.h"
#include "model/json/json_number.h"
#include "model/json/json_plain_text.h"
#include "model/json/json_reader_error.h"
#include "model/json/json_reader_positions.h"
#include "model/json/json_utf8.h"
#include "model/json/json_writer.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wclass-memaccess"
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

/// Where the token at hand stands in the source.
struct TokenPlace
{
    qsizetype begin = 0; ///< of a string: behind the opening quote
    qsizetype end = 0; ///< of a string: behind the closing quote
};

/// Lets RapidJSON decode strings in place, in a copy of the source with eight zero bytes behind it. It works on a copy
/// of the stream within a token, so the places go through a structure of their own.
class SourceStream
{
public:
    using Ch = char;
    static constexpr qsizetype kZeros = 8;

    SourceStream(char *copy, TokenPlace *token) : m_begin(copy), m_at(copy), m_token(token) { }

    // The source has no zero byte (checked before), so that one stands for the end.
    char Peek() const { return *m_at; }
    char Take() { return *m_at++; }
    size_t Tell() const { return static_cast<size_t>(m_at - m_begin); }
    char *PutBegin()
    {
        m_token->begin = m_at - m_begin;
        m_out = m_at;
        return m_out;
    }
    void Put(char c) { *m_out++ = c; }
    size_t PutEnd(const char *begin)
    {
        m_token->end = m_at - m_begin;
        return static_cast<size_t>(m_out - begin);
    }
    /// Puts what needs no escape, up to the next byte that does.
    void putPlain()
    {
        for (qsizetype plain = 8; plain == 8; m_at += plain, m_out += plain) {
            plain = plainOfEight(m_at);
            if (m_out != m_at)
                std::memmove(m_out, m_at, static_cast<size_t>(plain));
        }
    }

private:
    const char *m_begin;
    char *m_at;
    char *m_out = nullptr;
    TokenPlace *m_token;
};

/// What went wrong in a handler, since RapidJSON only learns that it shall stop.
struct Refusal
{
    const char *code = nullptr;
    QString message;
    qsizetype at = 0; ///< in the source
};

class Builder
{
public:
    Builder(
        const JsonLimits &limits, const SourceStream &stream, QByteArrayView source, const TokenPlace &token,
        JsonPositionRecorder *positions)
        : m_limits(limits), m_stream(stream), m_source(source), m_token(token), m_positions(positions)
    {
    }

    bool Null() { return addLiteral(Json(), 4); }
    bool Bool(bool value) { return addLiteral(Json::boolean(value), value ? 4 : 5); }
    bool RawNumber(const char *, rapidjson::SizeType length, bool);
    bool String(const char *text, rapidjson::SizeType length, bool);
    bool Key(const char *text, rapidjson::SizeType length, bool);
    bool StartObject() { return open(); }
    bool StartArray() { return open(); }
    bool EndObject(rapidjson::SizeType count);
    bool EndArray(rapidjson::SizeType count);
    // Never called: numbers come as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    Json takeRoot() { return std::move(m_values.front()); }
    const Refusal &refusal() const { return m_refusal; }

private:
    bool addLiteral(Json value, qsizetype length);
    bool open();
    bool addString(QByteArrayView text);
    /// Every escape is longer than what it stands for.
    bool isEscaped(QByteArrayView text) const { return spelling().size() != text.size(); }
    QByteArrayView spelling() const { return m_source.sliced(m_token.begin, m_token.end - 1 - m_token.begin); }
    bool refuse(const char *code, QString message, qsizetype at);
    qsizetype place() const { return static_cast<qsizetype>(m_stream.Tell()); }

    const JsonLimits &m_limits;
    const SourceStream &m_stream;
    QByteArrayView m_source;
    const TokenPlace &m_token;
    JsonPositionRecorder *m_positions;
    std::vector<Json> m_values; ///< finished values of the open containers; names of members stand before their values
    std::vector<qsizetype> m_keyPlaces; ///< for the members of the open objects
    int m_depth = 0;
    Refusal m_refusal;
};

bool Builder::refuse(const char *code, QString message, qsizetype at)
{
    m_refusal = {code, std::move(message), at};
    return false;
}

bool Builder::addLiteral(Json value, qsizetype length)
{
    m_values.push_back(std::move(value));
    if (m_positions)
        m_positions->scalar(place() - length, place());
    return true;
}

bool Builder::RawNumber(const char *, rapidjson::SizeType length, bool)
{
    const QByteArrayView text = m_source.sliced(m_token.begin, static_cast<qsizetype>(length));
    constexpr qsizetype kSurelyFinite = 300;
    const auto isExponent = [](char c) { return c == 'e' || c == 'E'; };
    const bool mayOverflow = text.size() > kSurelyFinite || std::ranges::any_of(text, isExponent);
    if (mayOverflow && !doubleFromNumberText(text))
        return refuse("number_out_of_range", jsonNumberRefusal(), m_token.begin);
    m_values.push_back(Json::numberText(text));
    if (m_positions)
        m_positions->scalar(m_token.begin, m_token.begin + text.size());
    return true;
}

bool Builder::addString(QByteArrayView text)
{
    if (text.size() > m_limits.maxStringBytes) {
        const QString message = u"This text has %1 bytes; at most %2 are allowed."_s;
        return refuse("string_too_long", message.arg(text.size()).arg(m_limits.maxStringBytes), m_token.begin - 1);
    }
    if (!isEscaped(text)) {
        m_values.push_back(Json::string(text));
        return true;
    }
    if (const char *lone = loneLowSurrogate(spelling()))
        return refuse("lone_surrogate", jsonSurrogateRefusal(), lone - m_source.begin());
    m_values.push_back(Json::string(text, escapedJsonString(text) == spelling() ? QByteArrayView() : spelling()));
    return true;
}

bool Builder::String(const char *text, rapidjson::SizeType length, bool)
{
    if (!addString(QByteArrayView(text, static_cast<qsizetype>(length))))
        return false;
    if (m_positions)
        m_positions->scalar(m_token.begin - 1, m_token.end);
    return true;
}

bool Builder::Key(const char *text, rapidjson::SizeType length, bool)
{
    const QByteArrayView key(text, static_cast<qsizetype>(length));
    if (!addString(key))
        return false;
    // The source has no zero byte, so that only an escape can make one.
    if (isEscaped(key) && key.contains('\0'))
        return refuse("invalid_json", u"A member name must not contain the character U+0000."_s, m_token.begin - 1);
    m_keyPlaces.push_back(m_token.begin - 1);
    if (m_positions)
        m_positions->key(key);
    return true;
}

bool Builder::open()
{
    const qsizetype bracket = place() - 1;
    if (++m_depth > m_limits.maxDepth)
        return refuse(
            "too_deep", u"Nested deeper than the %1 levels that are allowed."_s.arg(m_limits.maxDepth), bracket);
    if (m_positions)
        m_positions->open(bracket, m_source[bracket] == '[');
    return true;
}

bool Builder::EndObject(rapidjson::SizeType count)
{
    const auto first = m_values.end() - 2 * static_cast<qsizetype>(count);
    std::vector<Json::Member> members(count);
    auto at = first;
    for (Json::Member &member : members) {
        member.name.swap(*at++);
        member.value.swap(*at++);
    }
    const auto firstKey = m_keyPlaces.end() - static_cast<qsizetype>(count);
    if (const qsizetype twin = firstDuplicateKey(members); twin >= 0) {
        const QString key = members[static_cast<size_t>(twin)].name.toString();
        return refuse("duplicate_key", u"The object has two members named \"%1\"."_s.arg(key), firstKey[twin]);
    }
    m_values.erase(first, m_values.end());
    m_keyPlaces.erase(firstKey, m_keyPlaces.end());
    m_values.push_back(Json::object(std::move(members)));
    --m_depth;
    if (m_positions)
        m_positions->close(place());
    return true;
}

bool Builder::EndArray(rapidjson::SizeType count)
{
    const auto first = m_values.end() - static_cast<qsizetype>(count);
    Json array = Json::array({std::make_move_iterator(first), std::make_move_iterator(m_values.end())});
    m_values.erase(first, m_values.end());
    m_values.push_back(std::move(array));
    --m_depth;
    if (m_positions)
        m_positions->close(place());
    return true;
}

} // namespace

} // namespace jackfield

namespace rapidjson {
template <> struct StreamTraits<jackfield::SourceStream>
{
    enum { copyOptimization = 1 };
};

template <>
template <>
inline void Reader::ScanCopyUnescapedString(jackfield::SourceStream &from, jackfield::SourceStream &)
{
    from.putPlain();
}
} // namespace rapidjson

namespace jackfield {

namespace {

/// Where to point for an error of the grammar: the start of the token at fault.
qsizetype faultOffset(const rapidjson::ParseResult &result, QByteArrayView source, const TokenPlace &token)
{
    auto offset = static_cast<qsizetype>(result.Offset());
    if (result.Code() == rapidjson::kParseErrorStringMissQuotationMark)
        return token.begin - 1;
    if (result.Code() == rapidjson::kParseErrorValueInvalid) {
        while (offset > 0 && (source[offset - 1] == '-' || (source[offset - 1] >= 'a' && source[offset - 1] <= 'z')))
            --offset;
    }
    return offset;
}

JsonFault faultOf(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return JsonFault::TextAfterValue;
    case rapidjson::kParseErrorObjectMissName:
        return JsonFault::NoName;
    case rapidjson::kParseErrorObjectMissColon:
        return JsonFault::NoColon;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return JsonFault::NoCommaInObject;
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return JsonFault::NoCommaInArray;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return JsonFault::BadHex;
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return JsonFault::LoneSurrogate;
    case rapidjson::kParseErrorStringEscapeInvalid:
        return JsonFault::BadCharacterInString;
    case rapidjson::kParseErrorStringMissQuotationMark:
        return JsonFault::OpenString;
    case rapidjson::kParseErrorNumberTooBig:
        return JsonFault::NumberTooLarge;
    case rapidjson::kParseErrorNumberMissFraction:
        return JsonFault::NoFraction;
    case rapidjson::kParseErrorNumberMissExponent:
        return JsonFault::NoExponent;
    default:
        return JsonFault::NoValue;
    }
}

/// What has to be refused before looking at the grammar.
std::optional<Error> refusedBytes(QByteArrayView source, const JsonLimits &limits)
{
    if (source.size() > limits.maxBytes) {
        return Error{
            "too_large"_ba,
            u"The text has %1 bytes; at most %2 are allowed."_s.arg(source.size()).arg(limits.maxBytes)};
    }
    if (const qsizetype invalid = invalidUtf8At(source); invalid >= 0)
        return jsonErrorAt(source, invalid, "invalid_utf8"_ba, jsonEncodingRefusal(source));
    if (const qsizetype zero = source.indexOf('\0'); zero >= 0)
        return jsonErrorAt(source, zero, "invalid_json"_ba, u"A zero byte is not allowed in JSON."_s);
    return std::nullopt;
}

} // namespace

Result<Json> parseJson(QByteArrayView utf8, const JsonLimits &limits, JsonPositions *positions)
{
    constexpr QByteArrayView kByteOrderMark("\xef\xbb\xbf");
    const bool marked = utf8.startsWith(kByteOrderMark);
    if (marked && !limits.byteOrderMark)
        return jsonErrorAt(
            utf8, 0, "invalid_json"_ba, u"A byte order mark is not allowed here: start with the value."_s);
    const qsizetype skipped = marked ? kByteOrderMark.size() : 0;
    const QByteArrayView source = utf8.sliced(skipped);
    if (auto refused = refusedBytes(source, limits))
        return *std::move(refused);

    const auto copy = std::make_unique_for_overwrite<char[]>(static_cast<size_t>(source.size() + SourceStream::kZeros));
    std::fill_n(std::ranges::copy(source, copy.get()).out, SourceStream::kZeros, '\0');
    TokenPlace token;
    SourceStream stream(copy.get(), &token);
    std::optional<JsonPositionRecorder> recorder;
    if (positions)
        recorder.emplace(source, skipped, *positions);
    Builder builder(limits, stream, source, token, recorder ? &*recorder : nullptr);
    // The encoding has been checked above, all at once. Recursive, being faster: the builder bounds the depth.
    constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
    if (!result.IsError())
        return builder.takeRoot();
    if (positions)
        positions->clear();
    if (result.Code() == rapidjson::kParseErrorTermination) {
        const Refusal &refusal = builder.refusal();
        return jsonErrorAt(source, refusal.at, refusal.code, refusal.message);
    }
    return jsonGrammarError(source, faultOffset(result, source, token), faultOf(result.Code()));
}

} // namespace jackfield
