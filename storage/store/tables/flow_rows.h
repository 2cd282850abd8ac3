// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"
#include "storage/store/sql/sql_connection.h"

#include <QVariant>

namespace jackfield {

/// How values stand in rows. SQLite takes a null QString or QByteArray for NULL, so none leaves here.
QVariant sqlText(const QString &text);
QVariant sqlText(QByteArrayView text);
QVariant sqlText(const QByteArray &text);
QVariant sqlBlob(const QByteArray &bytes);
QVariant sqlJson(const Json &value);
QVariant sqlTime(const std::optional<Timestamp> &time);

/// Documents of the store: whatever was accepted once is read again, so there are no limits worth the name.
Result<Json> storedJson(const QByteArray &utf8);

/// {"content": [edits], "sidecar": [edits]}, empty halves left out; and back.
QByteArray flowEditsToText(const FlowEdits &edits);
Result<FlowEdits> flowEditsFromText(const QByteArray &utf8);
/// About how many bytes flowEditsToText() would make; stops counting beyond `enough`.
qint64 roughBytes(const FlowEdits &edits, qint64 enough);

QString styleToText(const JsonStyle &style);
JsonStyle styleFromText(const QString &text);

std::optional<FlowStatus> statusFromName(QByteArrayView name);
std::optional<FlowEvent::Type> eventTypeFromName(QByteArrayView name);

/// The columns that summaries are read from, in the order that summaryFromRow() expects.
QString summaryColumns();
inline constexpr int kSummaryColumns = 14;
Result<FlowSummary> summaryFromRow(const SqlRow &row);

} // namespace jackfield
