// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/inspector_parts.h"
#include "app/desktop/panels/panel.h"
#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QHash>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace jackfield {

class SchemaField;

/// Edits what is selected: a node by the form that its type's JSON Schema describes, an edge as JSON, or the flow
/// itself; with the sections and tabs that the flow's kind adds. Each field is one undo step when it is left.
class InspectorPanel : public Panel
{
    Q_OBJECT

public:
    /// `parts`: by kind, what it adds.
    explicit InspectorPanel(const QHash<QByteArray, InspectorParts> &parts, QWidget *parent = nullptr);

    void takeFocus() override; ///< to the first field

protected:
    void editorLeaving() override;
    void editorChanged() override;

private:
    InspectorSubject subject() const;
    void selectionChanged();
    void finish();
    void showTabs();
    void rebuild();
    void buildForm(); ///< the tab that every kind has
    void addSections(const QList<SectionMaker> &sections);
    void showValues();
    void buildNode();
    void buildEdge();
    void buildFlow();
    void addField(const Json &schema);
    void edit(const JsonPointer &at, const std::optional<Json> &value);
    void rename();
    void say(const QString &problem);
    QLabel *addLabel(const QString &text, const char *property);

    const QHash<QByteArray, InspectorParts> m_allParts;
    InspectorParts m_parts; ///< of the kind of the flow in front
    InspectorSubject m_subject;
    QTabBar *m_tabs = nullptr; ///< only while there is more than one
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    QLineEdit *m_id = nullptr;
    SchemaField *m_form = nullptr;
    QList<InspectorSection *> m_sections;
    QLabel *m_problem = nullptr;
    QTimer m_refresh;
};

} // namespace jackfield
