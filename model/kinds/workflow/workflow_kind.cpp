// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/workflow/workflow_kind.h"

#include "model/kinds/workflow/extraction.h"
#include "model/kinds/workflow/projection.h"
#include "model/kinds/workflow/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

WorkflowKind::WorkflowKind(Catalog catalog)
    : ShownKind(
        {.id = "workflow"_ba,
         .title = u"Workflow"_s,
         .plural = u"Workflows"_s,
         .icon = "tag"_ba,
         .parentKind = {},
         .startHint = u"Write the system prompt, then add a flow in the inspector."_s,
         .drawnElsewhere
         = u"Rules, flows and steps are added, ordered and removed in the inspector of the workflow (select "
           "nothing), or in the JSON pane."_s,
         .lifecycle = {.publishes = false}},
        std::move(catalog))
{
}

Graph WorkflowKind::project(const FlowState &state) const
{
    return workflow::project(state, catalog());
}

Problems WorkflowKind::check(const FlowState &state, const Graph &) const
{
    return workflow::check(state.content);
}

Json WorkflowKind::blank() const
{
    return Json::object({
        member("system_prompt", Json::string("")),
        member("rules", Json::array()),
        member("flows", Json::array()),
    });
}

std::vector<ExtractedFlow> WorkflowKind::extract(const Json &file) const
{
    return workflow::extract(file);
}

Json WorkflowKind::restore(const Json &surround, const Json &content) const
{
    return workflow::restore(surround, content);
}

} // namespace jackfield
