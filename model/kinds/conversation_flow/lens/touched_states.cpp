// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/touched_states.h"

#include "model/kinds/conversation_flow/shape/flow_shape.h"

#include <algorithm>

namespace jackfield::conversationflow {

namespace {

// Beyond this an edit list is bulk work and a projection from scratch is as cheap.
constexpr qsizetype kMaxEdits = 256;

using Operation = JsonEdit::Operation;

/// Collects what each edit touches. Array indexes are followed through the edits that come after.
class Collector
{
public:
    Collector(const Graph &graph, const Json &content)
        : m_graph(graph), m_content(content), m_shape(shapeOf(content)), m_depth(m_shape == Shape::BareMap ? 0 : 1)
    {
    }

    Touched take(const FlowEdits &applied)
    {
        if (applied.content.size() > kMaxEdits || applied.sidecar.size() > kMaxEdits)
            m_touched.everything = true;
        for (qsizetype i = 0; i < applied.content.size() && !m_touched.everything; ++i)
            visit(applied.content, i);
        resolveItems();
        for (qsizetype i = 0; i < applied.sidecar.size() && !m_touched.everything; ++i)
            visitSidecar(applied.sidecar[i]);
        return std::move(m_touched);
    }

private:
    void visit(const JsonEdits &edits, qsizetype number)
    {
        const JsonEdit &edit = edits[number];
        const QList<QByteArray> keys = edit.at.keys();
        const bool outside = m_depth == 1 && !keys.isEmpty() && keys.first() != "states";
        if (outside && (edit.operation != Operation::Rename || keys.size() > 1)) {
            m_touched.start = m_touched.start || keys.first() == "initial_state";
            return;
        }
        if (outside || keys.size() <= m_depth || decidesShape(keys[m_depth]) || keys[m_depth].isEmpty()) {
            m_touched.everything = true;
            return;
        }
        const bool whole = keys.size() == m_depth + 1;
        if (m_shape == Shape::StatesArray) {
            visitItem(edits, number, keys, whole);
            return;
        }
        m_touched.states.insert(NodeId(keys[m_depth]));
        m_touched.structure = m_touched.structure || whole;
    }

    bool decidesShape(const QByteArray &key) const
    {
        if (m_shape == Shape::BareMap)
            return key == "states" || key == "initial_state" || key == "intents";
        return m_shape == Shape::StatesObject && isStateMember(key);
    }

    void visitItem(const JsonEdits &edits, qsizetype number, const QList<QByteArray> &keys, bool whole)
    {
        const JsonEdit &edit = edits[number];
        const bool renames
            = !whole && keys.size() == m_depth + 2 && (keys.last() == "name" || edit.operation == Operation::Rename);
        m_touched.structure = m_touched.structure || whole || renames;
        if (edit.operation == Operation::Remove && whole)
            return;
        if (edit.operation == Operation::Move && whole) {
            m_touched.everything = true;
            return;
        }
        qsizetype index = arrayIndex(keys[m_depth]);
        for (qsizetype later = number + 1; later < edits.size(); ++later) {
            const JsonEdit &next = edits[later];
            if (next.at.isRoot() || next.at.parent() != containerOf(m_shape))
                continue;
            const qsizetype at = arrayIndex(next.at.lastKey());
            if (next.operation == Operation::Move) {
                m_touched.everything = true;
                return;
            }
            if (next.operation == Operation::Remove && at == index)
                return;
            if (next.operation == Operation::Remove && at < index)
                --index;
            if (next.operation == Operation::Insert && at <= index)
                ++index;
        }
        m_items.insert(index);
    }

    /// Without changes of structure the places are those in the graph; otherwise names tell, which are then ids.
    void resolveItems()
    {
        const JsonPointer container = containerOf(m_shape);
        for (const qsizetype index : std::as_const(m_items)) {
            const Json *item = container.child(index).in(m_content);
            if (!item || (!m_touched.structure && index >= m_graph.nodes().size()))
                m_touched.everything = true;
            else if (m_touched.structure)
                m_touched.states.insert(NodeId((*item)["name"].toUtf8()));
            else
                m_touched.states.insert(m_graph.nodes()[index].id);
        }
    }

    void visitSidecar(const JsonEdit &edit)
    {
        const QList<QByteArray> keys = edit.at.keys();
        const bool renames = edit.operation == Operation::Rename;
        if (keys.isEmpty() || (keys.size() == 1 && (renames || keys.first() == "positions"))) {
            // The first positions of a flow come as a whole.
            m_touched.everything = keys.isEmpty() || edit.operation != Operation::Insert;
            for (const Json::Member &place : edit.value.members())
                m_touched.states.insert(NodeId(place.name.toUtf8()));
            return;
        }
        if (keys.first() != "positions")
            return;
        m_touched.states.insert(NodeId(keys[1]));
        if (renames && keys.size() == 2)
            m_touched.states.insert(NodeId(edit.value.toUtf8()));
    }

    const Graph &m_graph;
    const Json &m_content;
    Shape m_shape;
    qsizetype m_depth;
    QSet<qsizetype> m_items; ///< of an array of states, by their places after the edits
    Touched m_touched;
};

} // namespace

Touched touchedBy(const Graph &graph, const Json &content, const FlowEdits &applied)
{
    return Collector(graph, content).take(applied);
}

} // namespace jackfield::conversationflow
