// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/flat_schema.h"

#include "model/json/json_pointer.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxNesting = 32;

/// A name that the IANA database has. Anything that could be a path is no name of a file of that database.
bool isTimeZone(const QString &name)
{
    static const QRegularExpression spelling(u"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\\z"_s);
    return spelling.match(name).hasMatch() && QTimeZone::isTimeZoneIdAvailable(name.toLatin1());
}

QRegularExpression compilePattern(QString text)
{
    // PCRE lets "$" match in front of a final line break; JSON Schema does not.
    if (text.endsWith(u'$'))
        text.replace(text.size() - 1, 1, u"\\z"_s);
    QRegularExpression pattern(text, QRegularExpression::UseUnicodePropertiesOption);
    if (!pattern.isValid())
        qFatal("JSON Schema: pattern '%s' does not compile", qPrintable(text));
    pattern.optimize();
    return pattern;
}

/// The schema without references and patterns. valijson matches patterns with std::regex, which knows no Unicode and
/// recurses once a character, so those are taken out here and matched afterwards.
Json flatten(const Json &schema, const Json &document, const QList<QByteArray> &path, QList<TextSite> &texts, int depth)
{
    if (depth > kMaxNesting)
        qFatal("JSON Schema: nested too deeply, or refers to itself");
    if (!schema.isObject())
        return schema;
    if (const Json *reference = schema.find("$ref")) {
        const Json *target = JsonPointer(reference->toUtf8().mid(1)).in(document);
        if (target == nullptr)
            qFatal("JSON Schema: '%s' is not there", reference->toUtf8().constData());
        return flatten(*target, document, path, texts, depth + 1);
    }
    Json flat = Json::object();
    for (const Json::Member &part : schema.members()) {
        const QByteArrayView key = part.key();
        if (key == "pattern") {
            const Json &expected = schema["x-expected"];
            texts.append(
                {path,
                 [pattern = compilePattern(part.value.toString())](const QString &text) {
                     return pattern.match(text).hasMatch();
                 },
                 expected.isString() ? expected.toString() : u"text that matches %1"_s.arg(part.value.toString()),
                 "pattern"_ba});
        } else if (key == "format") {
            if (part.value.utf8() == "time-zone")
                texts.append({path, isTimeZone, u"a time zone such as 'UTC' or 'Africa/Nairobi'"_s, "format"_ba});
        } else if (key == "properties") {
            Json properties = Json::object();
            for (const Json::Member &property : part.value.members()) {
                properties.set(
                    property.key(),
                    flatten(property.value, document, path + QList{property.key().toByteArray()}, texts, depth + 1));
            }
            flat.set(key, properties);
        } else if (key == "items") {
            flat.set(key, flatten(part.value, document, path + QList{"*"_ba}, texts, depth + 1));
        } else if (key == "anyOf" || key == "allOf" || key == "oneOf") {
            Json choices = Json::array();
            for (const Json &choice : part.value.items())
                choices.append(flatten(choice, document, path, texts, depth + 1));
            flat.set(key, choices);
        } else if (key != "example" && key != "examples") {
            flat.set(key, part.value);
        }
    }
    return flat;
}

} // namespace

FlatSchema flattened(const Json &schema, const Json &document)
{
    FlatSchema result;
    result.schema = flatten(schema, document, {}, result.texts, 0);
    return result;
}

} // namespace jackfield
