// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// The lens laws, for every kind: over generated flows and over every file of the corpus that a kind recognises.
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/flows/conversation_flows.h"
#include "tests/support/flows/flow_generator.h"
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QTest>

#include <array>

namespace jackfield::lens_laws_test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 kSeed = 7;
constexpr int kLeastCorpusFlows = 30;
constexpr std::array kCorpusFolders{"flowise", "langflow", "flownally", "trillet", "sarufi", "sarufi-api", "bimpe"};

template <typename Id> QSet<Id> asSet(const QList<Id> &ids)
{
    return QSet<Id>(ids.begin(), ids.end());
}

bool sameDelta(const GraphDelta &a, const GraphDelta &b)
{
    return asSet(a.addedNodes) == asSet(b.addedNodes) && asSet(a.changedNodes) == asSet(b.changedNodes)
        && asSet(a.removedNodes) == asSet(b.removedNodes) && asSet(a.addedEdges) == asSet(b.addedEdges)
        && asSet(a.changedEdges) == asSet(b.changedEdges) && asSet(a.removedEdges) == asSet(b.removedEdges);
}

/// A call flow of such a graph that names a start, with places for some of its nodes: several for one, and items of
/// other forms.
Json strangeCallFlow(const Kind &kind, qsizetype nodes, Lcg &random)
{
    const auto anyId = [&] { return Json::string("n" + QByteArray::number(random.below(nodes + 2))); };
    std::vector<Json> locations;
    for (qsizetype i = random.below(2 * nodes); i > 0; --i) {
        const Json x = random.oneIn(9) ? Json::string("12") : Json::number(qint64(random.below(900)));
        locations.push_back(
            random.oneIn(12)
                ? anyId()
                : Json::object({member("nodeId", anyId()), member("x", x), member("y", Json::number(1.5))}));
    }
    Json content = kind.files().blank();
    content.set("flowData", strangeChatbot(nodes, random));
    content.set("locations", Json::array(std::move(locations)));
    content.set("startNodeId", anyId());
    return content;
}

/// A row for each of so many seeds.
void addSeeds(quint32 count)
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = kSeed; seed < kSeed + count; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

bool hasCorpus()
{
    return QDir(QStringLiteral(JACKFIELD_CORPUS_DIR)).exists();
}

/// The first line in which two graphs differ.
QString difference(const Graph &ours, const Graph &expected)
{
    const QStringList a = describe(ours).split(u'\n');
    const QStringList b = describe(expected).split(u'\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return u"reprojected: %1\n  projected: %2"_s.arg(a.value(i), b.value(i));
    }
    return u"something that is not printed"_s;
}

} // namespace

class LensLawsTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;

    /// A flow of a file that somebody else wrote.
    struct CorpusFlow
    {
        QString file;
        Json json; ///< of the whole file
        const Kind *kind;
        ExtractedFlow flow;
    };

    /// The flows in the files of a folder that a kind recognises.
    QList<CorpusFlow> corpusFlows(const QString &folder) const
    {
        QList<CorpusFlow> flows;
        QDirIterator files(QStringLiteral(JACKFIELD_CORPUS_DIR) + u'/' + folder, {u"*.json"_s}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qWarning("%s cannot be read", qPrintable(file.fileName()));
            const Result<Json> json = parseJson(file.readAll(), JsonLimits::forFiles());
            if (!json)
                continue;
            const Result<KindRegistry::Recognised> found = m_kinds.recognise(*json);
            if (!found)
                continue;
            for (const ExtractedFlow &flow : found->flows)
                flows.append({file.fileName(), *json, found->kind, flow});
        }
        return flows;
    }

    /// One edit through compile, apply and reproject, and back. Empty when all laws hold.
    QString
    breach(const Kind &kind, Validator &validator, FlowState &state, Graph &graph, const GraphEdit &edit, int &done)
    {
        const Result<FlowEdits> edits = kind.lens().compile(state, graph, edit);
        if (!edits)
            return edits.error().message.isEmpty() ? u"refused without a word"_s : QString();
        const FlowState before = state;
        const Graph graphBefore = graph;
        const QByteArray textBefore = writeJson(state.content) + writeJson(state.sidecar);

        const Result<FlowEdits> inverse = applyFlowEdits(state, *edits);
        if (!inverse)
            return u"does not apply: "_s + inverse.error().message;
        const GraphDelta delta = kind.lens().reproject(graph, state, *edits);
        const Graph fresh = kind.lens().project(state);
        if (!(graph == fresh))
            return difference(graph, fresh);
        if (!delta.reset && !sameDelta(delta, compareGraphs(graphBefore, fresh)))
            return u"the delta is not the difference"_s;
        if (validator.check(state, graph) != kind.rules().check(state, fresh))
            return u"what was checked on the way is not what a fresh look finds"_s;

        FlowState undone = state;
        Graph graphUndone = graph;
        if (const Result<FlowEdits> redo = applyFlowEdits(undone, *inverse); !redo)
            return u"the inverse does not apply: "_s + redo.error().message;
        if (writeJson(undone.content) + writeJson(undone.sidecar) != textBefore)
            return u"the inverse does not give the bytes back"_s;
        kind.lens().reproject(graphUndone, undone, *inverse);
        if (!(graphUndone == graphBefore))
            return u"undo: "_s + difference(graphUndone, graphBefore);
        if (done % 3 == 0 && validator.check(undone, graphUndone) != kind.rules().check(before, graphBefore))
            return u"undo: what was checked on the way is not what a fresh look finds"_s;
        ++done;
        return untouchedStay(edit, before, graphBefore, state, graph);
    }

    /// What `value` of `node` holds, but for named nodes that live inside it: a step inside its flow.
    static Json withoutNamed(Json value, const Node &node, const QSet<NodeId> &named, const Graph &graph)
    {
        JsonEdits blanks;
        for (const NodeId &id : named) {
            const Node *inside = graph.node(id);
            if (inside && inside->pointer != node.pointer && node.pointer.contains(inside->pointer))
                blanks.append(
                    JsonEdit::set(JsonPointer(inside->pointer.text().sliced(node.pointer.text().size())), Json()));
        }
        const Result<JsonEdits> blanked = applyEdits(value, blanks);
        Q_ASSERT(blanked);
        return value;
    }

    /// Adding, moving, setting and pasting leave every node alone that they do not name.
    static QString untouchedStay(
        const GraphEdit &edit, const FlowState &before, const Graph &old, const FlowState &after, const Graph &now)
    {
        QSet<NodeId> named;
        if (const auto *move = std::get_if<MoveNodes>(&edit)) {
            for (const MoveNodes::Place &place : move->places)
                named.insert(place.node);
        } else if (const auto *set = std::get_if<SetData>(&edit)) {
            named.insert(set->node);
        } else if (!std::holds_alternative<AddNode>(edit) && !std::holds_alternative<Paste>(edit)) {
            return {};
        }
        for (const Node &node : old.nodes()) {
            const Node *same = now.node(node.id);
            if (named.contains(node.id))
                continue;
            const Json *was = node.pointer.in(before.content);
            const Json *is = same ? same->pointer.in(after.content) : nullptr;
            if (!was || !is || !(withoutNamed(*was, node, named, old) == withoutNamed(*is, *same, named, now)))
                return u"node %1 was changed and had not to"_s.arg(node.id.toString());
        }
        return {};
    }

    void exercise(const Kind &kind, FlowState state, int steps, quint32 seed, const QString &what)
    {
        Lcg random(seed);
        Graph graph = kind.lens().project(state);
        const std::unique_ptr<Validator> validator = kind.rules().validator();
        int done = 0;
        for (int step = 0; step < steps; ++step) {
            const GraphEdit edit = randomEdit(kind, state, graph, random);
            const QString broken = breach(kind, *validator, state, graph, edit, done);
            QVERIFY2(
                broken.isEmpty(),
                qPrintable(
                    u"%1, seed %2, step %3, %4: %5"_s.arg(what).arg(seed).arg(step).arg(describeEdit(edit), broken)));
        }
        QVERIFY2(
            graph.nodes().isEmpty() || done > steps / 10,
            qPrintable(u"%1: only %2 edits were possible"_s.arg(what).arg(done)));
    }

private slots:
    void grownFlowsObeyTheLaws_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("steps");
        for (const auto &kind : m_kinds.all()) {
            for (const auto &[nodes, steps] :
                 {std::pair(1, 60), std::pair(12, 400), std::pair(120, 200), std::pair(2000, 8)})
                QTest::addRow("%s of %d nodes", kind->info().id.constData(), nodes)
                    << kind->info().id << nodes << steps;
        }
    }
    void grownFlowsObeyTheLaws()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const int, nodes);
        QFETCH(const int, steps);
        Lcg random(kSeed);
        const Kind &grown = *m_kinds.find(kind);
        const FlowState blank{.content = grown.files().blank()};
        const GraphEdit first = AddNode{.type = grown.catalog().types().first().id, .position = {}, .id = {}};
        if (const Result<FlowEdits> edits = grown.lens().compile(blank, grown.lens().project(blank), first);
            !edits && edits.error().code == "not_supported")
            QSKIP("The nodes of this kind are made in the JSON: nothing can be grown.");
        const FlowState state = grownFlow(grown, nodes, random);
        QVERIFY(grown.lens().project(state).nodes().size() >= nodes);
        for (quint32 seed = kSeed; seed < kSeed + 3; ++seed)
            exercise(grown, state, steps, seed, QString::fromUtf8(kind));
    }

    void generatedChatbotsObeyTheLaws_data() { addSeeds(12); }
    void generatedChatbotsObeyTheLaws()
    {
        QFETCH(const quint32, seed);
        const Kind &kind = *m_kinds.find("chatbot");
        Lcg random(seed);
        for (const qsizetype nodes : {3, 20, 150}) {
            exercise(kind, {.content = generatedChatbot(nodes, random)}, 40, seed, u"generated"_s);
            exercise(kind, {.content = strangeChatbot(nodes, random)}, 60, seed, u"strange"_s);
        }
    }

    void strangeCallFlowsObeyTheLaws_data() { addSeeds(12); }
    void strangeCallFlowsObeyTheLaws()
    {
        QFETCH(const quint32, seed);
        const Kind &kind = *m_kinds.find("call-flow");
        Lcg random(seed);
        for (const qsizetype nodes : {3, 20, 100})
            exercise(kind, {.content = strangeCallFlow(kind, nodes, random)}, 60, seed, u"strange call flow"_s);
    }

    void conversationsOfEveryShapeObeyTheLaws_data()
    {
        QTest::addColumn<Json>("content");
        const Json current = testing::largeConversation(30);
        const Json old = testing::oldConversation(30);
        QTest::newRow("current") << current;
        QTest::newRow("current, wrapped") << testing::wrappedStates(current);
        QTest::newRow("current, listed") << testing::listedStates(current);
        QTest::newRow("old") << old;
        QTest::newRow("old, wrapped") << testing::wrappedStates(old);
        QTest::newRow("old, listed") << testing::listedStates(old);
    }
    void conversationsOfEveryShapeObeyTheLaws()
    {
        QFETCH(const Json, content);
        const Kind &kind = *m_kinds.find("conversation-flow");
        QCOMPARE(kind.lens().project({.content = content}).nodes().size(), 30);
        for (quint32 seed = kSeed; seed < kSeed + 4; ++seed)
            exercise(kind, {.content = content}, 60, seed, QString::fromUtf8(QTest::currentDataTag()));
    }

    void fixedPicturesObeyTheLaws()
    {
        const Kind &kind = *m_kinds.find("message-flow");
        const Json nested = kind.files().blank();
        Json flat = nested;
        Json settings = nested["settings"];
        settings.set("responseSettings", nested["settings"]["responseSettings"]["workingHours"]);
        flat.set("settings", settings);
        for (quint32 seed = kSeed; seed < kSeed + 12; ++seed) {
            exercise(kind, {.content = nested}, 200, seed, u"nested hours"_s);
            exercise(kind, {.content = flat}, 200, seed, u"flat hours"_s);
        }
    }

    void projectionLosesNothing()
    {
        const Kind &kind = *m_kinds.find("chatbot");
        for (quint32 seed = kSeed; seed < kSeed + 20; ++seed) {
            Lcg random(seed);
            const FlowState state{.content = strangeChatbot(2 + random.below(80), random)};
            const Graph graph = kind.lens().project(state);
            QCOMPARE(graph.nodes().size(), state.content["nodes"].size());
            QCOMPARE(graph.edges().size(), state.content["edges"].size());
            for (const Edge &edge : graph.edges())
                QVERIFY2(!graph.node(edge.from) || graph.port(edge.from, edge.port), qPrintable(edge.id.toString()));
        }
    }

    void corpusObeysTheLaws_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *folder : kCorpusFolders)
            QTest::newRow(folder) << QString::fromUtf8(folder);
    }
    void corpusObeysTheLaws()
    {
        QFETCH(const QString, folder);
        if (!hasCorpus())
            QSKIP("The corpus is not there: these laws were not tried on real files.");
        int nodes = 0;
        const QList<CorpusFlow> flows = corpusFlows(folder);
        for (const auto &[file, json, kind, flow] : flows) {
            QVERIFY2(kind->files().restore(flow.surround, flow.content) == json, qPrintable(file));
            nodes += int(kind->lens().project({.content = flow.content}).nodes().size());
            exercise(*kind, {.content = flow.content}, 40, kSeed, file);
        }
        qInfo("%d flows with %d nodes", int(flows.size()), nodes);
    }

    void corpusHasManyFlows()
    {
        if (!hasCorpus())
            QSKIP("The corpus is not there: these laws were not tried on real files.");
        qsizetype flows = 0;
        for (const char *folder : kCorpusFolders)
            flows += corpusFlows(QString::fromUtf8(folder)).size();
        QVERIFY2(flows >= kLeastCorpusFlows, qPrintable(u"%1 flows were recognised"_s.arg(flows)));
    }

    void everyReactFlowFileImportsWhole_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("flowise") << u"flowise"_s << QByteArray();
        QTest::newRow("langflow") << u"langflow"_s << "data"_ba;
    }
    void everyReactFlowFileImportsWhole()
    {
        QFETCH(const QString, folder);
        QFETCH(const QByteArray, inside);
        const QDir root(QStringLiteral(JACKFIELD_CORPUS_DIR) + u'/' + folder);
        if (!root.exists())
            QSKIP("The corpus is not there: no export of another tool was tried.");
        const QStringList names = root.entryList({u"*.json"_s}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QFile file(root.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<Json> json = parseJson(file.readAll(), JsonLimits::forFiles());
            QVERIFY2(bool(json), qPrintable(name));
            const Result<KindRegistry::Recognised> found = m_kinds.recognise(*json);
            QVERIFY2(found && found->kind->info().id == "chatbot" && found->flows.size() == 1, qPrintable(name));
            const Json &origin = inside.isEmpty() ? *json : (*json)[inside];
            const Graph graph = found->kind->lens().project({.content = found->flows.front().content});
            QCOMPARE(graph.nodes().size(), origin["nodes"].size());
            QCOMPARE(graph.edges().size(), origin["edges"].size());
            // An edge ends nowhere only where the file itself names a node that it does not have.
            for (const Edge &edge : graph.edges()) {
                QVERIFY2(
                    edge.to.isEmpty() == !graph.node(NodeId(edge.target.isEmpty() ? edge.to.utf8 : edge.target)),
                    qPrintable(name));
                QVERIFY2(!graph.node(edge.from) || graph.port(edge.from, edge.port), qPrintable(name));
            }
        }
    }
};

JACKFIELD_TEST(LensLawsTest)

} // namespace jackfield::lens_laws_test

#include "lens_laws_test.moc"
