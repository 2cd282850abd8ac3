// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QHostAddress>
#include <QString>

namespace jackfield {

struct ListenAddress
{
    QString host;
    quint16 port = 0;
};

/// "127.0.0.1:7717", "localhost:0", "[::1]:7717". Only loopback; the error says what a right one looks like.
inline Result<ListenAddress> parseListenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == u"localhost")
        host = QStringLiteral("127.0.0.1");
    if (colon <= 0 || !isNumber || !QHostAddress(host).isLoopback())
        return Error{
            "invalid",
            QStringLiteral(
                "\"%1\" is no address to listen on: write a loopback one with a port, such as 127.0.0.1:7717.")
                .arg(text)};
    return ListenAddress{host, port};
}

} // namespace jackfield
