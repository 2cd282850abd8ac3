// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/files/formats/definition_format.h"

#include "model/json/json_writer.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

QByteArray DefinitionFormat::name() const
{
    return "definition"_ba;
}

QString DefinitionFormat::title() const
{
    return u"Definition alone"_s;
}

QString DefinitionFormat::loss() const
{
    return u"Leaves out the name, what the imported file had around the flow, and positions and notes that the platform"
           " has no member for."_s;
}

QByteArray DefinitionFormat::write(const Kind &, const FlowRecord &record) const
{
    return writeJson(record.state.content, record.style);
}

} // namespace jackfield
