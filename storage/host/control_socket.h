// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/result.h"

#include <QLocalServer>
#include <QObject>

#include <functional>

namespace jackfield {

/// The door through which other processes of the same user ask the owner of a data folder to do things.
///
/// A local socket that its owner alone may open. Each frame is a length of four bytes (big-endian) and that many bytes
/// of JSON. A connection asks, is answered, and may ask again; one request of a connection is under way at a time.
class ControlServer : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Json)>;
    /// Called on the thread of the server; may answer later, once.
    using Handler = std::function<void(Json request, Answer answer)>;

    explicit ControlServer(Handler handler, QObject *parent = nullptr);

    /// Requires: this process owns the data folder, so that a socket that is left there belongs to nobody.
    /// Error control_failed.
    Result<void> listen(const QString &path);

private:
    void accept();

    Handler m_handler;
    QLocalServer *m_server;
};

/// Asks the owner and waits for the answer. Blocks: for programs without a window, or a start before there is one.
/// Errors: control_absent (nobody answers there), control_failed (broken off, or not an answer in time).
Result<Json> askOwner(const QString &path, const Json &request, int timeoutMilliseconds = 30'000);

} // namespace jackfield
