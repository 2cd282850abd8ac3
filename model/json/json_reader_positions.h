// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_reader.h"
#include "model/json/json_utf8.h"

#include <vector>

namespace jackfield {

/// Fills the table of places while a document is read. Offsets come in the order of the text.
class JsonPositionRecorder
{
public:
    /// `skipped` bytes stand before the source in what the caller gave; byte ranges count them.
    JsonPositionRecorder(QByteArrayView source, qsizetype skipped, JsonPositions &positions);

    void key(QByteArrayView key) { m_open.back().next = m_open.back().at.child(key); }
    void scalar(qsizetype begin, qsizetype end);
    void open(qsizetype begin, bool array);
    void close(qsizetype end);

private:
    struct Container
    {
        JsonPointer at;
        JsonPointer next = {}; ///< of the member at hand
        bool array = false;
        qsizetype index = 0;
        JsonSpan span;
    };

    JsonPointer takePlace();
    JsonSpan begun(qsizetype offset);
    void end(JsonSpan &span, qsizetype offset);

    JsonPositions &m_positions;
    qsizetype m_skipped;
    TextCursor m_beginCursor;
    TextCursor m_endCursor;
    std::vector<Container> m_open;
};

} // namespace jackfield
