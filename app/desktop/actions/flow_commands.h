// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <QObject>

class QWidget;

namespace jackfield {

class FlowEditor;
class Workbench;

/// What the window has the service do to whole flows. Nothing waits: each command tells by a signal how it ended.
class FlowCommands : public QObject
{
    Q_OBJECT

public:
    /// `workbench` outlives the commands; `window` is what a question stands before.
    FlowCommands(Workbench &workbench, QWidget *window);

    void create(const QByteArray &kind, const FlowId &parent);
    void rename(FlowEditor &open); ///< asks for the name
    void remove(const FlowId &id, const QString &name, bool wasOpen); ///< into the trash
    void restore(const FlowId &id, bool opens); ///< out of the trash
    void publish(const FlowId &id);
    void setLive(const FlowId &id, bool live); ///< activates the newest version, or pauses

signals:
    void openWanted(const jackfield::FlowId &id); ///< it was made, or is back
    void removed(const jackfield::FlowId &id, const QString &name, bool wasOpen);
    void problemsFound(); ///< publishing was refused for them
    void reported(const QString &message, bool error); ///< a sentence for people

private:
    Workbench &m_workbench;
    QWidget *m_window = nullptr;
};

} // namespace jackfield
