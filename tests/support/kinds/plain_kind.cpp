// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kinds/plain_kind.h"

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

PlainKind::PlainKind(QByteArray id, Lifecycle lifecycle, QByteArray parentKind, IdStyle idStyle)
    : m_info{
        .id = id,
        .title = QString::fromUtf8(id),
        .plural = QString::fromUtf8(id) + u's',
        .icon = {},
        .parentKind = std::move(parentKind),
        .startHint = {},
        .drawnElsewhere = {},
        .lifecycle = lifecycle,
        .idStyle = idStyle}
{
}

Problems PlainKind::check(const FlowState &state, const Graph &) const
{
    Problems problems;
    if (state.content.contains("odd"))
        problems.append({.severity = Severity::Warning, .code = "odd"_ba, .message = u"odd"_s});
    if (state.content.contains("broken"))
        problems.append({.severity = Severity::Error, .code = "broken"_ba, .message = u"broken"_s});
    return problems;
}

Json PlainKind::blank() const
{
    return Json::object({member("blank", Json::boolean(true))});
}

std::vector<std::unique_ptr<Kind>> plainKinds()
{
    std::vector<std::unique_ptr<Kind>> kinds;
    kinds.push_back(std::make_unique<PlainKind>("bot"_ba, Lifecycle{.keepsVersions = true, .activates = true}));
    kinds.push_back(std::make_unique<PlainKind>(
        "part"_ba, Lifecycle{.editUnpublishes = true, .onePublishedPerParent = true}, "bot"_ba));
    kinds.push_back(std::make_unique<PlainKind>("live"_ba, Lifecycle{.publishes = false}, QByteArray(), IdStyle::Hex));
    kinds.push_back(std::make_unique<PlainKind>("page"_ba, Lifecycle{}));
    return kinds;
}

} // namespace jackfield::testing
