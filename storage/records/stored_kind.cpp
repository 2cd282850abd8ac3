// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/stored_kind.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<const Kind *> kindOf(const KindRegistry &kinds, const FlowSummary &flow)
{
    const Kind *kind = kinds.find(flow.kind);
    if (!kind) {
        return Error{
            .code = "conflict"_ba,
            .message = u"'%1' is of the kind '%2', which this program does not know."_s.arg(
                flow.name, QString::fromUtf8(flow.kind))};
    }
    return kind;
}

} // namespace jackfield
