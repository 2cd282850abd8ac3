// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/source_places.h"

namespace jackfield {

namespace {

/// What tells a container from all others; null for scalars and empty containers, which share nothing.
const void *identity(const Json &value)
{
    if (value.isEmpty())
        return nullptr;
    return value.isArray() ? static_cast<const void *>(value.items().data())
                           : static_cast<const void *>(value.members().data());
}

} // namespace

SourcePlaces::SourcePlaces(Json file, JsonPositions positions)
    : m_file(std::move(file)), m_positions(std::move(positions))
{
    remember(m_file, {});
}

void SourcePlaces::remember(const Json &value, const JsonPointer &pointer)
{
    const void *id = identity(value);
    if (!id)
        return;
    m_containers.insert(id, pointer);
    for (qsizetype i = 0; value.isArray() && i < value.size(); ++i) {
        if (!value.at(i).isEmpty())
            remember(value.at(i), pointer.child(i));
    }
    for (const Json::Member &part : value.members()) {
        if (!part.value.isEmpty())
            remember(part.value, pointer.child(part.key()));
    }
}

SourcePlaces::Place SourcePlaces::nearest(JsonPointer inFile) const
{
    for (;;) {
        const auto it = m_positions.constFind(inFile);
        if (it != m_positions.cend())
            return {inFile, it->line, it->column};
        if (inFile.isRoot())
            return {};
        inFile = inFile.parent();
    }
}

SourcePlaces::Place SourcePlaces::placeOf(const Json &content, const JsonPointer &inContent) const
{
    for (JsonPointer around = inContent;; around = around.parent()) {
        const Json *value = around.in(content);
        const void *id = value ? identity(*value) : nullptr;
        if (const auto it = id ? m_containers.constFind(id) : m_containers.cend(); it != m_containers.cend())
            return nearest(JsonPointer(it->text() + inContent.text().mid(around.text().size())));
        if (around.isRoot())
            return nearest(content == m_file ? inContent : JsonPointer());
    }
}

} // namespace jackfield
