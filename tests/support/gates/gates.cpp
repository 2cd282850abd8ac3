// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/gates.h"

#include "tests/support/gates/class_sources.h"
#include "tests/support/gates/error_codes.h"
#include "tests/support/gates/licences.h"
#include "tests/support/gates/rooms.h"
#include "tests/support/gates/sizes.h"
#include "tests/support/gates/words.h"

#include <array>

namespace jackfield::gates {

std::span<const Gate> gates()
{
    static constexpr std::array kGates{
        Gate{"includes follow the arrows, and every arrow is used", checkRooms},
        Gate{"files stay short", longFiles},
        Gate{"folders stay small", crowdedFolders},
        Gate{"a class lives in three sources", scatteredClasses},
        Gate{"shared rooms name no kind and no platform", strangeWords},
        Gate{"files name their licence", filesWithoutLicence},
        Gate{"error codes are listed", unlistedErrorCodes},
    };
    return kGates;
}

} // namespace jackfield::gates
