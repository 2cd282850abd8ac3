// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// A validator that has seen a flow change says what a fresh look says: same problems, same order. Here over edits of
// the JSON as they come from the JSON pane and from the API; lens_laws_test does the same over gestures and the corpus.
#include "model/json/edit/json_edit.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/flows/conversation_flows.h"
#include "tests/support/flows/flow_generator.h"
#include "tests/support/flows/json_generator.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::validator_law_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QString report(const Problems &problems)
{
    QString text;
    for (const Problem &problem : problems) {
        text += QString::fromUtf8(
                    problem.code + ' ' + problem.pointer.text() + " [" + problem.node.utf8 + '|' + problem.edge.utf8
                    + "] ")
            + problem.message + u'\n';
    }
    return text;
}

/// The first line in which they differ.
QString difference(const Problems &ours, const Problems &expected)
{
    const QStringList a = report(ours).split(u'\n');
    const QStringList b = report(expected).split(u'\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return u"\n  on the way: %1\n  fresh look: %2"_s.arg(a.value(i), b.value(i));
    }
    return u"something that is not printed"_s;
}

/// What tells most about the order of items and the ends of edges, and is rare among edits that are made up anywhere.
JsonEdit structuralEdit(const Json &content, const Json &original, Lcg &random)
{
    const QByteArray list = random.oneIn(2) ? "nodes"_ba : "edges"_ba;
    const Json &items = content[list];
    const JsonPointer place = JsonPointer().child(list);
    if (!items.isArray() || items.isEmpty())
        return JsonEdit::set({}, original); // so that a flow that has come to nothing does not stay so
    const qsizetype at = random.below(items.size());
    const Json &other = items.at(random.below(items.size()));
    switch (random.below(5)) {
    case 0:
        return JsonEdit::remove(place.child(at));
    case 1:
        return JsonEdit::insert(place.child(at), other);
    case 2:
        return JsonEdit::move(place.child(at), random.below(items.size()));
    case 3:
        return items.at(at).isObject() ? JsonEdit::set(place.child(at).child("id"), other["id"])
                                       : JsonEdit::set(place.child(at), other);
    default:
        return items.at(at).isObject()
            ? JsonEdit::set(
                place.child(at).child(list == "nodes" ? "type" : "source"), other[list == "nodes" ? "type" : "target"])
            : JsonEdit::remove(place.child(at));
    }
}

} // namespace

class ValidatorLawTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;

    void exercise(const Kind &kind, const Json &content, int steps, quint32 seed)
    {
        Lcg random(seed);
        JsonGenerator generator(seed);
        const std::unique_ptr<Validator> validator = kind.rules().validator();
        FlowState state{.content = content};
        QList<Json> earlier{content};
        int different = 0;
        Problems before;
        for (int step = 0; step < steps; ++step) {
            JsonEdits edits;
            for (qsizetype i = random.below(4); i >= 0; --i) {
                const JsonEdit edit
                    = random.oneIn(2) ? structuralEdit(state.content, content, random) : generator.edit(state.content);
                if (applyEdits(state.content, {edit}))
                    edits.append(edit);
            }
            if (random.oneIn(12)) // as an undo of many steps
                state.content = earlier.at(random.below(earlier.size()));
            const Graph graph = kind.lens().project(state);
            const Problems fresh = kind.rules().check(state, graph);
            const Problems problems = validator->check(state, graph);
            QVERIFY2(
                problems == fresh,
                qPrintable(u"%1, seed %2, step %3, %4: %5"_s.arg(QString::fromUtf8(kind.info().id))
                               .arg(seed)
                               .arg(step)
                               .arg(QString::fromUtf8(writeJson(editsToJson(edits))), difference(problems, fresh))));
            different += problems == before ? 0 : 1;
            before = problems;
            earlier.append(state.content);
        }
        QVERIFY2(different > steps / 8, "the edits changed next to nothing");
    }

private slots:
    void whatIsCheckedOnTheWayIsWhatAFreshLookFinds_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<Json>("content");
        Lcg random;
        for (const qsizetype nodes : {1, 4, 25, 120}) {
            QTest::addRow("chatbot of %lld", qlonglong(nodes)) << "chatbot"_ba << generatedChatbot(nodes, random);
            QTest::addRow("strange chatbot of %lld", qlonglong(nodes)) << "chatbot"_ba << strangeChatbot(nodes, random);
        }
        QTest::addRow("conversation") << "conversation-flow"_ba << testing::largeConversation(30);
    }
    void whatIsCheckedOnTheWayIsWhatAFreshLookFinds()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const Json, content);
        const quint32 seed = quint32(propertySeed(7));
        for (quint32 i = 0; i < 6; ++i)
            exercise(*m_kinds.find(kind), content, 80, seed + i);
    }

    void anEditThatChangesNoProblemGivesTheSameListBack()
    {
        Lcg random;
        const Kind &kind = *m_kinds.find("chatbot");
        FlowState state{.content = generatedChatbot(40, random)};
        const std::unique_ptr<Validator> validator = kind.rules().validator();
        const Problems first = validator->check(state, kind.lens().project(state));
        QVERIFY(!first.isEmpty());
        state.sidecar.set("notes", Json::array());
        const Problems second = validator->check(state, kind.lens().project(state));
        QCOMPARE(second.constData(), first.constData());
    }

    void aFlowThatIsReplacedByAnotherIsCheckedAnew()
    {
        Lcg random;
        const Kind &kind = *m_kinds.find("chatbot");
        const std::unique_ptr<Validator> validator = kind.rules().validator();
        for (const qsizetype nodes : {30, 2, 0, 50}) {
            const FlowState state{.content = strangeChatbot(nodes, random)};
            const Graph graph = kind.lens().project(state);
            QCOMPARE(report(validator->check(state, graph)), report(kind.rules().check(state, graph)));
        }
        const FlowState none{.content = Json::string("no flow")};
        QCOMPARE(
            report(validator->check(none, kind.lens().project(none))),
            report(kind.rules().check(none, kind.lens().project(none))));
    }
};

JACKFIELD_TEST(ValidatorLawTest)

} // namespace jackfield::validator_law_test

#include "validator_law_test.moc"
