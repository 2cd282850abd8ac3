// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/kind_registry.h"

#include "model/kinds/call_flow/call_flow_kind.h"
#include "model/kinds/chatbot/chatbot_kind.h"
#include "model/kinds/conversation_flow/conversation_flow_kind.h"
#include "model/kinds/journey/journey_kind.h"
#include "model/kinds/message_flow/message_flow_kind.h"
#include "model/kinds/whatsapp_flow/whatsapp_flow_kind.h"
#include "model/kinds/workflow/workflow_kind.h"

#include "model/json/json_reader.h"

#include <QFile>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the program was built with cannot be repaired while it runs.
[[noreturn]] void abortOver(const QString &path, const Error &error)
{
    const QByteArray place = error.line > 0 ? QByteArray::number(error.line) : error.pointer;
    qFatal("%s:%s: %s", qPrintable(path), place.constData(), qPrintable(error.message));
}

Catalog compiledCatalog(QLatin1StringView kind)
{
    const QString path = u":/kinds/%1/catalog.json"_s.arg(kind);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        abortOver(path, {.code = "not_found"_ba, .message = file.errorString()});
    Result<Json> json = parseJson(file.readAll());
    if (!json)
        abortOver(path, json.error());
    Result<Catalog> catalog = Catalog::fromJson(*json);
    if (!catalog)
        abortOver(path, catalog.error());
    return *std::move(catalog);
}

int certaintyOf(const std::vector<ExtractedFlow> &flows)
{
    int best = 0;
    for (const ExtractedFlow &flow : flows)
        best = std::max(best, flow.certainty);
    return best;
}

} // namespace

KindRegistry::KindRegistry()
{
    // One line a kind, in the order that the window shows them.
    const auto add = [this](QLatin1StringView id, Kind (*make)(Catalog)) {
        m_kinds.push_back(std::make_unique<const Kind>(make(compiledCatalog(id))));
    };
    add("workflow"_L1, workflowKind);
    add("message-flow"_L1, messageFlowKind);
    add("call-flow"_L1, callFlowKind);
    add("chatbot"_L1, chatbotKind);
    add("journey"_L1, journeyKind);
    add("conversation-flow"_L1, conversationFlowKind);
    add("whatsapp-flow"_L1, whatsappFlowKind);
}

KindRegistry::~KindRegistry() = default;

const Kind *KindRegistry::find(QByteArrayView id) const
{
    const auto found = std::ranges::find_if(m_kinds, [&](const auto &kind) { return kind->info().id == id; });
    return found == m_kinds.end() ? nullptr : found->get();
}

Result<KindRegistry::Recognised> KindRegistry::recognise(const Json &file, QByteArrayView wanted) const
{
    if (!wanted.isEmpty() && !find(wanted)) {
        return Error{
            .code = "unknown_kind"_ba,
            .message = u"There is no kind of flow called \"%1\"."_s.arg(QString::fromUtf8(wanted))};
    }
    Recognised best;
    for (const auto &kind : m_kinds) {
        if (!wanted.isEmpty() && kind->info().id != wanted)
            continue;
        std::vector<ExtractedFlow> flows = kind->files().extract(file);
        if (!flows.empty() && certaintyOf(flows) > certaintyOf(best.flows))
            best = {.kind = kind.get(), .flows = std::move(flows)};
    }
    if (best.kind)
        return best;
    return Error{
        .code = "not_recognised"_ba,
        .message = wanted.isEmpty() ? u"This file holds no flow of a kind that is known here."_s
                                    : u"This file holds no flow of the kind \"%1\"."_s.arg(QString::fromUtf8(wanted))};
}

} // namespace jackfield
