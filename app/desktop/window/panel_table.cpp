// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/panel_table.h"

#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/panels/inspector_panel.h"
#include "app/desktop/panels/json_panel.h"
#include "app/desktop/panels/outline_panel.h"
#include "app/desktop/panels/palette_panel.h"
#include "app/desktop/panels/problems_panel.h"
#include "app/desktop/panels/service/request_log_panel.h"
#include "app/desktop/panels/service/server_panel.h"
#include "app/desktop/panels/versions_panel.h"

#include <QCoreApplication>

namespace jackfield {

namespace {

constexpr QSize kExplorerExtent = {256, 360};
constexpr QSize kPaletteExtent = {0, 400}; // 11 rows
constexpr QSize kInspectorExtent = {324, 0};
constexpr QSize kProblemsExtent = {0, 214};

QString title(const char *text)
{
    return QCoreApplication::translate("PanelTable", text);
}

template <typename T> Panel *plainPanel(const PanelContext &, QWidget *parent)
{
    return new T(parent);
}

template <typename T> Panel *servicePanel(const PanelContext &context, QWidget *parent)
{
    return new T(context.workbench, parent);
}

template <typename T> Panel *hostedPanel(const PanelContext &context, QWidget *parent)
{
    return new T(context.workbench, context.host, parent);
}

Panel *inspector(const PanelContext &context, QWidget *parent)
{
    return new InspectorPanel(context.inspectorParts, parent);
}

} // namespace

std::vector<PanelSpec> panelTable()
{
    constexpr auto left = Qt::LeftDockWidgetArea;
    constexpr auto right = Qt::RightDockWidgetArea;
    constexpr auto bottom = Qt::BottomDockWidgetArea;
    return {
        {"explorer", title("EXPLORER"), left, false, kExplorerExtent, hostedPanel<ExplorerPanel>},
        {"palette", title("PALETTE"), left, false, kPaletteExtent, plainPanel<PalettePanel>},
        {"inspector", title("Inspector"), right, true, kInspectorExtent, inspector},
        {"outline", title("Outline"), right, true, {}, plainPanel<OutlinePanel>},
        {"json", title("JSON"), right, true, {}, plainPanel<JsonPanel>},
        {"problems", title("Problems"), bottom, true, kProblemsExtent, plainPanel<ProblemsPanel>},
        {"versions", title("Versions"), bottom, true, {}, servicePanel<VersionsPanel>},
        {"server", title("Server"), bottom, true, {}, servicePanel<ServerPanel>},
        {"log", title("API log"), bottom, true, {}, hostedPanel<RequestLogPanel>},
    };
}

} // namespace jackfield
