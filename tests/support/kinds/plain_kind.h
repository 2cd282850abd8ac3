// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield::testing {

/// A kind with nothing but a life: its flows are objects, and one with a member "broken" has an error.
class PlainKind final : public Kind
{
public:
    PlainKind(QByteArray id, Lifecycle lifecycle, QByteArray parentKind = {}, IdStyle idStyle = IdStyle::Ulid);

    const KindInfo &info() const override { return m_info; }
    const Catalog &catalog() const override { return m_catalog; }
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
    Problems check(const FlowState &state, const Graph &) const override;
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &) const override { return {}; }
    Json restore(const Json &, const Json &content) const override { return content; }

private:
    KindInfo m_info;
    Catalog m_catalog;
};

/// "bot" activates and keeps versions; "part" belongs to a bot, one published at a time, editing unpublishes; "live"
/// has no publish step, and ids of hexadecimal digits; "page" publishes without keeping versions.
std::vector<std::unique_ptr<Kind>> plainKinds();

} // namespace jackfield::testing
