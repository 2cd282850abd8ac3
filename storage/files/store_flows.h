// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/files/formats/file_format.h"
#include "storage/service/flow_service.h"

namespace jackfield {

/// Stores flows that were read from files, one after the other, all or none of a file: what was created before a
/// failure is removed again. A flow whose kind needs a parent goes into the parent that the list has before it, else
/// into `parent`, else into a new one named after the file.
void storeFlows(
    FlowService &service, const WorkspaceId &workspace, QList<FileFlow> flows, const FlowId &parent,
    const QByteArray &author, Completion<QList<FlowRecord>> done);

} // namespace jackfield
