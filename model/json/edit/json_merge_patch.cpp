// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_edit.h"

namespace jackfield {

Json mergePatch(const Json &target, const Json &patch)
{
    if (!patch.isObject())
        return patch;
    Json result = target.isObject() ? target : Json::object();
    for (const Json::Member &change : patch.members()) {
        const qsizetype index = result.indexOf(change.key());
        if (change.value.isNull()) {
            if (index >= 0)
                result.takeMember(index);
        } else if (index >= 0) {
            const Json before = result[change.key()];
            result.memberRef(index) = mergePatch(before, change.value);
        } else {
            // Patching nothing drops the nulls inside the new value.
            result.insertMember(result.size(), change.name, mergePatch(Json(), change.value));
        }
    }
    return result;
}

} // namespace jackfield
