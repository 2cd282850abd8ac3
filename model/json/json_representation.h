// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_key_index.h"

namespace jackfield {

/// Text that does not fit inline: the header, then the text, then the source spelling of a string if it is kept.
struct Json::TextRep : Json::Shared
{
    quint32 textSize = 0;
    quint32 spellingSize = 0;

    const char *bytes() const { return reinterpret_cast<const char *>(this + 1); }
    char *bytes() { return reinterpret_cast<char *>(this + 1); }
    QByteArrayView text() const { return {bytes(), static_cast<qsizetype>(textSize)}; }
    QByteArrayView spelling() const { return {bytes() + textSize, static_cast<qsizetype>(spellingSize)}; }
};

struct Json::ArrayRep : Json::Shared
{
    ArrayRep() = default;
    explicit ArrayRep(std::vector<Json> from) : items(std::move(from)) { }

    std::vector<Json> items;
};

struct Json::ObjectRep : Json::Shared
{
    ObjectRep() = default;
    explicit ObjectRep(std::vector<Member> from) : members(std::move(from)) { index.rebuild(members); }
    ObjectRep(std::vector<Member> from, JsonKeyIndex keys) : members(std::move(from)), index(std::move(keys)) { }

    std::vector<Member> members;
    JsonKeyIndex index;
};

} // namespace jackfield
