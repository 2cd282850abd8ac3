// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/graph_files.h"

#include <span>

namespace jackfield::nodelist {

using namespace Qt::Literals::StringLiterals;

namespace {

void setAt(Json &value, std::span<const QByteArray> path, const Json &graph)
{
    if (path.empty()) {
        value = graph;
        return;
    }
    Json inner = value[path.front()];
    setAt(inner, path.subspan(1), graph);
    value.set(path.front(), std::move(inner));
}

Json surroundOf(const JsonPointer &at, Json file)
{
    return Json::object({member("at", Json::string(at.text())), member("file", std::move(file))});
}

/// What the file calls its flow: "name", else "title"; one line, may be empty.
QString nameOf(const Json &file)
{
    for (const QByteArrayView key : {QByteArrayView("name"), QByteArrayView("title")}) {
        if (const QByteArrayView name = file[key].utf8(); !name.isEmpty())
            return QString::fromUtf8(name).simplified();
    }
    return file["chatflow"].isObject() ? nameOf(file["chatflow"]) : QString();
}

} // namespace

bool isGraph(const Json &value, bool mayLackEdges)
{
    if (!value["nodes"].isArray())
        return false;
    return value["edges"].isArray() || (mayLackEdges && !value.contains("edges"));
}

ExtractedFlow takeGraph(const Json &file, const JsonPointer &at)
{
    const Json graph = *at.in(file);
    Json content = Json::object();
    Json shell = graph;
    for (const Json::Member &part : graph.members()) {
        if (part.key() != "nodes" && part.key() != "edges")
            continue;
        content.set(part.key(), part.value);
        shell.set(part.key(), Json());
    }
    Json surround;
    if (!at.isRoot() || content.size() != graph.size()) {
        Json rest = file;
        setAt(rest, at.keys(), shell);
        surround = surroundOf(at, std::move(rest));
    }
    return {.content = std::move(content), .surround = std::move(surround), .name = nameOf(file)};
}

ExtractedFlow absentGraph(const Json &file, const JsonPointer &at)
{
    Json surround = surroundOf(at, file);
    surround.set("absent", Json::boolean(true));
    return {
        .content = Json::object({member("nodes", Json::array()), member("edges", Json::array())}),
        .surround = std::move(surround),
        .name = nameOf(file)};
}

Json GraphFiles::blank() const
{
    const Json start = Json::object(
        {member("id", Json::string("start")), member("type", Json::string("start")), member("data", Json::object())});
    return Json::object({member("nodes", Json::array({start})), member("edges", Json::array())});
}

Json GraphFiles::restore(const Json &surround, const Json &content) const
{
    if (!surround.isObject())
        return content;
    Json file = surround["file"];
    const Result<JsonPointer> at = JsonPointer::parse(surround["at"].utf8());
    if (!at)
        return content;
    if (surround["absent"].toBool() && content["nodes"].isEmpty() && content["edges"].isEmpty())
        return file;
    const Json *place = at->in(file);
    Json graph = place && place->isObject() ? *place : Json::object();
    for (const Json::Member &part : content.members())
        graph.set(part.key(), part.value);
    for (const QByteArrayView key : {QByteArrayView("nodes"), QByteArrayView("edges")}) {
        if (const qsizetype index = graph.indexOf(key); index >= 0 && !content.contains(key))
            graph.takeMember(index);
    }
    setAt(file, at->keys(), graph);
    return file;
}

} // namespace jackfield::nodelist
