// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader_positions.h"

namespace jackfield {

JsonPositionRecorder::JsonPositionRecorder(QByteArrayView source, qsizetype skipped, JsonPositions &positions)
    : m_positions(positions), m_skipped(skipped), m_beginCursor(source), m_endCursor(source)
{
    m_positions.clear();
}

JsonPointer JsonPositionRecorder::takePlace()
{
    if (m_open.empty())
        return {};
    Container &container = m_open.back();
    return container.array ? container.at.child(container.index++) : container.next;
}

JsonSpan JsonPositionRecorder::begun(qsizetype offset)
{
    m_beginCursor.advanceTo(offset);
    return {.line = m_beginCursor.line(), .column = m_beginCursor.column(), .begin = offset + m_skipped};
}

void JsonPositionRecorder::end(JsonSpan &span, qsizetype offset)
{
    m_endCursor.advanceTo(offset);
    span.endLine = m_endCursor.line();
    span.endColumn = m_endCursor.column();
    span.end = offset + m_skipped;
}

void JsonPositionRecorder::scalar(qsizetype begin, qsizetype offset)
{
    JsonSpan span = begun(begin);
    end(span, offset);
    m_positions.insert(takePlace(), span);
}

void JsonPositionRecorder::open(qsizetype begin, bool array)
{
    m_open.push_back({.at = takePlace(), .array = array, .span = begun(begin)});
}

void JsonPositionRecorder::close(qsizetype offset)
{
    Container &container = m_open.back();
    end(container.span, offset);
    m_positions.insert(container.at, container.span);
    m_open.pop_back();
}

} // namespace jackfield
