// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/locations.h"

#include "model/kinds/chatbot/graph_json.h"
#include "model/kinds/sidecar.h"

#include <QSet>

namespace jackfield::callflow {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer listAt()
{
    return JsonPointer("/locations"_ba);
}

/// Empty for an item of another form.
QByteArray nodeOf(const Json &item)
{
    const bool isPlace = item["x"].isNumber() && item["y"].isNumber();
    return isPlace ? chatbot::scalarText(item["nodeId"]).toByteArray() : QByteArray();
}

/// The edits of one list, for every item and for every node that has none yet.
JsonEdits editsOf(const Json &locations, const Json &positions, const Renaming &renaming)
{
    JsonEdits changes;
    QList<qsizetype> gone;
    QSet<QByteArray> seen;
    for (qsizetype i = 0; i < locations.size(); ++i) {
        const Json &item = locations.at(i);
        const QByteArray old = nodeOf(item);
        if (old.isEmpty())
            continue;
        const bool renamed = old == renaming.from;
        const QByteArray name = renamed ? renaming.to : old;
        const Json *place = positions.find(name);
        if (!place || (!renamed && old == renaming.to)) {
            gone.append(i);
            continue;
        }
        const bool isFirst = !seen.contains(name);
        seen.insert(name);
        const bool moved = isFirst && !place->sharesWith(item) && readPosition(item) != readPosition(*place);
        if (!renamed && !moved)
            continue;
        Json now = moved ? withPosition(item, *readPosition(*place)) : item;
        if (renamed)
            now.set("nodeId", Json::string(name));
        changes.append(JsonEdit::set(listAt().child(i), std::move(now)));
    }
    qsizetype end = locations.size();
    for (const Json::Member &place : positions.members()) {
        if (seen.contains(place.key().toByteArray()))
            continue;
        const Json fresh = Json::object({member("nodeId", Json::string(place.key()))});
        changes.append(JsonEdit::insert(listAt().child(end++), withPosition(fresh, *readPosition(place.value))));
    }
    // From the back, so that no removal moves what is removed later.
    for (qsizetype i = gone.size() - 1; i >= 0; --i)
        changes.append(JsonEdit::remove(listAt().child(gone.at(i))));
    return changes;
}

} // namespace

QList<Location> locationsIn(const Json &locations)
{
    QList<Location> found;
    for (qsizetype i = 0; locations.isArray() && i < locations.size(); ++i) {
        if (QByteArray node = nodeOf(locations.at(i)); !node.isEmpty())
            found.append({.at = listAt().child(i), .node = std::move(node)});
    }
    return found;
}

Json positionsIn(const Json &locations)
{
    std::vector<Json::Member> positions;
    QSet<QByteArray> seen;
    positions.reserve(size_t(locations.size()));
    seen.reserve(locations.size());
    for (const Json &item : locations.items()) {
        const QByteArray node = nodeOf(item);
        if (node.isEmpty() || seen.contains(node))
            continue;
        seen.insert(node);
        positions.push_back(member(node, item));
    }
    return Json::object(std::move(positions));
}

Result<JsonEdits>
locationEdits(const Json &content, const Json &sidecar, const JsonEdits &edits, const Renaming &renaming)
{
    if (edits.isEmpty())
        return JsonEdits();
    Json after = sidecar;
    if (const Result<JsonEdits> applied = applyEdits(after, edits); !applied)
        return applied.error();
    const Json &locations = content["locations"];
    if (!locations.isArray() && !locations.isNull()) {
        return Error{
            .code = "not_a_list"_ba,
            .message
            = u"Member \"locations\" of the flow is not a list, so no node can be placed: repair it in the JSON pane."_s,
            .pointer = listAt().text()};
    }
    if (locations.isArray())
        return editsOf(locations, after["positions"], renaming);
    std::vector<Json> fresh;
    for (const Json::Member &place : after["positions"].members())
        fresh.push_back(
            withPosition(Json::object({member("nodeId", Json::string(place.key()))}), *readPosition(place.value)));
    const Json list = Json::array(std::move(fresh));
    return JsonEdits{content.contains("locations") ? JsonEdit::set(listAt(), list) : JsonEdit::insert(listAt(), list)};
}

} // namespace jackfield::callflow
