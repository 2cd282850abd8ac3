// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/conversation_flows.h"

#include "model/json/json_reader.h"

#include <QFile>

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

const Kind &conversationKind()
{
    static const Kind kind = [] {
        QFile file(u":/kinds/conversation-flow/catalog.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no catalog");
        const Result<Json> text = parseJson(file.readAll());
        if (!text)
            qFatal("%s", qPrintable(text.error().message));
        Result<Catalog> catalog = Catalog::fromJson(*text);
        if (!catalog)
            qFatal("%s at %s", qPrintable(catalog.error().message), catalog.error().pointer.constData());
        return conversationFlowKind(*std::move(catalog));
    }();
    return kind;
}

Json wrappedStates(const Json &bareMap)
{
    return Json::object({member("states", bareMap)});
}

Json listedStates(const Json &bareMap)
{
    Json items = Json::array();
    for (const Json::Member &state : bareMap.members()) {
        Json item = state.value;
        item.insertMember(0, Json::string("name"), state.name);
        items.append(std::move(item));
    }
    return Json::object({member("states", std::move(items))});
}

Json largeConversation(int states)
{
    Json map = Json::object();
    map.reserve(states);
    for (int i = 0; i < states; ++i) {
        const QByteArray next = "state_" + QByteArray::number((i + 1) % states);
        Json transitions = Json::object({member("default", Json::string(next))});
        if (i % 2 == 0)
            transitions.set("back", Json::string("state_" + QByteArray::number(i / 2)));
        map.set(
            "state_" + QByteArray::number(i),
            Json::object(
                {member("message", Json::string("Question number " + QByteArray::number(i) + ": what comes next?")),
                 member("transitions", std::move(transitions))}));
    }
    return map;
}

Json oldConversation(int states)
{
    const auto name = [](int i) { return (i % 3 == 2 ? "choice_"_ba : "state_"_ba) + QByteArray::number(i); };
    Json map = Json::object();
    for (int i = 0; i < states; ++i) {
        const Json next = Json::string(i + 1 < states ? name(i + 1) : "end"_ba);
        if (i % 3 == 2) {
            map.set(name(i), Json::object({member("1", next), member("2", Json::string(name(0)))}));
            continue;
        }
        const Json line = Json::string("Line " + QByteArray::number(i));
        const Json message = i % 3 == 0 ? Json::array({line}) : Json::array({Json::array({line}), Json::array({line})});
        map.set(name(i), Json::object({member("message", message), member("next_state", next)}));
    }
    return map;
}

} // namespace jackfield::testing
