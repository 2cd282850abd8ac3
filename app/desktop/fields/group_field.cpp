// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/group_field.h"

#include "app/desktop/fields/field_makers.h"
#include "app/desktop/widgets/plain_label.h"
#include "model/schema/schema.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QLabel *captionLabel(const QString &text, QWidget *parent)
{
    QLabel *made = plainLabel(parent, text);
    made->setWordWrap(true);
    made->setProperty("secondary", true);
    return made;
}

/// The title of a property: its schema's `title`, else its key; a star when `required` holds it.
QString propertyTitle(const Json &schema, QByteArrayView key, const Json &property)
{
    const QString title = Schema(property).title(QString::fromUtf8(key));
    return Schema(schema).isRequired(key) ? title + u" *"_s : title;
}

} // namespace

GroupField::GroupField(const Json &schema, const FieldMakers &makers, QWidget *parent)
    : SchemaField(parent), m_showsOthers(Schema(schema).allowsOtherMembers())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    for (const Json::Member &property : Schema(schema).properties()) {
        const QByteArray key = property.key().toByteArray();
        SchemaField *field = makers.make(property.value, this);
        field->setObjectName(u"field."_s + QString::fromUtf8(key));
        const QString title = propertyTitle(schema, key, property.value);
        field->setAccessibleName(title);
        if (!field->showsTitle()) {
            QLabel *caption = captionLabel(title, this);
            caption->setBuddy(field);
            column->addWidget(caption);
        }
        column->addWidget(field);
        if (const Json &description = property.value["description"]; description.isString())
            field->setToolTip(description.toString().toHtmlEscaped());
        column->addSpacing(6);
        m_rows << Row{key, field};
        connect(
            field, &SchemaField::edited, this, [this, key](const JsonPointer &at, const std::optional<Json> &value) {
                if (m_present || !value)
                    emit edited(JsonPointer(JsonPointer().child(key).text() + at.text()), value);
                else // an object that is not there yet comes with its first member
                    emit edited({}, Json::object({member(key, *value)}));
            });
    }
    m_othersCaption = captionLabel(tr("Other members (kept as they are)"), this);
    m_others = makers.make(Json(), this);
    m_others->setObjectName(u"field.others"_s);
    column->addWidget(m_othersCaption);
    column->addWidget(m_others);
    column->addStretch(1); // what is too high has its gap at the end, not between the fields
    connect(m_others, &SchemaField::edited, this, [this](const JsonPointer &, const std::optional<Json> &value) {
        // The whole value with the unknown members replaced; the known ones keep their places.
        Json changed = m_value;
        const auto known
            = [this](QByteArrayView key) { return std::ranges::find(m_rows, key, &Row::key) != m_rows.cend(); };
        for (qsizetype i = changed.size() - 1; i >= 0; --i) {
            const QByteArrayView key = changed.members()[size_t(i)].key();
            if (!known(key) && !(value && value->contains(key)))
                changed.takeMember(i);
        }
        if (value) {
            for (const Json::Member &member : value->members()) {
                if (!known(member.key()))
                    changed.set(member.key(), member.value);
            }
        }
        emit edited({}, changed);
    });
}

void GroupField::showValue(const Json *value)
{
    m_present = value && value->isObject();
    m_value = m_present ? *value : Json::object();
    for (const Row &row : m_rows)
        row.field->showValue(m_value.find(row.key));
    Json others = Json::object();
    for (const Json::Member &member : m_value.members()) {
        if (std::ranges::find(m_rows, member.key(), &Row::key) == m_rows.cend())
            others.set(member.key(), member.value);
    }
    const bool shown = m_showsOthers && !others.isEmpty();
    m_othersCaption->setVisible(shown);
    m_others->setVisible(shown);
    m_others->showValue(&others);
}

void GroupField::finish()
{
    for (const Row &row : m_rows)
        row.field->finish();
    m_others->finish();
}

void GroupField::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.first().field->focusFirst();
}

} // namespace jackfield
