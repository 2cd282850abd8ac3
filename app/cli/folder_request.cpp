// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/folder_request.h"

#include "app/cli/text_output.h"
#include "storage/host/control_commands.h"
#include "storage/host/control_socket.h"
#include "storage/host/workbench.h"
#include "storage/store/data_folder.h"

#include <QDeadlineTimer>
#include <QThread>

namespace jackfield {

namespace {

constexpr int kPatienceMilliseconds
    = 5000; // for an owner between taking the lock and answering, or the other way round
constexpr int kPauseMilliseconds = 20;
constexpr int kAnswerMilliseconds = 120'000; // importing the largest file takes a while

} // namespace

Result<Json> askFolder(const QString &dataFolder, const Json &request)
{
    const QDeadlineTimer deadline(kPatienceMilliseconds);
    for (;;) {
        Result<std::unique_ptr<Workbench>> workbench = Workbench::open({.dataFolder = dataFolder, .api = false});
        if (workbench)
            return controlValue((*workbench)->control(request).result());
        if (workbench.error().code != "folder_owned")
            return workbench.error();
        const Result<Json> answer = askOwner(DataFolder::controlSocketPath(dataFolder), request, kAnswerMilliseconds);
        if (answer)
            return controlValue(*answer);
        if (answer.error().code != "control_absent" || deadline.hasExpired())
            return answer.error();
        QThread::msleep(kPauseMilliseconds);
    }
}

FolderAnswer answerFor(const CommandLine &line, const Json &request)
{
    Result<Json> answer = askFolder(line.dataFolder(), request);
    if (answer)
        return {.value = *std::move(answer)};
    writeProblem(answer.error().message);
    return {.exitCode = exitCodeFor(answer.error())};
}

} // namespace jackfield
