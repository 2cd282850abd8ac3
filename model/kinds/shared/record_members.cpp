// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/record_members.h"

#include <algorithm>

namespace jackfield {

ExtractedFlow takeContent(const Json &file, RecordMembers record)
{
    Json content = Json::object();
    Json shell = file;
    for (const Json::Member &part : file.members()) {
        if (std::ranges::find(record, part.key()) != record.end())
            continue;
        content.set(part.key(), part.value);
        shell.set(part.key(), Json());
    }
    ExtractedFlow flow{.name = file["name"].toString().simplified()};
    if (content.size() < file.size())
        flow.surround = Json::object({member("file", std::move(shell))});
    flow.content = std::move(content);
    return flow;
}

Json putContent(const Json &surround, const Json &content, RecordMembers record)
{
    const auto isOfRecord = [&](QByteArrayView key) { return std::ranges::find(record, key) != record.end(); };
    if (!surround["file"].isObject())
        return content;
    Json file = surround["file"];
    for (qsizetype i = file.size() - 1; i >= 0; --i) {
        const QByteArrayView key = file.members()[size_t(i)].key();
        if (!isOfRecord(key) && !content.contains(key))
            file.takeMember(i);
    }
    for (const Json::Member &part : content.members()) {
        if (!isOfRecord(part.key()))
            file.set(part.key(), part.value);
    }
    return file;
}

} // namespace jackfield
