// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/flow_service.h"

namespace jackfield::trillet {

bool isHexId(QByteArrayView text); ///< 24 hexadecimal digits: what an id is here, and nothing else is one
Json blankOf(const FlowService &service, QByteArrayView kind); ///< content of a new flow of that kind

/// Every flow of a kind, oldest first: this API knows no pages.
Result<QList<FlowSummary>> everyFlow(FlowService &service, const WorkspaceId &workspace, QByteArrayView kind);

/// The folder that a flow lies in as JSON: null when it lies in none, or its folder is gone.
Json folderIdOf(FlowService &service, const FlowRecord &record);

} // namespace jackfield::trillet
