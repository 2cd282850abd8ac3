// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// WhatsApp flows: screens and the `navigate` actions among them.
Kind whatsappFlowKind(Catalog catalog);

} // namespace jackfield
