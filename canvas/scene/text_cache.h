// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

#include <QCache>
#include <QFont>
#include <QList>
#include <QStaticText>

namespace jackfield {

/// A text that has been shortened to its room and laid out. Always plain text.
struct LaidText
{
    QStaticText text;
    double width = 0;
    bool isEmpty() const { return width <= 0; }
};

struct NodeTexts
{
    int version = -1;
    LaidText title;
    LaidText type; ///< empty when there is no room for it
    QList<LaidText> body;
    QList<LaidText> ports;
};

/// Texts of the nodes and edges that were drawn lately, laid out once. Bounded; hostile texts are cut before they are
/// measured.
class TextCache
{
public:
    TextCache();

    void setFont(const QFont &font);
    const QFont &titleFont() const { return m_titleFont; }
    const QFont &typeFont() const { return m_typeFont; }
    const QFont &bodyFont() const { return m_bodyFont; }

    /// `number` and `version` are those of its NodeShape. Valid until the next call.
    const NodeTexts &node(const Node &node, int number, int version);
    /// Label of the edge with this number. Valid until the next call.
    const LaidText &label(const QString &label, int number);

private:
    struct Label
    {
        QString source;
        LaidText laid;
    };
    QCache<int, NodeTexts> m_nodes;
    QCache<int, Label> m_labels;
    QFont m_titleFont;
    QFont m_typeFont;
    QFont m_bodyFont;
};

/// One line of `text` that is no wider than `room` in `font`: white space folded, end replaced by an ellipsis.
LaidText layOutLine(const QString &text, const QFont &font, double room);

} // namespace jackfield
