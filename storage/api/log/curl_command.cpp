// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/curl_command.h"

#include "storage/api/log/request_log.h"

#include <QStringList>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Without line feeds and other controls, which no header can hold and a terminal might obey.
QString onOneLine(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text;
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString curlCommand(const Exchange &exchange, const QString &address)
{
    QStringList words{u"curl"_s};
    if (exchange.method == "HEAD")
        words << u"--head"_s;
    else if (exchange.method != "GET")
        words << u"--request"_s << shellQuoted(onOneLine(exchange.method));
    // curl itself would read brackets in an address as a pattern.
    words << u"--globoff"_s << shellQuoted(address + onOneLine(exchange.target));
    if (exchange.keyHeader == "authorization")
        words << u"--header \"Authorization: Bearer $KEY\""_s;
    else if (!exchange.keyHeader.isEmpty())
        words << u"--header \"X-Api-Key: $KEY\""_s;
    for (const auto &[name, value] : exchange.headers)
        words << u"--header"_s << shellQuoted(onOneLine(name + ": " + value));
    if (exchange.request.isEmpty())
        return words.join(u' ');
    words << u"--data-raw"_s << shellQuoted(QString::fromUtf8(exchange.request).remove(QChar(u'\0')));
    if (exchange.request.size() >= RequestLog::kBodyBytes)
        words << u"# the body is cut: the log keeps its first 8 KiB"_s;
    else if (exchange.request.contains("***"))
        words << u"# secrets in the body are masked"_s;
    return words.join(u' ');
}

} // namespace jackfield
