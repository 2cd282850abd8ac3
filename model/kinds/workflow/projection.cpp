// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/workflow/projection.h"

#include "model/kinds/shared/node_face.h"
#include "model/kinds/shared/sidecar.h"

namespace jackfield::workflow {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShownKeywords = 12;

NodeId numbered(const QByteArray &stem, qsizetype index)
{
    return NodeId(stem + ' ' + QByteArray::number(index + 1));
}

/// "order, delivery, late"
QString keywordsOf(const Json &flow)
{
    QStringList words;
    for (const Json &trigger : flow["trigger_keywords"].items()) {
        if (words.size() == kShownKeywords)
            break;
        if (QString word = shownText(trigger["keyword"]); !word.isEmpty())
            words.append(std::move(word));
    }
    return words.join(u", "_s);
}

/// "text_response" as people write it: "Text response".
QString stepTitle(const Json &type)
{
    QString title = shownText(type).replace(u'_', u' ');
    if (!title.isEmpty())
        title.front() = title.front().toUpper();
    return title;
}

void addLine(QStringList &lines, const QString &frame, const Json &value)
{
    if (const QString text = shownText(value); !text.isEmpty())
        lines.append(frame.arg(text));
}

/// Only what says so is switched off: the platform leaves the member out of flows that run.
bool isOff(const Json &value)
{
    return value.isBool() && !value.toBool();
}

class Projection
{
public:
    Projection(const FlowState &state, const Catalog &catalog)
        : m_content(state.content), m_catalog(catalog), m_positions(state.sidecar)
    {
    }

    Graph graph()
    {
        if (m_content.isObject())
            addPrompt();
        const JsonPointer root;
        const Json &rules = m_content["rules"];
        for (qsizetype i = 0; rules.isArray() && i < rules.size(); ++i) {
            if (rules.at(i).isObject())
                addRule(i, rules.at(i), root.child("rules").child(i));
        }
        const Json &flows = m_content["flows"];
        for (qsizetype i = 0; flows.isArray() && i < flows.size(); ++i) {
            if (flows.at(i).isObject())
                addFlow(i, flows.at(i), root.child("flows").child(i));
        }
        Graph graph;
        graph.assign(std::move(m_nodes), std::move(m_edges));
        return graph;
    }

private:
    Node nodeOf(const NodeId &id, const QByteArray &type, const Json &data, const JsonPointer &at) const
    {
        Node node;
        node.id = id;
        node.type = type;
        node.pointer = at;
        node.data = at;
        node.position = m_positions.of(id);
        decorate(node, m_catalog.find(type), data);
        return node;
    }

    void addPrompt()
    {
        Node node = nodeOf(promptId(), "prompt"_ba, m_content, {});
        if (m_content.contains("system_prompt"))
            node.pointer = JsonPointer().child("system_prompt");
        m_nodes.append(std::move(node));
    }

    void addRule(qsizetype index, const Json &rule, const JsonPointer &at)
    {
        Node node = nodeOf(ruleId(index), "rule"_ba, rule, at);
        if (isOff(rule["enabled"]))
            node.summary.append(u"Disabled"_s);
        addLine(node.summary, u"When: %1"_s, rule["trigger"]);
        addLine(node.summary, u"If: %1"_s, rule["condition"]);
        addLine(node.summary, u"Say: %1"_s, rule["response"]);
        addLine(node.summary, u"Do: %1"_s, rule["action"]);
        m_nodes.append(std::move(node));
    }

    void addFlow(qsizetype index, const Json &flow, const JsonPointer &at)
    {
        Node node = nodeOf(flowId(index), "flow"_ba, flow, at);
        if (isOff(flow["is_active"]))
            node.summary.append(u"Inactive"_s);
        if (QString words = keywordsOf(flow); !words.isEmpty())
            node.summary.append(std::move(words));
        addLine(node.summary, u"Priority %1"_s, flow["priority"]);
        connect(promptId(), "flows"_ba, node.id, at);
        m_nodes.append(std::move(node));

        NodeId before = flowId(index);
        QByteArray port = "steps"_ba;
        const Json &steps = flow["conversation_steps"];
        for (qsizetype i = 0; steps.isArray() && i < steps.size(); ++i) {
            if (!steps.at(i).isObject())
                continue;
            const NodeId id = stepId(index, i);
            const JsonPointer place = at.child("conversation_steps").child(i);
            addStep(id, steps.at(i), place);
            connect(before, port, id, place);
            before = id;
            port = "next"_ba;
        }
        m_nodes.last().outputs.clear();
        m_nodes.last().terminal = true;
    }

    void addStep(const NodeId &id, const Json &step, const JsonPointer &at)
    {
        Node node = nodeOf(id, "step"_ba, step, at);
        if (QString title = stepTitle(step["type"]); !title.isEmpty())
            node.title = std::move(title);
        addLine(node.summary, u"%1"_s, step["content"]);
        addLine(node.summary, u"Do: %1"_s, step["action"]);
        addLine(node.summary, u"Then: %1"_s, step["followup"]);
        m_nodes.append(std::move(node));
    }

    void connect(const NodeId &from, const QByteArray &port, const NodeId &to, const JsonPointer &at)
    {
        Edge edge;
        edge.id = EdgeId("to " + to.utf8); // one leads to each, so that its end names it
        edge.from = from;
        edge.port = port;
        edge.to = to;
        edge.pointer = at;
        m_edges.append(std::move(edge));
    }

    const Json &m_content;
    const Catalog &m_catalog;
    SidecarPositions m_positions;
    QList<Node> m_nodes;
    QList<Edge> m_edges;
};

} // namespace

NodeId promptId()
{
    return NodeId("prompt"_ba);
}

NodeId ruleId(qsizetype rule)
{
    return numbered("rule"_ba, rule);
}

NodeId flowId(qsizetype flow)
{
    return numbered("flow"_ba, flow);
}

NodeId stepId(qsizetype flow, qsizetype step)
{
    return numbered(flowId(flow).utf8 + " step", step);
}

Graph project(const FlowState &state, const Catalog &catalog)
{
    return Projection(state, catalog).graph();
}

} // namespace jackfield::workflow
