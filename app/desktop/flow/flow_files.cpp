// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/flow/flow_files.h"

#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/when_done.h"
#include "storage/files/file_io.h"
#include "storage/files/store_flows.h"
#include "storage/host/workbench.h"
#include "storage/records/stored_kind.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressDialog>
#include <QThreadPool>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kPatienceMilliseconds = 1000; // before progress is shown
constexpr int kProgressWidth = 360; // room for a long file name

const QString kJsonFilter = QObject::tr("Flow files (*.json);;All files (*)");

QString told(const QString &file, const Error &error)
{
    const QString place
        = error.line > 0 ? QObject::tr(", line %1, column %2").arg(error.line).arg(error.column) : QString();
    return QObject::tr("\"%1\"%2: %3").arg(file, place, error.message);
}

struct ReadFile
{
    QString name;
    Result<QList<FileFlow>> flows;
};

} // namespace

FlowFiles::FlowFiles(Workbench &workbench, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_folder(QDir::homePath())
{
}

void FlowFiles::chooseAndImport(QWidget *window)
{
    const QStringList paths = QFileDialog::getOpenFileNames(window, tr("Import flows"), m_folder, kJsonFilter);
    if (paths.isEmpty())
        return;
    m_folder = QFileInfo(paths.first()).absolutePath();
    import(paths);
}

void FlowFiles::import(const QStringList &paths)
{
    for (const QString &path : paths) {
        auto *reading = new QObject(this); // gone when cancelled, and what the reader brings with it
        auto *progress = new QProgressDialog(
            tr("Reading \"%1\"").arg(QFileInfo(path).fileName()), tr("Cancel"), 0, 0,
            qobject_cast<QWidget *>(parent()));
        progress->setMinimumDuration(kPatienceMilliseconds);
        progress->setMinimumWidth(kProgressWidth);
        progress->setAttribute(Qt::WA_DeleteOnClose);
        connect(progress, &QProgressDialog::canceled, this, [this, reading, progress, path] {
            delete reading;
            progress->deleteLater();
            emit reported(tr("Nothing was imported from \"%1\".").arg(QFileInfo(path).fileName()), false);
        });
        const auto answer
            = QtConcurrent::run(&m_workbench.workers(), [&kinds = m_workbench.kinds(), path]() -> ReadFile {
                  const QString name = QFileInfo(path).fileName();
                  const Result<QByteArray> bytes = loadFile(path);
                  return {name, bytes ? readFlowFile(kinds, *bytes, name) : Result<QList<FileFlow>>(bytes.error())};
              });
        whenDone(answer, reading, [this, reading, progress](const ReadFile &read) {
            progress->disconnect(this);
            reading->deleteLater();
            if (!read.flows) {
                progress->close();
                emit reported(told(read.name, read.flows.error()), true);
                return;
            }
            progress->setLabelText(tr("Storing \"%1\"").arg(read.name));
            progress->setCancelButton(nullptr); // it is one transaction
            store(*read.flows, read.name, progress);
        });
    }
}

void FlowFiles::importSamples()
{
    QList<FileFlow> flows;
    const QDir samples(u":/samples"_s);
    for (const QString &name : samples.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const Result<QByteArray> bytes = loadFile(samples.filePath(name));
        Q_ASSERT(bytes);
        const Result<QList<FileFlow>> read = readFlowFile(m_workbench.kinds(), *bytes, name);
        if (!read) {
            emit reported(told(name, read.error()), true);
            return;
        }
        flows += *read;
    }
    store(flows, tr("the samples"));
}

void FlowFiles::store(QList<FileFlow> flows, const QString &source, const QPointer<QWidget> &progress)
{
    const auto storing = [workspace = m_workbench.workspace(), flows = std::move(flows),
                          author = m_workbench.author()](FlowService &service, Completion<QList<FlowRecord>> done) {
        storeFlows(service, workspace, flows, {}, author, std::move(done));
    };
    const auto answer = m_workbench.write<QList<FlowRecord>>(storing);
    whenDone(answer, this, [this, source, progress](const Result<QList<FlowRecord>> &stored) {
        if (progress)
            progress->close();
        if (!stored) {
            emit reported(told(source, stored.error()), true);
            return;
        }
        QList<FlowId> ids;
        for (const FlowRecord &record : *stored)
            ids << record.summary.id;
        emit reported(
            tr("Imported %1 from %2.").arg(counted(ids.size(), tr("%1 flow"), tr("%1 flows")), source), false);
        emit imported(ids);
    });
}

void FlowFiles::chooseAndExport(const FlowId &id, const QString &name, QWidget *window)
{
    QStringList filters;
    for (const FileFormat *format : fileFormats())
        filters << u"%1 (*.%2)"_s.arg(format->title(), format->suffix());
    QString chosen = filters.constFirst();
    const QString path = QFileDialog::getSaveFileName(
        window, tr("Export flow"), QDir(m_folder).filePath(fileNameFor(name)), filters.join(u";;"_s), &chosen);
    if (path.isEmpty())
        return;
    m_folder = QFileInfo(path).absolutePath();
    const qsizetype index = filters.indexOf(chosen);
    exportTo(id, path, index < 0 ? formatOfOrigin() : *fileFormats().at(index));
}

void FlowFiles::exportTo(const FlowId &id, const QString &path, const FileFormat &format)
{
    const auto reading = [workspace = m_workbench.workspace(), id](FlowService &service) {
        return service.flows().flow(workspace, id);
    };
    const auto saving
        = [&kinds = m_workbench.kinds(), path, &format](const Result<FlowRecord> &record) -> Result<void> {
        if (!record)
            return record.error();
        const Result<const Kind *> kind = kindOf(kinds, record->summary);
        if (!kind)
            return kind.error();
        return saveFile(path, format.write(**kind, *record));
    };
    const auto answer = m_workbench.call(reading).then(&m_workbench.workers(), saving);
    whenDone(answer, this, [this, path](const Result<void> &saved) {
        emit reported(saved ? tr("Exported to \"%1\".").arg(path) : saved.error().message, !saved);
    });
}

} // namespace jackfield
