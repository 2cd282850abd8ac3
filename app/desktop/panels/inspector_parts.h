// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/field_makers.h"
#include "model/graph/ids.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace jackfield {

class FlowEditor;

/// What the inspector is about: a node, an edge, or, when both are empty, the flow itself.
struct InspectorSubject
{
    NodeId node;
    EdgeId edge;
    QByteArray type; ///< of the node: another type has another form

    friend bool operator==(const InspectorSubject &, const InspectorSubject &) = default;
};

/// A part of the inspector that no form can say. Edits through Document::apply, as all do; made anew for each subject.
class InspectorSection : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows the document as it is now: at the start, and after each change.
    virtual void showValues() = 0;
    /// Takes over now what was typed and not taken over yet: the section is about to go.
    virtual void finish() { }
};

struct SectionMaker
{
    std::function<bool(const InspectorSubject &)> fits; ///< whether there is such a section for a subject
    /// `editor` is there until the section was told to finish().
    std::function<InspectorSection *(FlowEditor &editor, const InspectorSubject &subject, QWidget *parent)> make;
};

struct InspectorTab
{
    QString title;
    QList<SectionMaker> sections;
};

/// What a kind adds to the inspector.
struct InspectorParts
{
    QList<SectionMaker> sections; ///< below the form
    QList<InspectorTab> tabs; ///< beside the form
    QList<FieldMaker> fields; ///< come before those of every kind
};

} // namespace jackfield
