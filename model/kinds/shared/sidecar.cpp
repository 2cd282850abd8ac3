// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/sidecar.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer positionsAt()
{
    return JsonPointer("/positions"_ba);
}

} // namespace

std::optional<QPointF> readPosition(const Json &value)
{
    // Of known length: every node is asked for them.
    constexpr QByteArrayView kX("x");
    constexpr QByteArrayView kY("y");
    const Json *x = value.find(kX);
    const Json *y = value.find(kY);
    if (!x || !y || !x->isNumber() || !y->isNumber())
        return std::nullopt;
    return QPointF(x->toDouble(), y->toDouble());
}

Json withPosition(const Json &place, QPointF position)
{
    Json result = place.isObject() ? place : Json::object();
    result.set("x", Json::number(position.x()));
    result.set("y", Json::number(position.y()));
    return result;
}

std::optional<QPointF> SidecarPositions::of(const NodeId &id) const
{
    const Json *place = m_positions.find(id.utf8);
    return place ? readPosition(*place) : std::nullopt;
}

JsonEdits placeInSidecar(const Json &sidecar, const QList<MoveNodes::Place> &places)
{
    JsonEdits edits;
    if (places.isEmpty())
        return edits;
    const Json &positions = sidecar["positions"];
    if (!positions.isObject()) {
        Json fresh = Json::object();
        for (const MoveNodes::Place &place : places)
            fresh.set(place.node.utf8, withPosition({}, place.position));
        if (!sidecar.isObject())
            return {JsonEdit::set({}, Json::object({member("positions", std::move(fresh))}))};
        if (sidecar.contains("positions"))
            return {JsonEdit::set(positionsAt(), std::move(fresh))};
        return {JsonEdit::insert(positionsAt(), std::move(fresh))};
    }
    edits.reserve(places.size());
    for (const MoveNodes::Place &place : places) {
        const JsonPointer at = positionsAt().child(place.node.utf8);
        const Json *old = positions.find(place.node.utf8);
        if (!old)
            edits.append(JsonEdit::insert(at, withPosition({}, place.position)));
        else if (readPosition(*old) != place.position)
            edits.append(JsonEdit::set(at, withPosition(*old, place.position)));
    }
    return edits;
}

JsonEdits removeFromSidecar(const Json &sidecar, const QList<NodeId> &nodes)
{
    const Json &positions = sidecar["positions"];
    std::vector<std::pair<qsizetype, const NodeId *>> found;
    if (positions.isObject()) {
        for (const NodeId &id : nodes) {
            if (const qsizetype at = positions.indexOf(id.utf8); at >= 0)
                found.emplace_back(at, &id);
        }
    }
    // From the back, so that no removal moves what is removed later.
    std::ranges::sort(found, std::ranges::greater(), &std::pair<qsizetype, const NodeId *>::first);
    JsonEdits edits;
    edits.reserve(qsizetype(found.size()));
    for (const auto &[at, id] : found)
        edits.append(JsonEdit::remove(positionsAt().child(id->utf8)));
    return edits;
}

JsonEdits renameInSidecar(const Json &sidecar, const NodeId &from, const NodeId &to)
{
    const Json &positions = sidecar["positions"];
    JsonEdits edits;
    if (!positions.contains(from.utf8))
        return edits;
    if (positions.contains(to.utf8))
        edits.append(JsonEdit::remove(positionsAt().child(to.utf8)));
    edits.append(JsonEdit::rename(positionsAt().child(from.utf8), Json::string(to.utf8)));
    return edits;
}

std::optional<QList<NodeId>> nodesPlacedBy(const JsonEdits &sidecarEdits)
{
    QList<NodeId> nodes;
    for (const JsonEdit &edit : sidecarEdits) {
        const QList<QByteArray> keys = edit.at.keys();
        if (keys.isEmpty())
            return std::nullopt;
        const bool renamed = edit.operation == JsonEdit::Operation::Rename;
        if (keys.size() == 1 && (keys.first() == "positions" || (renamed && edit.value.utf8() == "positions")))
            return std::nullopt;
        if (keys.first() != "positions")
            continue;
        nodes.append(NodeId(keys.at(1)));
        if (renamed && keys.size() == 2)
            nodes.append(NodeId(edit.value.toUtf8()));
    }
    return nodes;
}

} // namespace jackfield
