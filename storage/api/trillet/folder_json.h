// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <QList>

namespace jackfield::trillet {

/// The kind of flow that a folder holds; empty for a folder that is none of this API.
QByteArray kindOfFolder(const FlowShelf &folder);
QByteArray kindOfFlowType(QByteArrayView flowType); ///< "call", "message"

/// As every answer but that of get shows it: with the ids of its flows.
Json folderJson(const FlowShelf &folder, const QList<FlowId> &flows);
/// With its flows told by id, name, description and times.
Json folderJson(const FlowShelf &folder, const QList<FlowRecord> &flows);

/// Properties of a folder with what a body says: colours come as words and are kept and answered as numbers.
Json folderPropertiesWith(Json properties, const Json &body);

} // namespace jackfield::trillet
