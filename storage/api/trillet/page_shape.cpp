// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/page_shape.h"

namespace jackfield::trillet {

Json inShapeOf(const Json &page, const Json &value)
{
    if (value.isNull())
        return page;
    if (!page.isObject() || !value.isObject())
        return value;
    Json shaped = Json::object();
    for (const Json::Member &expected : page.members())
        shaped.set(expected.key(), inShapeOf(expected.value, value[expected.key()]));
    for (const Json::Member &given : value.members()) {
        if (!page.contains(given.key()))
            shaped.set(given.key(), given.value);
    }
    return shaped;
}

} // namespace jackfield::trillet
