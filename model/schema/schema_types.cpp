// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/schema/schema_types.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

quint8 SchemaTypes::bitOf(QByteArrayView name)
{
    return name == "string" ? kString
        : name == "object"  ? kObject
        : name == "array"   ? kArray
        : name == "number"  ? kNumber
        : name == "integer" ? kInteger
        : name == "boolean" ? kBoolean
        : name == "null"    ? kNull
                            : 0;
}

std::optional<SchemaTypes> SchemaTypes::read(const Json &type)
{
    if (type.isNull())
        return SchemaTypes();
    quint8 bits = bitOf(type.utf8());
    for (const Json &name : type.items()) {
        const quint8 bit = bitOf(name.utf8());
        if (bit == 0)
            return std::nullopt;
        bits = quint8(bits | bit);
    }
    if (bits == 0)
        return std::nullopt;
    return SchemaTypes(bits);
}

QList<QByteArray> typeNames(const Json &schema)
{
    const Json &type = schema["type"];
    QList<QByteArray> names;
    if (type.isString())
        names.append(type.toUtf8());
    for (const Json &name : type.items())
        names.append(name.toUtf8());
    return names;
}

QString typeInWords(QByteArrayView name)
{
    return name == "string" ? u"a text"_s
        : name == "number"  ? u"a number"_s
        : name == "integer" ? u"a whole number"_s
        : name == "boolean" ? u"true or false"_s
        : name == "array"   ? u"a list"_s
        : name == "object"  ? u"an object"_s
                            : QString::fromUtf8(name);
}

} // namespace jackfield
