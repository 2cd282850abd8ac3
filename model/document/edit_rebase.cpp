// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/edit_rebase.h"

#include <algorithm>

namespace jackfield {

namespace {

using Operation = JsonEdit::Operation;

enum class Fate : quint8 { Keeps, Done, Lost };

JsonPointer pointerOf(const QList<QByteArray> &keys)
{
    JsonPointer pointer;
    for (const QByteArray &key : keys)
        pointer = pointer.child(key);
    return pointer;
}

// Where the item (or, for an insert, the gap before it) at `index` is after `other` changed the array.
qsizetype shifted(qsizetype index, bool gap, const PlacedEdit &other, bool otherFirst)
{
    const qsizetype at = arrayIndex(other.keys.constLast());
    const auto afterRemoval = [&](qsizetype from) { return index > from ? index - 1 : index; };
    const auto afterInsertion = [&](qsizetype here, qsizetype to) {
        return here > to || (here == to && (!gap || otherFirst)) ? here + 1 : here;
    };
    switch (other.edit.operation) {
    case Operation::Insert:
        return at < 0 ? index : afterInsertion(index, at);
    case Operation::Remove:
        return afterRemoval(at);
    case Operation::Move:
        if (at == other.edit.position)
            return index;
        return index == at && !gap ? other.edit.position : afterInsertion(afterRemoval(at), other.edit.position);
    case Operation::Set:
    case Operation::Rename:
        break;
    }
    return index;
}

// Where an item goes that moves from `from` to `to`. A target counts without the item: the gap it means among all items
// is one further when it lies behind, and that gap is what `other` shifts.
qsizetype shiftedTarget(qsizetype from, qsizetype to, qsizetype shiftedFrom, const PlacedEdit &other, bool otherFirst)
{
    if (from == to)
        return shiftedFrom;
    const qsizetype gap = shifted(to > from ? to + 1 : to, true, other, otherFirst);
    return gap > shiftedFrom ? gap - 1 : gap;
}

Fate rebaseInArray(PlacedEdit &edit, const PlacedEdit &other, bool otherFirst)
{
    const qsizetype depth = other.keys.size() - 1;
    const qsizetype index = arrayIndex(edit.keys[depth]);
    if (index < 0)
        return Fate::Keeps;
    const bool itself = edit.keys.size() == depth + 1;
    const bool gap = itself && edit.edit.operation == Operation::Insert;
    if (!gap && index == arrayIndex(other.keys.constLast())) {
        if (other.edit.operation == Operation::Remove)
            return itself && edit.edit.operation == Operation::Remove ? Fate::Done : Fate::Lost;
        if (other.edit.operation == Operation::Set && !itself)
            return Fate::Lost;
    }
    const qsizetype moved = shifted(index, gap, other, otherFirst);
    if (itself && edit.edit.operation == Operation::Move) {
        const bool bothMoveIt = other.edit.operation == Operation::Move && index == arrayIndex(other.keys.constLast());
        if (bothMoveIt && index != other.edit.position && !otherFirst)
            return Fate::Done; // who comes last says where
        edit.edit.position = shiftedTarget(index, edit.edit.position, moved, other, otherFirst);
    }
    edit.keys[depth] = QByteArray::number(moved);
    return Fate::Keeps;
}

Fate rebaseInObject(PlacedEdit &edit, const PlacedEdit &other)
{
    const qsizetype depth = other.keys.size() - 1;
    const bool itself = edit.keys.size() == depth + 1;
    if (edit.keys[depth] != other.keys.constLast() || (itself && edit.edit.operation == Operation::Insert))
        return Fate::Keeps;
    switch (other.edit.operation) {
    case Operation::Remove:
        return itself && edit.edit.operation == Operation::Remove ? Fate::Done : Fate::Lost;
    case Operation::Rename:
        edit.keys[depth] = other.edit.value.toUtf8();
        return Fate::Keeps;
    case Operation::Set:
        return itself ? Fate::Keeps : Fate::Lost;
    case Operation::Insert:
    case Operation::Move:
        break;
    }
    return Fate::Keeps;
}

Fate rebase(PlacedEdit &edit, const PlacedEdit &other, bool otherFirst)
{
    if (other.keys.isEmpty())
        return edit.keys.isEmpty() ? Fate::Keeps : Fate::Lost;
    const qsizetype depth = other.keys.size() - 1;
    if (edit.keys.size() <= depth || !std::equal(other.keys.cbegin(), other.keys.cend() - 1, edit.keys.cbegin()))
        return Fate::Keeps;
    return other.inArray ? rebaseInArray(edit, other, otherFirst) : rebaseInObject(edit, other);
}

// Carries `edit` over `others` and, in step, `others` over `edit`: the next edit is meant for the state after this one.
Fate carryOver(PlacedEdit &edit, PlacedEdits &others, bool othersFirst)
{
    Fate fate = Fate::Keeps;
    PlacedEdits carried;
    carried.reserve(others.size());
    for (const PlacedEdit &other : std::as_const(others)) {
        if (fate != Fate::Keeps) {
            carried.append(other);
            continue;
        }
        PlacedEdit moved = other;
        if (rebase(moved, edit, !othersFirst) == Fate::Keeps)
            carried.append(std::move(moved));
        fate = rebase(edit, other, othersFirst);
    }
    others = std::move(carried);
    return fate;
}

} // namespace

PlacedEdits placeEdits(Json document, const JsonEdits &edits)
{
    PlacedEdits placed;
    placed.reserve(edits.size());
    for (const JsonEdit &edit : edits) {
        const Json *container = edit.at.isRoot() ? nullptr : edit.at.parent().in(document);
        placed.append({edit, edit.at.keys(), container && container->isArray()});
        if (!applyEdits(document, {edit}))
            break;
    }
    return placed;
}

std::optional<PlacedEdits> rebased(const PlacedEdits &edits, const PlacedEdits &others, bool othersFirst)
{
    PlacedEdits result;
    PlacedEdits remaining = others;
    for (PlacedEdit edit : edits) {
        const Fate fate = carryOver(edit, remaining, othersFirst);
        if (fate == Fate::Lost)
            return std::nullopt;
        if (fate == Fate::Keeps)
            result.append(std::move(edit));
    }
    return result;
}

PlacedEdits rebasedWhatRemains(const PlacedEdits &edits, const PlacedEdits &others, bool othersFirst)
{
    PlacedEdits result;
    PlacedEdits remaining = others;
    for (PlacedEdit edit : edits) {
        if (carryOver(edit, remaining, othersFirst) == Fate::Keeps)
            result.append(std::move(edit));
    }
    return result;
}

JsonEdits plainEdits(Json document, const PlacedEdits &edits)
{
    JsonEdits plain;
    plain.reserve(edits.size());
    for (const PlacedEdit &placed : edits) {
        JsonEdit edit = placed.edit;
        edit.at = pointerOf(placed.keys);
        const Json *container = placed.keys.isEmpty() ? nullptr : edit.at.parent().in(document);
        if (container && edit.operation == Operation::Move)
            edit.position = std::clamp<qsizetype>(edit.position, 0, std::max<qsizetype>(0, container->size() - 1));
        if (container && edit.operation == Operation::Insert && !placed.inArray && edit.position > container->size())
            edit.position = -1;
        const auto applied = applyEdits(document, {edit});
        plain.append(std::move(edit));
        if (!applied)
            break;
    }
    return plain;
}

} // namespace jackfield
