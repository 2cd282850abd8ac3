// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <cstring>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace jackfield {

/// A JSON value that keeps what the author wrote: the order of members, the text of numbers, the spelling of escapes.
///
/// Value type of 16 bytes. A copy is O(1) and shares; a change copies the containers it goes through and nothing else.
/// Values may be read from several threads at once and may cross threads.
/// Text is UTF-8 throughout; short strings and numbers need no allocation. Object lookups are O(1) also in large
/// objects.
class Json
{
public:
    enum class Type : quint8 { Null, Bool, Number, String, Array, Object };
    struct Member;

    Json() noexcept = default; ///< null
    Json(const Json &other) noexcept : m_cell(other.m_cell)
    {
        if (isShared())
            retain();
    }
    Json(Json &&other) noexcept : m_cell(std::exchange(other.m_cell, Cell())) { }
    Json &operator=(const Json &other) noexcept { return *this = Json(other); }
    Json &operator=(Json &&other) noexcept
    {
        Json(std::move(other)).swap(*this);
        return *this;
    }
    ~Json()
    {
        if (isShared())
            release();
    }
    void swap(Json &other) noexcept { std::swap(m_cell, other.m_cell); }

    static Json boolean(bool value);
    static Json number(qint64 value);
    /// Shortest text that reads back as the same double. Requires: finite.
    static Json number(double value);
    /// Requires: `text` is a JSON number; it is kept as it is.
    static Json numberText(QByteArrayView text);
    /// Requires: valid UTF-8. `spelling` is the text between the quotes in the source, kept when it differs
    /// from the spelling that the writer would choose.
    static Json string(QByteArrayView utf8, QByteArrayView spelling = {})
    {
        return text(Tag::ShortString, Tag::String, utf8, spelling);
    }
    static Json string(const QByteArray &utf8) { return string(QByteArrayView(utf8)); }
    static Json string(const char *utf8) { return string(QByteArrayView(utf8)); }
    static Json string(const QString &text);
    static Json array(std::vector<Json> items = {});
    /// Requires: names are strings, no two alike.
    static Json object(std::vector<Member> members);
    static Json object(); ///< apart, because clang refuses a default vector of a type that is not complete yet

    Type type() const
    {
        static constexpr Type kTypes[] = {Type::Null,   Type::Bool,   Type::Bool,  Type::Number, Type::String,
                                          Type::Number, Type::String, Type::Array, Type::Object};
        return kTypes[static_cast<size_t>(m_cell.tag)];
    }
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    bool toBool(bool fallback = false) const;
    double toDouble(double fallback = 0) const;
    std::optional<qint64> toInteger() const; ///< only for an integral number that fits
    QByteArrayView numberText() const; ///< empty unless a number
    /// Decoded text of a string, empty otherwise; valid while this value lives unchanged.
    QByteArrayView utf8() const
    {
        if (m_cell.tag == Tag::ShortString)
            return {m_cell.bytes, static_cast<qsizetype>(m_cell.length)};
        return m_cell.tag == Tag::String ? longUtf8() : QByteArrayView();
    }
    /// What stands between the quotes in the source; empty when it is the writer's own.
    QByteArrayView spelling() const { return m_cell.tag == Tag::String ? longSpelling() : QByteArrayView(); }
    QByteArray toUtf8() const { return utf8().toByteArray(); }
    QString toString() const;

    qsizetype size() const; ///< items or members; 0 for scalars
    bool isEmpty() const { return size() == 0; }
    std::span<const Json> items() const; ///< empty unless an array
    std::span<const Member> members() const; ///< empty unless an object
    const Json &at(qsizetype index) const; ///< Requires: array, 0 <= index < size
    const Json *find(QByteArrayView key) const; ///< nullptr when absent or not an object
    const Json &operator[](QByteArrayView key) const; ///< a null value when absent
    qsizetype indexOf(QByteArrayView key) const; ///< position of the member, -1 when absent
    bool contains(QByteArrayView key) const { return find(key) != nullptr; }

    // Changes. Requires: the type fits and indexes are in range; the caller has checked.
    Json &itemRef(qsizetype index);
    void append(Json item);
    void insertItem(qsizetype index, Json item);
    Json takeItem(qsizetype index);
    void moveItem(qsizetype from, qsizetype to); ///< `to` is the index after the move; arrays and objects
    Json &memberRef(qsizetype index);
    void set(QByteArrayView key, Json value); ///< replaces in place or appends
    void insertMember(qsizetype index, Json name, Json value); ///< Requires: key absent
    Member takeMember(qsizetype index);
    void renameMember(qsizetype index, Json name); ///< keeps the position; Requires: key absent
    void reserve(qsizetype size);

    /// Same type, same text of numbers, same decoded strings, same members in the same order.
    friend bool operator==(const Json &a, const Json &b) { return a.equals(b, false); }
    /// Equal, and spelt alike: both are written as the same bytes.
    bool isWrittenLike(const Json &other) const { return equals(other, true); }
    bool sharesWith(const Json &other) const; ///< true when both are the same container: equal without looking

private:
    /// What lives on the heap comes last, so that one comparison tells.
    enum class Tag : quint8 { Null, False, True, ShortNumber, ShortString, Number, String, Array, Object };
    static constexpr qsizetype kInlineBytes = 14;
    /// Inline text padded with zeros, or the address of a Shared in the first bytes (none for an empty container).
    struct Cell
    {
        alignas(void *) char bytes[kInlineBytes] = {};
        quint8 length = 0;
        Tag tag = Tag::Null;
    };
    struct Shared
    {
        std::atomic<quint32> references = 1;
    };
    struct TextRep;
    struct ArrayRep;
    struct ObjectRep;

    static Json text(Tag shortTag, Tag tag, QByteArrayView utf8, QByteArrayView spelling);
    static Json longText(Tag tag, QByteArrayView utf8, QByteArrayView spelling);
    QByteArrayView longUtf8() const;
    QByteArrayView longSpelling() const;
    bool isShared() const noexcept { return m_cell.tag >= Tag::Number; }
    void *address() const noexcept
    {
        void *result = nullptr;
        std::memcpy(&result, m_cell.bytes, sizeof result);
        return result;
    }
    void setAddress(Tag tag, void *shared) noexcept
    {
        m_cell.tag = tag;
        std::memcpy(m_cell.bytes, &shared, sizeof shared);
    }
    void retain() const noexcept
    {
        if (auto *shared = static_cast<Shared *>(address()))
            shared->references.fetch_add(1, std::memory_order_relaxed);
    }
    void release() noexcept;
    bool equals(const Json &other, bool spellings) const;
    const TextRep *textRep() const;
    const ArrayRep *arrayRep() const;
    const ObjectRep *objectRep() const;
    ArrayRep &detachedArray();
    ObjectRep &detachedObject();

    Cell m_cell;
};

struct Json::Member
{
    Json name; ///< a string
    Json value;

    QByteArrayView key() const { return name.utf8(); }
    friend bool operator==(const Member &, const Member &) = default;
};

/// A member for object literals: `Json::object({member("id", Json::string(...)), ...})`.
Json::Member member(QByteArrayView key, Json value);

} // namespace jackfield
