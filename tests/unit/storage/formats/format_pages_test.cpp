// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// The examples in resources/formats are read by the code that they describe, so that the pages stay true.
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "storage/files/file_format.h"
#include "storage/files/flow_file.h"
#include "storage/store/sql/schema.h"
#include "storage/store/tables/flow_rows.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace jackfield::format_pages_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QString page(const QString &name)
{
    QFile file(QStringLiteral(JACKFIELD_SOURCE_DIR) + u"/resources/formats/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The JSON examples of a page, in order.
QList<QByteArray> examples(const QString &name)
{
    static const QRegularExpression block(
        u"^```json\\n(.*?)^```$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QList<QByteArray> found;
    for (auto it = block.globalMatch(page(name)); it.hasNext();)
        found << it.next().captured(1).trimmed().toUtf8();
    return found;
}

/// The members that the tables of a page name, of the example's own object.
bool namesEveryMember(const QString &name, const Json &example)
{
    return std::ranges::all_of(example.members(), [text = page(name)](const Json::Member &member) {
        return text.contains(u"| `%1`"_s.arg(QString::fromUtf8(member.key())));
    });
}

Json jsonOf(const QByteArray &text)
{
    const Result<Json> json = parseJson(text);
    return json ? *json : Json();
}

} // namespace

class FormatPagesTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;

private slots:
    void journalExampleIsReadAndWrittenSo()
    {
        const QList<QByteArray> texts = examples(u"journal.md"_s);
        QCOMPARE(texts.size(), 2);
        for (const QByteArray &text : texts) {
            const Result<FlowEdits> edits = flowEditsFromText(text);
            QVERIFY2(bool(edits), text.constData());
            QCOMPARE(flowEditsToText(*edits), text);
        }
    }

    void journalExampleIsTakenBackByItsInverse()
    {
        const QList<QByteArray> texts = examples(u"journal.md"_s);
        FlowState state{
            .content = jsonOf(R"({"nodes":[{"id":"ask","data":{"text":"Name?"}}]})"),
            .sidecar = jsonOf(R"({"positions":{"ask":{"x":300,"y":80}}})")};
        const FlowState before = state;
        const Result<FlowEdits> inverse = applyFlowEdits(state, *flowEditsFromText(texts.value(0)));
        QVERIFY(inverse);
        QCOMPARE(writeJson(state.content), R"({"nodes":[{"id":"ask","data":{"text":"Your name?","retries":2}}]})"_ba);
        QCOMPARE(flowEditsToText(*inverse), texts.value(1));
        QVERIFY(applyFlowEdits(state, *inverse));
        QCOMPARE(writeJson(state.content), writeJson(before.content));
        QCOMPARE(writeJson(state.sidecar), writeJson(before.sidecar));
    }

    void journalPageNamesEveryColumnAndType()
    {
        const QString text = page(u"journal.md"_s);
        static const QRegularExpression table(u"CREATE TABLE journal \\((.*)\\)$"_s);
        int columns = 0;
        for (const QString &statement : schemaSteps().first().statements) {
            const QString found = table.match(statement).captured(1);
            for (const QString &column : found.split(u',', Qt::SkipEmptyParts)) {
                const QString name = column.trimmed().section(u' ', 0, 0);
                QVERIFY2(text.contains(u"| `%1` |"_s.arg(name)), qPrintable(name));
                ++columns;
            }
        }
        QCOMPARE(columns, 10);
        for (const FlowEvent::Type type :
             {FlowEvent::Type::Created, FlowEvent::Type::Committed, FlowEvent::Type::StatusChanged,
              FlowEvent::Type::Published, FlowEvent::Type::Deleted, FlowEvent::Type::Restored})
            QVERIFY(text.contains(QString::fromUtf8('`' + eventName(type).toByteArray() + '`')));
        QVERIFY(text.contains(u"`PRAGMA user_version`, now %1."_s.arg(schemaSteps().last().version)));
    }

    void sidecarExamplePlacesNodes()
    {
        const QList<QByteArray> texts = examples(u"sidecar.md"_s);
        QCOMPARE(texts.size(), 1);
        const FlowState state{
            .content = plainJson("{'start': {'message': 'Hi', 'next_state': 'ask'}, "
                                 "'ask': {'message': 'Name?', 'next_state': 'end'}}"),
            .sidecar = jsonOf(texts.first())};
        const Graph graph = m_kinds.find("conversation-flow")->lens().project(state);
        QCOMPARE(graph.node(NodeId("start"))->position, QPointF(40, 120.5));
        QCOMPARE(graph.node(NodeId("ask"))->position, std::optional<QPointF>());
        QVERIFY(namesEveryMember(u"sidecar.md"_s, state.sidecar));
    }

    void fragmentExamplePastes_data()
    {
        QTest::addColumn<int>("example");
        QTest::addColumn<QString>("nodes");
        QTest::addColumn<int>("edges");
        QTest::newRow("chatbot") << 0 << u"ask at 10,20; bye at 314,20"_s << 1;
        QTest::newRow("conversation flow") << 1 << u"ask at 10,20"_s << 0;
    }
    void fragmentExamplePastes()
    {
        QFETCH(const int, example);
        QFETCH(const int, edges);
        QCOMPARE(examples(u"fragment.md"_s).size(), 2);
        const Json fragment = jsonOf(examples(u"fragment.md"_s).at(example));
        QVERIFY(namesEveryMember(u"fragment.md"_s, fragment));
        const Kind &kind = *m_kinds.find(fragment["kind"].utf8());
        FlowState state{.content = kind.files().blank()};
        const QSet<NodeId> before = idsOf(kind.lens().project(state));
        const Result<FlowEdits> edits = kind.lens().compile(
            state, kind.lens().project(state), Paste{.fragment = fragment, .position = QPointF(10, 20)});
        QVERIFY2(bool(edits), edits ? "" : qPrintable(edits.error().message));
        QVERIFY(applyFlowEdits(state, *edits));
        const Graph graph = kind.lens().project(state);
        QStringList pasted;
        for (const Node &node : graph.nodes()) {
            const QPointF at = node.position.value_or(QPointF());
            if (!before.contains(node.id))
                pasted << u"%1 at %2,%3"_s.arg(node.id.toString()).arg(at.x()).arg(at.y());
        }
        QTEST(pasted.join(u"; "_s), "nodes");
        const auto joins = [&](const Edge &edge) { return !before.contains(edge.from) && graph.node(edge.to); };
        QCOMPARE(std::ranges::count_if(graph.edges(), joins), edges);
    }

    void bundleExampleIsImportedAndWrittenAgain()
    {
        const QList<QByteArray> texts = examples(u"bundle.md"_s);
        QCOMPARE(texts.size(), 1);
        const Json example = jsonOf(texts.first());
        QVERIFY(namesEveryMember(u"bundle.md"_s, example));
        const Result<QList<FileFlow>> flows = readFlowFile(m_kinds, texts.first(), u"x.json"_s);
        QVERIFY2(bool(flows), flows ? "" : qPrintable(flows.error().message));
        QCOMPARE(flows->size(), 1);
        const FileFlow &flow = flows->first();
        QCOMPARE(flow.name, u"Support"_s);
        const Graph graph = m_kinds.find(flow.kind)->lens().project(flow.state);
        QCOMPARE(graph.node(NodeId("bye"))->position, QPointF(344, 80));
        FlowRecord record;
        record.summary.kind = flow.kind;
        record.summary.name = flow.name;
        record.state = flow.state;
        const QByteArray written = fileFormat("jackfield")->write(*m_kinds.find(flow.kind), record);
        QCOMPARE(writeJson(jsonOf(written)), writeJson(example));
    }

    void newerBundlesAreRefused()
    {
        QByteArray text = examples(u"bundle.md"_s).value(0);
        text.replace("\"jackfieldFlow\": 1", "\"jackfieldFlow\": 2");
        const Result<QList<FileFlow>> flows = readFlowFile(m_kinds, text, u"x.json"_s);
        QVERIFY(!flows);
        QCOMPARE(flows.error().code, "newer_format"_ba);
    }

private:
    static QSet<NodeId> idsOf(const Graph &graph)
    {
        QSet<NodeId> ids;
        for (const Node &node : graph.nodes())
            ids.insert(node.id);
        return ids;
    }
};

JACKFIELD_TEST(FormatPagesTest)

} // namespace jackfield::format_pages_test

#include "format_pages_test.moc"
