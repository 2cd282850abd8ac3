// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lets valijson read a Json. Included by json_schema.cpp alone: valijson is large and warns.

#include "model/json/json.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

#include <string>
#include <utility>

namespace jackfield::valijson_json {

class Adapter;
class ItemIterator;
class MemberIterator;
using AdapterMember = std::pair<std::string, Adapter>;

inline const Json &nullJson()
{
    static const Json value;
    return value;
}

inline std::string toStdString(QByteArrayView text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

/// The functions of these classes and their names are what valijson's BasicAdapter asks for.
class Array
{
public:
    using const_iterator = ItemIterator;
    using iterator = ItemIterator;

    Array() = default;
    explicit Array(const Json &value) : m_value(&value) { }
    ItemIterator begin() const;
    ItemIterator end() const;
    size_t size() const { return static_cast<size_t>(m_value->size()); }

private:
    const Json *m_value = &nullJson();
};

class Object
{
public:
    using const_iterator = MemberIterator;
    using iterator = MemberIterator;

    Object() = default;
    Object(const Json &value) : m_value(&value) { }
    MemberIterator begin() const;
    MemberIterator end() const;
    MemberIterator find(const std::string &key) const;
    size_t size() const { return static_cast<size_t>(m_value->size()); }

private:
    const Json *m_value = &nullJson();
};

class Frozen : public valijson::adapters::FrozenValue
{
public:
    explicit Frozen(Json value) : m_value(std::move(value)) { }
    FrozenValue *clone() const override { return new Frozen(m_value); }
    bool equalTo(const valijson::adapters::Adapter &other, bool strict) const override;

private:
    Json m_value;
};

class Value
{
public:
    Value() = default;
    Value(const Json &value) : m_value(&value) { }

    valijson::adapters::FrozenValue *freeze() const { return new Frozen(*m_value); }
    opt::optional<Array> getArrayOptional() const
    {
        return m_value->isArray() ? opt::make_optional(Array(*m_value)) : opt::optional<Array>();
    }
    opt::optional<Object> getObjectOptional() const
    {
        return m_value->isObject() ? opt::make_optional(Object(*m_value)) : opt::optional<Object>();
    }
    bool getArraySize(size_t &result) const { return m_value->isArray() && (result = Array(*m_value).size(), true); }
    bool getObjectSize(size_t &result) const { return m_value->isObject() && (result = Object(*m_value).size(), true); }
    bool getBool(bool &result) const { return m_value->isBool() && (result = m_value->toBool(), true); }
    bool getDouble(double &result) const { return m_value->isNumber() && (result = m_value->toDouble(), true); }
    bool getInteger(int64_t &result) const
    {
        const std::optional<qint64> integer = m_value->toInteger();
        result = integer.value_or(0);
        return integer.has_value();
    }
    bool getString(std::string &result) const
    {
        return m_value->isString() && (result = toStdString(m_value->utf8()), true);
    }
    static bool hasStrictTypes() { return true; }
    bool isArray() const { return m_value->isArray(); }
    bool isBool() const { return m_value->isBool(); }
    bool isDouble() const { return m_value->isNumber() && !isInteger(); }
    bool isInteger() const { return m_value->toInteger().has_value(); }
    bool isNull() const { return m_value->isNull(); }
    bool isNumber() const { return m_value->isNumber(); }
    bool isObject() const { return m_value->isObject(); }
    bool isString() const { return m_value->isString(); }

private:
    const Json *m_value = &nullJson();
};

class Adapter : public valijson::adapters::BasicAdapter<Adapter, Array, AdapterMember, Object, Value>
{
public:
    Adapter() = default;
    Adapter(const Json &value) : BasicAdapter(Value(value)) { }
};

class ItemIterator
{
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Adapter;
    using difference_type = std::ptrdiff_t;
    using pointer = Adapter *;
    using reference = Adapter &;

    explicit ItemIterator(const Json *at) : m_at(at) { }
    Adapter operator*() const { return Adapter(*m_at); }
    valijson::adapters::DerefProxy<Adapter> operator->() const
    {
        return valijson::adapters::DerefProxy<Adapter>(**this);
    }
    bool operator==(const ItemIterator &) const = default;
    ItemIterator &operator++()
    {
        ++m_at;
        return *this;
    }
    ItemIterator operator++(int) { return ItemIterator(m_at++); }
    ItemIterator &operator--()
    {
        --m_at;
        return *this;
    }
    void advance(std::ptrdiff_t count) { m_at += count; }

private:
    const Json *m_at;
};

class MemberIterator
{
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = AdapterMember;
    using difference_type = std::ptrdiff_t;
    using pointer = AdapterMember *;
    using reference = AdapterMember &;

    explicit MemberIterator(const Json::Member *at) : m_at(at) { }
    AdapterMember operator*() const { return {toStdString(m_at->key()), Adapter(m_at->value)}; }
    valijson::adapters::DerefProxy<AdapterMember> operator->() const
    {
        return valijson::adapters::DerefProxy<AdapterMember>(**this);
    }
    bool operator==(const MemberIterator &) const = default;
    MemberIterator &operator++()
    {
        ++m_at;
        return *this;
    }
    MemberIterator operator++(int) { return MemberIterator(m_at++); }
    MemberIterator &operator--()
    {
        --m_at;
        return *this;
    }

private:
    const Json::Member *m_at;
};

inline ItemIterator Array::begin() const
{
    return ItemIterator(m_value->items().data());
}
inline ItemIterator Array::end() const
{
    return ItemIterator(m_value->items().data() + m_value->items().size());
}
inline MemberIterator Object::begin() const
{
    return MemberIterator(m_value->members().data());
}
inline MemberIterator Object::end() const
{
    return MemberIterator(m_value->members().data() + m_value->members().size());
}
inline MemberIterator Object::find(const std::string &key) const
{
    const qsizetype index = m_value->indexOf(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())));
    return index < 0 ? end() : MemberIterator(m_value->members().data() + index);
}
inline bool Frozen::equalTo(const valijson::adapters::Adapter &other, bool strict) const
{
    return Adapter(m_value).equalTo(other, strict);
}

} // namespace jackfield::valijson_json

namespace valijson::adapters {

template <> struct AdapterTraits<jackfield::valijson_json::Adapter>
{
    using DocumentType = jackfield::Json;
    static std::string adapterName() { return "jackfield::Json"; }
};

} // namespace valijson::adapters
