// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/access.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace jackfield {

/// A public API that this program serves.
struct ApiName
{
    QByteArray id; ///< as `jackfieldctl key create --api` spells it
    QString title; ///< for people
    QByteArray keyPrefix; ///< what its keys start with; may be empty
    int keyDigits = 64; ///< hexadecimal digits behind it
    QByteArray listTarget; ///< of a list that each of its keys may read; empty for "all"
};

/// Every API served, "all" last.
const QList<ApiName> &apiNames();
const ApiName *findApi(QByteArrayView id); ///< nullptr when there is none
/// The one that examples for newcomers ask.
const ApiName &exampleApi();
/// For a key that looks like those of the platform.
KeyRequest keyRequestFor(const ApiName &api);

} // namespace jackfield
