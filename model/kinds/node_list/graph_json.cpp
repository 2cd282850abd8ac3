// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/graph_json.h"

#include "model/json/json_reader.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <charconv>

namespace jackfield::nodelist {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShownCharacters = 40;

QByteArray textOf(const Json &edge, QByteArrayView key)
{
    const Json *value = edge.find(key);
    return value ? scalarText(*value).toByteArray() : QByteArray();
}

JsonPointer numbered(QByteArrayView before, qsizetype index, QByteArrayView after = {})
{
    char digits[20];
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), index);
    const qsizetype count = end - digits;
    QByteArray text(before.size() + count + after.size(), Qt::Uninitialized);
    char *at = std::ranges::copy(before, text.data()).out;
    at = std::copy_n(digits, count, at);
    std::ranges::copy(after, at);
    return JsonPointer(std::move(text));
}

/// Langflow writes a JSON object with this letter for quotes.
QString langflowName(const QByteArray &handle)
{
    QByteArray text = handle;
    text.replace("\u0153", "\"");
    const Result<Json> parsed = parseJson(text);
    if (!parsed)
        return {};
    for (const QByteArrayView key : {QByteArrayView("name"), QByteArrayView("dataType")}) {
        if (const QByteArrayView name = (*parsed)[key].utf8(); !name.isEmpty())
            return QString::fromUtf8(name);
    }
    return {};
}

/// Flowise writes <node>-output-<name>-<types>.
QString flowiseName(const QByteArray &handle, const QByteArray &source)
{
    const QByteArray prefix = source + "-output-";
    if (!handle.startsWith(prefix))
        return {};
    const QByteArray rest = handle.mid(prefix.size());
    const qsizetype end = rest.indexOf('-');
    return QString::fromUtf8(end < 0 ? rest : rest.first(end));
}

} // namespace

QByteArrayView scalarText(const Json &value)
{
    return value.isNumber() ? value.numberText() : value.utf8();
}

QByteArray rawId(const Json &item)
{
    return textOf(item, "id");
}

std::span<const Json> nodeItems(const Json &content)
{
    return content["nodes"].items();
}

std::span<const Json> edgeItems(const Json &content)
{
    return content["edges"].items();
}

JsonPointer ItemPointers::node(qsizetype index) const
{
    return numbered(m_nodes, index);
}

JsonPointer ItemPointers::nodeData(qsizetype index) const
{
    return numbered(m_nodes, index, "/data");
}

JsonPointer ItemPointers::edge(qsizetype index) const
{
    return numbered(m_edges, index);
}

QByteArrayView sourceKey(const Json &edge)
{
    return !edge.contains("source") && edge.contains("from") ? QByteArrayView("from") : QByteArrayView("source");
}

QByteArrayView targetKey(const Json &edge)
{
    return !edge.contains("target") && edge.contains("to") ? QByteArrayView("to") : QByteArrayView("target");
}

QByteArray sourceOf(const Json &edge)
{
    return textOf(edge, sourceKey(edge));
}

QByteArray targetOf(const Json &edge)
{
    return textOf(edge, targetKey(edge));
}

QByteArray handleOf(const Json &edge)
{
    return textOf(edge, "sourceHandle");
}

QString labelOf(const Json &edge)
{
    QByteArrayView text = edge["label"].utf8();
    if (text.isEmpty())
        text = edge["data"]["label"].utf8();
    return text.isEmpty() ? QString() : QString::fromUtf8(text).simplified();
}

QByteArray edgeStem(const Json &edge)
{
    const QByteArray handle = handleOf(edge);
    return sourceOf(edge) + (handle.isEmpty() ? QByteArray() : ':' + handle) + '>' + targetOf(edge);
}

QString handleName(const Json &edge)
{
    const QByteArray handle = handleOf(edge);
    QString name = QString::fromUtf8(edge["data"]["edgeLabel"].utf8());
    if (name.isEmpty() && handle.startsWith("{\u0153"))
        name = langflowName(handle);
    if (name.isEmpty())
        name = flowiseName(handle, sourceOf(edge));
    if (name.isEmpty())
        name = QString::fromUtf8(handle);
    name = name.simplified();
    return name.size() <= kShownCharacters ? name : name.first(kShownCharacters - 1) + u'\u2026';
}

QList<QByteArray> uniqueNames(const QList<Naming> &items, Owners &taken)
{
    QList<QByteArray> names(items.size());
    taken.reserve(items.size());
    qsizetype nameless = 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QByteArray &own = items.at(i).own;
        const qsizetype known = taken.size();
        if (!own.isEmpty())
            taken.tryInsert(own, i);
        if (taken.size() > known)
            names[i] = own;
        else
            ++nameless;
    }
    QHash<QByteArray, int> counters;
    for (qsizetype i = 0; i < items.size() && nameless > 0; ++i) {
        if (!names.at(i).isEmpty())
            continue;
        const auto &[own, stem] = items.at(i);
        const QByteArray &base = own.isEmpty() ? stem : own;
        QByteArray name = own.isEmpty() ? stem : QByteArray();
        auto counter = counters.find(base);
        if (counter == counters.end())
            counter = counters.insert(base, base.isEmpty() ? 0 : 1);
        while (name.isEmpty() || taken.contains(name))
            name = base + '#' + QByteArray::number(++*counter);
        taken.tryInsert(name, -1);
        names[i] = name;
        --nameless;
    }
    return names;
}

bool isPlainName(QByteArrayView name)
{
    return !name.isEmpty() && !name.contains('#');
}

} // namespace jackfield::nodelist
