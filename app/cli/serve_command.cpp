// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/exchange_log.h"
#include "app/cli/service_limits.h"
#include "app/cli/text_output.h"
#include "storage/host/listen_address.h"
#include "storage/host/workbench.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

/// SIGTERM and SIGINT as something to read. Made before any other thread, so that all of them inherit the block.
class EndSignals
{
public:
    EndSignals()
    {
        sigset_t ending;
        sigemptyset(&ending);
        sigaddset(&ending, SIGTERM);
        sigaddset(&ending, SIGINT);
        ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
        // The reader of the log or of the address may go away; the service stays.
        std::signal(SIGPIPE, SIG_IGN);
        m_descriptor = ::signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~EndSignals() { ::close(m_descriptor); }
    EndSignals(const EndSignals &) = delete;
    EndSignals &operator=(const EndSignals &) = delete;

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

int serve(const CommandLine &line)
{
    const Result<ListenAddress> address = parseListenAddress(line.listenAddress());
    const Result<HttpLimits> limits = limitsFrom(line);
    const Result<QSet<QByteArray>> rateLimited = rateLimitedFrom(line);
    if (!address || !limits || !rateLimited) {
        writeProblem(
            !address      ? address.error().message
                : !limits ? limits.error().message
                          : rateLimited.error().message);
        return Usage;
    }
    const EndSignals endSignals;
    ExchangeLog log(line.isSet(u"log-json"_s) ? LogForm::Json : LogForm::Plain);
    const Result<std::unique_ptr<Workbench>> opened = Workbench::open(
        {.dataFolder = line.dataFolder(),
         .listenAddress = address->host,
         .port = address->port,
         .limits = *limits,
         .rateLimited = *rateLimited});
    if (!opened) {
        writeProblem(opened.error().message);
        return exitCodeFor(opened.error());
    }
    Workbench &workbench = **opened;
    const QMetaObject::Connection logging = QObject::connect(
        &workbench, &Workbench::exchanged, &workbench, [&log](const Exchange &exchange) { log.add(exchange); },
        Qt::DirectConnection);
    QObject::connect(&workbench, &Workbench::storageTroubled, &workbench, [&log](const QString &message) {
        log.say(message.isEmpty() ? u"Writing to the data folder works again."_s : message);
    });
    QObject::connect(&workbench, &Workbench::serverChanged, &workbench, [&workbench] {
        if (!workbench.server().problem.isEmpty()) {
            writeProblem(workbench.server().problem + u" Choose another address with --listen."_s);
            QCoreApplication::exit(Refused);
        } else if (!workbench.server().address.isEmpty()) {
            writeOut("listening on " + workbench.server().address.toUtf8() + '\n');
        }
    });

    QSocketNotifier ending(endSignals.descriptor(), QSocketNotifier::Read);
    QFutureWatcher<void> closed;
    QObject::connect(&closed, &QFutureWatcher<void>::finished, qApp, [] { QCoreApplication::exit(Done); });
    QObject::connect(&ending, &QSocketNotifier::activated, &workbench, [&] {
        ending.setEnabled(false);
        log.say(u"Stopping: finishing what is under way."_s);
        closed.setFuture(workbench.closeServer());
    });
    const int exitCode = QCoreApplication::exec();
    QObject::disconnect(logging);
    return exitCode;
}

} // namespace

Command serveCommand()
{
    return {
        .name = u"serve"_s,
        .arguments = {},
        .summary = u"serve the APIs of a data folder until SIGTERM or SIGINT"_s,
        .options = QList<Option>{{u"log-json"_s, {}, u"log as one JSON object a line"_s}} + limitOptions(),
        .details
        = u"Prints \"listening on http://127.0.0.1:PORT\" on stdout once it accepts connections; logs go to stderr.\n\n"_s
            + limitsText(),
        .run = serve};
}

} // namespace jackfield
