// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/flow_record.h"

namespace jackfield {

QByteArrayView statusName(FlowStatus status)
{
    switch (status) {
    case FlowStatus::Draft:
        return "draft";
    case FlowStatus::Published:
        return "published";
    case FlowStatus::Active:
        return "active";
    case FlowStatus::Paused:
        return "paused";
    }
    Q_UNREACHABLE();
}

QByteArrayView eventName(FlowEvent::Type type)
{
    switch (type) {
    case FlowEvent::Type::Created:
        return "flow.created";
    case FlowEvent::Type::Committed:
        return "flow.committed";
    case FlowEvent::Type::StatusChanged:
        return "flow.status_changed";
    case FlowEvent::Type::Published:
        return "flow.published";
    case FlowEvent::Type::Deleted:
        return "flow.deleted";
    case FlowEvent::Type::Restored:
        return "flow.restored";
    }
    Q_UNREACHABLE();
}

} // namespace jackfield
