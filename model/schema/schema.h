// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/schema/schema_types.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>

namespace jackfield {

/// What one level of a JSON Schema says, in the dialect that our catalogs and descriptions are written in (draft 7
/// keywords; "format" and "x-..." as the READMEs of their readers tell). A view: the JSON outlives it, reading costs a
/// look-up a question. What a schema does not say demands nothing.
class Schema
{
public:
    explicit Schema(const Json &json) : m_json(json) { }

    const Json &json() const { return m_json; }
    /// Whether "type" allows the value; a name there that is no type allows nothing.
    bool allowsType(const Json &value) const;
    /// The type that it allows beside null: "string" for {"type": ["string", "null"]}; empty when it names none.
    QByteArray typeBesideNull() const;
    /// The title, or `otherwise`.
    QString title(const QString &otherwise) const;
    QByteArrayView format() const { return m_json["format"].utf8(); }

    std::span<const Json> choices() const { return m_json["enum"].items(); } ///< empty = anything
    std::optional<double> minimum() const { return bound("minimum"); }
    std::optional<double> maximum() const { return bound("maximum"); }
    qint64 minLength() const { return m_json["minLength"].toInteger().value_or(0); } ///< of a text
    qint64 minItems() const { return m_json["minItems"].toInteger().value_or(0); }

    std::span<const Json::Member> properties() const { return m_json["properties"].members(); }
    const Json *property(QByteArrayView key) const { return m_json["properties"].find(key); } ///< null: unknown
    std::span<const Json> required() const { return m_json["required"].items(); } ///< keys
    bool isRequired(QByteArrayView key) const;
    const Json *items() const; ///< what it says of every item of a list; null when it says nothing
    /// Whether members that it does not know may stand there.
    bool allowsOtherMembers() const { return m_json["additionalProperties"].toBool(true); }

    /// What it says of the value at `keys` inside: by property, or of any item. Null when it says nothing about it.
    const Json *at(std::span<const QByteArray> keys) const;

private:
    std::optional<double> bound(QByteArrayView keyword) const;

    const Json &m_json;
};

/// A first value for a schema: its `default`, `const` or first choice, else the emptiest value of its type, with the
/// required members of an object.
Json blankFor(const Json &schema);

} // namespace jackfield
