// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// bench_store [--nodes N] [--flows N] [--rounds N]: the service on a store in a temporary folder (TMPDIR says on which
// disk). Ops: commit (one durable edit), commit_64 (64 of one turn), list (100 flows), save (replace 20 000 nodes), and
// on --flows stored flows: start (open to first page), list_page (50, p99 beside it), idle_rss_mib.
#include "model/json/edit/json_diff.h"
#include "model/kinds/kind_registry.h"
#include "storage/service/flow_service.h"
#include "storage/store/flow_store.h"
#include "tests/bench/support/timing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace jackfield;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The graph of spec/performance.md: a chain, and extra edges without doubles.
Json graph(qsizetype nodes, QByteArrayView text = "Some text of a usual length for a message.")
{
    Json nodeList = Json::array();
    for (qsizetype i = 0; i < nodes; ++i) {
        nodeList.append(Json::object(
            {member("id", Json::string("n" + QByteArray::number(i))), member("type", Json::string("message")),
             member(
                 "data", Json::object({member("text", Json::string(text)), member("step", Json::number(qint64(i)))})),
             member(
                 "position",
                 Json::object(
                     {member("x", Json::number(qint64(i % 8 * 220))),
                      member("y", Json::number(qint64(i / 8 * 120)))}))}));
    }
    Json edgeList = Json::array();
    quint32 state = 7;
    for (qsizetype i = 0; i < nodes * 3 / 2; ++i) {
        state = state * 1664525u + 1013904223u;
        const qsizetype from = i < nodes - 1 ? i : i - (nodes - 1);
        const qsizetype to = i < nodes - 1 ? i + 1 : std::min(nodes - 1, from + 1 + qsizetype(state >> 8) % 50);
        edgeList.append(Json::object(
            {member("id", Json::string("e" + QByteArray::number(i))),
             member("source", Json::string("n" + QByteArray::number(from))),
             member("target", Json::string("n" + QByteArray::number(to)))}));
    }
    return Json::object({member("nodes", std::move(nodeList)), member("edges", std::move(edgeList))});
}

std::unique_ptr<FlowService> open(const KindRegistry &kinds, const QString &path)
{
    Result<std::unique_ptr<FlowStore>> store = FlowStore::open(path);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    return std::make_unique<FlowService>(kinds, *std::move(store));
}

void turn()
{
    QCoreApplication::sendPostedEvents();
}

template <typename T> void expect(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

/// Wall time varies with what else the machine does; the processor time of the process beside it does not.
void run(qsizetype nodes, const char *operation, int rounds, const std::function<void()> &body)
{
    const std::clock_t start = std::clock();
    const bench::Timing timing = bench::measure(rounds, body);
    const double cpu = double(std::clock() - start) * 1000 / CLOCKS_PER_SEC / (rounds + 1);
    std::printf(
        "{\"bench\":\"store\",\"nodes\":%lld,\"op\":\"%s\",\"median_ms\":%.2f,\"p95_ms\":%.2f,\"cpu_ms\":%.3f}\n",
        static_cast<long long>(nodes), operation, timing.medianMs, timing.p95Ms, cpu);
    std::fflush(stdout);
}

QList<FlowId> fill(FlowService &service, const QByteArray &kind, qsizetype flows, const Json &content)
{
    QList<FlowId> ids;
    for (qsizetype at = 0; at < flows; ++at) {
        service.flows().create(
            {.kind = kind,
             .name = u"Flow %1"_s.arg(at),
             .properties = Json::object({member("teamIds", Json::array())}),
             .state = {.content = content}},
            [&ids](const Result<FlowRecord> &made) {
                expect(made);
                ids.append(made->summary.id);
            });
        if (at % 1000 == 999)
            turn();
    }
    turn();
    return ids;
}

void commitText(FlowService &service, const FlowId &id, qsizetype node, qsizetype value)
{
    const JsonPointer place = JsonPointer("/nodes"_ba).child(node).child("data").child("text");
    service.flows().commit(
        service.workspaces().defaultId(),
        {.flow = id,
         .edits = {.content = {JsonEdit::set(place, Json::string("Text " + QByteArray::number(value)))}},
         .author = "bench"_ba},
        [](const Result<FlowRecord> &done) { expect(done); });
}

double residentMib()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1024 / 1024;
}

void number(const char *operation, qsizetype flows, double value)
{
    std::printf(
        "{\"bench\":\"store\",\"flows\":%lld,\"op\":\"%s\",\"value\":%.2f}\n", static_cast<long long>(flows), operation,
        value);
    std::fflush(stdout);
}

void benchCommits(const KindRegistry &kinds, const QByteArray &kind, qsizetype nodes, int rounds)
{
    const QTemporaryDir folder;
    const std::unique_ptr<FlowService> service = open(kinds, folder.filePath(u"jackfield.db"_s));
    const QList<FlowId> ids = fill(*service, kind, 100, graph(nodes));
    qsizetype value = 0;
    run(nodes, "commit", rounds, [&] {
        ++value;
        commitText(*service, ids[value % 100], value % nodes, value);
        turn();
    });
    run(nodes, "commit_64", rounds, [&] {
        for (int at = 0; at < 64; ++at) {
            ++value;
            commitText(*service, ids[value % 100], value % nodes, value);
        }
        turn();
    });
    const FlowQuery query{.kind = kind, .limit = 100};
    run(nodes, "list", rounds, [&] {
        for (int at = 0; at < 100; ++at)
            expect(service->flows().list(query));
    });
    run(nodes, "list_after_write", rounds, [&] {
        ++value;
        commitText(*service, ids[value % 100], value % nodes, value);
        expect(service->flows().list(query));
        turn();
    });
}

void benchLargeSave(const KindRegistry &kinds, const QByteArray &kind, int rounds)
{
    constexpr qsizetype kNodes = 20'000;
    const QTemporaryDir folder;
    const std::unique_ptr<FlowService> service = open(kinds, folder.filePath(u"jackfield.db"_s));
    const Json bodies[] = {graph(kNodes), graph(kNodes, "Another text, so that every node of the flow differs.")};
    const FlowId id = fill(*service, kind, 1, bodies[0]).first();
    int which = 0;
    run(kNodes, "save", rounds, [&] {
        which = 1 - which;
        const Result<FlowRecord> flow = service->flows().flow(service->workspaces().defaultId(), id);
        expect(flow);
        service->flows().commit(
            service->workspaces().defaultId(),
            {.flow = id, .edits = {.content = diffJson(flow->state.content, bodies[which])}},
            [](const Result<FlowRecord> &done) { expect(done); });
        turn();
    });
    qsizetype value = 0;
    run(kNodes, "commit", rounds, [&] {
        ++value;
        commitText(*service, id, value % kNodes, value);
        turn();
    });
}

void benchManyFlows(const KindRegistry &kinds, const QByteArray &kind, qsizetype flows)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"jackfield.db"_s);
    fill(*open(kinds, path), kind, flows, graph(2));
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<FlowService> service = open(kinds, path);
    FlowQuery query{.kind = kind, .limit = 50};
    expect(service->flows().list(query));
    number("start_ms", flows, double(timer.nsecsElapsed()) / 1e6);

    for (const auto &[name, order] :
         {std::pair("list_page_created", FlowQuery::Order::CreatedDescending),
          std::pair("list_page_updated", FlowQuery::Order::UpdatedDescending),
          std::pair("list_page_name", FlowQuery::Order::NameAscending)}) {
        query.order = order;
        query.after = {};
        QList<double> times;
        for (int page = 0; page < 400; ++page) {
            timer.restart();
            const Result<FlowPage> found = service->flows().list(query);
            times.append(double(timer.nsecsElapsed()) / 1e6);
            expect(found);
            query.after = found->next;
        }
        std::ranges::sort(times);
        std::printf(
            "{\"bench\":\"store\",\"flows\":%lld,\"op\":\"%s\",\"median_ms\":%.3f,\"p99_ms\":%.3f}\n",
            static_cast<long long>(flows), name, times[200], times[395]);
    }
    query = {.kind = kind, .search = u"99"_s, .limit = 50};
    timer.restart();
    expect(service->flows().list(query));
    number("search_ms", flows, double(timer.nsecsElapsed()) / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const qsizetype nodes = bench::optionValue(argc, argv, "--nodes", 50);
    const qsizetype flows = bench::optionValue(argc, argv, "--flows", 100'000);
    const int rounds = static_cast<int>(bench::optionValue(argc, argv, "--rounds", 200));
    const KindRegistry kinds;
    // Any kind that stands alone will do: what a store costs does not depend on the kind.
    const auto alone
        = std::ranges::find_if(kinds.all(), [](const auto &kind) { return kind->info().parentKind.isEmpty(); });
    if (alone == kinds.all().end())
        qFatal("no kind stands alone");
    const QByteArray kind = (*alone)->info().id;
    if (rounds > 1)
        benchCommits(kinds, kind, nodes, rounds);
    benchManyFlows(kinds, kind, flows);
    number("rss_mib", flows, residentMib());
    benchLargeSave(kinds, kind, std::max(5, rounds / 10));
    return 0;
}
