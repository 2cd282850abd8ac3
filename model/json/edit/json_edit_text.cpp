// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Edits as JSON, for journals and events.
#include "model/json/edit/json_edit.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

using Operation = JsonEdit::Operation;

constexpr QByteArrayView kOperationNames[] = {"set", "insert", "remove", "move", "rename"};

Error invalid(const JsonPointer &at, const QString &message)
{
    return {.code = "invalid_edit"_ba, .message = message, .pointer = at.text()};
}

Json editToJson(const JsonEdit &edit)
{
    std::vector<Json::Member> members;
    members.push_back(member("op", Json::string(kOperationNames[static_cast<size_t>(edit.operation)])));
    members.push_back(member("at", Json::string(edit.at.text())));
    switch (edit.operation) {
    case Operation::Set:
        members.push_back(member("value", edit.value));
        break;
    case Operation::Insert:
        members.push_back(member("value", edit.value));
        if (edit.position >= 0)
            members.push_back(member("position", Json::number(qint64(edit.position))));
        break;
    case Operation::Remove:
        break;
    case Operation::Move:
        members.push_back(member("to", Json::number(qint64(edit.position))));
        break;
    case Operation::Rename:
        members.push_back(member("key", edit.value));
        break;
    }
    return Json::object(std::move(members));
}

std::optional<Operation> operationNamed(QByteArrayView name)
{
    const auto found = std::ranges::find(kOperationNames, name);
    if (found == std::end(kOperationNames))
        return std::nullopt;
    return static_cast<Operation>(found - std::begin(kOperationNames));
}

Result<JsonEdit> editFromJson(const Json &json, const JsonPointer &place)
{
    const auto operation = operationNamed(json["op"].utf8());
    if (!operation)
        return invalid(place.child("op"), u"An edit has \"op\": set, insert, remove, move or rename."_s);
    if (!json["at"].isString())
        return invalid(place.child("at"), u"An edit has \"at\", a JSON pointer."_s);
    auto at = JsonPointer::parse(json["at"].utf8());
    if (!at)
        return invalid(place.child("at"), at.error().message);
    JsonEdit edit{.operation = *operation, .at = *std::move(at), .value = {}};
    if (*operation == Operation::Set || *operation == Operation::Insert) {
        const Json *value = json.find("value");
        if (!value)
            return invalid(place, u"This edit needs a \"value\"."_s);
        edit.value = *value;
    }
    if (*operation == Operation::Rename) {
        if (!json["key"].isString())
            return invalid(place.child("key"), u"A rename needs the new \"key\", a text."_s);
        edit.value = json["key"];
    }
    const QByteArrayView positionName = *operation == Operation::Move ? "to" : "position";
    if (*operation == Operation::Move || (*operation == Operation::Insert && json.contains(positionName))) {
        const auto position = json[positionName].toInteger();
        if (!position || *position < 0)
            return invalid(place.child(positionName), u"A position is an integer from 0."_s);
        edit.position = static_cast<qsizetype>(*position);
    }
    return edit;
}

} // namespace

Json editsToJson(const JsonEdits &edits)
{
    std::vector<Json> items;
    items.reserve(static_cast<size_t>(edits.size()));
    for (const JsonEdit &edit : edits)
        items.push_back(editToJson(edit));
    return Json::array(std::move(items));
}

Result<JsonEdits> editsFromJson(const Json &json)
{
    if (!json.isArray())
        return invalid({}, u"Edits are a list."_s);
    JsonEdits edits;
    edits.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        auto edit = editFromJson(json.at(i), JsonPointer().child(i));
        if (!edit)
            return edit.error();
        edits.append(*std::move(edit));
    }
    return edits;
}

} // namespace jackfield
