// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json.h"

#include "model/json/json_number.h"
#include "model/json/json_representation.h"

#include <charconv>
#include <cmath>
#include <new>

namespace jackfield {

namespace {

/// The first and the last bytes, as many as a Word has each; they may overlap. Requires: at least as many.
template <typename Word> void copyEnds(char *to, const char *from, size_t size)
{
    Word first = 0;
    Word last = 0;
    std::memcpy(&first, from, sizeof first);
    std::memcpy(&last, from + size - sizeof last, sizeof last);
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + size - sizeof last, &last, sizeof last);
}

/// Without the call that memcpy makes for a size that is not known. Requires: at most 16 bytes.
void copyShort(char *to, const char *from, size_t size)
{
    if (size >= 8) {
        copyEnds<quint64>(to, from, size);
    } else if (size >= 4) {
        copyEnds<quint32>(to, from, size);
    } else if (size > 0) {
        to[0] = from[0];
        to[size / 2] = from[size / 2];
        to[size - 1] = from[size - 1];
    }
}

} // namespace

Json Json::text(Tag shortTag, Tag tag, QByteArrayView utf8, QByteArrayView spelling)
{
    if (utf8.size() > kInlineBytes || !spelling.isEmpty())
        return longText(tag, utf8, spelling);
    Json result;
    copyShort(result.m_cell.bytes, utf8.data(), static_cast<size_t>(utf8.size()));
    result.m_cell.length = static_cast<quint8>(utf8.size());
    result.m_cell.tag = shortTag;
    return result;
}

Json Json::longText(Tag tag, QByteArrayView utf8, QByteArrayView spelling)
{
    void *memory = ::operator new(sizeof(TextRep) + static_cast<size_t>(utf8.size() + spelling.size()));
    auto *rep = new (memory) TextRep;
    rep->textSize = static_cast<quint32>(utf8.size());
    rep->spellingSize = static_cast<quint32>(spelling.size());
    if (!utf8.isEmpty())
        std::memcpy(rep->bytes(), utf8.data(), static_cast<size_t>(utf8.size()));
    if (!spelling.isEmpty())
        std::memcpy(rep->bytes() + utf8.size(), spelling.data(), static_cast<size_t>(spelling.size()));
    Json result;
    result.setAddress(tag, rep);
    return result;
}

void Json::release() noexcept
{
    auto *shared = static_cast<Shared *>(address());
    if (!shared || shared->references.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return;
    switch (m_cell.tag) {
    case Tag::Array:
        delete static_cast<ArrayRep *>(shared);
        break;
    case Tag::Object:
        delete static_cast<ObjectRep *>(shared);
        break;
    default:
        static_cast<TextRep *>(shared)->~TextRep();
        ::operator delete(shared);
    }
}

Json Json::boolean(bool value)
{
    Json result;
    result.m_cell.tag = value ? Tag::True : Tag::False;
    return result;
}

Json Json::number(qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    return numberText(QByteArrayView(digits, end));
}

Json Json::number(double value)
{
    Q_ASSERT(std::isfinite(value));
    char digits[40];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    return numberText(QByteArrayView(digits, end));
}

Json Json::numberText(QByteArrayView text)
{
    Q_ASSERT(isJsonNumber(text));
    return Json::text(Tag::ShortNumber, Tag::Number, text, {});
}

Json Json::string(const QString &text)
{
    return string(QByteArrayView(text.toUtf8()));
}

Json Json::array(std::vector<Json> items)
{
    Json result;
    result.setAddress(Tag::Array, items.empty() ? nullptr : static_cast<Shared *>(new ArrayRep(std::move(items))));
    return result;
}

Json Json::object()
{
    return object(std::vector<Member>());
}

Json Json::object(std::vector<Member> members)
{
    Q_ASSERT(firstDuplicateKey(members) < 0);
    Json result;
    result.setAddress(
        Tag::Object, members.empty() ? nullptr : static_cast<Shared *>(new ObjectRep(std::move(members))));
    return result;
}

const Json::TextRep *Json::textRep() const
{
    return static_cast<const TextRep *>(static_cast<const Shared *>(address()));
}

bool Json::toBool(bool fallback) const
{
    return isBool() ? m_cell.tag == Tag::True : fallback;
}

double Json::toDouble(double fallback) const
{
    return isNumber() ? doubleFromNumberText(numberText()).value_or(fallback) : fallback;
}

std::optional<qint64> Json::toInteger() const
{
    if (!isNumber())
        return std::nullopt;
    const QByteArrayView text = numberText();
    qint64 exact = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), exact);
    if (error == std::errc() && end == text.end())
        return exact;
    // "1.0" and "1e3" are integral too; beyond 2^53 a double no longer tells.
    constexpr double kExact = 9007199254740992.0;
    const double value = toDouble(kExact * 2);
    if (std::abs(value) <= kExact && std::trunc(value) == value)
        return static_cast<qint64>(value);
    return std::nullopt;
}

QByteArrayView Json::numberText() const
{
    if (m_cell.tag == Tag::ShortNumber)
        return {m_cell.bytes, static_cast<qsizetype>(m_cell.length)};
    return m_cell.tag == Tag::Number ? textRep()->text() : QByteArrayView();
}

QByteArrayView Json::longUtf8() const
{
    return textRep()->text();
}

QByteArrayView Json::longSpelling() const
{
    return textRep()->spelling();
}

QString Json::toString() const
{
    return QString::fromUtf8(utf8());
}

bool Json::sharesWith(const Json &other) const
{
    return m_cell.tag == other.m_cell.tag && m_cell.tag >= Tag::Array && address() == other.address();
}

bool Json::equals(const Json &other, bool spellings) const
{
    if (std::memcmp(&m_cell, &other.m_cell, sizeof m_cell) == 0)
        return true;
    if (type() != other.type())
        return false;
    switch (type()) {
    case Type::Number:
        return numberText() == other.numberText();
    case Type::String:
        return utf8() == other.utf8() && (!spellings || spelling() == other.spelling());
    case Type::Array:
        return std::ranges::equal(
            items(), other.items(), [spellings](const Json &a, const Json &b) { return a.equals(b, spellings); });
    case Type::Object:
        return std::ranges::equal(members(), other.members(), [spellings](const Member &a, const Member &b) {
            return a.name.equals(b.name, spellings) && a.value.equals(b.value, spellings);
        });
    default:
        return false;
    }
}

Json::Member member(QByteArrayView key, Json value)
{
    return {Json::string(key), std::move(value)};
}

static_assert(sizeof(Json) == 16);

} // namespace jackfield
