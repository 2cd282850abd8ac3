// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Arrays and objects: looking inside, and changing a container that may be shared.
#include "model/json/json.h"
#include "model/json/json_representation.h"

#include <algorithm>

namespace jackfield {

namespace {

template <typename T> T takeAt(std::vector<T> &from, qsizetype index)
{
    const auto at = from.begin() + index;
    T taken = std::move(*at);
    from.erase(at);
    return taken;
}

template <typename T> void moveWithin(std::vector<T> &list, qsizetype from, qsizetype to)
{
    const auto begin = list.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
}

} // namespace

const Json::ArrayRep *Json::arrayRep() const
{
    return m_cell.tag == Tag::Array ? static_cast<const ArrayRep *>(static_cast<const Shared *>(address())) : nullptr;
}

const Json::ObjectRep *Json::objectRep() const
{
    return m_cell.tag == Tag::Object ? static_cast<const ObjectRep *>(static_cast<const Shared *>(address())) : nullptr;
}

Json::ArrayRep &Json::detachedArray()
{
    Q_ASSERT(isArray());
    auto *rep = static_cast<ArrayRep *>(static_cast<Shared *>(address()));
    if (!rep) {
        rep = new ArrayRep;
        setAddress(Tag::Array, static_cast<Shared *>(rep));
    } else if (rep->references.load(std::memory_order_acquire) != 1) {
        auto *copy = new ArrayRep(rep->items);
        release();
        setAddress(Tag::Array, static_cast<Shared *>(copy));
        rep = copy;
    }
    return *rep;
}

Json::ObjectRep &Json::detachedObject()
{
    Q_ASSERT(isObject());
    auto *rep = static_cast<ObjectRep *>(static_cast<Shared *>(address()));
    if (!rep) {
        rep = new ObjectRep;
        setAddress(Tag::Object, static_cast<Shared *>(rep));
    } else if (rep->references.load(std::memory_order_acquire) != 1) {
        auto *copy = new ObjectRep(rep->members, rep->index);
        release();
        setAddress(Tag::Object, static_cast<Shared *>(copy));
        rep = copy;
    }
    return *rep;
}

qsizetype Json::size() const
{
    if (const ArrayRep *array = arrayRep())
        return std::ssize(array->items);
    const ObjectRep *object = objectRep();
    return object ? std::ssize(object->members) : 0;
}

std::span<const Json> Json::items() const
{
    const ArrayRep *rep = arrayRep();
    return rep ? std::span<const Json>(rep->items) : std::span<const Json>();
}

std::span<const Json::Member> Json::members() const
{
    const ObjectRep *rep = objectRep();
    return rep ? std::span<const Member>(rep->members) : std::span<const Member>();
}

const Json &Json::at(qsizetype index) const
{
    Q_ASSERT(isArray() && index >= 0 && index < size());
    return arrayRep()->items[static_cast<size_t>(index)];
}

qsizetype Json::indexOf(QByteArrayView key) const
{
    const ObjectRep *rep = objectRep();
    if (!rep)
        return -1;
    if (rep->index.isActive())
        return rep->index.find(rep->members, key);
    // Keys are short as a rule, and a lens asks for a dozen of every node and edge.
    const auto found = std::ranges::find_if(rep->members, [key](const Member &member) {
        const Cell &name = member.name.m_cell;
        if (name.tag != Tag::ShortString)
            return member.key() == key;
        return name.length == key.size() && (key.isEmpty() || std::memcmp(name.bytes, key.data(), name.length) == 0);
    });
    return found == rep->members.end() ? -1 : found - rep->members.begin();
}

const Json *Json::find(QByteArrayView key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &objectRep()->members[static_cast<size_t>(index)].value;
}

const Json &Json::operator[](QByteArrayView key) const
{
    static const Json absent;
    const Json *found = find(key);
    return found ? *found : absent;
}

Json &Json::itemRef(qsizetype index)
{
    Q_ASSERT(index >= 0 && index < size());
    return detachedArray().items[static_cast<size_t>(index)];
}

void Json::append(Json item)
{
    detachedArray().items.push_back(std::move(item));
}

void Json::insertItem(qsizetype index, Json item)
{
    Q_ASSERT(index >= 0 && index <= size());
    auto &list = detachedArray().items;
    list.insert(list.begin() + index, std::move(item));
}

Json Json::takeItem(qsizetype index)
{
    Q_ASSERT(index >= 0 && index < size());
    return takeAt(detachedArray().items, index);
}

void Json::moveItem(qsizetype from, qsizetype to)
{
    Q_ASSERT(from >= 0 && from < size() && to >= 0 && to < size());
    if (isArray()) {
        moveWithin(detachedArray().items, from, to);
        return;
    }
    ObjectRep &object = detachedObject();
    moveWithin(object.members, from, to);
    object.index.moved(from, to);
}

Json &Json::memberRef(qsizetype index)
{
    Q_ASSERT(index >= 0 && index < size());
    return detachedObject().members[static_cast<size_t>(index)].value;
}

void Json::set(QByteArrayView key, Json value)
{
    const qsizetype index = indexOf(key);
    if (index >= 0)
        memberRef(index) = std::move(value);
    else
        insertMember(size(), string(key), std::move(value));
}

void Json::insertMember(qsizetype index, Json name, Json value)
{
    Q_ASSERT(name.isString() && index >= 0 && index <= size() && !contains(name.utf8()));
    ObjectRep &object = detachedObject();
    object.members.insert(object.members.begin() + index, Member{std::move(name), std::move(value)});
    object.index.inserted(object.members, index);
}

Json::Member Json::takeMember(qsizetype index)
{
    Q_ASSERT(index >= 0 && index < size());
    ObjectRep &object = detachedObject();
    object.index.removing(object.members, index);
    return takeAt(object.members, index);
}

void Json::renameMember(qsizetype index, Json name)
{
    Q_ASSERT(name.isString() && index >= 0 && index < size());
    ObjectRep &object = detachedObject();
    object.members[static_cast<size_t>(index)].name = std::move(name);
    object.index.renamed(object.members, index);
}

void Json::reserve(qsizetype size)
{
    if (isArray())
        detachedArray().items.reserve(static_cast<size_t>(size));
    else
        detachedObject().members.reserve(static_cast<size_t>(size));
}

} // namespace jackfield
