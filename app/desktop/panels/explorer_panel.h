// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"
#include "storage/records/flow_record.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace jackfield {

class Workbench;

/// The flows of the workspace as a tree: kinds, flows that stand alone, and below them the flows they own; last the
/// trash. Follows the store by its events; reads off the GUI thread.
class ExplorerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExplorerPanel(Workbench &workbench, QWidget *parent = nullptr);

    const QList<FlowSummary> &flows() const { return m_flows; } ///< as last read
    const FlowSummary *flow(const FlowId &id) const;
    FlowId currentFlow() const;
    void setCurrentFlow(const FlowId &id); ///< without opening it; one that is not listed yet as soon as it is
    void focusFilter();

signals:
    void openRequested(const jackfield::FlowId &id);
    void menuRequested(const jackfield::FlowId &id, QPoint globalPosition); ///< empty id: on no flow
    void restoreRequested(const jackfield::FlowId &id); ///< out of the trash
    void newRequested(const QByteArray &kind, const jackfield::FlowId &parent);
    void refreshed();

protected:
    void resizeEvent(QResizeEvent *event) override; ///< keeps the current flow in sight

private:
    void scheduleRefresh();
    void refresh();
    void rebuild();
    void addTrash();
    FlowId currentInTrash() const;
    void showMenu(QPoint at);
    bool select(int role, const FlowId &id); ///< false when there is none
    QStandardItem *itemFor(const FlowSummary &flow);
    QString statusText(const FlowSummary &flow) const;

    Workbench &m_workbench;
    QLineEdit *m_filter = nullptr;
    QTreeView *m_tree = nullptr;
    QStandardItemModel *m_model = nullptr;
    QWidget *m_empty = nullptr;
    QPushButton *m_restore = nullptr; ///< only with something of the trash selected
    QTimer m_refreshTimer;
    QList<FlowSummary> m_flows;
    QHash<FlowId, qsizetype> m_index;
    QList<FlowSummary> m_trash; ///< what was deleted last comes first
    qint64 m_total = 0;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    FlowId m_awaited; ///< to be selected when it is listed
};

} // namespace jackfield
