// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/document/document.h"
#include "model/validation/validator.h"
#include "storage/records/flow_record.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QThreadPool;

namespace jackfield {

class CanvasView;
class FlowSync;
class MessageBar;
class Workbench;

/// One open flow: its document, its canvas, its sync with the store and its live problems. A tab of the window.
class FlowEditor : public QWidget
{
    Q_OBJECT

public:
    /// `graph` is what the kind of the record projects from its state.
    FlowEditor(Workbench &workbench, const FlowRecord &record, Graph graph, QWidget *parent = nullptr);
    ~FlowEditor() override;

    const FlowId &flowId() const { return m_summary.id; }
    const QString &flowName() const { return m_summary.name; }
    /// What the store says of the flow, a moment after each change there.
    const FlowSummary &summary() const { return m_summary; }
    Document &document() { return m_document; }
    const Kind &kind() const { return m_document.kind(); }
    CanvasView &canvas() { return *m_canvas; }
    FlowSync &sync() { return *m_sync; }
    MessageBar &messageBar() { return *m_messageBar; }

    const Problems &problems() const { return m_problems; }
    bool isChecked() const { return m_checked; } ///< false while the first look for problems is under way
    /// What a flow shows that was never open before: all of it, or, when that is too small to read, where it starts.
    void showBeginning();
    /// Selects what a problem is about and brings it into view.
    void show(const Problem &problem);

signals:
    void problemsChanged();
    void summaryChanged(); ///< of the name, too

private:
    void scheduleCheck();
    void check();
    void readSummary();

    Workbench &m_workbench;
    FlowSummary m_summary;
    Document m_document;
    CanvasView *m_canvas = nullptr;
    MessageBar *m_messageBar = nullptr;
    FlowSync *m_sync = nullptr;
    QThreadPool &m_workers;
    std::shared_ptr<Validator> m_validator; ///< of one check at a time, off the thread of the window
    Problems m_problems;
    bool m_beginningDue = false; ///< once the nodes have got their places
    QTimer m_checkTimer;
    bool m_checked = false;
    bool m_checking = false;
    bool m_checkAgain = false;
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace jackfield
