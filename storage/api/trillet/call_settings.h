// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

namespace jackfield::trillet {

/// The settings of a call flow beside how they were spelt: requests may say `callSetting`, answers say `callSettings`.
/// One object is kept, and which of its members came by the singular name, so that those are answered under both.
struct CallSettings
{
    Json settings = Json::object(); ///< with `callSettings` alone
    Json singular = Json::array(); ///< names of members

    friend bool operator==(const CallSettings &, const CallSettings &) = default;
};

/// `settings` as sent or as stored, with one name. Where both names say something, the plural wins.
CallSettings withOneName(const Json &settings, const Json &singular = Json::array());
/// RFC 7396: what the patch does not name stays, null takes away.
CallSettings patched(const CallSettings &before, const CallSettings &patch);
/// As an answer shows them: every member of the page, and `callSetting` behind `callSettings` for what came by it.
/// `page` are the settings that a flow has to which nobody said anything.
Json shownSettings(const CallSettings &settings, const Json &page);

} // namespace jackfield::trillet
