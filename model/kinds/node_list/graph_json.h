// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/json/json.h"

#include <span>

namespace jackfield::nodelist {

// How {nodes, edges} is spelt: nodes {id, type, data, position}, edges {id, source, sourceHandle, target, label}.

/// A text, or the digits of a number; empty for anything else.
QByteArrayView scalarText(const Json &value);
/// What the file calls an item; empty when it has no usable id.
QByteArray rawId(const Json &item);

std::span<const Json> nodeItems(const Json &content);
std::span<const Json> edgeItems(const Json &content);

/// Where the items live in the content. One allocation a pointer: those of all nodes are made anew when one is put in
/// front of them.
class ItemPointers
{
public:
    /// `root`: where {nodes, edges} live.
    explicit ItemPointers(const JsonPointer &root) : m_nodes(root.text() + "/nodes/"), m_edges(root.text() + "/edges/")
    {
    }
    JsonPointer node(qsizetype index) const;
    JsonPointer nodeData(qsizetype index) const;
    JsonPointer edge(qsizetype index) const;

private:
    QByteArray m_nodes; ///< what stands before the number
    QByteArray m_edges;
};

/// Member that names the source ("source", else "from" when the edge has that one); likewise the target.
QByteArrayView sourceKey(const Json &edge);
QByteArrayView targetKey(const Json &edge);
QByteArray sourceOf(const Json &edge);
QByteArray targetOf(const Json &edge);
QByteArray handleOf(const Json &edge);
QString labelOf(const Json &edge);
/// What to call an edge that has no id, from its ends: stays the same while other edges come and go.
QByteArray edgeStem(const Json &edge);
/// A name for an output that only the edge knows: its label, or the readable part of the handle.
QString handleName(const Json &edge);

/// Unique names for items, the file's own where possible. An item gets its own id when it is the first with it; then,
/// in order, the others get `stem` when that is free, else stem#1, stem#2 ... (id#2, id#3 ... for repeated ids).
struct Naming
{
    QByteArray own; ///< the file's id, may be empty or repeated
    QByteArray stem; ///< used when `own` is empty
};
/// `owners` receives for each name the place of the item whose own it is, -1 for a made-up one.
class Owners
{
public:
    void reserve(qsizetype size) { m_places.reserve(size); }
    qsizetype size() const { return m_places.size(); }
    bool contains(const QByteArray &name) const { return m_places.contains(NodeId(name)); }
    qsizetype ownerOf(const QByteArray &name) const { return m_places.value(NodeId(name), -1); }
    void tryInsert(const QByteArray &name, qsizetype place)
    {
        const qsizetype known = m_places.size();
        qsizetype &owner = m_places[NodeId(name)];
        if (m_places.size() > known)
            owner = place;
    }

private:
    QHash<NodeId, qsizetype> m_places;
};
QList<QByteArray> uniqueNames(const QList<Naming> &items, Owners &owners);
/// Whether adding or removing an item of that name leaves all other names as they are, given whether "<name>#2" is
/// taken.
bool isPlainName(QByteArrayView name);

} // namespace jackfield::nodelist
