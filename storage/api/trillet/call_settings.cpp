// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/call_settings.h"

#include "model/json/edit/json_edit.h"
#include "storage/api/trillet/page_shape.h"

#include <algorithm>

namespace jackfield::trillet {

namespace {

void addName(Json &names, QByteArrayView name)
{
    if (std::ranges::none_of(names.items(), [&](const Json &known) { return known.utf8() == name; }))
        names.append(Json::string(name));
}

} // namespace

CallSettings withOneName(const Json &settings, const Json &singular)
{
    CallSettings one{settings.isObject() ? settings : Json::object(), singular.isArray() ? singular : Json::array()};
    const qsizetype index = one.settings.indexOf("callSetting");
    if (index < 0)
        return one;
    Json both = one.settings.takeMember(index).value;
    if (!both.isObject())
        return one;
    for (const Json::Member &sent : both.members())
        addName(one.singular, sent.key());
    // Not a merge patch: a null here may be one that a patch of the stored settings needs.
    for (const Json::Member &sent : Json(one.settings["callSettings"]).members())
        both.set(sent.key(), sent.value);
    one.settings.set("callSettings", both);
    return one;
}

CallSettings patched(const CallSettings &before, const CallSettings &patch)
{
    CallSettings after{mergePatch(before.settings, patch.settings), before.singular};
    for (const Json &name : patch.singular.items())
        addName(after.singular, name.utf8());
    return after;
}

Json shownSettings(const CallSettings &settings, const Json &page)
{
    Json shown = inShapeOf(page, settings.settings);
    Json singular = Json::object();
    for (const Json &name : settings.singular.items()) {
        if (const Json *value = shown["callSettings"].find(name.utf8()))
            singular.set(name.utf8(), *value);
    }
    if (!singular.isEmpty())
        shown.insertMember(shown.indexOf("callSettings") + 1, Json::string("callSetting"), singular);
    return shown;
}

} // namespace jackfield::trillet
