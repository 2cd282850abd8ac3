// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/json/edit/json_edit.h"

#include <QSet>

#include <optional>

namespace jackfield::nodelist {

/// One item put into or taken out of the list of nodes or edges.
struct Splice
{
    bool isEdge = false;
    bool inserts = false;
    qsizetype index = 0; ///< when the edit was applied
    QByteArray name; ///< id of the item
};

/// What a list of edits touches, told from the edits and the graph before them.
struct Touched
{
    QList<Splice> splices; ///< in order
    QSet<NodeId> nodes; ///< to be looked at anew, all but their position
    QSet<NodeId> placed; ///< their position may have changed
    QSet<EdgeId> edges; ///< ends, label or output may have changed, and with them the outputs of the nodes they leave

    /// `root`: where in the content {nodes, edges} live. Nothing when only a look at the whole flow can tell: names of
    /// items change, whole lists are replaced, too many splices.
    static std::optional<Touched> by(const JsonEdits &contentEdits, const Graph &before, const JsonPointer &root);
};

} // namespace jackfield::nodelist
