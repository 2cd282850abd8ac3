// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/message_flow/projection.h"

#include "model/kinds/shared/node_face.h"
#include "model/kinds/shared/sidecar.h"

#include <algorithm>
#include <array>

namespace jackfield::messageflow {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Collects the steps whose part is there, and the ways between those that are.
class Picture
{
public:
    Picture(const FlowState &state, const Catalog &catalog)
        : m_content(state.content), m_catalog(catalog), m_positions(state.sidecar)
    {
    }

    /// `members`: of the object at `data`; the first that is there is where the step lives. Nothing is shown without
    /// one.
    void addStep(const QByteArray &id, const JsonPointer &data, std::initializer_list<QByteArrayView> members)
    {
        const Json *object = data.in(m_content);
        for (const QByteArrayView key : members) {
            if (!object || !object->contains(key))
                continue;
            Node node;
            node.id = NodeId(id);
            node.type = id;
            node.pointer = data.child(key);
            node.data = data;
            decorate(node, m_catalog.find(id), *object);
            node.position = m_positions.of(node.id);
            m_nodes.append(std::move(node));
            return;
        }
    }

    Node *find(QByteArrayView id)
    {
        for (Node &node : m_nodes) {
            if (node.id.utf8 == id)
                return &node;
        }
        return nullptr;
    }

    /// Nothing when one of the steps is not there.
    void connect(const QByteArray &from, const QByteArray &port, const QByteArray &to)
    {
        const Node *target = find(to);
        if (!target || !find(from))
            return;
        Edge edge;
        edge.id = EdgeId(from + '>' + to);
        edge.from = NodeId(from);
        edge.port = port;
        edge.to = target->id;
        edge.pointer = target->pointer;
        m_edges.append(std::move(edge));
    }

    Graph take()
    {
        Graph graph;
        graph.assign(std::move(m_nodes), std::move(m_edges));
        return graph;
    }

private:
    const Json &m_content;
    const Catalog &m_catalog;
    SidecarPositions m_positions;
    QList<Node> m_nodes;
    QList<Edge> m_edges;
};

QStringList hoursSummary(const Json &hours)
{
    if (!hours["enabled"].toBool())
        return {u"Always open"_s};
    const QString times = u"%1 \u2013 %2"_s.arg(shownText(hours["start"]), shownText(hours["end"]));
    const QString zone = shownText(hours["timezone"]);
    return zone.isEmpty() ? QStringList{times} : QStringList{times, zone};
}

} // namespace

JsonPointer hoursPointer(const Json &content)
{
    const JsonPointer response("/settings/responseSettings"_ba);
    const Json *settings = response.in(content);
    constexpr std::array<QByteArrayView, 5> kParts{"enabled", "start", "end", "timezone", "outOfHoursMessage"};
    const bool isFlat = settings && !settings->contains("workingHours")
        && std::ranges::any_of(kParts, [&](QByteArrayView key) { return settings->contains(key); });
    return isFlat ? response : response.child("workingHours");
}

Graph project(const FlowState &state, const Catalog &catalog)
{
    const JsonPointer hoursAt = hoursPointer(state.content);
    Picture picture(state, catalog);
    picture.addStep("opening"_ba, {}, {"initiationMessage"});
    picture.addStep("incoming"_ba, {}, {"messageChannel", "direction"});
    picture.addStep("hours"_ba, hoursAt, {"enabled", "start", "end", "timezone"});
    picture.addStep("agent"_ba, {}, {"prompt", "agent", "autopilot"});
    picture.addStep("closed"_ba, hoursAt, {"outOfHoursMessage"});

    Node *opening = picture.find("opening");
    Node *incoming = picture.find("incoming");
    const bool waits = state.content["direction"].utf8() != "outbound";
    if (opening)
        opening->start = true;
    if (incoming)
        incoming->start = waits || !opening;
    if (Node *hours = picture.find("hours"))
        hours->summary = hoursSummary(*hoursAt.in(state.content));

    const bool hasHours = picture.find("hours");
    const QByteArray first = incoming ? "incoming"_ba : "opening"_ba;
    picture.connect("opening"_ba, {}, "incoming"_ba);
    picture.connect(first, {}, "hours"_ba);
    picture.connect(hasHours ? "hours"_ba : first, hasHours ? "inside"_ba : QByteArray(), "agent"_ba);
    picture.connect("hours"_ba, "outside"_ba, "closed"_ba);
    return picture.take();
}

} // namespace jackfield::messageflow
