// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/compiler.h"
#include "model/kinds/shared/node_face.h"

#include <algorithm>

namespace jackfield::nodelist {

namespace {

/// What becomes of the items of a list when it changes: equal items are the same one, wherever they are now; between
/// lists of one length, an item that is new stands for the one whose place it has taken.
/// Result: index after the change for each index before it, -1 for those that are gone.
QList<qsizetype> followItems(std::span<const Json> before, std::span<const Json> after)
{
    const auto placeIn = [](std::span<const Json> items, const Json &item) {
        const auto found = std::ranges::find(items, item);
        return found == items.end() ? -1 : found - items.begin();
    };
    const bool sameLength = before.size() == after.size();
    QList<qsizetype> result;
    for (size_t i = 0; i < before.size(); ++i) {
        const bool stays = i < after.size() && before[i] == after[i];
        qsizetype now = stays ? qsizetype(i) : placeIn(after, before[i]);
        if (now < 0 && sameLength && placeIn(before, after[i]) < 0)
            now = qsizetype(i);
        result.append(now);
    }
    return result;
}

} // namespace

Result<void> Compiler::followOutputs(FlowEdits &edits, const Node &node, const Json &before) const
{
    const NodeType *type = m_catalog.find(node.type);
    const QList<const Edge *> outgoing = m_graph.edgesFrom(node.id);
    if (!type || type->portList.isEmpty() || outgoing.isEmpty())
        return {};
    Json content = m_part.content;
    if (const Result<JsonEdits> applied = applyEdits(content, edits.content); !applied)
        return applied.error();
    const Json *after = node.data.in(content);
    QList<qsizetype> gone;
    for (const PortList &list : type->portList) {
        const Json *oldItems = list.items.in(before);
        const Json *newItems = after ? list.items.in(*after) : nullptr;
        if (!oldItems || !oldItems->isArray()
            || (newItems && (newItems->sharesWith(*oldItems) || !newItems->isArray())))
            continue;
        const QList<QByteArray> oldIds = listedPortIds(list, before);
        const QList<QByteArray> newIds = after ? listedPortIds(list, *after) : QList<QByteArray>();
        const QList<qsizetype> moves
            = followItems(oldItems->items(), newItems ? newItems->items() : std::span<const Json>());
        for (const Edge *edge : outgoing) {
            const qsizetype old = oldIds.indexOf(edge->port);
            if (old < 0)
                continue;
            if (const qsizetype now = moves.at(old); now < 0) {
                gone.append(edge - m_graph.edges().constData());
            } else if (const QByteArray &id = newIds.at(now); id != edge->port && newIds.count(id) == 1) {
                edits.content.append(JsonEdit::set(edge->pointer.child("sourceHandle"), Json::string(id)));
            }
        }
    }
    removeEdges(edits, std::move(gone));
    return {};
}

} // namespace jackfield::nodelist
