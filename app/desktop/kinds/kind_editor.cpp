// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/kinds/kind_editor.h"

namespace jackfield {

std::vector<KindEditor> kindEditors()
{
    return {};
}

} // namespace jackfield
