// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

#include <memory>
#include <vector>

namespace jackfield {

/// All kinds, in the order that the window shows them. Built once by the program, passed to who needs it.
class KindRegistry
{
public:
    /// Reads the catalogs compiled into the program. A broken catalog is a programmer's error: aborts with its message.
    KindRegistry();
    /// Other kinds than those of the program, for tests.
    explicit KindRegistry(std::vector<std::unique_ptr<const Kind>> kinds) : m_kinds(std::move(kinds)) { }
    ~KindRegistry();
    KindRegistry(const KindRegistry &) = delete;
    KindRegistry &operator=(const KindRegistry &) = delete;

    const Kind *find(QByteArrayView id) const; ///< nullptr when unknown
    const std::vector<std::unique_ptr<const Kind>> &all() const { return m_kinds; }
    /// The surest reading of a file and its kind; error when no kind knows it. `wanted` narrows to one kind.
    struct Recognised
    {
        const Kind *kind = nullptr;
        std::vector<ExtractedFlow> flows;
    };
    Result<Recognised> recognise(const Json &file, QByteArrayView wanted = {}) const;

private:
    std::vector<std::unique_ptr<const Kind>> m_kinds;
};

} // namespace jackfield
