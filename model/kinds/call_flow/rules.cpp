// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/rules.h"

#include "model/kinds/call_flow/flow_data.h"
#include "model/kinds/call_flow/locations.h"
#include "model/kinds/node_list/graph_validator.h"
#include "model/kinds/shared/data_rules.h"
#include "model/validation/graph_rules.h"

namespace jackfield::callflow {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer memberAt(const Json &content, QByteArrayView key)
{
    return content.contains(key) ? JsonPointer().child(key) : JsonPointer();
}

void checkGraph(const Json &content, const Graph &graph, const Catalog &catalog, Problems &problems)
{
    if (!hasGraph(content) && content["promptType"].utf8() != "flow")
        return;
    for (Problem problem :
         nodelist::GraphValidator(catalog, graphRoot()).check({.content = withGraph(content)}, graph)) {
        if (!content.contains("flowData"))
            problem.pointer = JsonPointer();
        problems.append(std::move(problem));
    }
}

void checkWords(const Json &content, Problems &problems)
{
    if (content["welcomeMessage"].utf8() == "ai_custom" && isBlank(content["customWelcomeMessage"])) {
        problems.append(
            {.severity = Severity::Warning,
             .code = "welcome-message-missing"_ba,
             .message
             = u"The agent is to begin with words of your own, and there are none: write a custom welcome message."_s,
             .pointer = memberAt(content, "customWelcomeMessage")});
    }
    if (content["promptType"].utf8() != "flow" && isBlank(content["prompt"])) {
        problems.append(
            {.severity = Severity::Warning,
             .code = "blank-prompt"_ba,
             .message = u"The agent has no prompt: say in a few sentences who it is and what it does."_s,
             .pointer = memberAt(content, "prompt")});
    }
}

void checkAddress(const Json &content, const JsonPointer &at, Problems &problems)
{
    const Json *address = at.in(content);
    if (!address || !address->isString() || isBlank(*address))
        return;
    const QString text = address->toString().trimmed();
    for (const QString &scheme : {u"https://"_s, u"http://"_s}) {
        if (text.startsWith(scheme, Qt::CaseInsensitive) && text.size() > scheme.size()
            && text.at(scheme.size()) != u'/')
            return;
    }
    problems.append(
        {.code = "invalid-url"_ba,
         .message = u"\"%1\" is no address that can be called: write one that begins with https:// or http://."_s.arg(
             text.left(80)),
         .pointer = at});
}

void checkAddresses(const Json &content, Problems &problems)
{
    for (const char *place :
         {"/agentWebhookUrl", "/inboundWebhookUrl", "/settings/webhooks/agent", "/settings/webhooks/inbound"})
        checkAddress(content, JsonPointer(place), problems);
    const JsonPointer list("/webhooks"_ba);
    for (qsizetype i = 0; content["webhooks"].isArray() && i < content["webhooks"].size(); ++i)
        checkAddress(content, list.child(i).child("url"), problems);
}

void checkReferences(const Json &content, const Graph &graph, Problems &problems)
{
    if (const QByteArray start = namedStart(content); !start.isEmpty() && !graph.node(NodeId(start))) {
        problems.append(
            {.code = "start-node-missing"_ba,
             .message = u"The call starts at \"%1\", and there is no such node: name another, or none."_s.arg(
                 QString::fromUtf8(start)),
             .pointer = JsonPointer("/startNodeId"_ba)});
    }
    for (const Location &location : locationsIn(content["locations"])) {
        const NodeId node(location.node.toByteArray());
        if (graph.node(node))
            continue;
        problems.append(
            {.severity = Severity::Warning,
             .code = "location-of-unknown-node"_ba,
             .message
             = u"There is a place for \"%1\", and no such node: take it out of the locations."_s.arg(node.toString()),
             .pointer = locationPointer(location.index)});
    }
}

} // namespace

Problems CallFlowRules::check(const FlowState &state, const Graph &graph) const
{
    Problems problems;
    const Json &content = state.content;
    if (!content.isObject()) {
        problems.append(
            {.code = "not-a-flow"_ba,
             .message = u"The flow is not an object: it needs members such as \"prompt\" and \"flowData\"."_s});
        return problems;
    }
    checkAgainstSchema(content, m_catalog.flowSchema(), {}, problems);
    checkWords(content, problems);
    checkAddresses(content, problems);
    checkReferences(content, graph, problems);
    checkGraph(content, graph, m_catalog, problems);
    sortInDocumentOrder(problems, graph);
    return problems;
}

} // namespace jackfield::callflow
