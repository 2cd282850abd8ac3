// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace jackfield {

/// A JSON value that keeps what the author wrote: the order of members, the text of numbers, the spelling of escapes.
///
/// Value type of 16 bytes. A copy is O(1) and shares; a change copies the containers it goes through and nothing else.
/// Values may be read from several threads at once and may cross threads.
/// Text is UTF-8 throughout; short strings and numbers need no allocation. Object lookups are O(1) also in large objects.
class Json
{
public:
    enum class Type : quint8 { Null, Bool, Number, String, Array, Object };
    struct Member;

    Json() noexcept = default; ///< null
    Json(const Json &other) noexcept;
    Json(Json &&other) noexcept;
    Json &operator=(const Json &other) noexcept;
    Json &operator=(Json &&other) noexcept;
    ~Json();

    static Json boolean(bool value);
    static Json number(qint64 value);
    /// Shortest text that reads back as the same double. Requires: finite.
    static Json number(double value);
    /// Requires: `text` is a JSON number; it is kept as it is.
    static Json numberText(QByteArrayView text);
    /// Requires: valid UTF-8. `spelling` is the text between the quotes in the source, kept when it differs
    /// from the spelling that the writer would choose.
    static Json string(QByteArrayView utf8, QByteArrayView spelling = {});
    static Json string(const QString &text);
    static Json array(std::vector<Json> items = {});
    /// Requires: no two members with the same key.
    static Json object(std::vector<Member> members = {});

    Type type() const;
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
    QByteArrayView utf8() const; ///< decoded text of a string, empty otherwise; valid while this value lives unchanged
    QByteArrayView spelling() const; ///< what stands between the quotes in the source; empty when it is the writer's own
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
    friend bool operator==(const Json &a, const Json &b) { return a.equals(b); }
    bool sharesWith(const Json &other) const; ///< true when both are the same container: equal without looking

private:
    enum class Tag : quint8 { Null, False, True, ShortNumber, Number, ShortString, String, Array, Object };
    static constexpr qsizetype kInlineBytes = 14;
    struct TextRep;
    struct ArrayRep;
    struct ObjectRep;

    bool equals(const Json &other) const;
    void retain() const noexcept;
    void release() noexcept;
    std::vector<Json> &detachedItems();
    ObjectRep &detachedObject();

    union {
        char m_inline[kInlineBytes] = {};
        TextRep *m_text;
        ArrayRep *m_array;
        ObjectRep *m_object;
    };
    quint8 m_inlineSize = 0;
    Tag m_tag = Tag::Null;
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
