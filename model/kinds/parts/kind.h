// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/kind_info.h"
#include "model/graph/catalog.h"
#include "model/kinds/parts/file_shapes.h"
#include "model/kinds/parts/lens.h"
#include "model/kinds/parts/rules.h"

#include <memory>

namespace jackfield {

/// What a kind is made of. All of it is there; parts may refer to the catalog, which lives where it is.
struct KindParts
{
    KindInfo info;
    std::unique_ptr<const Catalog> catalog;
    std::unique_ptr<const Lens> lens;
    std::unique_ptr<const Rules> rules;
    std::unique_ptr<const FileShapes> files;
};

/// One kind of flow: a bundle of parts, made by kinds/<kind>/<kind>_kind.cpp. No kind is another kind; those that are
/// alike share parts. Safe from several threads.
class Kind final
{
public:
    explicit Kind(KindParts parts);

    const KindInfo &info() const { return m_parts.info; }
    const Catalog &catalog() const { return *m_parts.catalog; }
    const Lens &lens() const { return *m_parts.lens; }
    const Rules &rules() const { return *m_parts.rules; }
    const FileShapes &files() const { return *m_parts.files; }

private:
    KindParts m_parts;
};

} // namespace jackfield
