// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "model/json/json.h"
#include "model/json/json_pointer.h"
#include "model/json/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace jackfield {

/// What a node is for. Chooses bar colour and icon; `resources/themes` names the same words.
enum class Family : quint8 { Entry, Say, Ask, Decide, Act, HandOver, End, Unknown };

/// An output of a node type that is always there.
struct PortSpec
{
    QByteArray id; ///< as the platform spells it; "" for a node with one unnamed output
    QString name;
    bool fallback = false; ///< taken when nothing else fits
};

/// Outputs made from data: one per item of the array at `items`.
struct PortList
{
    JsonPointer items; ///< in the node's data
    QByteArray idKey; ///< member of an item that is the port's id; "" = the item itself is a string
    QByteArray labelKey; ///< member that names it; falls back to the id
};

struct NodeType
{
    QByteArray id; ///< the platform's word
    QString title;
    QString description;
    Family family = Family::Unknown;
    QByteArray icon; ///< name in resources/icons
    QList<JsonPointer> titleFrom; ///< first non-empty text in the data is the title; else the type's title
    QList<JsonPointer> summaryFrom; ///< texts in the data shown in the body, in order
    QList<PortSpec> ports; ///< outputs, after those of `portList`
    QList<PortList> portList;
    bool start = false;
    bool terminal = false; ///< has no outputs and may end a conversation
    bool acceptsInput = true;
    Json schema; ///< JSON Schema of the data: what the inspector shows and the validator checks
    Json blank; ///< data of a new node
};

/// The node types of a kind, read from resources/kinds/<kind>/catalog.json. Immutable.
class Catalog
{
public:
    /// Refuses a file that misses a member or uses an unknown family, naming where.
    static Result<Catalog> fromJson(const Json &json);

    const QList<NodeType> &types() const { return m_types; }
    const NodeType *find(QByteArrayView id) const; ///< nullptr for a type that the catalog does not know
    /// Schema of what the inspector edits when nothing is selected (the flow itself); may be null.
    const Json &flowSchema() const { return m_flowSchema; }

private:
    QList<NodeType> m_types;
    QHash<Id<NodeType>, qsizetype> m_index;
    Json m_flowSchema;
};

QByteArrayView familyName(Family family); ///< entry say ask decide act handOver end unknown, as in the theme files
std::optional<Family> familyFromName(QByteArrayView name);

} // namespace jackfield
