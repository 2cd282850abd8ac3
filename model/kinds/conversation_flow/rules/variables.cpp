// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/rules/variables.h"

#include <QSet>

#include <vector>

namespace jackfield::conversationflow {

namespace {

constexpr QByteArrayView kPrefix = "variables.";

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c < 0;
}

/// Calls visit(name) for each `{{variables.name` in the text.
template <typename Visit> void forEachName(QByteArrayView text, Visit visit)
{
    for (qsizetype open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", open)) {
        open += 2;
        while (open < text.size() && text[open] == ' ')
            ++open;
        if (!text.sliced(open).startsWith(kPrefix))
            continue;
        open += kPrefix.size();
        const qsizetype begin = open;
        while (open < text.size() && isNameByte(text[open]))
            ++open;
        if (open > begin)
            visit(text.sliced(begin, open - begin).toByteArray());
    }
}

} // namespace

QList<VariableUse> variablesReadBy(const Json &state)
{
    struct Pending
    {
        const Json *value;
        JsonPointer place;
    };
    QList<VariableUse> uses;
    QSet<QByteArray> seen;
    std::vector<Pending> pending{{&state, {}}};
    while (!pending.empty()) {
        const Pending now = std::move(pending.back());
        pending.pop_back();
        forEachName(now.value->utf8(), [&](const QByteArray &name) {
            if (!seen.contains(name))
                uses.append({name, now.place});
            seen.insert(name);
        });
        // Backwards, so that the stack gives document order.
        const auto items = now.value->items();
        for (size_t i = items.size(); i-- > 0;) {
            if (items[i].isString() || !items[i].isEmpty())
                pending.push_back({&items[i], now.place.child(qsizetype(i))});
        }
        const auto members = now.value->members();
        for (size_t i = members.size(); i-- > 0;) {
            if (members[i].value.isString() || !members[i].value.isEmpty())
                pending.push_back({&members[i].value, now.place.child(members[i].key())});
        }
    }
    return uses;
}

} // namespace jackfield::conversationflow
