// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/workflow/rules.h"

#include "model/kinds/shared/data_rules.h"
#include "model/kinds/workflow/projection.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace jackfield::workflow {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QByteArrayView, 3> kWeights{"high", "medium", "low"};

/// The platform leaves "[]" where an item was taken away; that is nobody's mistake.
bool isPlaceholder(const Json &value)
{
    return value.isArray() && value.isEmpty();
}

class Checks
{
public:
    explicit Checks(const Json &content) : m_content(content) { }

    Problems problems()
    {
        if (!hasText(m_content["system_prompt"])) {
            error(
                "missing-prompt"_ba, u"The workflow has no system prompt: say who answers, and how."_s,
                JsonPointer().child("system_prompt"), promptId());
        }
        eachItem(m_content["rules"], JsonPointer().child("rules"), ruleId, [this](const Json &rule, qsizetype i) {
            checkRule(rule, i);
        });
        eachItem(m_content["flows"], JsonPointer().child("flows"), flowId, [this](const Json &flow, qsizetype i) {
            checkFlow(flow, i);
        });
        return std::move(m_problems);
    }

private:
    void error(const QByteArray &code, const QString &message, const JsonPointer &pointer, const NodeId &node)
    {
        m_problems.append({Severity::Error, code, message, pointer, node, {}});
    }

    void warning(const QByteArray &code, const QString &message, const JsonPointer &pointer, const NodeId &node)
    {
        m_problems.append({Severity::Warning, code, message, pointer, node, {}});
    }

    /// Calls `checkItem` for each object of a list, and reports what is no list or no object. A list may be left out.
    template <typename IdOf, typename CheckItem>
    void eachItem(const Json &list, const JsonPointer &at, IdOf idOf, CheckItem checkItem)
    {
        if (!list.isArray() && !list.isNull()) {
            error(
                "wrong-type"_ba,
                u"\"%1\" must be a list: change it in the JSON pane."_s.arg(QString::fromUtf8(at.lastKey())), at, {});
        }
        for (qsizetype i = 0; list.isArray() && i < list.size(); ++i) {
            const Json &item = list.at(i);
            if (item.isObject())
                checkItem(item, i);
            else if (!isPlaceholder(item))
                error(
                    "wrong-type"_ba,
                    u"'%1' must be an object: change it in the JSON pane, or remove it."_s.arg(idOf(i).toString()),
                    at.child(i), {});
        }
    }

    /// An error unless the member is some visible text.
    void need(
        const QByteArray &code, const Json &object, QByteArrayView key, const QString &what, const JsonPointer &at,
        const NodeId &node)
    {
        if (!hasText(object[key])) {
            error(
                code,
                u"%1 has no %2: fill it in."_s.arg(what, QString::fromUtf8(key.toByteArray()).replace(u'_', u' ')),
                object.contains(key) ? at.child(key) : at, node);
        }
    }

    void checkRule(const Json &rule, qsizetype index)
    {
        const NodeId node = ruleId(index);
        const JsonPointer at = JsonPointer().child("rules").child(index);
        const QString what = u"Rule %1"_s.arg(index + 1);
        need("missing-name"_ba, rule, "name", what, at, node);
        need("missing-trigger"_ba, rule, "trigger", what, at, node);
        need("missing-response"_ba, rule, "response", what, at, node);
        const Json &id = rule["id"];
        if (!id.isString())
            return;
        const auto known = m_rules.constFind(id.toUtf8());
        if (known == m_rules.constEnd()) {
            m_rules.insert(id.toUtf8(), index);
            return;
        }
        error(
            "duplicate-rule"_ba,
            u"Rule %1 has the id '%2' of rule %3: give it one of its own."_s.arg(index + 1)
                .arg(id.toString())
                .arg(*known + 1),
            at.child("id"), node);
    }

    void checkFlow(const Json &flow, qsizetype index)
    {
        const NodeId node = flowId(index);
        const JsonPointer at = JsonPointer().child("flows").child(index);
        need("missing-name"_ba, flow, "name", u"Flow %1"_s.arg(index + 1), at, node);
        checkKeywords(flow, index, at);
        checkSteps(flow, index, at);
    }

    void checkKeywords(const Json &flow, qsizetype index, const JsonPointer &at)
    {
        const NodeId node = flowId(index);
        const JsonPointer list = at.child("trigger_keywords");
        bool any = false;
        eachItem(
            flow["trigger_keywords"], list, [index](qsizetype) { return flowId(index); },
            [&](const Json &trigger, qsizetype i) {
                any = true;
                const JsonPointer place = list.child(i);
                const QString what = u"Keyword %1 of flow %2"_s.arg(i + 1).arg(index + 1);
                need("missing-keyword"_ba, trigger, "keyword", what, place, node);
                if (const Json *weight = trigger.find("weight");
                    weight != nullptr && std::ranges::find(kWeights, weight->utf8()) == kWeights.end()) {
                    error(
                        "unknown-weight"_ba, what + u" has an unknown weight: choose high, medium or low."_s,
                        place.child("weight"), node);
                }
                checkRival(flow, index, trigger, place);
            });
        if (!any)
            warning(
                "no-keywords"_ba, u"Nothing leads to the flow '%1': give it a keyword."_s.arg(flow["name"].toString()),
                flow.contains("trigger_keywords") ? list : at, node);
    }

    /// Another active flow that answers to the same word with the same weight.
    void checkRival(const Json &flow, qsizetype index, const Json &trigger, const JsonPointer &at)
    {
        const bool inactive = flow["is_active"].isBool() && !flow["is_active"].toBool();
        const QString word = trigger["keyword"].toString().trimmed().toCaseFolded();
        if (inactive || word.isEmpty())
            return;
        const QString key = word + u'\n' + trigger["weight"].toString();
        const auto known = m_keywords.constFind(key);
        if (known == m_keywords.constEnd()) {
            m_keywords.insert(key, index);
        } else if (*known != index) {
            warning(
                "duplicate-keyword"_ba,
                u"The flows '%1' and '%2' answer to '%3' with the same weight: change one, or let their priority decide."_s
                    .arg(
                        m_content["flows"].at(*known)["name"].toString(), flow["name"].toString(),
                        trigger["keyword"].toString()),
                at.child("keyword"), flowId(index));
        }
    }

    void checkSteps(const Json &flow, qsizetype index, const JsonPointer &at)
    {
        const JsonPointer list = at.child("conversation_steps");
        bool any = false;
        const auto idOf = [index](qsizetype i) { return stepId(index, i); };
        eachItem(flow["conversation_steps"], list, idOf, [&](const Json &step, qsizetype i) {
            any = true;
            if (!hasText(step["content"]) && !hasText(step["action"]))
                warning(
                    "empty-step"_ba,
                    u"Step %1 of the flow '%2' says and does nothing: give it a text or an action."_s.arg(i + 1).arg(
                        flow["name"].toString()),
                    list.child(i), stepId(index, i));
        });
        if (!any)
            warning(
                "no-steps"_ba, u"The flow '%1' has no steps: add what it says."_s.arg(flow["name"].toString()),
                flow.contains("conversation_steps") ? list : at, flowId(index));
    }

    const Json &m_content;
    Problems m_problems;
    QHash<QByteArray, qsizetype> m_rules; ///< by their own id
    QHash<QString, qsizetype> m_keywords; ///< active flows by keyword and weight
};

} // namespace

Problems WorkflowRules::check(const FlowState &state, const Graph &) const
{
    const Json &content = state.content;
    return Checks(content).problems();
}

} // namespace jackfield::workflow
