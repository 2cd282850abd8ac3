// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/rules/action_rules.h"

#include "model/kinds/shared/data_rules.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

constexpr std::array kTypes{"API_CALL", "LLM_AGENT", "SEND_MESSAGE", "CONDITION"};
constexpr std::array kMethods{"GET", "POST", "PUT", "PATCH", "DELETE"};

bool isOneOf(const auto &words, QByteArrayView word)
{
    return std::ranges::any_of(words, [word](const char *known) { return word == known; });
}

class ActionCheck
{
public:
    ActionCheck(const Json &action, JsonPointer at, QString where, const Report &report)
        : m_action(action), m_at(std::move(at)), m_where(std::move(where)), m_report(report)
    {
    }

    void run() const
    {
        if (!m_action.isObject())
            return error("action-invalid", u"%1 must be an object: give it a \"type\"."_s.arg(m_where), {});
        const Json &type = m_action["type"];
        if (!hasText(type))
            return error("action-type-missing", u"%1 has no \"type\": choose what it does."_s.arg(m_where), {});
        if (!isOneOf(kTypes, type.utf8())) {
            return error(
                "action-type-unknown",
                u"%1 has the unknown type '%2': use API_CALL, LLM_AGENT, SEND_MESSAGE or CONDITION."_s.arg(
                    m_where, type.toString()),
                "type");
        }
        if (type.utf8() == "API_CALL")
            checkCall();
        else if (type.utf8() == "LLM_AGENT" && !hasText(m_action["system_prompt"]))
            warn("agent-prompt-missing", u"%1 has no \"system_prompt\": tell the agent what to do."_s.arg(m_where));
        else if (type.utf8() == "SEND_MESSAGE" && m_action.size() == 1)
            error("message-missing", u"%1 sends nothing: add a \"message\"."_s.arg(m_where), {});
        else if (type.utf8() == "CONDITION" && !hasText(m_action["expression"]) && m_action["conditions"].isEmpty())
            error(
                "condition-missing", u"%1 tests nothing: add an \"expression\" or \"conditions\"."_s.arg(m_where), {});
    }

private:
    void checkCall() const
    {
        const bool integration = m_action.contains("integration");
        const bool url = m_action.contains("url");
        if (integration == url) {
            const QString message = integration
                ? u"%1 has both \"integration\" and \"url\": keep one of them."_s
                : u"%1 does not say what to call: add an \"integration\" or a \"url\"."_s;
            error(integration ? "call-target-twice" : "call-target-missing", message.arg(m_where), {});
        } else if (integration) {
            if (!hasText(m_action["integration"]))
                error("integration-missing", u"%1 names no integration: choose one."_s.arg(m_where), "integration");
            if (!hasText(m_action["path"]))
                error("path-missing", u"%1 has no \"path\": say what to call at the integration."_s.arg(m_where), {});
        } else if (!hasText(m_action["url"])) {
            error("url-missing", u"%1 has an empty \"url\": type the address to call."_s.arg(m_where), "url");
        }
        const Json *method = m_action.find("method");
        if (method && !isOneOf(kMethods, method->utf8())) {
            error(
                "method-unknown",
                u"%1 has the unknown method '%2': use GET, POST, PUT, PATCH or DELETE."_s.arg(
                    m_where, method->toString()),
                "method");
        }
    }

    void error(const char *code, const QString &message, QByteArrayView key) const
    {
        m_report(Severity::Error, code, message, key.isEmpty() ? m_at : m_at.child(key));
    }

    void warn(const char *code, const QString &message) const { m_report(Severity::Warning, code, message, m_at); }

    const Json &m_action;
    JsonPointer m_at;
    QString m_where;
    const Report &m_report;
};

} // namespace

void checkActions(const Json &state, const QString &name, const Report &report)
{
    const Json *actions = state.find("actions");
    if (!actions)
        return;
    const JsonPointer place = JsonPointer().child("actions");
    if (!actions->isArray()) {
        report(
            Severity::Error, "actions-invalid", u"The actions of '%1' must be a list: put them in [ ]."_s.arg(name),
            place);
        return;
    }
    for (qsizetype i = 0; const Json &action : actions->items()) {
        const JsonPointer at = place.child(i++);
        ActionCheck(action, at, u"Action %1 of '%2'"_s.arg(i).arg(name), report).run();
    }
}

} // namespace jackfield::conversationflow
