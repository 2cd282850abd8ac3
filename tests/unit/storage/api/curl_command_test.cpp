// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/curl_command.h"

#include "storage/api/log/request_log.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTest>

namespace jackfield::curl_command_test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kAddress = u"http://127.0.0.1:7717"_s;

/// What a shell hands to curl: its words, one a line, between brackets.
QByteArray wordsInAShell(const QString &command)
{
    QProcess shell;
    shell.start(
        u"/bin/sh"_s,
        {u"-c"_s, u"curl() { for word in \"$@\"; do printf '[%s]\\n' \"$word\"; done; }; KEY=the-key; "_s + command});
    shell.waitForFinished();
    return shell.readAllStandardOutput();
}

} // namespace

class CurlCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void aReadIsShort()
    {
        QCOMPARE(
            curlCommand({.method = "GET", .target = "/v1/chatbots?pageSize=2"}, kAddress),
            u"curl --globoff 'http://127.0.0.1:7717/v1/chatbots?pageSize=2'"_s);
    }

    void everythingThatMattersIsSent()
    {
        const Exchange exchange{
            .method = "POST",
            .target = "/v1/chatbots",
            .keyHeader = "authorization",
            .headers = {{"content-type", "application/json"}, {"idempotency-key", "it's me"}},
            .request = "{\"name\": \"It's $KEY `id` $(id) \\\\ \"}"};
        QCOMPARE(
            wordsInAShell(curlCommand(exchange, kAddress)),
            "[--request]\n[POST]\n[--globoff]\n[http://127.0.0.1:7717/v1/chatbots]\n"
            "[--header]\n[Authorization: Bearer the-key]\n[--header]\n[content-type: application/json]\n"
            "[--header]\n[idempotency-key: it's me]\n"
            "[--data-raw]\n[{\"name\": \"It's $KEY `id` $(id) \\\\ \"}]\n"_ba);
    }

    void theKeyStaysInItsHeader()
    {
        const QString command
            = curlCommand({.method = "HEAD", .target = "/v1/api", .keyHeader = "x-api-key"}, kAddress);
        QVERIFY2(command.contains(u"--head "_s), qPrintable(command));
        QVERIFY2(command.contains(u"\"X-Api-Key: $KEY\""_s), qPrintable(command));
    }

    void hostileTextRunsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("quotes") << "';echo pwned;'"_ba;
        QTest::newRow("several lines") << "a\nb\r\necho pwned"_ba;
        QTest::newRow("escape") << "\x1b[2J"_ba;
        QTest::newRow("comment") << "# x"_ba;
        QTest::newRow("invalid UTF-8") << "\xff\xfe'"_ba;
    }

    void hostileTextRunsNothing()
    {
        QFETCH(QByteArray, text);
        const Exchange exchange{
            .method = "PUT" + text, .target = "/" + text, .headers = {{"x-note", text}}, .request = text};
        const QByteArray words = wordsInAShell(curlCommand(exchange, kAddress));
        QVERIFY2(!words.contains("\npwned"), words.constData());
        QCOMPARE(words.count("\n["), 7); // eight words: four options with a value each
    }

    void whatIsNotTheSameIsSaid()
    {
        Exchange exchange{.method = "POST", .target = "/", .request = "{\"key\":\"sk-***\"}"};
        QVERIFY(curlCommand(exchange, kAddress).endsWith(u"# secrets in the body are masked"_s));
        exchange.request = QByteArray(RequestLog::kBodyBytes, 'x');
        QVERIFY(curlCommand(exchange, kAddress).endsWith(u"# the body is cut: the log keeps its first 8 KiB"_s));
    }
};

JACKFIELD_TEST(CurlCommandTest)

} // namespace jackfield::curl_command_test

#include "curl_command_test.moc"
