// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/shape/state_links.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

constexpr char kActionPrefix[] = "actions/";
constexpr char kTriggerPrefix[] = "transitions/";

QString conditionText(const Json &condition)
{
    const QString type = condition["type"].toString();
    const QString value = condition["value"].toString();
    return type.isEmpty() || value.isEmpty() ? type + value : type + u": "_s + value;
}

class Outliner
{
public:
    Outliner(Shape shape, QByteArrayView name, const Json &state) : m_shape(shape), m_state(state)
    {
        m_outline.spelling = spellingOf(shape, name, state);
    }

    StateOutline take()
    {
        if (!m_state.isObject())
            return {};
        if (m_outline.spelling == Spelling::ChoiceMap) {
            addChoices();
            return std::move(m_outline);
        }
        addTransitions();
        addNextState();
        addActions();
        return std::move(m_outline);
    }

private:
    void addPort(QByteArray id, QString name, bool fallback = false)
    {
        m_outline.ports.append(Port{.id = std::move(id), .name = std::move(name), .fallback = fallback});
    }

    void addLink(const JsonPointer &place, QByteArray port, const Json &value, bool old = false)
    {
        if (value.isString() && !value.utf8().isEmpty()) {
            m_outline.links.append(
                {place, place, std::move(port), value.toUtf8(), {}, old && value.utf8() == kEndTarget});
        } else if (const Json &target = value["target"]; target.isString() && !target.utf8().isEmpty()) {
            m_outline.links.append(
                {place, place.child("target"), std::move(port), target.toUtf8(), conditionText(value["condition"])});
        }
    }

    void addNewTrigger(QByteArrayView prefix, const Json &taken)
    {
        qsizetype number = 1;
        do
            m_outline.newTrigger = prefix.toByteArray() + QByteArray::number(number++);
        while (taken.contains(m_outline.newTrigger));
        addPort(m_outline.newTrigger, u"+ option"_s);
    }

    void addChoices()
    {
        for (const Json::Member &entry : m_state.members()) {
            if (!isChoice(m_shape, entry.key()))
                continue;
            const QByteArray port = portOfTrigger(entry.key());
            addPort(port, entry.name.toString());
            addLink(JsonPointer().child(entry.key()), port, entry.value, true);
        }
        addNewTrigger({}, m_state);
    }

    void addTransitions()
    {
        const JsonPointer place = JsonPointer().child("transitions");
        const Json &transitions = m_state["transitions"];
        for (const Json::Member &entry : transitions.members()) {
            if (entry.key() == kDefaultPort)
                continue;
            const QByteArray port = portOfTrigger(entry.key());
            addPort(port, entry.name.toString());
            addLink(place.child(entry.key()), port, entry.value);
        }
        if (m_outline.spelling != Spelling::NextState)
            addNewTrigger("option_", transitions);
        addPort(kDefaultPort, u"default"_s, true);
        if (const Json *fallback = transitions.find(kDefaultPort))
            addLink(place.child(kDefaultPort), kDefaultPort, *fallback);
    }

    void addNextState()
    {
        const QByteArray key = nextStateKey(m_state);
        const Json *next = m_state.find(key);
        if (!next)
            return;
        // Beside transitions it has a port of its own, so that no port has two places.
        QByteArray port = kDefaultPort;
        if (m_outline.spelling == Spelling::Current) {
            port = kNextStatePort;
            addPort(port, QString::fromUtf8(key));
        }
        addLink(JsonPointer().child(key), port, *next, true);
    }

    void addActionPort(const JsonPointer &action, QByteArrayView key, const QString &name, const Json &value)
    {
        const JsonPointer place = action.child(key);
        const QByteArray port = place.text().sliced(1);
        addPort(port, name);
        addLink(place, port, value);
    }

    void addActions()
    {
        const JsonPointer all = JsonPointer().child("actions");
        const Json &actions = m_state["actions"];
        for (qsizetype i = 0; const Json &action : actions.items()) {
            const JsonPointer place = all.child(i++);
            const QString suffix = actions.size() > 1 ? u" (action %1)"_s.arg(i) : QString();
            const Json &type = action["type"];
            const bool calls = type.utf8() == "API_CALL" && !action["fire_and_forget"].toBool();
            const bool decides = type.utf8() == "CONDITION" && !action["conditions"].isArray();
            for (qsizetype j = 0; const Json &condition : action["conditions"].items())
                addCondition(place.child("conditions").child(j++), condition, suffix);
            const auto offer = [&](QByteArrayView key, const QString &name, bool always) {
                if (const Json *value = action.find(key))
                    addActionPort(place, key, name + suffix, *value);
                else if (always)
                    addActionPort(place, key, name + suffix, Json());
            };
            offer("true_transition", u"true"_s, decides);
            offer("false_transition", u"false"_s, decides);
            offer("success_transition", u"success"_s, calls);
            offer("failure_transition", u"failure"_s, calls);
        }
    }

    void addCondition(const JsonPointer &place, const Json &condition, const QString &suffix)
    {
        if (!condition.isObject())
            return;
        QStringList words;
        for (const QByteArrayView key : {"variable", "operator", "value"}) {
            const Json &word = condition[key];
            const QString text = word.isNumber() ? QString::fromLatin1(word.numberText()) : word.toString();
            if (!text.isEmpty())
                words.append(text);
        }
        if (words.isEmpty())
            words.append(u"condition"_s);
        addActionPort(place, "target", words.join(u' ') + suffix, condition["target"]);
    }

    Shape m_shape;
    const Json &m_state;
    StateOutline m_outline;
};

} // namespace

StateOutline outlineOf(Shape shape, QByteArrayView name, const Json &state)
{
    return Outliner(shape, name, state).take();
}

QByteArray portOfTrigger(QByteArrayView trigger)
{
    const bool ambiguous = trigger.isEmpty() || trigger == "new" || trigger == kDefaultPort || trigger == kNextStatePort
        || trigger.startsWith(kActionPrefix) || trigger.startsWith(kTriggerPrefix);
    return ambiguous ? kTriggerPrefix + trigger.toByteArray() : trigger.toByteArray();
}

QByteArray triggerOfPort(QByteArrayView port)
{
    return port.startsWith(kTriggerPrefix) ? port.sliced(qstrlen(kTriggerPrefix)).toByteArray() : port.toByteArray();
}

bool isActionPort(QByteArrayView port)
{
    return port.startsWith(kActionPrefix);
}

JsonPointer placeOfPort(const Json &state, Spelling spelling, QByteArrayView port, bool oldFormat)
{
    if (isActionPort(port))
        return JsonPointer("/" + port.toByteArray());
    const JsonPointer transitions = JsonPointer().child("transitions");
    if (port == kNextStatePort)
        return JsonPointer().child(nextStateKey(state));
    if (spelling == Spelling::ChoiceMap)
        return JsonPointer().child(triggerOfPort(port));
    const bool next = spelling == Spelling::NextState || (spelling == Spelling::Unmarked && oldFormat);
    if (port == kDefaultPort && next)
        return JsonPointer().child(nextStateKey(state));
    return transitions.child(triggerOfPort(port));
}

} // namespace jackfield::conversationflow
