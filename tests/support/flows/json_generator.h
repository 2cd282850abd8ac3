// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/edit/json_edit.h"
#include "model/json/json.h"

namespace jackfield {

/// Makes documents and edits up. The same seed makes the same ones on every machine.
class JsonGenerator
{
public:
    explicit JsonGenerator(quint64 seed) : m_state(seed) { }

    /// 0 <= result < bound.
    qsizetype below(qsizetype bound);
    bool chance(int percent) { return below(100) < percent; }

    /// A value of at most `depth` levels. Some strings and keys keep an unusual spelling, some lists have ids.
    Json value(int depth = 4);
    Json object(int depth = 4);
    /// A list of objects with ids from "`prefix`0" up.
    Json items(qsizetype count, QByteArrayView prefix = "item");
    /// An edit that fits the document, and is not the replacement of the whole.
    JsonEdit edit(const Json &document);

private:
    Json scalar();
    Json text();
    JsonPointer place(const Json &document, bool container);
    Json freshName(const Json &object);

    quint64 m_state;
};

/// The seed of a property test: JACKFIELD_SEED when set, else `fallback`. Printed, so that a failure can be repeated.
quint64 propertySeed(quint64 fallback);

} // namespace jackfield
