// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace jackfield {

class FlowEditor;
class SchemaField;

/// Edits what is selected: a node by the form that its type's JSON Schema describes, an edge as JSON, or the flow
/// itself. Each field is one undo step when it is left.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    void setEditor(FlowEditor *editor);
    void focusFirstField();

private:
    /// What the form is about.
    struct Subject
    {
        NodeId node;
        EdgeId edge;
        QByteArray type; ///< of the node: another type has another form

        friend bool operator==(const Subject &, const Subject &) = default;
    };

    Subject subject() const;
    void selectionChanged();
    void finish();
    void rebuild();
    void showValues();
    void buildNode();
    void buildEdge();
    void buildFlow();
    void edit(const JsonPointer &at, const std::optional<Json> &value);
    void rename();
    void say(const QString &problem);
    QLabel *addLabel(const QString &text, const char *property);

    FlowEditor *m_editor = nullptr;
    Subject m_subject;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    QLineEdit *m_id = nullptr;
    SchemaField *m_form = nullptr;
    QLabel *m_problem = nullptr;
    QTimer m_refresh;
    QList<QMetaObject::Connection> m_following;
};

} // namespace jackfield
