// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "storage/files/file_io.h"
#include "storage/files/flow_file.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace jackfield::flow_file_test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kGraph = R"({"nodes":[{"id":"s","type":"start","data":{}},{"id":"e","type":"end","data":{}}],)"
                          R"("edges":[{"id":"x","source":"s","target":"e"}]})";

FlowRecord recordOf(const FileFlow &flow)
{
    FlowRecord record;
    record.summary.kind = flow.kind;
    record.summary.name = flow.name;
    record.state = flow.state;
    record.surround = flow.surround;
    record.style = flow.style;
    return record;
}

} // namespace

class FlowFileTest : public QObject
{
    Q_OBJECT

private slots:
    void namesComeFromTheFileOrItsName_data();
    void namesComeFromTheFileOrItsName();
    void originGivesTheFileBack_data();
    void originGivesTheFileBack();
    void definitionIsTheContentAlone();
    void bundleKeepsWhatOnlyWeKnow();
    void badFilesSayWhere_data();
    void badFilesSayWhere();
    void fileNamesAreHarmless_data();
    void fileNamesAreHarmless();
    void savingReplacesTheWholeFile();
    void savingElsewhereSaysWhy();
    void loadingRefusesWhatIsTooLarge();

private:
    KindRegistry m_kinds;
};

void FlowFileTest::namesComeFromTheFileOrItsName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("name");
    QTest::newRow("bare graph") << kGraph << u"Order desk.json"_s << u"Order desk"_s;
    QTest::newRow("named") << QByteArray(R"({"name":"Support","draft":)" + kGraph + "}") << u"x.json"_s << u"Support"_s;
    QTest::newRow("blank name") << QByteArray(R"({"name":" ","draft":)" + kGraph + "}") << u"x.json"_s << u"x"_s;
    QTest::newRow("no file name") << kGraph << QString() << u"Imported flow"_s;
}

void FlowFileTest::namesComeFromTheFileOrItsName()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fileName);
    QFETCH(QString, name);
    const auto flows = readFlowFile(m_kinds, text, fileName);
    VERIFY_OK(flows);
    QCOMPARE(flows->size(), 1);
    QCOMPARE(flows->first().name, name);
    QCOMPARE(flows->first().kind, QByteArray("chatbot"));
}

void FlowFileTest::originGivesTheFileBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("bare, compact") << kGraph;
    QTest::newRow("around it more") << QByteArray(
        R"({"id":7,"data":{"nodes":[],"edges":[],"viewport":{"zoom":1.50}},"z":null})");
    QTest::newRow("indented by four") << QByteArray("{\n    \"nodes\": [],\n    \"edges\": []\n}\n");
    QTest::newRow("tabs, no final newline") << QByteArray("{\n\t\"nodes\": [],\n\t\"edges\": []\n}");
}

void FlowFileTest::originGivesTheFileBack()
{
    QFETCH(QByteArray, text);
    const auto flows = readFlowFile(m_kinds, text, u"a.json"_s);
    VERIFY_OK(flows);
    const FileFlow &flow = flows->first();
    QCOMPARE(fileFormat("origin")->write(*m_kinds.find(flow.kind), recordOf(flow)), text);
}

void FlowFileTest::definitionIsTheContentAlone()
{
    const auto flows = readFlowFile(m_kinds, R"({"name":"A","draft":)" + kGraph + "}", u"a.json"_s);
    VERIFY_OK(flows);
    const FileFlow &flow = flows->first();
    const Result<Json> written = parseJson(fileFormat("definition")->write(*m_kinds.find(flow.kind), recordOf(flow)));
    VERIFY_OK(written);
    QCOMPARE(writeJson(*written), kGraph);
}

void FlowFileTest::bundleKeepsWhatOnlyWeKnow()
{
    const auto flows = readFlowFile(m_kinds, R"({"name":"A","draft":)" + kGraph + R"(,"x":1})", u"a.json"_s);
    VERIFY_OK(flows);
    FlowRecord record = recordOf(flows->first());
    record.state.sidecar = *parseJson(R"({"positions":{"s":{"x":8,"y":16}}})");
    const auto again = readFlowFile(
        m_kinds, fileFormat("jackfield")->write(*m_kinds.find(record.summary.kind), record), u"b.json"_s);
    VERIFY_OK(again);
    QCOMPARE(again->first().state, record.state);
    QCOMPARE(again->first().name, record.summary.name);
    QCOMPARE(writeJson(again->first().surround), writeJson(record.surround));
}

void FlowFileTest::badFilesSayWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("no JSON") << QByteArray("{\n \"nodes\": [,]}") << QByteArray("invalid_json") << 2;
    QTest::newRow("no flow") << QByteArray(R"({"hello":1})") << QByteArray("not_recognised") << 0;
    QTest::newRow("newer program") << QByteArray(R"({"formatVersion":999999,"flows":[]})") << QByteArray("newer_format")
                                   << 0;
    QTest::newRow("newer bundle") << QByteArray(R"({"jackfieldFlow":2})") << QByteArray("newer_format") << 0;
    QTest::newRow("unknown kind") << QByteArray(R"({"jackfieldFlow":1,"kind":"dance","content":{}})")
                                  << QByteArray("unknown_format") << 0;
}

void FlowFileTest::badFilesSayWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(int, line);
    const auto flows = readFlowFile(m_kinds, text, u"bad.json"_s);
    COMPARE_ERROR(flows, code);
    QCOMPARE(flows.error().line, line);
    QVERIFY(!flows.error().message.isEmpty());
}

void FlowFileTest::fileNamesAreHarmless_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"Support"_s << u"Support.json"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"_.._etc_passwd.json"_s;
    QTest::newRow("windows path") << u"C:\\x"_s << u"C__x.json"_s;
    QTest::newRow("dash") << u"-rf"_s << u"rf.json"_s;
    QTest::newRow("control") << u"a\nb"_s << u"a_b.json"_s;
    QTest::newRow("nothing left") << u"..."_s << u"flow.json"_s;
}

void FlowFileTest::fileNamesAreHarmless()
{
    QFETCH(QString, flow);
    QFETCH(QString, file);
    QCOMPARE(fileNameFor(flow), file);
    QVERIFY(fileNameFor(flow.repeated(200)).toUtf8().size() <= 200);
}

void FlowFileTest::savingReplacesTheWholeFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    VERIFY_OK(saveFile(path, "a long first text"));
    VERIFY_OK(saveFile(path, "short"));
    const Result<QByteArray> read = loadFile(path);
    VERIFY_OK(read);
    QCOMPARE(*read, QByteArray("short"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.json"_s});
}

void FlowFileTest::savingElsewhereSaysWhy()
{
    const Result<void> saved = saveFile(u"/no/such/folder/a.json"_s, "x");
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(u"/no/such/folder/a.json"));
}

void FlowFileTest::loadingRefusesWhatIsTooLarge()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    VERIFY_OK(saveFile(path, QByteArray(100, 'x')));
    VERIFY_OK(loadFile(path, 100));
    const Result<QByteArray> read = loadFile(path, 99);
    COMPARE_ERROR(read, QByteArray("too_large"));
}

JACKFIELD_TEST(FlowFileTest)

} // namespace jackfield::flow_file_test

#include "flow_file_test.moc"
