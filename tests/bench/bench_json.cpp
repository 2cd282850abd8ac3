// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// bench_json [--nodes N] [--rounds N]: reading, writing and comparing a large flow, beside what Qt does.
#include "model/json/edit/json_diff.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/bench/support/timing.h"

#include <QJsonDocument>

#include <cstdio>

using namespace jackfield;

namespace {

Json position(qsizetype index)
{
    return Json::object(
        {member("x", Json::numberText(QByteArray::number(index % 120 * 260) + ".5")),
         member("y", Json::number(qint64(index / 120 * 140)))});
}

Json node(qsizetype index)
{
    const QByteArray number = QByteArray::number(index);
    return Json::object({
        member("id", Json::string("node_" + number)),
        member("type", Json::string(index % 3 == 0 ? "question" : "message")),
        member("position", position(index)),
        member(
            "data",
            Json::object({
                member("label", Json::string("Step " + number)),
                member("text", Json::string("Habari, this is message " + number + " of the flow.\nWhat next?")),
                member("delaySeconds", Json::number(qint64(index % 10))),
                member("isStart", Json::boolean(index == 0)),
            })),
    });
}

Json edge(qsizetype index, qsizetype nodes)
{
    const QByteArray source = QByteArray::number(index * 7 % nodes);
    const QByteArray target = QByteArray::number((index * 7 + 1 + index % 5) % nodes);
    return Json::object({
        member("id", Json::string("edge_" + QByteArray::number(index))),
        member("source", Json::string("node_" + source)),
        member("target", Json::string("node_" + target)),
        member("sourceHandle", Json::string(index % 2 == 0 ? "out" : "answer_yes")),
        member("animated", Json::boolean(false)),
    });
}

/// A flow as React Flow stores it, with three edges for two nodes.
Json flow(qsizetype nodes)
{
    Json nodeList = Json::array();
    for (qsizetype i = 0; i < nodes; ++i)
        nodeList.append(node(i));
    Json edgeList = Json::array();
    for (qsizetype i = 0; i < nodes * 40 / 27; ++i)
        edgeList.append(edge(i, nodes));
    return Json::object(
        {member("name", Json::string("Large flow")), member("nodes", std::move(nodeList)),
         member("edges", std::move(edgeList))});
}

} // namespace

int main(int argc, char **argv)
{
    const qsizetype nodes = bench::optionValue(argc, argv, "--nodes", 13'500);
    const int rounds = static_cast<int>(bench::optionValue(argc, argv, "--rounds", 21));
    const Json document = flow(nodes);
    const QByteArray text = writeJson(document);
    std::fprintf(stderr, "%lld bytes\n", static_cast<long long>(text.size()));
    const auto report = [nodes, rounds](const char *operation, const std::function<void()> &body) {
        bench::print("json", nodes, operation, bench::measure(rounds, body));
    };

    report("parse", [&] {
        if (!parseJson(text, JsonLimits::forFiles()))
            qFatal("the flow does not read back");
    });
    report("parse_qt", [&] {
        if (QJsonDocument::fromJson(text).isNull())
            qFatal("Qt does not read the flow");
    });
    report("write", [&] {
        if (writeJson(document).size() != text.size())
            qFatal("the flow is written differently");
    });
    const QJsonDocument qtDocument = QJsonDocument::fromJson(text);
    report("write_qt", [&] {
        if (qtDocument.toJson(QJsonDocument::Compact).isEmpty())
            qFatal("Qt writes nothing");
    });

    const Json reread = *parseJson(text, JsonLimits::forFiles());
    Json changed = reread;
    const JsonPointer middle = JsonPointer("/nodes").child(nodes / 2);
    if (!applyEdits(changed, {JsonEdit::set(middle.child("data"), Json()), JsonEdit::insert(middle, node(nodes))}))
        qFatal("the change does not apply");
    report("diff", [&] {
        if (diffJson(document, changed).size() != 2)
            qFatal("the difference is not two edits");
    });
    report("diff_shared", [&] {
        if (diffJson(reread, changed).size() != 2)
            qFatal("the difference is not two edits");
    });
    Json edited = reread;
    report("edit", [&] {
        if (!applyEdits(edited, {JsonEdit::set(middle.child("type"), Json::string("message"))}))
            qFatal("the edit does not apply");
    });
    return 0;
}
