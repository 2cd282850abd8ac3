// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace jackfield {

/// The types that a JSON Schema allows ("type": a name, or a list of names).
class SchemaTypes
{
public:
    SchemaTypes() = default; ///< any type
    /// `type` is what stands behind the keyword; absent (null) allows any. Nothing when a name in it is no type.
    static std::optional<SchemaTypes> read(const Json &type);

    bool isAny() const { return m_bits == kAny; }
    /// A number that is whole is an integer, too.
    bool allow(const Json &value) const
    {
        switch (value.type()) {
        case Json::Type::Null:
            return (m_bits & kNull) != 0;
        case Json::Type::Bool:
            return (m_bits & kBoolean) != 0;
        case Json::Type::Number:
            return (m_bits & kNumber) != 0 || ((m_bits & kInteger) != 0 && value.toInteger());
        case Json::Type::String:
            return (m_bits & kString) != 0;
        case Json::Type::Array:
            return (m_bits & kArray) != 0;
        case Json::Type::Object:
            return (m_bits & kObject) != 0;
        }
        return false;
    }

    friend bool operator==(SchemaTypes, SchemaTypes) = default;

private:
    enum : quint8 { kNull = 1, kBoolean = 2, kInteger = 4, kNumber = 8, kString = 16, kArray = 32, kObject = 64 };
    static constexpr quint8 kAny = 127;
    explicit SchemaTypes(quint8 bits) : m_bits(bits) { }
    static quint8 bitOf(QByteArrayView name); ///< 0 when there is no such type

    quint8 m_bits = kAny;
};

/// The names behind the keyword "type", as they stand there.
QList<QByteArray> typeNames(const Json &schema);
/// A type as people say it: "a text", "a whole number"; of a name that is no type: the name.
QString typeInWords(QByteArrayView name);

} // namespace jackfield
