// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/flow_rows.h"

#include "model/json/json_output.h"
#include "model/json/json_writer.h"

#include <array>
#include <limits>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr JsonLimits kStoreLimits{
    .maxBytes = std::numeric_limits<qint32>::max(),
    .maxDepth = 1024,
    .maxStringBytes = std::numeric_limits<qint32>::max()};

constexpr std::array kStatuses{FlowStatus::Draft, FlowStatus::Published, FlowStatus::Active, FlowStatus::Paused};
constexpr std::array kEventTypes{FlowEvent::Type::Created,   FlowEvent::Type::Committed, FlowEvent::Type::StatusChanged,
                                 FlowEvent::Type::Published, FlowEvent::Type::Deleted,   FlowEvent::Type::Restored};

/// Bytes of a value as text, roughly. `left` goes down to below zero when there are more than enough.
void countBytes(const Json &value, qint64 &left)
{
    if (left < 0)
        return;
    left -= 2 + value.numberText().size() + value.utf8().size();
    for (const Json &item : value.items())
        countBytes(item, left);
    for (const Json::Member &member : value.members()) {
        left -= 3 + member.key().size();
        countBytes(member.value, left);
    }
}

/// As editsToJson() spells it, without building the JSON first: a large save is tens of thousands of these.
void addEdits(JsonOutput &output, const JsonEdits &edits)
{
    output.add('[');
    for (const JsonEdit &edit : edits) {
        if (&edit != &edits.first())
            output.add(',');
        if (edit.operation == JsonEdit::Operation::Set) {
            output.add(R"({"op":"set","at":")");
            output.addEscaped(edit.at.text());
            output.add(R"(","value":)");
            output.add(edit.value);
            output.add('}');
        } else {
            const QByteArray list = writeJson(editsToJson({edit}));
            output.add(QByteArrayView(list).sliced(1, list.size() - 2));
        }
    }
    output.add(']');
}

} // namespace

QVariant sqlText(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant sqlText(QByteArrayView text)
{
    return text.isEmpty() ? u""_s : QString::fromUtf8(text);
}

QVariant sqlText(const QByteArray &text)
{
    return sqlText(QByteArrayView(text));
}

QVariant sqlBlob(const QByteArray &bytes)
{
    return bytes.isNull() ? ""_ba : bytes;
}

QVariant sqlJson(const Json &value)
{
    return writeJson(value);
}

QVariant sqlTime(const std::optional<Timestamp> &time)
{
    return time ? QVariant(*time) : QVariant();
}

Result<Json> storedJson(const QByteArray &utf8)
{
    Result<Json> value = parseJson(utf8, kStoreLimits);
    if (!value)
        return Error{
            .code = "integrity"_ba, .message = u"A stored document cannot be read: %1"_s.arg(value.error().message)};
    return value;
}

QByteArray flowEditsToText(const FlowEdits &edits)
{
    JsonOutput output;
    output.add('{');
    if (!edits.content.isEmpty()) {
        output.add(R"("content":)");
        addEdits(output, edits.content);
    }
    if (!edits.sidecar.isEmpty()) {
        output.add(edits.content.isEmpty() ? QByteArrayView(R"("sidecar":)") : QByteArrayView(R"(,"sidecar":)"));
        addEdits(output, edits.sidecar);
    }
    output.add('}');
    return output.take();
}

Result<FlowEdits> flowEditsFromText(const QByteArray &utf8)
{
    const Result<Json> halves = storedJson(utf8);
    if (!halves)
        return halves.error();
    FlowEdits edits;
    for (const auto &[name, list] :
         {std::pair("content"_ba, &edits.content), std::pair("sidecar"_ba, &edits.sidecar)}) {
        const Json *half = halves->find(name);
        if (!half)
            continue;
        Result<JsonEdits> read = editsFromJson(*half);
        if (!read)
            return read.error();
        *list = *std::move(read);
    }
    return edits;
}

qint64 roughBytes(const FlowEdits &edits, qint64 enough)
{
    qint64 left = enough;
    for (const JsonEdits *half : {&edits.content, &edits.sidecar}) {
        for (const JsonEdit &edit : *half) {
            left -= 28 + edit.at.text().size();
            countBytes(edit.value, left);
            if (left < 0)
                break;
        }
    }
    return enough - left;
}

QString styleToText(const JsonStyle &style)
{
    return u"%1 %2 %3"_s.arg(style.indent).arg(style.tabs ? 1 : 0).arg(style.finalNewline ? 1 : 0);
}

JsonStyle styleFromText(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 3)
        return {};
    return {.indent = parts[0].toInt(), .tabs = parts[1] == "1"_L1, .finalNewline = parts[2] == "1"_L1};
}

std::optional<FlowStatus> statusFromName(QByteArrayView name)
{
    for (const FlowStatus status : kStatuses) {
        if (statusName(status) == name)
            return status;
    }
    return std::nullopt;
}

std::optional<FlowEvent::Type> eventTypeFromName(QByteArrayView name)
{
    for (const FlowEvent::Type type : kEventTypes) {
        if (eventName(type) == name)
            return type;
    }
    return std::nullopt;
}

QString summaryColumns()
{
    return u"flow.id, flow.kind, flow.name, flow.parent, flow.status, flow.properties, flow.visible_revision, "
           u"flow.active_version,"
           " flow.latest_version, flow.latest_version_number, flow.changes_since_version, flow.created_at,"
           " flow.updated_at, flow.published_at"_s;
}

Result<FlowSummary> summaryFromRow(const SqlRow &row)
{
    const std::optional<FlowStatus> status = statusFromName(row.id(4));
    if (!status)
        return Error{
            .code = "integrity"_ba, .message = u"The stored flow '%1' has no known status."_s.arg(row.text(2))};
    Result<Json> properties = storedJson(row.blob(5));
    if (!properties)
        return properties.error();
    return FlowSummary{
        .id = FlowId(row.id(0)),
        .kind = row.id(1),
        .name = row.text(2),
        .parent = FlowId(row.id(3)),
        .status = *status,
        .properties = *std::move(properties),
        .visibleRevision = row.number(6),
        .activeVersion = row.id(7),
        .latestVersion = row.id(8),
        .latestVersionNumber = static_cast<int>(row.number(9)),
        .changesSinceVersion = row.number(10),
        .createdAt = row.number(11),
        .updatedAt = row.number(12),
        .publishedAt = row.isNull(13) ? std::nullopt : std::optional(row.number(13)),
    };
}

} // namespace jackfield
