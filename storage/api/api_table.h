// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_name.h"
#include "storage/api/log/secret_mask.h"
#include "storage/records/access.h"

#include <memory>

namespace jackfield {

class ApiFace;

/// A public API that this program serves. Making its face reads its description, which takes a while; its name does
/// not.
struct ServedApi
{
    ApiName name;
    std::unique_ptr<ApiFace> (*makeFace)();
};

/// The table of APIs, in the order in which people see them: one line for each. Our own API is not among them, since it
/// tells of the others.
const QList<ServedApi> &servedApis();

/// What a key can be for: every API served, "all" last.
const QList<ApiName> &apiNames();
const ApiName *findApi(QByteArrayView id); ///< of apiNames(); nullptr when there is none
/// For a key that looks like those of the platform.
KeyRequest keyRequestFor(const ApiName &api);
/// Knows the keys and the other secrets of all of them.
SecretMask maskOfEveryApi();

} // namespace jackfield
