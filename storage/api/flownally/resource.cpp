// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/flownally/resource.h"

namespace jackfield::flownally {

using namespace Qt::Literals::StringLiterals;

QByteArray Resource::name() const
{
    return noun.toLower();
}

QByteArray Resource::plural() const
{
    return name() + 's';
}

QByteArray Resource::ownerMember() const
{
    return name() + "Id";
}

QByteArray Resource::versionsMember() const
{
    return name() + "Versions";
}

const QList<Resource> &resources()
{
    static const QList<Resource> all{
        {.kind = "chatbot"_ba,
         .noun = "Chatbot"_ba,
         .idPrefix = "bot_"_ba,
         .versionPrefix = "botv_"_ba,
         .graphMember = "draft"_ba,
         .ownMembers = {{"teamIds"_ba, Json::array()}}},
        {.kind = "journey"_ba,
         .noun = "Journey"_ba,
         .idPrefix = "jrn_"_ba,
         .versionPrefix = "jrnv_"_ba,
         .graphMember = "definition"_ba,
         .showsTenant = true,
         .ownMembers = {{"entryMode"_ba, Json::string("once")}, {"triggerConfig"_ba, Json()}}},
    };
    return all;
}

} // namespace jackfield::flownally
