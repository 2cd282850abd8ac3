// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/workflow/workflow_kind.h"

#include "model/kinds/shared/shown_lens.h"
#include "model/kinds/workflow/files.h"
#include "model/kinds/workflow/projection.h"
#include "model/kinds/workflow/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Kind workflowKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    const Catalog &known = *types;
    KindInfo info{
        .id = "workflow"_ba,
        .title = u"Workflow"_s,
        .plural = u"Workflows"_s,
        .icon = "tag"_ba,
        .parentKind = {},
        .startHint = u"Write the system prompt, then add a flow in the inspector."_s,
        .drawnElsewhere
        = u"Rules, flows and steps are added, ordered and removed in the inspector of the workflow (select "
          "nothing), or in the JSON pane."_s,
        .lifecycle = {.publishes = false}};
    auto lens = std::make_unique<ShownLens>(info, known, workflow::project);
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<workflow::WorkflowRules>(),
         .files = std::make_unique<workflow::WorkflowFiles>()});
}

} // namespace jackfield
