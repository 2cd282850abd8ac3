// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/locations.h"

#include "model/kinds/node_list/graph_json.h"

#include <QSet>

#include <algorithm>
#include <ranges>

namespace jackfield::callflow {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLooksWithoutIndex = 4;
// Of known length: thousands of items are asked for them.
constexpr QByteArrayView kNodeId("nodeId");
constexpr QByteArrayView kX("x");
constexpr QByteArrayView kY("y");

JsonPointer listAt()
{
    return JsonPointer("/locations"_ba);
}

bool isPlace(const Json &item)
{
    return item[kX].isNumber() && item[kY].isNumber();
}

/// The node that an item of this or of another form names.
QByteArrayView nameIn(const Json &item)
{
    return nodelist::scalarText(item[kNodeId]);
}

/// Only for as long as the list lives: no copy for a look-up.
NodeId borrowed(QByteArrayView name)
{
    return NodeId(QByteArray::fromRawData(name.data(), name.size()));
}

Json locationOf(const MoveNodes::Place &place)
{
    return withPosition(Json::object({member(kNodeId, Json::string(place.node.utf8))}), place.position);
}

} // namespace

QList<Location> locationsIn(const Json &locations)
{
    QList<Location> found;
    found.reserve(qsizetype(locations.items().size()));
    qsizetype index = 0;
    for (const Json &item : locations.items()) {
        if (const QByteArrayView node = nameIn(item); !node.isEmpty() && isPlace(item))
            found.append({.index = index, .node = node});
        ++index;
    }
    return found;
}

JsonPointer locationPointer(qsizetype index)
{
    return listAt().child(index);
}

qsizetype Locations::indexOf(const NodeId &node) const
{
    if (node.isEmpty())
        return -1;
    if (m_looks < kLooksWithoutIndex) {
        ++m_looks;
        const auto counts = [&](const Json &item) { return nameIn(item) == node.utf8 && isPlace(item); };
        const std::span<const Json> items = m_list.items();
        const auto found = std::ranges::find_if(items, counts);
        return found == items.end() ? -1 : found - items.begin();
    }
    if (m_looks == kLooksWithoutIndex) {
        ++m_looks;
        const QList<Location> all = locationsIn(m_list);
        m_index.reserve(all.size());
        for (const Location &location : all | std::views::reverse) // so that the first stays
            m_index.insert(borrowed(location.node), location.index);
    }
    return m_index.value(node, -1);
}

std::optional<QPointF> Locations::of(const NodeId &node) const
{
    const qsizetype index = indexOf(node);
    return index < 0 ? std::nullopt : readPosition(m_list.at(index));
}

Result<void> Locations::place(FlowEdits &edits, const QList<MoveNodes::Place> &places) const
{
    if (places.isEmpty())
        return {};
    if (m_list.isNull()) {
        std::vector<Json> fresh;
        std::ranges::transform(places, std::back_inserter(fresh), locationOf);
        const Json list = Json::array(std::move(fresh));
        edits.content.append(m_isThere ? JsonEdit::set(listAt(), list) : JsonEdit::insert(listAt(), list));
        return {};
    }
    if (!m_list.isArray()) {
        return Error{
            .code = "not_a_list"_ba,
            .message
            = u"Member \"locations\" of the flow is not a list, so no node can be placed: repair it in the JSON pane."_s,
            .pointer = listAt().text()};
    }
    qsizetype end = m_list.size();
    for (const MoveNodes::Place &place : places) {
        const qsizetype index = indexOf(place.node);
        if (index < 0) {
            edits.content.append(JsonEdit::insert(locationPointer(end++), locationOf(place)));
            continue;
        }
        // Number by number: an edit of the whole item would not tell which node the item was for before.
        const Json &item = m_list.at(index);
        for (const auto &[key, value] : {std::pair(kX, place.position.x()), std::pair(kY, place.position.y())}) {
            if (item[key].toDouble() != value)
                edits.content.append(JsonEdit::set(locationPointer(index).child(key), Json::number(value)));
        }
    }
    return {};
}

void Locations::remove(FlowEdits &edits, const QList<NodeId> &nodes) const
{
    const QSet<NodeId> gone(nodes.begin(), nodes.end());
    // From the back, so that no removal moves what is removed later.
    const QList<Location> all = locationsIn(m_list);
    for (const Location &location : all | std::views::reverse) {
        if (gone.contains(borrowed(location.node)))
            edits.content.append(JsonEdit::remove(locationPointer(location.index)));
    }
}

void Locations::rename(FlowEdits &edits, const NodeId &from, const NodeId &to) const
{
    const QList<Location> all = locationsIn(m_list);
    const qsizetype before = edits.content.size();
    for (const Location &location : all) {
        if (location.node == from.utf8)
            edits.content.append(JsonEdit::set(locationPointer(location.index).child(kNodeId), Json::string(to.utf8)));
    }
    if (edits.content.size() > before)
        remove(edits, {to});
}

std::optional<QList<NodeId>> Locations::movedBy(const FlowEdits &applied) const
{
    QList<NodeId> nodes;
    bool inserted = false;
    bool changed = false;
    for (const JsonEdit &edit : applied.content) {
        if (!listAt().contains(edit.at))
            continue;
        const QList<QByteArray> keys = edit.at.keys();
        if (keys.size() == 2 && edit.operation == JsonEdit::Operation::Insert) {
            nodes.append(NodeId(nameIn(edit.value).toByteArray()));
            inserted = true;
            continue;
        }
        const qsizetype index = keys.size() > 2 && keys.at(2) != kNodeId ? arrayIndex(keys.at(1)) : -1;
        if (index < 0 || index >= qsizetype(m_list.items().size()))
            return std::nullopt;
        nodes.append(NodeId(nameIn(m_list.at(index)).toByteArray()));
        changed = true;
    }
    // What was inserted may have moved what was changed.
    if (inserted && changed)
        return std::nullopt;
    return nodes;
}

} // namespace jackfield::callflow
