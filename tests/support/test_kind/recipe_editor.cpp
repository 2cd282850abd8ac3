// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_kind/recipe_editor.h"

#include "app/desktop/fields/schema_field.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/panels/panel.h"
#include "app/desktop/widgets/plain_label.h"

#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

class HalvingSection final : public InspectorSection
{
public:
    HalvingSection(FlowEditor &editor, const InspectorSubject &subject, QWidget *parent)
        : InspectorSection(parent), m_editor(editor), m_node(subject.node)
    {
        m_halve = new QPushButton(this);
        m_halve->setObjectName(u"halveMinutes"_s);
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_halve);
        connect(m_halve, &QPushButton::clicked, this, [this] {
            (void)m_editor.document().apply(
                GraphEdits{SetData{m_node, JsonPointer("/minutes"), Json::number(minutes() / 2)}}, u"Halve"_s);
        });
    }
    void showValues() override { m_halve->setText(u"Halve %1 minutes"_s.arg(minutes())); }

private:
    qint64 minutes() const
    {
        const Node *node = m_editor.document().graph().node(m_node);
        return node ? (*node->data.in(m_editor.document().content()))["minutes"].toInteger().value_or(0) : 0;
    }

    FlowEditor &m_editor;
    const NodeId m_node;
    QPushButton *m_halve = nullptr;
};

class StepsSection final : public InspectorSection
{
public:
    StepsSection(FlowEditor &editor, QWidget *parent) : InspectorSection(parent), m_editor(editor)
    {
        m_steps = plainLabel(this);
        m_steps->setObjectName(u"recipeSteps"_s);
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_steps);
    }
    void showValues() override
    {
        QStringList titles;
        for (const Node &node : m_editor.document().graph().nodes())
            titles << node.title;
        m_steps->setText(titles.join(u", "));
    }

private:
    FlowEditor &m_editor;
    QLabel *m_steps = nullptr;
};

class MinutesField final : public SchemaField
{
public:
    explicit MinutesField(QWidget *parent) : SchemaField(parent)
    {
        m_minutes = new QSpinBox(this);
        m_minutes->setRange(0, 600);
        m_minutes->setSuffix(u" min"_s);
        fillWith(m_minutes);
        connect(m_minutes, &QSpinBox::editingFinished, this, &MinutesField::finish);
    }
    void showValue(const Json *value) override
    {
        m_shown = value ? int(value->toInteger().value_or(0)) : 0;
        m_minutes->setValue(m_shown);
    }
    void finish() override
    {
        if (const int minutes = m_minutes->value(); std::exchange(m_shown, minutes) != minutes)
            emit edited({}, Json::number(qint64(minutes)));
    }

private:
    QSpinBox *m_minutes = nullptr;
    int m_shown = 0;
};

class TimePanel final : public Panel
{
public:
    explicit TimePanel(QWidget *parent) : Panel(parent)
    {
        m_time = plainLabel(this);
        m_time->setObjectName(u"recipeTime"_s);
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_time);
    }

protected:
    void editorChanged() override
    {
        if (editor())
            following() << connect(&editor()->document(), &Document::changed, this, &TimePanel::show);
        show();
    }

private:
    void show()
    {
        qint64 minutes = 0;
        if (editor()) {
            for (const Json &step : editor()->document().content()["steps"].items())
                minutes += step["minutes"].toInteger().value_or(0);
        }
        m_time->setText(editor() ? u"%1 minutes"_s.arg(minutes) : QString());
    }

    QLabel *m_time = nullptr;
};

} // namespace

KindEditor recipeEditor()
{
    const SectionMaker halving{
        .fits = [](const InspectorSubject &subject) { return subject.type == "step"; },
        .make = [](FlowEditor &editor, const InspectorSubject &subject, QWidget *parent) -> InspectorSection * {
            return new HalvingSection(editor, subject, parent);
        }};
    const SectionMaker steps{
        .fits = [](const InspectorSubject &) { return true; },
        .make = [](FlowEditor &editor, const InspectorSubject &, QWidget *parent) -> InspectorSection * {
            return new StepsSection(editor, parent);
        }};
    const FieldMaker minutes{
        .format = "minutes", .make = [](const Json &, const FieldMakers &, QWidget *parent) -> SchemaField * {
            return new MinutesField(parent);
        }};
    const PanelSpec time{
        .id = "recipe-time",
        .title = u"Time"_s,
        .area = Qt::RightDockWidgetArea,
        .make = [](const PanelContext &, QWidget *parent) -> Panel * { return new TimePanel(parent); }};
    return {
        .kind = "recipe",
        .inspector = {.sections = {halving}, .tabs = {{u"Steps"_s, {steps}}}, .fields = {minutes}},
        .panels = {time}};
}

} // namespace jackfield::testing
