// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/field_makers.h"

#include "app/desktop/fields/choice_field.h"
#include "app/desktop/fields/group_field.h"
#include "app/desktop/fields/json_field.h"
#include "app/desktop/fields/list_field.h"
#include "app/desktop/fields/number_field.h"
#include "app/desktop/fields/switch_field.h"
#include "app/desktop/fields/text_fields.h"
#include "model/schema/schema.h"

#include <algorithm>

namespace jackfield {

namespace {

/// A maker of fields that need to know their schema alone.
template <typename Field> FieldMaker plain(const char *shape, const char *format = "")
{
    return {shape, format, [](const Json &schema, const FieldMakers &, QWidget *parent) -> SchemaField * {
                return new Field(schema, parent);
            }};
}

/// A maker of fields with fields inside.
template <typename Field> FieldMaker nesting(const char *shape)
{
    return {shape, {}, [](const Json &schema, const FieldMakers &makers, QWidget *parent) -> SchemaField * {
                return new Field(schema, makers, parent);
            }};
}

} // namespace

FieldMakers::FieldMakers(const QList<FieldMaker> &first) : m_makers(first)
{
    m_makers << plain<ChoiceField>("choice") << plain<SwitchField>("boolean") << plain<NumberField>("integer")
             << plain<NumberField>("number") << nesting<ListField>("list") << nesting<GroupField>("group")
             << plain<LongTextField>("string", "multiline") << plain<TextField>("string") << plain<JsonField>("");
}

SchemaField *FieldMakers::make(const Json &schema, QWidget *parent) const
{
    const QByteArray shape = schemaShape(schema);
    const auto fits = [&](const FieldMaker &maker) {
        return (maker.shape.isEmpty() || maker.shape == shape)
            && (maker.format.isEmpty() || schema["format"].utf8() == maker.format);
    };
    return std::ranges::find_if(m_makers, fits)->make(schema, *this, parent); // the last one fits everything
}

QByteArray schemaShape(const Json &schema)
{
    if (schema["enum"].isArray())
        return "choice";
    const QByteArray name = Schema(schema).typeBesideNull();
    if (name == "array")
        return Schema(schema).items() ? "list" : QByteArray();
    if (name == "object")
        return schema["properties"].isObject() ? "group" : QByteArray();
    return name;
}

} // namespace jackfield
