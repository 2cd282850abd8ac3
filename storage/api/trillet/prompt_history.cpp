// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/prompt_history.h"

#include "storage/api/answers/api_text.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <ranges>

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kTimeDigits = 8;
constexpr qsizetype kHashDigits = 16;

Json promptVersion(const Json &prompt, const QByteArray &id, Timestamp at)
{
    return Json::object({
        member("_id", Json::string(id)),
        member("name", Json::string(promptVersionName(at))),
        member("prompt", prompt),
        member("metadata", Json::object({member("notes", Json::string(""))})),
        member("createdAt", milliseconds(at)),
        member("updatedAt", milliseconds(at)),
    });
}

const Json *versionWithId(const Json &versions, const Json &id)
{
    const auto found
        = std::ranges::find_if(versions.items(), [&](const Json &version) { return version["_id"] == id; });
    return found == versions.items().end() ? nullptr : &*found;
}

/// Of a version that nobody has written down yet.
QByteArray derivedId(const FlowRecord &record, const Json &prompt)
{
    const QByteArray seconds = QByteArray::number(record.summary.createdAt / 1000, 16).rightJustified(kTimeDigits, '0');
    const QByteArray text = record.summary.id.utf8 + '\n' + prompt.toUtf8();
    return seconds + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(kHashDigits);
}

} // namespace

PromptHistory promptHistoryOf(const FlowRecord &record)
{
    const Json &prompt = record.state.content["prompt"];
    const Json &stored = record.summary.properties["promptVersions"];
    PromptHistory history{stored.isArray() ? stored : Json::array(), record.summary.properties["currentPromptId"]};
    if (prompt.utf8().isEmpty()) {
        history.currentId = Json();
        return history;
    }
    const Json *current = versionWithId(history.versions, history.currentId);
    if (current != nullptr && (*current)["prompt"] == prompt)
        return history;
    for (const Json &version : history.versions.items() | std::views::reverse) {
        if (version["prompt"] == prompt) {
            history.currentId = version["_id"];
            return history;
        }
    }
    return withPrompt(std::move(history), prompt, derivedId(record, prompt), record.summary.updatedAt);
}

PromptHistory withPrompt(PromptHistory history, const Json &prompt, const QByteArray &id, Timestamp at)
{
    if (prompt.utf8().isEmpty()) {
        history.currentId = Json();
        return history;
    }
    const Json *current = versionWithId(history.versions, history.currentId);
    if (current != nullptr && (*current)["prompt"] == prompt)
        return history;
    history.versions.append(promptVersion(prompt, id, at));
    history.currentId = Json::string(id);
    return history;
}

QString promptVersionName(Timestamp at)
{
    return u"Prompt Version - "_s
        + QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), u"M/d/yyyy, h:mm:ss AP"_s);
}

QString sanitizedPrompt(const QString &prompt)
{
    QString text;
    text.reserve(prompt.size());
    for (const QChar c : prompt) {
        if (c.category() != QChar::Other_Control || c == u'\n' || c == u'\t')
            text += c;
    }
    return text.trimmed();
}

} // namespace jackfield::trillet
