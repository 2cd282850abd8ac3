// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Either refused with a place, or written and read back as the same value.
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <cstdio>
#include <cstdlib>

using namespace jackfield;

namespace {

void require(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", rule);
    std::abort();
}

void checkWritten(const Json &value, const QByteArray &written)
{
    const Result<Json> again = parseJson(written);
    require(bool(again), "what is written can be read");
    require(*again == value, "what is written reads back as the same value");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    JsonPositions positions;
    const Result<Json> parsed = parseJson(bytes, {}, &positions);
    if (!parsed) {
        require(
            !parsed.error().code.isEmpty() && !parsed.error().message.isEmpty(), "a refusal has a code and a message");
        require(parsed.error().line >= 0 && parsed.error().column >= 0, "a refusal has a place");
        return 0;
    }
    require(bool(parseJson(bytes)), "positions make no difference");
    for (const JsonSpan &span : positions)
        require(span.begin >= 0 && span.begin < span.end && span.end <= bytes.size(), "a span lies in the text");
    const QByteArray compact = writeJson(*parsed);
    checkWritten(*parsed, compact);
    require(writeJson(*parseJson(compact)) == compact, "writing is stable");
    checkWritten(*parsed, writeJson(*parsed, detectStyle(bytes)));
    return 0;
}
