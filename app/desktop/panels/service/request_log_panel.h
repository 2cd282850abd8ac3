// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTreeView;

namespace jackfield {

class ExchangeModel;
class JsonHighlighter;
class PanelHost;
class Workbench;
struct Exchange;
struct ExchangeBatch;

/// What clients asked of the local API and what they got, newest first, with the whole exchange of the selected row.
/// Takes rows in batches, and only while it is visible; secrets were masked before they came here.
class RequestLogPanel : public Panel
{
    Q_OBJECT

public:
    RequestLogPanel(Workbench &workbench, PanelHost &host, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void setOnShow(bool onShow) override;
    void takeFocus() override;
    QList<PanelCommand> commands() override;
    bool isOnShow() const { return m_onShow; }

private:
    QWidget *buildEmpty();
    QWidget *buildList();
    void ask();
    void take(const ExchangeBatch &batch);
    void select(qint64 number);
    const Exchange *selected() const;
    void showSelected();
    void showContents();
    void copyAsCurl();
    void replaySelected();
    void clearLog();
    QString exampleCommand() const;
    QString detailsOf(const Exchange &exchange) const;

    Workbench &m_workbench;
    PanelHost &m_host;
    ExchangeModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_replay = nullptr;
    QPushButton *m_clear = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyText = nullptr;
    QLabel *m_example = nullptr;
    QPushButton *m_copyExample = nullptr;
    QSplitter *m_contents = nullptr;
    QTreeView *m_list = nullptr;
    QPlainTextEdit *m_details = nullptr;
    JsonHighlighter *m_highlighter = nullptr;
    QTimer m_batch;
    QTimer m_typing;
    qint64 m_last = 0; ///< number of the newest exchange taken
    qint64 m_awaited = 0; ///< of a replay, selected when it comes in
    bool m_asking = false;
    bool m_onShow = false;
};

} // namespace jackfield
