// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_reader.h"

#include <QHash>

namespace jackfield {

/// Where in the text of a file the parts of the flows in it stand.
///
/// Flows share their containers with the file that they were taken from, so a container of a flow is found again in the
/// file by its identity, wherever the format keeps it.
class SourcePlaces
{
public:
    /// `positions` are those of `file`.
    SourcePlaces(Json file, JsonPositions positions);

    struct Place
    {
        JsonPointer pointer; ///< in the file
        int line = 0; ///< 0 when the file has nothing that belongs to it
        int column = 0;
    };
    /// The place of what `inContent` points to in a flow's content, or of the nearest thing around it.
    Place placeOf(const Json &content, const JsonPointer &inContent) const;

private:
    void remember(const Json &value, const JsonPointer &pointer);
    Place nearest(JsonPointer inFile) const;

    Json m_file; // keeps the containers alive, and so their addresses theirs
    JsonPositions m_positions;
    QHash<const void *, JsonPointer> m_containers;
};

} // namespace jackfield
