// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/touched.h"

#include "model/kinds/node_list/graph_json.h"

namespace jackfield::nodelist {

namespace {

using Operation = JsonEdit::Operation;

/// Each splice costs a pass over the indexes; more than these are dearer than a fresh projection.
constexpr qsizetype kMostSplices = 24;

class Tracer
{
public:
    Tracer(const Graph &before, const JsonPointer &root) : m_before(before), m_root(root) { }

    /// False when the edit is beyond tracing.
    bool trace(const JsonEdit &edit)
    {
        if (!m_root.contains(edit.at)) // another member may become the graph, too
            return !edit.at.contains(m_root) && edit.operation != Operation::Rename;
        const QList<QByteArray> keys = JsonPointer(edit.at.text().sliced(m_root.text().size())).keys();
        if (keys.isEmpty())
            return false;
        const bool isNode = keys.first() == "nodes";
        if (!isNode && keys.first() != "edges")
            return edit.operation != Operation::Rename
                || (edit.value.utf8() != "nodes" && edit.value.utf8() != "edges");
        const qsizetype index = keys.size() > 1 ? arrayIndex(keys.at(1)) : -1;
        if (index < 0)
            return false;
        if (keys.size() > 2)
            return isNode ? traceInNode(edit, keys, index) : traceInEdge(edit, keys, index);
        if (edit.operation == Operation::Insert)
            return insert(!isNode, index, edit.value);
        return edit.operation == Operation::Remove && remove(!isNode, index);
    }

    Touched touched;

private:
    /// Name of the item at `index` of the list as the splices so far have left it.
    QByteArray nameAt(bool isEdge, qsizetype index) const
    {
        for (qsizetype i = touched.splices.size() - 1; i >= 0; --i) {
            const Splice &splice = touched.splices.at(i);
            if (splice.isEdge != isEdge)
                continue;
            if (splice.inserts && splice.index == index)
                return splice.name;
            if (splice.inserts && index > splice.index)
                --index;
            else if (!splice.inserts && index >= splice.index)
                ++index;
        }
        if (isEdge)
            return index < m_before.edges().size() ? m_before.edges().at(index).id.utf8 : QByteArray();
        return index < m_before.nodes().size() ? m_before.nodes().at(index).id.utf8 : QByteArray();
    }

    bool isTaken(bool isEdge, const QByteArray &name) const
    {
        return isEdge ? m_before.edge(EdgeId(name)) != nullptr : m_before.node(NodeId(name)) != nullptr;
    }

    bool splice(bool isEdge, bool inserts, qsizetype index, const QByteArray &name)
    {
        if (touched.splices.size() == kMostSplices || !isPlainName(name) || isTaken(isEdge, name + "#2"))
            return false;
        const QByteArray key = (isEdge ? 'e' : 'n') + name;
        if (m_spliced.contains(key))
            return false;
        m_spliced.insert(key);
        touched.splices.append({.isEdge = isEdge, .inserts = inserts, .index = index, .name = name});
        return true;
    }

    bool insert(bool isEdge, qsizetype index, const Json &item)
    {
        QByteArray name = rawId(item);
        if (name.isEmpty() && isEdge)
            name = edgeStem(item);
        if (isTaken(isEdge, name) || !splice(isEdge, true, index, name))
            return false;
        if (isEdge) {
            touched.edges.insert(EdgeId(name));
            return true;
        }
        const NodeId id(name);
        touched.nodes.insert(id);
        touched.placed.insert(id);
        // Edges that named it before it existed end there now.
        for (const Edge &edge : m_before.edges()) {
            if (edge.target == name)
                touched.edges.insert(edge.id);
        }
        return true;
    }

    bool remove(bool isEdge, qsizetype index)
    {
        const QByteArray name = nameAt(isEdge, index);
        if (!splice(isEdge, false, index, name))
            return false;
        if (isEdge) {
            touched.nodes.insert(m_before.edge(EdgeId(name))->from);
            return true;
        }
        for (const Edge *edge : m_before.edgesTo(NodeId(name)))
            touched.edges.insert(edge->id);
        return true;
    }

    bool traceInNode(const JsonEdit &edit, const QList<QByteArray> &keys, qsizetype index)
    {
        const QByteArray &key = keys.at(2);
        if (key == "id" || (edit.operation == Operation::Rename && keys.size() == 3))
            return false;
        const NodeId id(nameAt(false, index));
        if (key == "position")
            touched.placed.insert(id);
        else
            touched.nodes.insert(id);
        return !id.isEmpty();
    }

    bool traceInEdge(const JsonEdit &edit, const QList<QByteArray> &keys, qsizetype index)
    {
        const QByteArray &key = keys.at(2);
        if (key == "id" || (edit.operation == Operation::Rename && keys.size() == 3))
            return false;
        const Edge *edge = m_before.edge(EdgeId(nameAt(true, index)));
        if (!edge)
            return false;
        const bool isEnd = key != "label" && key != "data";
        // An edge without an id is called after its ends.
        if (isEnd && edge->id.utf8.contains('>'))
            return false;
        touched.edges.insert(edge->id);
        return true;
    }

    const Graph &m_before;
    const JsonPointer &m_root;
    QSet<QByteArray> m_spliced;
};

} // namespace

std::optional<Touched> Touched::by(const JsonEdits &contentEdits, const Graph &before, const JsonPointer &root)
{
    Tracer tracer(before, root);
    for (const JsonEdit &edit : contentEdits) {
        if (!tracer.trace(edit))
            return std::nullopt;
    }
    return std::move(tracer.touched);
}

} // namespace jackfield::nodelist
