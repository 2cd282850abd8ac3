// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kinds/plain_kind.h"

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

class PlainLens final : public Lens
{
public:
    Graph project(const FlowState &) const override { return {}; }
    GraphDelta reproject(Graph &, const FlowState &, const FlowEdits &) const override { return {}; }
    Result<FlowEdits> compile(const FlowState &, const Graph &, const GraphEdit &) const override
    {
        return FlowEdits{};
    }
    Result<void>
    canConnect(const Graph &, const NodeId &, QByteArrayView, const NodeId &, const EdgeId &) const override
    {
        return {};
    }
    Json copyFragment(const FlowState &, const Graph &, const QList<NodeId> &) const override { return {}; }
};

class PlainRules final : public Rules
{
public:
    Problems check(const FlowState &state, const Graph &) const override
    {
        Problems problems;
        if (state.content.contains("odd"))
            problems.append({.severity = Severity::Warning, .code = "odd"_ba, .message = u"odd"_s});
        if (state.content.contains("broken"))
            problems.append({.severity = Severity::Error, .code = "broken"_ba, .message = u"broken"_s});
        return problems;
    }
};

class PlainFiles final : public FileShapes
{
public:
    Json blank() const override { return Json::object({member("blank", Json::boolean(true))}); }
    std::vector<ExtractedFlow> extract(const Json &) const override { return {}; }
};

std::unique_ptr<const Kind>
plainKind(const QByteArray &id, Lifecycle lifecycle, const QByteArray &parentKind = {}, IdStyle idStyle = IdStyle::Ulid)
{
    return std::make_unique<const Kind>(KindParts{
        .info
        = {.id = id,
           .title = QString::fromUtf8(id),
           .plural = QString::fromUtf8(id) + u's',
           .icon = {},
           .parentKind = parentKind,
           .startHint = {},
           .drawnElsewhere = {},
           .lifecycle = lifecycle,
           .idStyle = idStyle},
        .catalog = std::make_unique<const Catalog>(),
        .lens = std::make_unique<PlainLens>(),
        .rules = std::make_unique<PlainRules>(),
        .files = std::make_unique<PlainFiles>()});
}

} // namespace

std::vector<std::unique_ptr<const Kind>> plainKinds()
{
    std::vector<std::unique_ptr<const Kind>> kinds;
    kinds.push_back(plainKind("bot"_ba, {.keepsVersions = true, .activates = true}));
    kinds.push_back(plainKind("part"_ba, {.editUnpublishes = true, .onePublishedPerParent = true}, "bot"_ba));
    kinds.push_back(plainKind("live"_ba, {.publishes = false}, {}, IdStyle::Hex));
    kinds.push_back(plainKind("page"_ba, {}));
    return kinds;
}

} // namespace jackfield::testing
