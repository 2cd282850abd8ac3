// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/shape/flow_shape.h"

#include <algorithm>

namespace jackfield::conversationflow {

namespace {

bool isIntents(const Json &value)
{
    return !value.isEmpty() && !looksLikeState(value)
        && std::ranges::all_of(value.members(), [](const Json::Member &intent) { return intent.value.isArray(); });
}

Spelling firstSpelling(const Json &content, Shape shape)
{
    const Json *container = containerOf(shape).in(content);
    if (!container)
        return Spelling::Unmarked;
    for (const Json::Member &entry : container->members()) {
        if (!isState(shape, entry.key(), entry.value))
            continue;
        if (const Spelling spelling = spellingOf(shape, entry.key(), entry.value); spelling != Spelling::Unmarked)
            return spelling;
    }
    for (const Json &item : container->items()) {
        if (const Spelling spelling = spellingOf(shape, item["name"].utf8(), item); spelling != Spelling::Unmarked)
            return spelling;
    }
    return Spelling::Unmarked;
}

bool looksLikeChoiceMap(Shape shape, QByteArrayView name, const Json &value)
{
    if (!value.isObject() || looksLikeState(value) || value.contains("transitions") || value.contains("message"))
        return false;
    qsizetype choices = 0;
    for (const Json::Member &entry : value.members()) {
        if (!isChoice(shape, entry.key()))
            continue;
        if (!entry.value.isString())
            return false;
        ++choices;
    }
    return choices > 0 || name.startsWith("choice_");
}

} // namespace

Shape shapeOf(const Json &content)
{
    const Json *states = content.find("states");
    if (!states)
        return Shape::BareMap;
    if (states->isArray())
        return Shape::StatesArray;
    // A bare map may have a state of that name; a wrapper may not have one named like a state's members.
    return states->isObject() && !looksLikeState(*states) ? Shape::StatesObject : Shape::BareMap;
}

JsonPointer containerOf(Shape shape)
{
    return shape == Shape::BareMap ? JsonPointer() : JsonPointer().child("states");
}

bool isState(Shape shape, QByteArrayView key, const Json &value)
{
    return shape != Shape::BareMap || (value.isObject() && !(key == "intents" && isIntents(value)));
}

bool isStateMember(QByteArrayView key)
{
    return key == "message" || key == "actions" || key == "transitions" || key == "next_state";
}

bool looksLikeState(const Json &value)
{
    const Json &message = value["message"];
    return message.isString() || message.isArray() || value["actions"].isArray() || value["next_state"].isString()
        || value["transitions"].isObject();
}

QByteArray nextStateKey(const Json &state)
{
    return !state.contains("next_state") && state["next"].isString() ? "next" : "next_state";
}

bool isChoice(Shape shape, QByteArrayView key)
{
    return key != "fallback_message" && !(shape == Shape::StatesArray && key == "name");
}

Spelling spellingOf(Shape shape, QByteArrayView name, const Json &value)
{
    if (value["transitions"].isObject() || value["actions"].isArray())
        return Spelling::Current;
    if (looksLikeChoiceMap(shape, name, value))
        return Spelling::ChoiceMap;
    if (value[nextStateKey(value)].isString() || value["message"].isArray())
        return Spelling::NextState;
    return Spelling::Unmarked;
}

bool usesOldFormat(const Json &content)
{
    const Spelling spelling = firstSpelling(content, shapeOf(content));
    return spelling == Spelling::NextState || spelling == Spelling::ChoiceMap;
}

bool isReservedName(const Json &content, QByteArrayView name)
{
    const bool means = name == "states" || name == "initial_state" || name == "intents";
    const Shape shape = shapeOf(content);
    if (shape == Shape::BareMap && means)
        return true;
    if (shape == Shape::StatesObject && isStateMember(name))
        return true;
    return name == kEndTarget && usesOldFormat(content);
}

} // namespace jackfield::conversationflow
