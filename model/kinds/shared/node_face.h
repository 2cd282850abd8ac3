// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/json/json.h"

#include <QSet>

namespace jackfield {

// What a node shows, made from its type in the catalog and its data. Shared by the lenses.

/// Fills family, icon, titles, summary, outputs and flags of `node`. Without a type: a generic box with a title found
/// in the data and no outputs. Requires: node.id and node.type are set.
void decorate(Node &node, const NodeType *type, const Json &data);

/// Adds outputs and leaves out those whose id is taken. Linear in the number of outputs, also for very many.
class Outputs
{
public:
    /// `ports` outlives this and is changed by nobody else meanwhile.
    explicit Outputs(QList<Port> &ports);
    bool contains(const QByteArray &id) const;
    void add(Port port);

private:
    QList<Port> &m_ports;
    QSet<QByteArray> m_rest; ///< ids of all but the first few
};

/// The id of each item's output, in order; an item that names none is called by its number ("1", "2").
QList<QByteArray> listedPortIds(const PortList &list, const Json &data);

/// A value as one line of plain text: texts and numbers as they are, lists joined by commas; at most 240 characters.
QString shownText(const Json &value);

} // namespace jackfield
