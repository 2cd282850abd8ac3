// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/api_table.h"

#include "storage/api/console/console_face.h"
#include "storage/api/flownally/flownally_face.h"
#include "storage/api/jackfield/jackfield_face.h"
#include "storage/api/sarufi/sarufi_face.h"
#include "storage/api/trillet/trillet_face.h"

#include <algorithm>

namespace jackfield {

namespace {

template <typename Face> ServedApi served()
{
    return {Face::apiName(), []() -> std::unique_ptr<ApiFace> { return std::make_unique<Face>(); }};
}

} // namespace

const QList<ServedApi> &servedApis()
{
    static const QList<ServedApi> all{
        served<ConsoleFace>(),
        served<FlownallyFace>(),
        served<SarufiFace>(),
        served<TrilletFace>(),
    };
    return all;
}

const QList<ApiName> &apiNames()
{
    static const QList<ApiName> names = [] {
        QList<ApiName> all;
        for (const ServedApi &api : servedApis())
            all.append(api.name);
        all.append(JackfieldFace::everyApiName());
        return all;
    }();
    return names;
}

const ApiName *findApi(QByteArrayView id)
{
    const auto it = std::ranges::find(apiNames(), id, &ApiName::id);
    return it == apiNames().cend() ? nullptr : &*it;
}

KeyRequest keyRequestFor(const ApiName &api)
{
    return {.api = api.id, .prefix = api.key.prefix, .digits = api.key.digits};
}

SecretMask maskOfEveryApi()
{
    return SecretMask(apiNames());
}

} // namespace jackfield
