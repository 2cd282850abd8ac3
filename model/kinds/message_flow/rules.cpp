// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/message_flow/rules.h"

#include "model/kinds/message_flow/projection.h"
#include "model/kinds/shared/data_rules.h"
#include "model/validation/graph_rules.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace jackfield::messageflow {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isTime(const Json &value)
{
    static const QRegularExpression pattern(u"\\A([01][0-9]|2[0-3]):[0-5][0-9]\\z"_s);
    return value.isString() && pattern.match(value.toString()).hasMatch();
}

/// Where the system has no list of zones nothing can be said against any.
bool isUnknownZone(const Json &value)
{
    static const bool zonesAreKnown
        = QTimeZone::isTimeZoneIdAvailable("Africa/Nairobi") && QTimeZone::isTimeZoneIdAvailable("Europe/London");
    return value.isString() && zonesAreKnown && !QTimeZone::isTimeZoneIdAvailable(value.toUtf8());
}

void checkHours(const Json &hours, const JsonPointer &at, Problems &problems)
{
    const bool enabled = hours["enabled"].toBool();
    const auto add = [&](Severity severity, const QByteArray &code, QByteArrayView key, const QString &message) {
        const JsonPointer place = hours.contains(key) ? at.child(key) : at;
        problems.append({.severity = severity, .code = code, .message = message, .pointer = place});
    };
    for (const QByteArrayView key : {QByteArrayView("start"), QByteArrayView("end")}) {
        const Json &time = hours[key];
        if (isTime(time) || (!enabled && isBlank(time)) || (hours.contains(key) && !time.isString()))
            continue;
        add(Severity::Error, "invalid-time"_ba, key,
            u"\"%1\" is no time of day: write hours and minutes, such as 09:00."_s.arg(
                isBlank(time) ? QString::fromUtf8(key) : time.toString().left(40)));
    }
    if (const Json &zone = hours["timezone"]; !(isBlank(zone) && !enabled) && isUnknownZone(zone)) {
        add(Severity::Error, "unknown-time-zone"_ba, "timezone",
            u"There is no time zone \"%1\": write one such as UTC or Africa/Nairobi."_s.arg(zone.toString().left(40)));
    }
    if (!enabled)
        return;
    if (isBlank(hours["outOfHoursMessage"])) {
        add(Severity::Warning, "out-of-hours-message-missing"_ba, "outOfHoursMessage",
            u"Who writes outside the working hours gets no answer: write an out-of-hours message, or switch the hours off."_s);
    }
    // Times of this form are in the order of their texts.
    if (isTime(hours["start"]) && isTime(hours["end"]) && hours["end"].utf8().compare(hours["start"].utf8()) <= 0) {
        add(Severity::Warning, "hours-end-before-start"_ba, "end",
            u"The working hours end at %1 and start at %2, so it is never open: exchange the two or choose others."_s
                .arg(hours["end"].toString(), hours["start"].toString()));
    }
}

/// The step whose part of the content a problem is about.
NodeId nodeAt(const Graph &graph, const JsonPointer &at)
{
    for (const Node &node : graph.nodes()) {
        if (node.pointer.contains(at))
            return node.id;
    }
    const bool isOfHours
        = graph.node(NodeId("hours"_ba)) && graph.node(NodeId("hours"_ba))->data.contains(at) && !at.isRoot();
    return isOfHours ? NodeId("hours"_ba) : NodeId();
}

} // namespace

Problems MessageFlowRules::check(const FlowState &state, const Graph &graph) const
{
    Problems problems;
    const Json &content = state.content;
    if (!content.isObject()) {
        problems.append(
            {.code = "not-a-flow"_ba,
             .message = u"The flow is not an object: it needs members such as \"prompt\" and \"settings\"."_s});
        return problems;
    }
    const Json &schema = m_catalog.flowSchema();
    checkAgainstSchema(content, schema, {}, problems);
    const JsonPointer hoursAt = hoursPointer(content);
    if (const Json *hours = hoursAt.in(content); hours && hours->isObject()) {
        const JsonPointer nested("/settings/responseSettings/workingHours"_ba);
        if (hoursAt != nested) {
            // The flat spelling: the schema knows the hours by their nested place.
            const JsonPointer inSchema("/properties/settings/properties/responseSettings/properties/workingHours"_ba);
            if (const Json *hoursSchema = inSchema.in(schema))
                checkAgainstSchema(*hours, *hoursSchema, hoursAt, problems);
        }
        checkHours(*hours, hoursAt, problems);
    }
    if (const Json &prompt = content["prompt"]; isBlank(prompt)) {
        problems.append(
            {.severity = Severity::Warning,
             .code = "blank-prompt"_ba,
             .message = u"The agent has no prompt: say in a few sentences who it is and what it does."_s,
             .pointer = content.contains("prompt") ? JsonPointer("/prompt"_ba) : JsonPointer()});
    }
    for (Problem &problem : problems)
        problem.node = nodeAt(graph, problem.pointer);
    sortInDocumentOrder(problems, graph);
    return problems;
}

} // namespace jackfield::messageflow
