// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/panel_docks.h"

#include "app/desktop/actions/window_actions.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/kinds/kind_editor.h"
#include "app/desktop/panels/panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr Qt::DockWidgetArea kAreas[] = {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea};

void bringForward(QDockWidget *dock)
{
    dock->show();
    dock->raise();
}

} // namespace

PanelDocks::PanelDocks(
    QMainWindow &window, const PanelContext &context, const std::vector<PanelSpec> &panels,
    const std::vector<KindEditor> &kinds)
    : QObject(&window), m_window(window)
{
    window.setDockNestingEnabled(true);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (const PanelSpec &spec : panels)
        add(spec, context, {});
    for (const KindEditor &kind : kinds) {
        for (const PanelSpec &spec : kind.panels)
            add(spec, context, kind.kind);
    }
    for (const Qt::DockWidgetArea area : kAreas) {
        const auto first = std::ranges::find_if(
            m_docks, [area](const Dock &dock) { return dock.spec.tabbed && dock.spec.area == area; });
        if (first != m_docks.end())
            first->widget->raise();
    }
    showKindPanels();
}

void PanelDocks::add(const PanelSpec &spec, const PanelContext &context, const QByteArray &kind)
{
    Panel *panel = spec.make(context, &m_window);
    auto *dock = new QDockWidget(spec.title, &m_window);
    dock->setObjectName(u"dock."_s + QString::fromUtf8(spec.id));
    dock->setWidget(panel);
    m_window.addDockWidget(spec.area, dock);
    if (spec.tabbed) {
        dock->setTitleBarWidget(new QWidget(dock)); // the tab has the name: a title bar would say it twice
        const auto last = std::find_if(m_docks.rbegin(), m_docks.rend(), [&spec](const Dock &before) {
            return before.spec.tabbed && before.spec.area == spec.area;
        });
        if (last != m_docks.rend())
            m_window.tabifyDockWidget(last->widget, dock);
    }
    connect(dock, &QDockWidget::visibilityChanged, panel, &Panel::setOnShow);
    connect(panel, &Panel::badgeChanged, dock, [dock, title = spec.title](int count) {
        dock->setWindowTitle(count == 0 ? title : tr("%1 %2").arg(title).arg(count));
    });
    m_docks.push_back({dock, panel, spec, kind});
}

void PanelDocks::setEditor(FlowEditor *editor)
{
    for (Dock &dock : m_docks) {
        if (!dock.kind.isEmpty() && dock.kind == m_kind)
            dock.wanted = !dock.widget->isHidden();
    }
    m_kind = editor ? editor->kind().info().id : QByteArray();
    for (const Dock &dock : m_docks) {
        // A panel of one kind sees flows of that kind only.
        dock.panel->setEditor(dock.kind.isEmpty() || dock.kind == m_kind ? editor : nullptr);
    }
    showKindPanels();
}

void PanelDocks::showKindPanels()
{
    for (const Dock &dock : m_docks) {
        if (dock.kind.isEmpty())
            continue;
        const bool fits = dock.kind == m_kind;
        dock.widget->setVisible(fits && dock.wanted);
        dock.widget->toggleViewAction()->setVisible(fits);
    }
}

void PanelDocks::setTheme(const Theme &theme)
{
    for (const Dock &dock : m_docks)
        dock.panel->setTheme(theme);
}

void PanelDocks::connectCommands(const WindowActions &actions)
{
    for (const Dock &dock : m_docks) {
        for (const PanelCommand &command : dock.panel->commands()) {
            connect(actions[command.action.constData()], &QAction::triggered, dock.panel, [command, dock] {
                if (command.raises)
                    bringForward(dock.widget);
                if (command.run)
                    command.run();
            });
        }
    }
}

void PanelDocks::fillMenu(QMenu *menu) const
{
    for (const Dock &dock : m_docks)
        menu->addAction(dock.widget->toggleViewAction());
}

void PanelDocks::arrange()
{
    QList<QDockWidget *> wide;
    QList<int> widths;
    for (const Qt::DockWidgetArea area : kAreas) {
        QList<QDockWidget *> high;
        QList<int> heights;
        for (const Dock &dock : m_docks) {
            if (dock.spec.area != area)
                continue;
            if (dock.spec.extent.width() > 0) {
                wide << dock.widget;
                widths << dock.spec.extent.width();
            }
            if (dock.spec.extent.height() > 0) {
                high << dock.widget;
                heights << dock.spec.extent.height();
            }
        }
        m_window.resizeDocks(high, heights, Qt::Vertical);
    }
    m_window.resizeDocks(wide, widths, Qt::Horizontal);
}

} // namespace jackfield
