// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/inspector_panel.h"

#include "app/desktop/fields/schema_field.h"
#include "app/desktop/fields/value_fields.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/plain_label.h"
#include "canvas/view/canvas_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

InspectorPanel::InspectorPanel(QWidget *parent) : QWidget(parent)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_scroll);
    // Values follow the document a moment later, so that a burst of changes costs one refresh.
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(30);
    connect(&m_refresh, &QTimer::timeout, this, &InspectorPanel::selectionChanged);
    rebuild();
}

void InspectorPanel::finish()
{
    // What is being typed belongs to the old subject: it is taken over before the form goes.
    if (SchemaField *form = std::exchange(m_form, nullptr))
        form->finish();
}

void InspectorPanel::setEditor(FlowEditor *editor)
{
    finish();
    for (const QMetaObject::Connection &followed : std::exchange(m_following, {}))
        disconnect(followed);
    m_editor = editor;
    if (editor) {
        m_following << connect(
            &editor->canvas(), &CanvasView::selectionChanged, this, &InspectorPanel::selectionChanged);
        m_following << connect(&editor->document(), &Document::changed, &m_refresh, qOverload<>(&QTimer::start));
    }
    m_subject = subject();
    rebuild();
}

void InspectorPanel::focusFirstField()
{
    if (auto *group = qobject_cast<GroupField *>(m_form))
        group->focusFirst();
    else if (m_form)
        m_form->setFocus();
}

InspectorPanel::Subject InspectorPanel::subject() const
{
    if (!m_editor)
        return {};
    const Selection &selection = m_editor->canvas().selection();
    if (selection.nodes.size() == 1 && selection.edges.isEmpty()) {
        const Node *node = m_editor->document().graph().node(*selection.nodes.cbegin());
        return node ? Subject{.node = node->id, .type = node->type} : Subject{};
    }
    if (selection.edges.size() == 1 && selection.nodes.isEmpty()
        && m_editor->document().graph().edge(*selection.edges.cbegin()))
        return {.edge = *selection.edges.cbegin()};
    return {};
}

void InspectorPanel::selectionChanged()
{
    const Subject now = subject();
    if (now == m_subject && (!now.node.isEmpty() || !now.edge.isEmpty())) {
        showValues();
        return;
    }
    finish();
    m_subject = now;
    rebuild();
}

void InspectorPanel::rebuild()
{
    auto *page = new QWidget;
    page->setProperty("panel", true);
    page->setAttribute(Qt::WA_StyledBackground);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(14, 12, 14, 14);
    m_column->setSpacing(4);
    m_id = nullptr;
    m_form = nullptr;
    if (!m_editor)
        addLabel(tr("Open a flow and select a node to edit it here."), "secondary");
    else if (!m_subject.node.isEmpty())
        buildNode();
    else if (!m_subject.edge.isEmpty())
        buildEdge();
    else
        buildFlow();
    m_problem = addLabel({}, "problem");
    m_problem->hide();
    m_column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater();
    m_scroll->setWidget(page);
    showValues();
}

void InspectorPanel::buildNode()
{
    const Node *node = m_editor->document().graph().node(m_subject.node);
    addLabel(node->typeTitle, "caption");
    m_column->addSpacing(6);
    addLabel(tr("Id"), "secondary");
    m_id = new QLineEdit(this);
    m_id->setObjectName(u"nodeId"_s);
    m_column->addWidget(m_id);
    m_column->addSpacing(6);
    connect(m_id, &QLineEdit::editingFinished, this, &InspectorPanel::rename);
    const NodeType *type = m_editor->kind().catalog().find(node->type);
    m_form = SchemaField::make(type ? type->schema : Json(), this);
    m_column->addWidget(m_form);
    connect(m_form, &SchemaField::edited, this, &InspectorPanel::edit);
}

void InspectorPanel::buildEdge()
{
    const Graph &graph = m_editor->document().graph();
    const Edge *edge = graph.edge(m_subject.edge);
    const Node *from = graph.node(edge->from);
    const Node *to = graph.node(edge->to);
    addLabel(tr("Edge"), "caption");
    addLabel(
        tr("From \"%1\" to \"%2\"")
            .arg(from ? from->title : edge->from.toString(), to ? to->title : QString::fromUtf8(edge->target)),
        "secondary");
    m_form = new JsonField(this);
    m_column->addWidget(m_form);
    connect(m_form, &SchemaField::edited, this, &InspectorPanel::edit);
}

void InspectorPanel::buildFlow()
{
    const Graph &graph = m_editor->document().graph();
    const Selection &selection = m_editor->canvas().selection();
    addLabel(m_editor->kind().info().title, "caption");
    if (const qsizetype selected = selection.nodes.size() + selection.edges.size(); selected > 1) {
        addLabel(tr("%1 selected. Select one node to edit it here.").arg(selected), "secondary");
        return;
    }
    addLabel(
        counted(graph.nodes().size(), tr("%1 node"), tr("%1 nodes")) + u", "_s
            + counted(graph.edges().size(), tr("%1 edge"), tr("%1 edges")) + tr(". Select one to edit it here."),
        "secondary");
    const Json &schema = m_editor->kind().catalog().flowSchema();
    if (schema.isObject() && m_editor->document().content().isObject()) {
        m_column->addSpacing(8);
        m_form = SchemaField::make(schema, this);
        m_column->addWidget(m_form);
        connect(m_form, &SchemaField::edited, this, &InspectorPanel::edit);
    }
}

void InspectorPanel::showValues()
{
    if (!m_editor || !m_form)
        return;
    const Document &document = m_editor->document();
    if (const Node *node = document.graph().node(m_subject.node)) {
        if (!m_id->hasFocus() || !m_id->isModified())
            m_id->setText(node->id.toString());
        m_form->showValue(node->data.in(document.content()));
    } else if (const Edge *edge = document.graph().edge(m_subject.edge)) {
        m_form->showValue(edge->pointer.in(document.content()));
    } else {
        m_form->showValue(&document.content());
    }
}

void InspectorPanel::edit(const JsonPointer &at, const std::optional<Json> &value)
{
    Document &document = m_editor->document();
    const bool gone = (!m_subject.node.isEmpty() && !document.graph().node(m_subject.node))
        || (!m_subject.edge.isEmpty() && !document.graph().edge(m_subject.edge));
    if (gone)
        return;
    Result<GraphDelta> applied = GraphDelta();
    if (const Node *node = document.graph().node(m_subject.node)) {
        applied = document.apply(GraphEdits{SetData{node->id, at, value}}, tr("Edit \"%1\"").arg(node->title.left(40)));
    } else {
        const Edge *edge = document.graph().edge(m_subject.edge);
        const JsonPointer place((edge ? edge->pointer.text() : QByteArray()) + at.text());
        const bool there = place.in(document.content());
        if (!value && !there)
            return;
        const JsonEdit change = !value ? JsonEdit::remove(place)
            : there                    ? JsonEdit::set(place, *value)
                                       : JsonEdit::insert(place, *value);
        applied = document.apply(FlowEdits{.content = {change}}, edge ? tr("Edit an edge") : tr("Edit the flow"));
    }
    say(applied ? QString() : applied.error().message);
}

void InspectorPanel::rename()
{
    const QByteArray name = m_id->text().toUtf8();
    if (name == m_subject.node.utf8 || !m_editor->document().graph().node(m_subject.node))
        return;
    const auto renamed = m_editor->document().apply(
        GraphEdits{RenameNode{m_subject.node, name}}, tr("Rename \"%1\"").arg(m_subject.node.toString().left(40)));
    say(renamed ? QString() : renamed.error().message);
    if (renamed)
        m_editor->canvas().setSelection({.nodes = {NodeId(name)}});
}

void InspectorPanel::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QLabel *InspectorPanel::addLabel(const QString &text, const char *property)
{
    QLabel *label = plainLabel(this, text);
    label->setWordWrap(true);
    label->setProperty(property, true);
    m_column->addWidget(label);
    return label;
}

} // namespace jackfield
