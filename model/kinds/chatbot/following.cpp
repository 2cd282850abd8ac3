// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/chatbot/compiler.h"
#include "model/kinds/node_face.h"

#include <algorithm>

namespace jackfield::chatbot {

namespace {

/// What becomes of the items of a list when it changes: common beginning and end stay, the middle is taken by place.
/// Result: index after the change for each index before it, -1 for those that are gone.
QList<qsizetype> followItems(std::span<const Json> before, std::span<const Json> after)
{
    const size_t shorter = std::min(before.size(), after.size());
    size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QList<qsizetype> result(qsizetype(before.size()), -1);
    const bool sameLength = before.size() == after.size();
    for (size_t i = 0; i < before.size(); ++i) {
        if (i < head || (sameLength && i < before.size() - tail))
            result[qsizetype(i)] = qsizetype(i);
        else if (i >= before.size() - tail)
            result[qsizetype(i)] = qsizetype(after.size() - before.size() + i);
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
    Json content = m_state.content;
    if (const Result<JsonEdits> applied = applyEdits(content, edits.content); !applied)
        return applied.error();
    const Json *after = node.data.in(content);
    QList<qsizetype> gone;
    for (const PortList &list : type->portList) {
        const Json *oldItems = list.items.in(before);
        const Json *newItems = after ? list.items.in(*after) : nullptr;
        if (!oldItems || !oldItems->isArray() || (newItems && (newItems->sharesWith(*oldItems) || !newItems->isArray())))
            continue;
        const QList<QByteArray> oldIds = listedPortIds(list, before);
        const QList<QByteArray> newIds = after ? listedPortIds(list, *after) : QList<QByteArray>();
        const QList<qsizetype> moves = followItems(oldItems->items(), newItems ? newItems->items() : std::span<const Json>());
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

} // namespace jackfield::chatbot
