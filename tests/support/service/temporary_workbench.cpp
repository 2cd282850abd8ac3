// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/service/temporary_workbench.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

// Waits with the event loop running, so that queued answers come in.
template <typename T> T waitFor(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000))
        qFatal("no answer from the service in 10 s");
    return future.result();
}

} // namespace

TemporaryWorkbench::TemporaryWorkbench() : m_kinds(WorkbenchOptions().kinds)
{
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
    reopen();
}

TemporaryWorkbench::TemporaryWorkbench(MakeKinds kinds) : m_kinds(std::move(kinds)), m_api(false)
{
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
    reopen();
}

void TemporaryWorkbench::reopen()
{
    m_workbench.reset();
    Result<std::unique_ptr<Workbench>> opened
        = Workbench::open({.dataFolder = m_folder.filePath(u"data"_s), .port = 0, .api = m_api, .kinds = m_kinds});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    m_workbench = std::move(*opened);
}

FlowRecord
TemporaryWorkbench::create(const QByteArray &kind, const QString &name, const Json &content, const FlowId &parent)
{
    NewFlow flow;
    flow.workspace = m_workbench->workspace();
    flow.kind = kind;
    flow.name = name;
    flow.parent = parent;
    flow.author = "test";
    flow.state.content = content;
    const Result<FlowRecord> made = waitFor(m_workbench->write<FlowRecord>(
        [flow](FlowService &service, Completion<FlowRecord> done) { service.flows().create(flow, std::move(done)); }));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

FlowRecord TemporaryWorkbench::read(const FlowId &id)
{
    const Result<FlowRecord> record
        = waitFor(m_workbench->call([workspace = m_workbench->workspace(), id](FlowService &service) {
              return service.flows().flow(workspace, id);
          }));
    if (!record)
        qFatal("%s", qPrintable(record.error().message));
    return *record;
}

Result<FlowRecord> TemporaryWorkbench::commitFromOutside(const FlowId &id, const JsonEdits &edits)
{
    Commit commit{.flow = id, .edits = {.content = edits}, .author = "api", .label = u"API: update"_s};
    return waitFor(m_workbench->write<FlowRecord>(
        [workspace = m_workbench->workspace(), commit](FlowService &service, Completion<FlowRecord> done) {
            service.flows().commit(workspace, commit, std::move(done));
        }));
}

QByteArray TemporaryWorkbench::makeKey()
{
    const KeyRequest request{.workspace = m_workbench->workspace(), .api = "all", .prefix = "jf_"};
    const Result<NewKey> made = waitFor(m_workbench->write<NewKey>(
        [request](FlowService &service, Completion<NewKey> done) { service.keys().create(request, std::move(done)); }));
    return made ? made->secret : QByteArray();
}

QString TemporaryWorkbench::address()
{
    (void)QTest::qWaitFor([this] { return !m_workbench->server().address.isEmpty(); }, 5000);
    return m_workbench->server().address;
}

Json TemporaryWorkbench::chain(int nodes)
{
    Json list = Json::array();
    Json edges = Json::array();
    for (int i = 0; i < nodes; ++i) {
        const QByteArray id = "n" + QByteArray::number(i);
        const Json data = i == 0 ? Json::object()
                                 : Json::object({member("text", Json::string("Message " + QByteArray::number(i)))});
        list.append(Json::object(
            {member("id", Json::string(id)), member("type", Json::string(i == 0 ? "start" : "message")),
             member("data", data)}));
        if (i > 0)
            edges.append(Json::object(
                {member("id", Json::string("e" + QByteArray::number(i))),
                 member("source", Json::string("n" + QByteArray::number(i - 1))), member("target", Json::string(id))}));
    }
    return Json::object({member("nodes", list), member("edges", edges)});
}

} // namespace jackfield
