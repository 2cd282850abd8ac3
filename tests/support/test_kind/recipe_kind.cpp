// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_kind/recipe_kind.h"

#include "tests/support/test_kind/recipe_lens.h"

#include "model/json/json_reader.h"

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kRecipeCatalog[] = R"({"types": [
  {"id": "step", "title": "Step", "description": "Something to do", "family": "act", "icon": "message", "titleFrom": ["/do"],
   "ports": [{"id": "", "name": "Then"}], "blank": {"do": "Stir", "minutes": 1},
   "schema": {"type": "object", "properties": {"do": {"type": "string", "title": "What to do"},
     "minutes": {"type": "integer", "title": "Minutes", "format": "minutes"}}}}]})";

constexpr qint64 kMostMinutes = 60;

class RecipeRules final : public Rules
{
public:
    Problems check(const FlowState &, const Graph &graph) const override
    {
        Problems problems;
        for (const Node &node : graph.nodes()) {
            if (node.summary.value(0).section(u' ', 0, 0).toLongLong() > kMostMinutes)
                problems << Problem{
                    .code = "too-long",
                    .message = u"\"%1\" takes over an hour: cut it into steps."_s.arg(node.title),
                    .pointer = node.pointer.child("minutes"),
                    .node = node.id};
        }
        return problems;
    }
};

class RecipeFiles final : public FileShapes
{
public:
    Json blank() const override { return recipe(); }
    std::vector<ExtractedFlow> extract(const Json &file) const override
    {
        if (!file["steps"].isArray())
            return {};
        return {ExtractedFlow{.content = file, .certainty = 80}};
    }
};

} // namespace

std::unique_ptr<const Kind> recipeKind()
{
    Result<Json> json = parseJson(kRecipeCatalog);
    Q_ASSERT(json);
    Result<Catalog> read = Catalog::fromJson(*json);
    Q_ASSERT(read);
    auto catalog = std::make_unique<const Catalog>(*std::move(read));
    auto lens = std::make_unique<const RecipeLens>(*catalog);
    return std::make_unique<const Kind>(KindParts{
        .info
        = {.id = "recipe",
           .title = u"Recipe"_s,
           .plural = u"Recipes"_s,
           .icon = "message",
           .parentKind = {},
           .startHint = u"Add a step."_s,
           .drawnElsewhere = {},
           .lifecycle = {.publishes = false}},
        .catalog = std::move(catalog),
        .lens = std::move(lens),
        .rules = std::make_unique<RecipeRules>(),
        .files = std::make_unique<RecipeFiles>()});
}

Json recipe()
{
    return parseJson(R"({"steps":[{"id":"boil","do":"Boil","minutes":10},{"id":"wait","do":"Wait","minutes":90},)"
                     R"({"id":"serve","do":"Serve","minutes":5}]})")
        .value();
}

} // namespace jackfield::testing
