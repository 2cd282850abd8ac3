// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/rules/rules.h"

#include "model/kinds/conversation_flow/lens/projection.h"
#include "model/kinds/conversation_flow/lens/state_face.h"
#include "model/kinds/conversation_flow/rules/action_rules.h"
#include "model/kinds/conversation_flow/rules/variables.h"
#include "model/kinds/conversation_flow/shape/flow_shape.h"
#include "model/kinds/conversation_flow/shape/state_links.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

bool isAdvisedName(const QByteArray &name)
{
    return std::ranges::all_of(
        name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool hasMedia(const Json &state)
{
    return std::ranges::any_of(
        std::initializer_list<QByteArrayView>{"images", "videos", "audios", "documents", "stickers", "buttons"},
        [&state](QByteArrayView key) { return !state[key].isEmpty(); });
}

class FlowCheck
{
public:
    FlowCheck(const FlowState &state, const Graph &graph)
        : m_content(state.content), m_graph(graph), m_shape(shapeOf(state.content)),
          m_oldFormat(usesOldFormat(state.content))
    {
    }

    Problems run()
    {
        checkFlow();
        findWriters();
        findReachable();
        for (const Node &node : m_graph.nodes()) {
            if (const Json *data = node.data.in(m_content))
                checkState(node, *data);
        }
        return std::move(m_problems);
    }

private:
    void report(
        Severity severity, const char *code, const QString &message, JsonPointer at, NodeId node = {}, EdgeId edge = {})
    {
        m_problems.append(Problem{severity, code, message, std::move(at), std::move(node), std::move(edge)});
    }

    void checkFlow()
    {
        if (m_graph.nodes().isEmpty()) {
            report(
                Severity::Error, "no-state", u"The flow has no state: add one, so that the conversation can begin."_s,
                containerOf(m_shape));
        }
        const Json *initial = m_content.find("initial_state");
        if (!initial || (m_shape == Shape::BareMap && initial->isObject()) || m_graph.node(NodeId(initial->toUtf8())))
            return;
        report(
            Severity::Error, "initial-state-missing",
            u"The initial state '%1' does not exist: add it, or choose another."_s.arg(initial->toString()),
            JsonPointer().child("initial_state"));
    }

    void findWriters()
    {
        m_written = {"response"_ba, "contact_name"_ba};
        for (const Node &node : m_graph.nodes()) {
            const Json *data = node.data.in(m_content);
            // A reply is kept under the name of the state that asked.
            m_written.insert(node.id.utf8);
            if (!data)
                continue;
            for (const Json &action : (*data)["actions"].items())
                m_written.insert(action["save_to"].toUtf8());
        }
    }

    void findReachable()
    {
        QList<NodeId> pending;
        const auto reach = [&](const NodeId &id) {
            if (m_graph.node(id) && !m_reached.contains(id)) {
                m_reached.insert(id);
                pending.append(id);
            }
        };
        // The user can say an intent at any time; old flows begin at every state that nothing else leads to.
        for (const Json::Member &intent : m_content["intents"].members())
            reach(NodeId(intent.name.toUtf8()));
        for (const Node &node : m_graph.nodes()) {
            if (node.start || (m_oldFormat && m_graph.edgesTo(node.id).isEmpty()))
                reach(node.id);
        }
        while (!pending.isEmpty()) {
            for (const Edge *edge : m_graph.edgesFrom(pending.takeLast()))
                reach(edge->to);
        }
    }

    void checkState(const Node &node, const Json &data)
    {
        if (!data.isObject()) {
            report(
                Severity::Error, "state-invalid",
                u"State '%1' must be an object with a message or actions."_s.arg(node.title), node.pointer, node.id);
            return;
        }
        const Report inState
            = [&](Severity severity, const char *code, const QString &message, const JsonPointer &place) {
                  report(severity, code, message, JsonPointer(node.data.text() + place.text()), node.id);
              };
        const QByteArray name = m_shape == Shape::StatesArray ? data["name"].toUtf8() : node.id.utf8;
        checkName(node, data, name, inState);
        const StateOutline outline = outlineOf(m_shape, name, data);
        checkContent(node, data, outline.spelling, inState);
        checkActions(data, node.title, inState);
        checkTransitions(node, data, inState);
        for (const Edge *edge : m_graph.edgesFrom(node.id)) {
            if (!edge->to.isEmpty())
                continue;
            report(
                Severity::Error, "edge-target-missing",
                u"Target state '%1' does not exist: add it, or lead to another state."_s.arg(
                    QString::fromUtf8(edge->target)),
                edge->pointer, node.id, edge->id);
        }
        checkWaysOut(node, data, outline, inState);
        if (!m_reached.contains(node.id)) {
            inState(
                Severity::Warning, "unreachable-node",
                u"State '%1' is not reachable: lead to it from another state, or remove it."_s.arg(node.title), {});
        }
        checkVariables(data, outline.spelling, inState);
    }

    void checkName(const Node &node, const Json &data, const QByteArray &name, const Report &inState)
    {
        if (name.isEmpty()) {
            inState(
                Severity::Error, "state-name-missing",
                u"A state has no name: give it one, so that others can lead to it."_s, {});
        } else if (name != node.id.utf8) {
            inState(
                Severity::Error, "state-name-repeated",
                u"There is more than one state '%1': rename one of them."_s.arg(data["name"].toString()),
                JsonPointer().child("name"));
        } else if (!isAdvisedName(name)) {
            inState(
                Severity::Warning, "state-name-unusual",
                u"State '%1' should be named with lowercase letters, digits and underscores only."_s.arg(node.title),
                {});
        }
    }

    void checkContent(const Node &node, const Json &data, Spelling spelling, const Report &inState)
    {
        const Json *message = data.find("message");
        if (message && !message->isString() && !message->isArray()) {
            inState(
                Severity::Error, "message-invalid", u"The message of '%1' must be a text."_s.arg(node.title),
                JsonPointer().child("message"));
        } else if (
            spelling != Spelling::ChoiceMap && data["actions"].isEmpty() && !hasMedia(data)
            && (!message || !saysSomething(*message))) {
            inState(
                Severity::Error, "state-empty",
                u"State '%1' says nothing and does nothing: write a message, or add an action."_s.arg(node.title), {});
        }
    }

    void checkTransitions(const Node &node, const Json &data, const Report &inState)
    {
        const JsonPointer place = JsonPointer().child("transitions");
        const Json *transitions = data.find("transitions");
        if (transitions && !transitions->isObject()) {
            inState(
                Severity::Error, "transitions-invalid",
                u"The transitions of '%1' must be an object: trigger and target state."_s.arg(node.title), place);
            return;
        }
        for (const Json::Member &entry : data["transitions"].members()) {
            const Json &target = entry.value.isObject() ? entry.value["target"] : entry.value;
            if (target.utf8().isEmpty()) {
                inState(
                    Severity::Error, "transition-target-empty",
                    u"Transition '%1' of '%2' leads nowhere: choose its target state."_s.arg(
                        entry.name.toString(), node.title),
                    place.child(entry.key()));
            }
        }
    }

    void checkWaysOut(const Node &node, const Json &data, const StateOutline &outline, const Report &inState)
    {
        if (outline.spelling == Spelling::ChoiceMap || data["transitions"].contains(kDefaultPort))
            return;
        const Json &transitions = data["transitions"];
        const bool old = outline.spelling == Spelling::NextState;
        // At the start, no way out at all is as good as a missing fallback: the first answer already gets stuck.
        const bool stuckAtStart = node.start && node.terminal && !old && data["actions"].isEmpty();
        if (!transitions.isEmpty() || halfHandled(data) || stuckAtStart) {
            inState(
                Severity::Warning, "no-fallback", u"No fallback transition defined - users may get stuck."_s,
                JsonPointer().child("transitions"));
        } else if (node.terminal && !data[nextStateKey(data)].isString()) {
            inState(
                Severity::Warning, "dead-end",
                u"State '%1' leads nowhere, so the conversation ends there: add a transition if it should go on."_s.arg(
                    node.title),
                {});
        }
    }

    /// A call that says where to go in one of the two cases leaves the other one to the fallback.
    static bool halfHandled(const Json &data)
    {
        return std::ranges::any_of(data["actions"].items(), [](const Json &action) {
            return action["type"].utf8() == "API_CALL" && !action["fire_and_forget"].toBool()
                && action["success_transition"].utf8().isEmpty() != action["failure_transition"].utf8().isEmpty();
        });
    }

    void checkVariables(const Json &data, Spelling spelling, const Report &inState)
    {
        if (spelling == Spelling::NextState || spelling == Spelling::ChoiceMap)
            return;
        for (const VariableUse &use : variablesReadBy(data)) {
            if (m_written.contains(use.name))
                continue;
            inState(
                Severity::Warning, "variable-never-set",
                u"Variable '%1' is used, but nothing in this flow sets it: save an answer or a call to it first."_s.arg(
                    QString::fromUtf8(use.name)),
                use.place);
        }
    }

    const Json &m_content;
    const Graph &m_graph;
    Shape m_shape;
    bool m_oldFormat;
    QSet<QByteArray> m_written;
    QSet<NodeId> m_reached;
    Problems m_problems;
};

} // namespace

Problems ConversationFlowRules::check(const FlowState &state, const Graph &graph) const
{
    return FlowCheck(state, graph).run();
}

} // namespace jackfield::conversationflow
