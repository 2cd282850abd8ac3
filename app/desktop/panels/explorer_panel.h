// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/models/explorer_model.h"
#include "app/desktop/panels/panel.h"

#include <QTimer>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace jackfield {

class PanelHost;
class Workbench;

/// The flows of the workspace and its trash, see ExplorerModel. Follows the store by its events; reads off the GUI
/// thread.
class ExplorerPanel : public Panel
{
    Q_OBJECT

public:
    ExplorerPanel(Workbench &workbench, PanelHost &host, QWidget *parent = nullptr);

    const QList<FlowSummary> &flows() const { return m_model->flows(); } ///< as last read
    FlowId currentFlow() const;
    void takeFocus() override;
    QList<PanelCommand> commands() override;

protected:
    void editorChanged() override;
    void resizeEvent(QResizeEvent *event) override; ///< keeps the current flow in sight

private:
    void scheduleRefresh();
    void refresh();
    void show(const FlowListing &listing);
    FlowId currentInTrash() const;
    void currentChanged();
    void showMenu(QPoint at);
    bool select(int role, const FlowId &id); ///< false when there is none

    Workbench &m_workbench;
    PanelHost &m_host;
    QLineEdit *m_filter = nullptr;
    QTreeView *m_tree = nullptr;
    ExplorerModel *m_model = nullptr;
    QWidget *m_empty = nullptr;
    QPushButton *m_restore = nullptr; ///< only with something of the trash selected
    QTimer m_refreshTimer;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    FlowId m_awaited; ///< to be selected when it is listed
};

} // namespace jackfield
