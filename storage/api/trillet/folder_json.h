// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/trillet/resource.h"
#include "storage/records/flow_record.h"

#include <QList>

namespace jackfield::trillet {

/// What a folder holds; nullptr for a folder that is none of this API.
const Resource *resourceOf(const FlowShelf &folder);

/// As every answer but that of get shows it: with the ids of its flows.
Json folderJson(const FlowShelf &folder, const QList<FlowId> &flows);
/// With its flows told by id, name, description and times.
Json folderJson(const FlowShelf &folder, const QList<FlowRecord> &flows);

/// Properties of a folder with what a body says: colours come as words and are kept and answered as numbers.
Json folderPropertiesWith(Json properties, const Json &body);

} // namespace jackfield::trillet
