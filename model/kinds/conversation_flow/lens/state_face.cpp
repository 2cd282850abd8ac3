// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/state_face.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

// A node shows a few lines; a message may be a megabyte.
constexpr qsizetype kMaxLines = 12;
constexpr qsizetype kMaxLineLength = 200;

void addText(QStringList &lines, const QString &text)
{
    for (const QStringView line : QStringView(text).left(kMaxLines * kMaxLineLength).split(u'\n')) {
        if (lines.size() == kMaxLines)
            return;
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed().left(kMaxLineLength).toString());
    }
}

/// Old messages are lists of lines, or lists of alternatives of which one is sent.
void addMessage(QStringList &lines, const Json &message)
{
    if (message.isString())
        return addText(lines, message.toString());
    for (bool first = true; const Json &item : message.items()) {
        if (item.isArray() && !first)
            addText(lines, u"or:"_s);
        for (const Json &line : item.items())
            addText(lines, line.toString());
        addText(lines, item.toString());
        first = false;
    }
}

void addOldMembers(QStringList &lines, const Json &state)
{
    for (const Json &button : state["buttons"].items()) {
        for (const Json::Member &choice : button.members())
            addText(lines, u"[%1] %2"_s.arg(choice.name.toString(), choice.value.toString()));
    }
    for (const QByteArrayView media : {"images", "videos", "audios", "documents", "stickers"}) {
        if (const qsizetype count = state[media].items().size())
            addText(lines, u"%1: %2"_s.arg(QString::fromLatin1(media)).arg(count));
    }
    for (const Json &validator : state["validators"].items())
        addText(lines, validator["type"].toString());
    addMessage(lines, state["fallback_message"]);
}

bool hasAction(const Json &state, QByteArrayView type)
{
    return std::ranges::any_of(
        state["actions"].items(), [type](const Json &action) { return action["type"].utf8() == type; });
}

} // namespace

bool saysSomething(const Json &message)
{
    if (message.isString())
        return !message.toString().trimmed().isEmpty();
    return std::ranges::any_of(message.items(), [](const Json &item) {
        return !item.utf8().trimmed().isEmpty()
            || std::ranges::any_of(item.items(), [](const Json &line) { return !line.utf8().trimmed().isEmpty(); });
    });
}

QString actionText(const Json &action)
{
    const QString type = action["type"].toString();
    QStringList words{type.isEmpty() ? u"action"_s : type};
    if (type == "API_CALL"_L1) {
        const QString method = action["method"].toString();
        words.append(method.isEmpty() ? u"GET"_s : method);
        words.append(action["url"].isString() ? action["url"].toString() : action["path"].toString());
    } else if (type == "LLM_AGENT"_L1) {
        words.append(action["name"].toString());
    } else if (type == "SEND_MESSAGE"_L1) {
        words.append(action["message"].isString() ? action["message"].toString() : action["text"].toString());
    } else if (type == "CONDITION"_L1) {
        words.append(action["expression"].toString());
    }
    words.removeAll(QString());
    return words.join(u' ').simplified();
}

StateFace faceOf(const Json &state, const StateOutline &outline, qsizetype edges)
{
    StateFace face{.icon = "message"_ba, .typeTitle = u"State"_s};
    if (!state.isObject())
        return face;
    addMessage(face.summary, state["message"]);
    for (const Json &action : state["actions"].items())
        addText(face.summary, actionText(action));
    addOldMembers(face.summary, state);

    const qsizetype triggers = state["transitions"].isObject() ? state["transitions"].size() : 0;
    // Links that are not drawn say "end"; a state without any link says nothing and ends as well.
    face.terminal = edges == 0;
    const auto is = [&face](Family family, const char *icon, const QString &title) {
        face.family = family;
        face.icon = icon;
        face.typeTitle = title;
    };
    if (outline.spelling == Spelling::ChoiceMap)
        is(Family::Decide, "question", u"Choice"_s);
    else if (hasAction(state, "API_CALL"))
        is(Family::Act, "http", u"API call"_s);
    else if (hasAction(state, "LLM_AGENT"))
        is(Family::HandOver, "agent", u"AI agent"_s);
    else if (hasAction(state, "CONDITION"))
        is(Family::Decide, "question", u"Condition"_s);
    else if (face.terminal)
        is(Family::End, "end", u"End"_s);
    else if (triggers > 1)
        is(Family::Ask, "question", u"Question"_s);
    else
        is(Family::Say, "message", u"Message"_s);
    // An agent keeps talking in its state, so nothing ends there.
    if (face.family == Family::HandOver)
        face.terminal = false;
    return face;
}

} // namespace jackfield::conversationflow
