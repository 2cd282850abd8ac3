// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "storage/files/flow_file.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace jackfield {

class Workbench;

/// Import and export of files for the window. Reading, parsing and writing happen off the GUI thread; what takes over a
/// second shows progress and can be cancelled. A bad file brings nothing in and says where it is wrong.
class FlowFiles : public QObject
{
    Q_OBJECT

public:
    explicit FlowFiles(Workbench &workbench, QObject *parent = nullptr);

    void chooseAndImport(QWidget *window);
    void import(const QStringList &paths);
    void importSamples(); ///< the flows that ship with the program

    void chooseAndExport(const FlowId &id, const QString &name, QWidget *window);
    void exportTo(const FlowId &id, const QString &path, const FileFormat &format);

signals:
    void imported(const QList<jackfield::FlowId> &flows);
    /// A sentence for people. An error names the file, line and column.
    void reported(const QString &message, bool error);

private:
    void store(
        QList<FileFlow> flows, const QString &source,
        const QPointer<QWidget> &progress = {}); ///< closes `progress` in the end

    Workbench &m_workbench;
    QString m_folder; ///< where the last dialog ended
};

} // namespace jackfield
