// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QByteArrayView>

namespace jackfield {

/// The error of what is not there, or belongs to another workspace: not_found, "There is no flow 'x' here."
Error missing(const QString &thing, QByteArrayView id);
bool isMissing(const Error &error);

} // namespace jackfield
