// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/inspector_panel.h"

#include "app/desktop/fields/schema_field.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/plain_label.h"
#include "canvas/view/canvas_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

InspectorPanel::InspectorPanel(const QHash<QByteArray, InspectorParts> &parts, QWidget *parent)
    : Panel(parent), m_allParts(parts)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
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
    if (SchemaField *form = std::exchange(m_form, nullptr)) {
        form->finish();
        form->disconnect(this); // it may speak once more when it loses the focus
    }
    for (InspectorSection *section : std::exchange(m_sections, {}))
        section->finish();
}

void InspectorPanel::editorLeaving()
{
    finish();
}

void InspectorPanel::editorChanged()
{
    if (editor()) {
        following() << connect(
            &editor()->canvas(), &CanvasView::selectionChanged, this, &InspectorPanel::selectionChanged);
        following() << connect(&editor()->canvas(), &CanvasView::editRequested, this, &InspectorPanel::takeFocus);
        following() << connect(&editor()->document(), &Document::changed, &m_refresh, qOverload<>(&QTimer::start));
    }
    m_parts = editor() ? m_allParts.value(editor()->kind().info().id) : InspectorParts();
    m_subject = subject();
    showTabs();
    rebuild();
}

void InspectorPanel::showTabs()
{
    delete std::exchange(m_tabs, nullptr);
    if (m_parts.tabs.isEmpty())
        return;
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->addTab(tr("Properties"));
    for (const InspectorTab &tab : std::as_const(m_parts.tabs))
        m_tabs->addTab(tab.title);
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(0, m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        finish();
        rebuild();
    });
}

void InspectorPanel::takeFocus()
{
    if (m_form)
        m_form->focusFirst();
}

InspectorSubject InspectorPanel::subject() const
{
    if (!editor())
        return {};
    const Selection &selection = editor()->canvas().selection();
    if (selection.nodes.size() == 1 && selection.edges.isEmpty()) {
        const Node *node = editor()->document().graph().node(*selection.nodes.cbegin());
        return node ? InspectorSubject{.node = node->id, .type = node->type} : InspectorSubject{};
    }
    if (selection.edges.size() == 1 && selection.nodes.isEmpty()
        && editor()->document().graph().edge(*selection.edges.cbegin()))
        return {.edge = *selection.edges.cbegin()};
    return {};
}

void InspectorPanel::selectionChanged()
{
    const InspectorSubject now = subject();
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
    m_sections.clear();
    if (const int tab = m_tabs ? m_tabs->currentIndex() : 0; tab > 0)
        addSections(m_parts.tabs[tab - 1].sections);
    else
        buildForm();
    m_problem = addLabel({}, "problem");
    m_problem->hide();
    m_column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater();
    m_scroll->setWidget(page);
    showValues();
}

void InspectorPanel::buildForm()
{
    if (!editor())
        addLabel(tr("Open a flow and select a node to edit it here."), "secondary");
    else if (!m_subject.node.isEmpty())
        buildNode();
    else if (!m_subject.edge.isEmpty())
        buildEdge();
    else
        buildFlow();
    addSections(m_parts.sections);
}

void InspectorPanel::addSections(const QList<SectionMaker> &sections)
{
    for (const SectionMaker &maker : sections) {
        if (!editor() || !maker.fits(m_subject))
            continue;
        m_sections << maker.make(*editor(), m_subject, this);
        m_column->addWidget(m_sections.last());
    }
}

void InspectorPanel::addField(const Json &schema)
{
    m_form = FieldMakers(m_parts.fields).make(schema, this);
    m_column->addWidget(m_form);
    connect(m_form, &SchemaField::edited, this, &InspectorPanel::edit);
}

void InspectorPanel::buildNode()
{
    const Node *node = editor()->document().graph().node(m_subject.node);
    addLabel(node->typeTitle, "caption");
    m_column->addSpacing(6);
    addLabel(tr("Id"), "secondary");
    m_id = new QLineEdit(this);
    m_id->setObjectName(u"nodeId"_s);
    m_column->addWidget(m_id);
    m_column->addSpacing(6);
    connect(m_id, &QLineEdit::editingFinished, this, &InspectorPanel::rename);
    const NodeType *type = editor()->kind().catalog().find(node->type);
    addField(type ? type->schema : Json());
}

void InspectorPanel::buildEdge()
{
    const Graph &graph = editor()->document().graph();
    const Edge *edge = graph.edge(m_subject.edge);
    const Node *from = graph.node(edge->from);
    const Node *to = graph.node(edge->to);
    addLabel(tr("Edge"), "caption");
    addLabel(
        tr("From \"%1\" to \"%2\"")
            .arg(from ? from->title : edge->from.toString(), to ? to->title : QString::fromUtf8(edge->target)),
        "secondary");
    addField(Json());
}

void InspectorPanel::buildFlow()
{
    const Graph &graph = editor()->document().graph();
    const Selection &selection = editor()->canvas().selection();
    addLabel(editor()->kind().info().title, "caption");
    if (const qsizetype selected = selection.nodes.size() + selection.edges.size(); selected > 1) {
        addLabel(tr("%1 selected. Select one node to edit it here.").arg(selected), "secondary");
        return;
    }
    addLabel(
        counted(graph.nodes().size(), tr("%1 node"), tr("%1 nodes")) + u", "_s
            + counted(graph.edges().size(), tr("%1 edge"), tr("%1 edges")) + tr(". Select one to edit it here."),
        "secondary");
    const Json &schema = editor()->kind().catalog().flowSchema();
    if (schema.isObject() && editor()->document().content().isObject()) {
        m_column->addSpacing(8);
        addField(schema);
    }
}

void InspectorPanel::showValues()
{
    if (!editor())
        return;
    for (InspectorSection *section : std::as_const(m_sections))
        section->showValues();
    if (!m_form)
        return;
    const Document &document = editor()->document();
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
    Document &document = editor()->document();
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
    if (name == m_subject.node.utf8 || !editor()->document().graph().node(m_subject.node))
        return;
    const auto renamed = editor()->document().apply(
        GraphEdits{RenameNode{m_subject.node, name}}, tr("Rename \"%1\"").arg(m_subject.node.toString().left(40)));
    say(renamed ? QString() : renamed.error().message);
    if (renamed)
        editor()->canvas().setSelection({.nodes = {NodeId(name)}});
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
