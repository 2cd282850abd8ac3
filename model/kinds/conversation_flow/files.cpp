// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/files.h"

#include "model/kinds/conversation_flow/shape/flow_shape.h"

#include <algorithm>

namespace jackfield::conversationflow {

namespace {

/// Other formats have `states` too; theirs have lists of transitions.
bool fits(Shape shape, QByteArrayView name, const Json &state)
{
    if (!state.isObject() || state["transitions"].isArray())
        return false;
    return looksLikeState(state) || spellingOf(shape, name, state) == Spelling::ChoiceMap;
}

/// 0 = not a conversation flow.
int certaintyOf(const Json &content)
{
    if (!content.isObject())
        return 0;
    if (content.isEmpty())
        return 5;
    const Shape shape = shapeOf(content);
    const Json &container = *containerOf(shape).in(content);
    if (container.isEmpty())
        return 60;
    bool leads = false;
    bool onlySays = true;
    qsizetype said = 0;
    const auto looks = [&](QByteArrayView name, const Json &state) {
        leads
            = leads || state["transitions"].isObject() || state["next_state"].isString() || state["actions"].isArray();
        onlySays = onlySays && state.size() == (state.contains("message") ? 1 : 0) + (state.contains("name") ? 1 : 0);
        said += looksLikeState(state) ? 1 : 0;
        return fits(shape, name, state);
    };
    for (const Json &item : container.items()) {
        if (!item["name"].isString() || !looks(item["name"].utf8(), item))
            return 0;
    }
    for (const Json::Member &entry : container.members()) {
        const bool beside = shape == Shape::BareMap
            && ((entry.key() == "initial_state" && entry.value.isString())
                || !isState(shape, entry.key(), entry.value));
        if (beside && entry.key() != "initial_state" && entry.key() != "intents")
            return 0;
        if (!beside && !looks(entry.key(), entry.value))
            return 0;
    }
    // Answers of any API have members with a `message`; without a link somewhere, nothing else may stand beside it.
    if (said == 0 || (!leads && !onlySays))
        return 0;
    const int best = shape == Shape::BareMap ? 85 : 90;
    return leads ? best : 40;
}

ExtractedFlow found(const Json &file, const JsonPointer &at, const Json &owner, int certainty)
{
    // The file is kept without the flow, which lives in the content from now on.
    Json rest = file;
    const Result<JsonEdits> emptied = applyEdits(rest, {JsonEdit::set(at, Json())});
    Q_ASSERT(emptied);
    return {
        .content = *at.in(file),
        .surround = Json::object({member("at", Json::string(at.text())), member("file", std::move(rest))}),
        .name = owner["name"].toString(),
        .certainty = certainty};
}

/// A flow as the API answers it, or the body of a request.
int storedCertainty(const Json &object)
{
    const QByteArrayView type = object["type"].utf8();
    if (!object["flow"].isObject() || (!type.isEmpty() && type != "conversation"))
        return 0;
    const int certainty = certaintyOf(object["flow"]);
    return type == "conversation" ? std::max(certainty, 80) : certainty > 5 ? certainty : 0;
}

} // namespace

Json ConversationFlowFiles::blank() const
{
    return Json::object();
}

std::vector<ExtractedFlow> ConversationFlowFiles::extract(const Json &file) const
{
    std::vector<ExtractedFlow> flows;
    for (qsizetype i = 0; const Json &item : file.items()) {
        if (const int certainty = storedCertainty(item))
            flows.push_back(found(file, JsonPointer().child(i).child("flow"), item, certainty));
        ++i;
    }
    if (!file.isObject())
        return flows;
    if (const int certainty = storedCertainty(file)) {
        flows.push_back(found(file, JsonPointer().child("flow"), file, certainty));
    } else if (const Json &all = file["flows"]; all.isObject() && certaintyOf(all) > 5) {
        flows.push_back(found(file, JsonPointer().child("flows"), file, certaintyOf(all)));
    } else if (const int own = certaintyOf(file)) {
        flows.push_back({.content = file, .surround = {}, .name = {}, .certainty = own});
    }
    return flows;
}

Json ConversationFlowFiles::restore(const Json &surround, const Json &content) const
{
    const Result<JsonPointer> at = JsonPointer::parse(surround["at"].utf8());
    Json file = surround["file"];
    if (surround.isNull() || !at || !applyEdits(file, {JsonEdit::set(*at, content)}))
        return content;
    return file;
}

} // namespace jackfield::conversationflow
