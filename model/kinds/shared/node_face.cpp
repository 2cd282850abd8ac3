// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/node_face.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShownCharacters = 240;
constexpr qsizetype kShownItems = 12;
constexpr qsizetype kFewOutputs = 16;

/// Where authors of other tools put the name of a node.
const QList<JsonPointer> &usualTitles()
{
    static const QList<JsonPointer> places{
        JsonPointer("/label"_ba), JsonPointer("/title"_ba), JsonPointer("/name"_ba),
        JsonPointer("/node/display_name"_ba), JsonPointer("/type"_ba)};
    return places;
}

/// Where they put its words.
const QList<JsonPointer> &usualTexts()
{
    static const QList<JsonPointer> places{JsonPointer("/text"_ba),        JsonPointer("/message"_ba),
                                           JsonPointer("/prompt"_ba),      JsonPointer("/content"_ba),
                                           JsonPointer("/description"_ba), JsonPointer("/node/description"_ba)};
    return places;
}

QString firstText(const QList<JsonPointer> &places, const Json &data)
{
    for (const JsonPointer &place : places) {
        if (const Json *value = place.in(data)) {
            if (QString text = shownText(*value); !text.isEmpty())
                return text;
        }
    }
    return {};
}

QByteArrayView scalarText(const Json &value)
{
    return value.isNumber() ? value.numberText() : value.utf8();
}

QByteArrayView memberText(const Json &item, QByteArrayView key)
{
    const Json *value = key.isEmpty() ? nullptr : item.find(key);
    return value ? scalarText(*value) : QByteArrayView();
}

QByteArray listedPortId(const PortList &list, const Json &item, qsizetype index)
{
    if (!item.isObject()) {
        if (const QByteArrayView text = scalarText(item); !text.isEmpty())
            return text.toByteArray();
        return QByteArray::number(index + 1);
    }
    for (const QByteArrayView key : {QByteArrayView("id"), QByteArrayView(list.idKey), QByteArrayView(list.labelKey)}) {
        if (const QByteArrayView text = memberText(item, key); !text.isEmpty())
            return text.toByteArray();
    }
    return QByteArray::number(index + 1);
}

/// "topic equals Sales": what a rule says when it has no name.
QString composedName(const PortList &list, const Json &item)
{
    QStringList words;
    for (const Json::Member &part : item.members()) {
        if (part.key() == "id" || (part.key() == list.idKey && list.idKey != "value"))
            continue;
        if (const QByteArrayView text = scalarText(part.value); !text.isEmpty())
            words.append(QString::fromUtf8(text));
    }
    return words.join(u' ').simplified().left(kShownCharacters);
}

QString listedPortName(const PortList &list, const Json &item, const QByteArray &id)
{
    if (item.isObject()) {
        for (const QByteArrayView key :
             {QByteArrayView(list.labelKey), QByteArrayView("label"), QByteArrayView("name"),
              QByteArrayView("title")}) {
            if (const QByteArrayView text = memberText(item, key); !text.isEmpty())
                return QString::fromUtf8(text).simplified();
        }
        if (QString composed = composedName(list, item); !composed.isEmpty())
            return composed;
    }
    return QString::fromUtf8(id).simplified();
}

void decorateUnknown(Node &node, const Json &data)
{
    node.family = Family::Unknown;
    node.icon = "unknown"_ba;
    node.typeTitle = node.type.isEmpty() ? u"Unknown"_s : QString::fromUtf8(node.type);
    node.title = firstText(usualTitles(), data);
    if (node.title.isEmpty())
        node.title = node.id.toString();
    if (const QString text = firstText(usualTexts(), data); !text.isEmpty())
        node.summary.append(text);
}

/// Nothing to decode, to simplify or to cut: most texts are so, and a large flow has tens of thousands.
bool isShownAsItIs(QByteArrayView text)
{
    if (text.size() > kShownCharacters || text.startsWith(' ') || text.endsWith(' '))
        return false;
    char before = 0;
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return true;
}

} // namespace

QString shownText(const Json &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const Json &item : value.items().first(size_t(std::min(value.size(), kShownItems)))) {
            if (QString text = QString::fromUtf8(scalarText(item)).simplified(); !text.isEmpty())
                parts.append(std::move(text));
        }
        return parts.join(u", "_s).left(kShownCharacters);
    }
    const QByteArrayView text = scalarText(value);
    if (isShownAsItIs(text))
        return QString::fromLatin1(text);
    // Cut before the work: a text may be megabytes long. Four bytes are the longest character.
    return QString::fromUtf8(text.first(std::min(text.size(), 4 * kShownCharacters)))
        .simplified()
        .left(kShownCharacters);
}

Outputs::Outputs(QList<Port> &ports) : m_ports(ports)
{
    for (qsizetype i = kFewOutputs; i < ports.size(); ++i)
        m_rest.insert(ports.at(i).id);
}

bool Outputs::contains(const QByteArray &id) const
{
    const qsizetype few = std::min(kFewOutputs, m_ports.size());
    for (qsizetype i = 0; i < few; ++i) {
        if (m_ports.at(i).id == id)
            return true;
    }
    return m_rest.contains(id);
}

void Outputs::add(Port port)
{
    if (contains(port.id))
        return;
    if (m_ports.size() >= kFewOutputs)
        m_rest.insert(port.id);
    m_ports.append(std::move(port));
}

QList<QByteArray> listedPortIds(const PortList &list, const Json &data)
{
    QList<QByteArray> ids;
    if (const Json *items = list.items.in(data); items && items->isArray()) {
        ids.reserve(items->size());
        for (qsizetype i = 0; i < items->size(); ++i)
            ids.append(listedPortId(list, items->at(i), i));
    }
    return ids;
}

void decorate(Node &node, const NodeType *type, const Json &data)
{
    node.summary.clear();
    node.outputs.clear();
    if (!type)
        return decorateUnknown(node, data);
    node.family = type->family;
    node.icon = type->icon;
    node.typeTitle = type->title;
    node.title = firstText(type->titleFrom, data);
    if (node.title.isEmpty())
        node.title = type->title;
    for (const JsonPointer &place : type->summaryFrom) {
        const Json *value = place.in(data);
        if (QString text = value ? shownText(*value) : QString(); !text.isEmpty())
            node.summary.append(std::move(text));
    }
    Outputs outputs(node.outputs);
    for (const PortList &list : type->portList) {
        const QList<QByteArray> ids = listedPortIds(list, data);
        const Json *items = list.items.in(data);
        for (qsizetype i = 0; i < ids.size(); ++i)
            outputs.add({.id = ids.at(i), .name = listedPortName(list, items->at(i), ids.at(i))});
    }
    for (const PortSpec &port : type->ports)
        outputs.add({.id = port.id, .name = port.name, .fallback = port.fallback});
    node.acceptsInput = type->acceptsInput;
    node.start = type->start;
    node.terminal = type->terminal;
}

} // namespace jackfield
