// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Every body schema of every API looks at every input: it is taken, or refused with places that exist and words for
// people.
#include "model/json/json_pointer.h"
#include "model/json/json_reader.h"
#include "storage/api/description/api_document.h"

#include <QDir>

#include <cstdio>
#include <cstdlib>

using namespace jackfield;

namespace {

constexpr int kMostViolations = 20;

void require(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", rule);
    std::abort();
}

std::vector<std::shared_ptr<const JsonSchema>> bodySchemas()
{
    std::vector<std::shared_ptr<const JsonSchema>> schemas;
    for (const QFileInfo &file : QDir(QStringLiteral(":/openapi")).entryInfoList(QDir::Files, QDir::Name)) {
        const ApiDocument document(file.baseName().toLatin1());
        for (const ApiRoute &route : document.routes()) {
            if (route.schema)
                schemas.push_back(route.schema);
        }
    }
    return schemas;
}

void checkViolation(const Violation &violation, const Json &body)
{
    require(!violation.message.isEmpty() && !violation.code.isEmpty(), "a violation has a code and a message");
    const Result<JsonPointer> place = JsonPointer::parse(violation.pointer);
    require(bool(place), "a violation has a pointer");
    if (violation.code == "required")
        require(
            place->parent().in(body) && !place->in(body), "what is required is missing from something that is there");
    else
        require(place->in(body), "what is wrong is there");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::vector<std::shared_ptr<const JsonSchema>> schemas = bodySchemas();
    const Result<Json> body = parseJson(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!body)
        return 0;
    for (const std::shared_ptr<const JsonSchema> &schema : schemas) {
        const QList<Violation> violations = schema->check(*body);
        require(violations.size() <= kMostViolations, "there are not more violations than asked for");
        require(violations == schema->check(*body), "the same body gets the same answer");
        for (const Violation &violation : violations)
            checkViolation(violation, *body);
    }
    return 0;
}
