// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/files/formats/file_format.h"

#include "model/json/json_writer.h"
#include "storage/files/flow_file.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QSet>
#include <QTest>

namespace jackfield::file_format_test {

using namespace Qt::Literals::StringLiterals;

class FileFormatTest : public QObject
{
    Q_OBJECT

private slots:
    void formatsSayWhatTheyAre();
    void formatsAreFoundByTheirNames();
    void noFileIsReadByTwoFormats_data();
    void noFileIsReadByTwoFormats();
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();

private:
    KindRegistry m_kinds;
};

namespace {

const QByteArray kGraph = R"({"nodes":[{"id":"s","type":"start","data":{}}],"edges":[]})";

FlowRecord record()
{
    FlowRecord record;
    record.summary.kind = "chatbot"_ba;
    record.summary.name = u"Support"_s;
    record.state.content = *parseJson(kGraph);
    record.state.sidecar = *parseJson(R"({"notes":[]})");
    return record;
}

} // namespace

void FileFormatTest::formatsSayWhatTheyAre()
{
    QSet<QByteArray> names;
    QSet<QString> titles;
    for (const FileFormat *format : fileFormats()) {
        names << format->name();
        titles << format->title();
        QVERIFY(!format->suffix().isEmpty());
        QVERIFY2(format->loss().endsWith(u'.'), format->name().constData());
        QCOMPARE(fileNameFor(u"Support"_s, *format), u"Support."_s + format->suffix());
    }
    QCOMPARE(names.size(), fileFormats().size());
    QCOMPARE(titles.size(), fileFormats().size());
}

void FileFormatTest::formatsAreFoundByTheirNames()
{
    QCOMPARE(fileFormatNames(), u"origin, definition, jackfield"_s);
    for (const FileFormat *format : fileFormats())
        QCOMPARE(fileFormat(format->name()), format);
    QVERIFY(!fileFormat("xml"));
    QVERIFY(!fileFormat({}));
    QCOMPARE(formatOfOrigin().name(), "origin"_ba);
}

void FileFormatTest::noFileIsReadByTwoFormats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("readers");
    QTest::newRow("bundle") << QByteArray(R"({"jackfieldFlow":1,"kind":"chatbot","content":)" + kGraph + "}") << 1;
    QTest::newRow("bundle of a newer program") << QByteArray(R"({"jackfieldFlow":9})") << 1;
    QTest::newRow("platform") << kGraph << 1;
    QTest::newRow("nothing known") << QByteArray("null") << 1;
    QTest::newRow("no JSON") << QByteArray("graph TD") << 0;
}

void FileFormatTest::noFileIsReadByTwoFormats()
{
    QFETCH(QByteArray, text);
    QFETCH(int, readers);
    const Result<Json> json = parseJson(text);
    const FileContents file{.bytes = text, .json = json ? &*json : nullptr, .style = {}};
    int reading = 0;
    for (const FileFormat *format : fileFormats())
        reading += format->read(m_kinds, file, {}).has_value();
    QCOMPARE(reading, readers);
}

void FileFormatTest::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sidecar");
    // The name of a bare file is that of the file.
    QTest::newRow("origin") << "origin"_ba << u"a"_s << false;
    QTest::newRow("definition") << "definition"_ba << u"a"_s << false;
    QTest::newRow("bundle") << "jackfield"_ba << u"Support"_s << true;
}

void FileFormatTest::whatIsWrittenIsReadAgain()
{
    QFETCH(QByteArray, format);
    QFETCH(QString, name);
    QFETCH(bool, sidecar);
    const FlowRecord before = record();
    const QByteArray bytes = fileFormat(format)->write(*m_kinds.find(before.summary.kind), before);
    const Result<QList<FileFlow>> flows = readFlowFile(m_kinds, bytes, u"a.json"_s);
    VERIFY_OK(flows);
    QCOMPARE(flows->size(), 1);
    QCOMPARE(flows->first().kind, before.summary.kind);
    QCOMPARE(flows->first().name, name);
    QCOMPARE(writeJson(flows->first().state.content), kGraph);
    QCOMPARE(flows->first().state.sidecar == before.state.sidecar, sidecar);
}

JACKFIELD_TEST(FileFormatTest)

} // namespace jackfield::file_format_test

#include "file_format_test.moc"
