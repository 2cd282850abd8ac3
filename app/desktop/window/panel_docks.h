// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel_spec.h"

#include <QObject>

#include <vector>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace jackfield {

class FlowEditor;
class WindowActions;
struct KindEditor;
struct Theme;

/// The docks of the window: one for each row of the table of panels, and for each panel of a kind one that shows while
/// a flow of that kind is in front.
class PanelDocks : public QObject
{
    Q_OBJECT

public:
    /// The docks and panels belong to `window`.
    PanelDocks(
        QMainWindow &window, const PanelContext &context, const std::vector<PanelSpec> &panels,
        const std::vector<KindEditor> &kinds);

    void setEditor(FlowEditor *editor);
    void setTheme(const Theme &theme);
    void connectCommands(const WindowActions &actions); ///< those that the panels have for actions of the window
    void fillMenu(QMenu *menu) const; ///< to show and hide each dock
    /// Gives the docks the sizes of the table. They take them only once the window has one.
    void arrange();
    /// Shows the panels of the kind in front and no other kind's; after a layout was restored, which knows no flow.
    void showKindPanels();

private:
    struct Dock
    {
        QDockWidget *widget = nullptr;
        Panel *panel = nullptr;
        PanelSpec spec;
        QByteArray kind = {}; ///< empty: of every kind
        bool wanted = true; ///< by the user, while flows of its kind are in front
    };
    void add(const PanelSpec &spec, const PanelContext &context, const QByteArray &kind);

    QMainWindow &m_window;
    std::vector<Dock> m_docks;
    QByteArray m_kind; ///< of the flow in front; empty when there is none
};

} // namespace jackfield
