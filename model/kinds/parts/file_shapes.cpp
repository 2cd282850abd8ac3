// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/parts/file_shapes.h"

namespace jackfield {

Json FileShapes::restore(const Json &, const Json &content) const
{
    return content;
}

} // namespace jackfield
