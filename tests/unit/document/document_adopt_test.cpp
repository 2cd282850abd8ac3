// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/document.h"

#include "model/json/json_writer.h"
#include "tests/support/flows/json_generator.h"
#include "tests/support/kinds/fake_kind.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QRandomGenerator>
#include <QTest>

namespace jackfield::document_adopt_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Json text(const QByteArray &value)
{
    return Json::string(value);
}

FlowEdits setText(qsizetype node, const QByteArray &value)
{
    return {{JsonEdit::set(JsonPointer("/nodes/" + QByteArray::number(node) + "/data/text"), text(value))}, {}};
}

FlowEdits insertNode(qsizetype index, const QByteArray &id)
{
    return {
        {JsonEdit::insert(
            JsonPointer("/nodes/" + QByteArray::number(index)),
            Json::object(
                {member("id", text(id)), member("type", text("step"_ba)),
                 member("data", Json::object({member("text", text(id))}))}))},
        {}};
}

FlowEdits removeNode(qsizetype index)
{
    return {{JsonEdit::remove(JsonPointer("/nodes/" + QByteArray::number(index)))}, {}};
}

QString titleOf(const Document &document, const char *id)
{
    const Node *node = document.graph().node(NodeId(QByteArray(id)));
    return node ? node->title : u"(gone)"_s;
}

/// A document and the list of edits that the service has not acknowledged.
struct Editor
{
    explicit Editor(const Kind &kind, FlowState state) : document(kind, std::move(state))
    {
        QObject::connect(&document, &Document::changed, &document, [this](const DocumentChange &change) {
            if (change.source != ChangeSource::Remote)
                pending.append(change.edits);
        });
    }
    Result<Document::Adopted> adopt(const FlowEdits &remote)
    {
        auto adopted = document.adopt(remote, u"API: update"_s, pending);
        if (adopted)
            pending = adopted->pending;
        return adopted;
    }

    Document document;
    QList<FlowEdits> pending;
};

} // namespace

class DocumentAdoptTest : public QObject
{
    Q_OBJECT

private slots:
    void remoteEditsAreOneStepThatIsAppliedAtOnce();
    void pendingEditsFollowTheirNodes_data();
    void pendingEditsFollowTheirNodes();
    void whatRemoteTookAwayIsReturnedAsLost();
    void editsAfterALostOneStillApply();
    void removingTheSameNodeTwiceIsNoLoss();
    void olderStepsUndoToTheBytesTheyWereMadeFor();
    void remoteThatDoesNotApplyLeavesEverything();
    void strangePendingEditsAreRefused();
    void mergedStateIsWhatTheServiceComputes();
    void interleavedEditsLoseNone();

private:
    const Kind m_kind = fakeKind();
};

void DocumentAdoptTest::remoteEditsAreOneStepThatIsAppliedAtOnce()
{
    Document document(m_kind, fakeChain(2));
    QList<DocumentChange> changes;
    connect(&document, &Document::changed, this, [&](const DocumentChange &change) { changes.append(change); });
    const auto adopted = document.adopt(setText(1, "remote"), u"API: update chatbot"_s);
    VERIFY_OK(adopted);
    QVERIFY(adopted->pending.isEmpty() && adopted->lost.isEmpty());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].source, ChangeSource::Remote);
    QCOMPARE(changes[0].edits, setText(1, "remote"));
    QCOMPARE(document.undoStack()->undoText(), u"API: update chatbot"_s);
    document.undoStack()->undo();
    QCOMPARE(titleOf(document, "step1"), u"step1"_s);
    QCOMPARE(changes[1].source, ChangeSource::Undo);
}

void DocumentAdoptTest::pendingEditsFollowTheirNodes_data()
{
    QTest::addColumn<FlowEdits>("remote");
    QTest::newRow("inserted before") << insertNode(0, "new");
    QTest::newRow("inserted behind") << insertNode(4, "new");
    QTest::newRow("removed before") << removeNode(0);
    QTest::newRow("moved to the end") << FlowEdits{{JsonEdit::move(JsonPointer("/nodes/1"_ba), 3)}, {}};
    QTest::newRow("moved to the front") << FlowEdits{{JsonEdit::move(JsonPointer("/nodes/2"_ba), 0)}, {}};
    QTest::newRow("both") << FlowEdits{insertNode(0, "new").content + removeNode(1).content, {}};
}

void DocumentAdoptTest::pendingEditsFollowTheirNodes()
{
    QFETCH(FlowEdits, remote);
    Editor editor(m_kind, fakeChain(2));
    VERIFY_OK(editor.document.apply(setText(1, "mine"), u"Write"_s));
    VERIFY_OK(editor.document.apply(setText(2, "also mine"), u"Write"_s));
    const auto adopted = editor.adopt(remote);
    VERIFY_OK(adopted);
    QCOMPARE(adopted->pending.size(), 2);
    QVERIFY(adopted->lost.isEmpty());
    QCOMPARE(titleOf(editor.document, "step1"), u"mine"_s);
    QCOMPARE(titleOf(editor.document, "step2"), u"also mine"_s);
}

void DocumentAdoptTest::whatRemoteTookAwayIsReturnedAsLost()
{
    Editor editor(m_kind, fakeChain(2));
    VERIFY_OK(editor.document.apply(setText(1, "mine"), u"Write"_s));
    VERIFY_OK(editor.document.apply(setText(2, "kept"), u"Write"_s));
    const auto adopted = editor.adopt(removeNode(1));
    VERIFY_OK(adopted);
    QCOMPARE(adopted->lost, QList{setText(1, "mine")});
    QCOMPARE(adopted->pending, QList{setText(1, "kept")});
    QCOMPARE(titleOf(editor.document, "step1"), u"(gone)"_s);
    QCOMPARE(titleOf(editor.document, "step2"), u"kept"_s);
}

void DocumentAdoptTest::editsAfterALostOneStillApply()
{
    Editor editor(m_kind, fakeChain(2));
    FlowEdits gesture = insertNode(0, "mine");
    gesture.content += setText(2, "and this").content;
    VERIFY_OK(editor.document.apply(gesture, u"Both"_s)); // step1 stands at 2 from here on
    VERIFY_OK(editor.document.apply(setText(3, "kept"), u"Write"_s)); // step2
    const auto adopted = editor.adopt(removeNode(1)); // step1
    VERIFY_OK(adopted);
    QCOMPARE(adopted->lost, QList{gesture});
    QCOMPARE(titleOf(editor.document, "mine"), u"(gone)"_s);
    QCOMPARE(titleOf(editor.document, "step2"), u"kept"_s);
    QCOMPARE(titleOf(editor.document, "start"), u"start"_s);
}

void DocumentAdoptTest::removingTheSameNodeTwiceIsNoLoss()
{
    Editor editor(m_kind, fakeChain(2));
    VERIFY_OK(editor.document.apply(removeNode(1), u"Delete"_s));
    const auto adopted = editor.adopt(removeNode(1));
    VERIFY_OK(adopted);
    QVERIFY(adopted->lost.isEmpty());
    QCOMPARE(editor.document.graph().nodes().size(), 3);
}

void DocumentAdoptTest::olderStepsUndoToTheBytesTheyWereMadeFor()
{
    Editor editor(m_kind, fakeChain(3));
    Document &document = editor.document;
    QList<QByteArray> states{writeJson(document.content())};
    VERIFY_OK(document.apply(GraphEdits{RemoveNodes{{NodeId("step2"_ba)}}}, u"Delete"_s));
    states.append(writeJson(document.content()));
    VERIFY_OK(document.apply(setText(1, "mine"), u"Write"_s));
    states.append(writeJson(document.content()));
    VERIFY_OK(editor.adopt(insertNode(0, "new")));
    const QByteArray last = writeJson(document.content());
    while (document.undoStack()->canUndo()) {
        document.undoStack()->undo();
        QCOMPARE(writeJson(document.content()), states.takeLast());
        QCOMPARE(document.graph(), m_kind.lens().project(document.state()));
    }
    QVERIFY(states.isEmpty());
    while (document.undoStack()->canRedo())
        document.undoStack()->redo();
    QCOMPARE(writeJson(document.content()), last);
}

void DocumentAdoptTest::remoteThatDoesNotApplyLeavesEverything()
{
    Editor editor(m_kind, fakeChain(1));
    VERIFY_OK(editor.document.apply(setText(1, "mine"), u"Write"_s));
    const FlowState before = editor.document.state();
    const auto adopted = editor.adopt(setText(9, "x"));
    COMPARE_ERROR(adopted, "edit_does_not_apply"_ba);
    QCOMPARE(editor.document.state(), before);
    QCOMPARE(editor.document.undoStack()->count(), 1);
}

void DocumentAdoptTest::strangePendingEditsAreRefused()
{
    Document document(m_kind, fakeChain(1));
    VERIFY_OK(document.apply(setText(1, "mine"), u"Write"_s));
    const auto adopted = document.adopt(setText(0, "x"), u"API"_s, {setText(1, "not mine")});
    COMPARE_ERROR(adopted, "pending_unknown"_ba);
}

void DocumentAdoptTest::mergedStateIsWhatTheServiceComputes()
{
    Editor editor(m_kind, fakeChain(3));
    FlowState service = editor.document.state();
    VERIFY_OK(editor.document.apply(setText(2, "one"), u"Write"_s));
    VERIFY_OK(editor.document.apply(GraphEdits{AddNode{"step"_ba, {8, 8}, NodeId("new"_ba)}}, u"Add"_s));
    editor.document.undoStack()->undo();
    VERIFY_OK(editor.document.apply(GraphEdits{MoveNodes{{{NodeId("step3"_ba), {0, 80}}}}}, u"Move"_s));
    FlowEdits remote = insertNode(1, "remote");
    remote.sidecar.append(JsonEdit::insert(JsonPointer("/note"_ba), text("hello"_ba)));
    VERIFY_OK(applyFlowEdits(service, remote));
    VERIFY_OK(editor.adopt(remote));
    for (const FlowEdits &edits : std::as_const(editor.pending))
        VERIFY_OK(applyFlowEdits(service, edits));
    QCOMPARE(service, editor.document.state());
}

// The editor writes into nodes of its own and the service into others; both insert, remove and move nodes at random
// places in between. Every text written by either side must be found at the end, in the node it was written to.
void DocumentAdoptTest::interleavedEditsLoseNone()
{
    QRandomGenerator random(quint32(propertySeed(QRandomGenerator::global()->generate())));
    Editor editor(m_kind, fakeChain(20));
    FlowState service = editor.document.state();
    QHash<QByteArray, QByteArray> written;
    const auto writeInto = [&](const FlowState &state, bool ours, int turn) -> FlowEdits {
        const Json &nodes = state.content["nodes"];
        for (;;) {
            const qsizetype index = random.bounded(int(nodes.size()));
            const QByteArray id = nodes.at(index)["id"].toUtf8();
            if ((id.back() % 2 == 0) != ours)
                continue;
            written[id] = (ours ? "ours " : "theirs ") + QByteArray::number(turn);
            return setText(index, written[id]);
        }
    };
    for (int turn = 0; turn < 1000; ++turn) {
        const int size = int(editor.document.content()["nodes"].size());
        if (random.bounded(4) == 0)
            VERIFY_OK(editor.document.apply(
                insertNode(random.bounded(size), "o" + QByteArray::number(turn) + "b"), u"Add"_s));
        else
            VERIFY_OK(editor.document.apply(writeInto(editor.document.state(), true, turn), u"Write"_s));

        FlowEdits remote;
        const int remoteSize = int(service.content["nodes"].size());
        switch (random.bounded(4)) {
        case 0:
            remote = insertNode(random.bounded(remoteSize), "r" + QByteArray::number(turn) + "a");
            break;
        case 1:
            remote
                = {{JsonEdit::move(
                       JsonPointer("/nodes/" + QByteArray::number(random.bounded(remoteSize))),
                       random.bounded(remoteSize))},
                   {}};
            break;
        default:
            remote = writeInto(service, false, turn);
        }
        VERIFY_OK(applyFlowEdits(service, remote));
        const auto adopted = editor.adopt(remote);
        VERIFY_OK(adopted);
        QVERIFY(adopted->lost.isEmpty());
        if (random.bounded(3) == 0) {
            for (const FlowEdits &edits : std::as_const(editor.pending))
                VERIFY_OK(applyFlowEdits(service, edits));
            editor.pending.clear();
            QCOMPARE(editor.document.state(), service);
        }
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        QCOMPARE(titleOf(editor.document, it.key().constData()).toUtf8(), it.value());
}

JACKFIELD_TEST(DocumentAdoptTest)

} // namespace jackfield::document_adopt_test

#include "document_adopt_test.moc"
