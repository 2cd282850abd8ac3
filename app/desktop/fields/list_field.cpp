// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/fields/list_field.h"

#include "model/schema/schema.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QToolButton *smallButton(const QString &text, const QString &what, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setProperty("flat", true);
    button->setAccessibleName(what);
    button->setToolTip(what);
    return button;
}

QByteArray typeConstant(const Json &alternative)
{
    return alternative["properties"]["type"]["const"].toUtf8();
}

} // namespace

ListField::ListField(const Json &schema, const FieldMakers &makers, QWidget *parent)
    : SchemaField(parent), m_schema(schema["items"]), m_makers(makers)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(4);
    const QString title = m_schema["title"].isString() ? m_schema["title"].toString().toLower() : tr("item");
    m_add = new QPushButton(tr("+ Add %1").arg(title), this);
    m_add->setProperty("link", true);
    m_add->setObjectName(u"addItem"_s);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addStretch(1);

    const Json &alternatives = m_schema["oneOf"];
    if (alternatives.isEmpty()) {
        connect(m_add, &QPushButton::clicked, this, [this] { addItem(blankFor(m_schema)); });
        return;
    }
    auto *menu = new QMenu(m_add);
    for (const Json &alternative : alternatives.items()) {
        const QString name = alternative["title"].isString() ? alternative["title"].toString()
                                                             : QString::fromUtf8(typeConstant(alternative));
        connect(
            menu->addAction(name), &QAction::triggered, this, [this, alternative] { addItem(blankFor(alternative)); });
    }
    m_add->setProperty("opensMenu", true);
    m_add->setMenu(menu);
}

Json ListField::schemaFor(const Json &item) const
{
    for (const Json &alternative : m_schema["oneOf"].items()) {
        if (typeConstant(alternative) == item["type"].utf8())
            return alternative;
    }
    // A schema says "string or object" by listing types; an object in a list of texts is edited as JSON.
    if (m_schema["type"].utf8() == "string" && !item.isString())
        return Json::object();
    return m_schema;
}

void ListField::showValue(const Json *value)
{
    m_value = value && value->isArray() ? *value : Json::array();
    const qsizetype count = m_value.size();
    while (m_rows.size() > count)
        discard(m_rows.takeLast());
    for (qsizetype i = 0; i < count; ++i) {
        const Json schema = schemaFor(m_value.at(i));
        if (i < m_rows.size() && !(m_rows[i].schema == schema)) {
            discard(m_rows[i]);
            m_rows[i] = makeRow(i, schema);
        } else if (i >= m_rows.size()) {
            m_rows << makeRow(i, schema);
        }
        m_rows[i].field->showValue(&m_value.at(i));
    }
}

void ListField::finish()
{
    // A row that is told may make the rows anew.
    for (const Row &row : QList<Row>(m_rows))
        row.field->finish();
}

void ListField::discard(const Row &row)
{
    // Later: the change may come from a button or a field of this very row.
    m_column->removeWidget(row.frame);
    row.frame->hide();
    row.frame->deleteLater();
}

ListField::Row ListField::makeRow(qsizetype index, const Json &schema)
{
    auto *frame = new QFrame(this);
    const bool group = schema["properties"].isObject();
    frame->setProperty("card", group);
    SchemaField *field = m_makers.make(schema, frame);
    field->setObjectName(u"item.%1"_s.arg(index));
    auto *up = smallButton(u"\u2191"_s, tr("Move up"), frame);
    auto *remove = smallButton(u"\u00d7"_s, tr("Remove"), frame);
    remove->setObjectName(u"removeItem.%1"_s.arg(index));
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(group ? 8 : 0, group ? 6 : 0, 0, group ? 6 : 0);
    row->setSpacing(2);
    row->addWidget(field, 1);
    row->addWidget(up, 0, Qt::AlignTop);
    row->addWidget(remove, 0, Qt::AlignTop);
    up->setEnabled(index > 0);
    m_column->insertWidget(int(index), frame);

    connect(field, &SchemaField::edited, this, [this, index](const JsonPointer &at, const std::optional<Json> &value) {
        if (at.isRoot() && !value)
            removeItem(index);
        else
            emit edited(JsonPointer(JsonPointer().child(index).text() + at.text()), value);
    });
    connect(up, &QToolButton::clicked, this, [this, index] { moveItem(index, index - 1); });
    connect(remove, &QToolButton::clicked, this, [this, index] { removeItem(index); });
    return {frame, field, schema};
}

void ListField::addItem(const Json &item)
{
    Json changed = m_value;
    changed.append(item);
    emit edited({}, changed);
    if (!m_rows.isEmpty())
        m_rows.last().field->setFocus();
}

void ListField::removeItem(qsizetype index)
{
    Json changed = m_value;
    changed.takeItem(index);
    emit edited({}, changed);
}

void ListField::moveItem(qsizetype from, qsizetype to)
{
    Json changed = m_value;
    changed.moveItem(from, to);
    emit edited({}, changed);
}

} // namespace jackfield
