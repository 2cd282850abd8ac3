// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_writer.h"
#include "model/kinds/call_flow/locations.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::call_flow_locations_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One place each for a and b, a second one for a, and items of other forms.
const QByteArray kList
    = "{'locations':['pin',{'nodeId':'a','x':1,'y':2},{'nodeId':'c','x':'1','y':2},{'nodeId':'b','x':5,'y':6},"
      "{'nodeId':'a','x':7,'y':8},{'nodeId':4,'x':9,'y':9}]}";

} // namespace

class CallFlowLocationsTest : public QObject
{
    Q_OBJECT

    using Locations = callflow::Locations;

    static QByteArray texts(const FlowEdits &edits)
    {
        QByteArrayList lines;
        const Json list = editsToJson(edits.content);
        for (const Json &edit : list.items())
            lines.append(writeJson(edit).replace('"', '\''));
        return edits.sidecar.isEmpty() ? lines.join('\n') : "the sidecar"_ba;
    }

private slots:
    void firstPlaceOfANodeCounts()
    {
        const Locations places(plainJson(kList));
        // More often than the list is read without an index.
        for (int round = 0; round < 4; ++round) {
            QCOMPARE(places.of(NodeId("a")), QPointF(1, 2));
            QCOMPARE(places.of(NodeId("b")), QPointF(5, 6));
            QCOMPARE(places.of(NodeId("4")), QPointF(9, 9));
            QVERIFY(!places.of(NodeId("c")));
            QVERIFY(!places.of(NodeId("gone")));
            QVERIFY(!places.of(NodeId()));
        }
        for (const char *content : {"{}", "{'locations':null}", "{'locations':{'a':{'nodeId':'a','x':1,'y':2}}}", "[]"})
            QVERIFY2(!Locations(plainJson(content)).of(NodeId("a")), content);
    }

    void onlyPlacesAreListed()
    {
        QByteArray listed;
        const Json list = plainJson(kList)["locations"];
        for (const callflow::Location &location : callflow::locationsIn(list))
            listed += callflow::locationPointer(location.index).text() + '=' + location.node.toByteArray() + ' ';
        QCOMPARE(listed, "/locations/1=a /locations/3=b /locations/4=a /locations/5=4 "_ba);
        QVERIFY(callflow::locationsIn(plainJson("{'nodeId':'a','x':1,'y':2}")).isEmpty());
    }

    void placingChangesNoMoreThanItHasTo_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QPointF>("position");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("both")
            << kList << QPointF(3, 4)
            << "{'op':'set','at':'/locations/1/x','value':3}\n{'op':'set','at':'/locations/1/y','value':4}"_ba;
        QTest::newRow("one") << kList << QPointF(1, 4) << "{'op':'set','at':'/locations/1/y','value':4}"_ba;
        QTest::newRow("none") << kList << QPointF(1, 2) << ""_ba;
        QTest::newRow("new") << "{'locations':['pin']}"_ba << QPointF(3, 4)
                             << "{'op':'insert','at':'/locations/1','value':{'nodeId':'a','x':3,'y':4}}"_ba;
        QTest::newRow("no list") << "{}"_ba << QPointF(3, 4)
                                 << "{'op':'insert','at':'/locations','value':[{'nodeId':'a','x':3,'y':4}]}"_ba;
        QTest::newRow("null") << "{'locations':null}"_ba << QPointF(3, 4)
                              << "{'op':'set','at':'/locations','value':[{'nodeId':'a','x':3,'y':4}]}"_ba;
    }
    void placingChangesNoMoreThanItHasTo()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QPointF, position);
        FlowEdits edits;
        VERIFY_OK(Locations(plainJson(content)).place(edits, {{.node = NodeId("a"), .position = position}}));
        QTEST(texts(edits), "expected");
    }

    void aThingThatIsNoListIsLeftAlone()
    {
        const Locations places(plainJson("{'locations':7}"));
        FlowEdits edits;
        VERIFY_OK(places.place(edits, {}));
        const Result<void> placed = places.place(edits, {{.node = NodeId("a"), .position = {}}});
        COMPARE_ERROR(placed, "not_a_list"_ba);
        QCOMPARE(placed.error().pointer, "/locations"_ba);
        places.remove(edits, {NodeId("a")});
        places.rename(edits, NodeId("a"), NodeId("b"));
        QVERIFY(edits.isEmpty());
    }

    void nodesLeaveAndChangeTheirNames()
    {
        const Locations places(plainJson(kList));
        FlowEdits removal;
        places.remove(removal, {NodeId("a"), NodeId("c"), NodeId("gone")});
        QCOMPARE(texts(removal), "{'op':'remove','at':'/locations/4'}\n{'op':'remove','at':'/locations/1'}"_ba);
        FlowEdits renaming;
        places.rename(renaming, NodeId("a"), NodeId("b"));
        QCOMPARE(
            texts(renaming),
            "{'op':'set','at':'/locations/1/nodeId','value':'b'}\n{'op':'set','at':'/locations/4/nodeId','value':'b'}\n"
            "{'op':'remove','at':'/locations/3'}"_ba);
        FlowEdits nothing;
        places.rename(nothing, NodeId("gone"), NodeId("b"));
        QVERIFY(nothing.isEmpty());
    }

    void editsTellWhomTheyMove_data()
    {
        QTest::addColumn<JsonEdits>("edits");
        QTest::addColumn<QByteArray>("moved");
        const Json number = Json::number(qint64(1));
        const JsonEdit change = JsonEdit::set(JsonPointer("/locations/3/x"), number);
        const JsonEdit addition
            = JsonEdit::insert(JsonPointer("/locations/1"), plainJson("{'nodeId':'n','x':1,'y':1}"));
        QTest::newRow("a number") << JsonEdits{change} << "b "_ba;
        QTest::newRow("numbers") << JsonEdits{change, JsonEdit::remove(JsonPointer("/locations/1/y"))} << "b a "_ba;
        QTest::newRow("a new item") << JsonEdits{addition} << "n "_ba;
        QTest::newRow("a new item, behind which others move") << JsonEdits{addition, change} << "all"_ba;
        QTest::newRow("another name") << JsonEdits{JsonEdit::set(JsonPointer("/locations/3/nodeId"), number)}
                                      << "all"_ba;
        QTest::newRow("another item") << JsonEdits{JsonEdit::set(JsonPointer("/locations/3"), number)} << "all"_ba;
        QTest::newRow("an item less") << JsonEdits{JsonEdit::remove(JsonPointer("/locations/6"))} << "all"_ba;
        QTest::newRow("another order") << JsonEdits{JsonEdit::move(JsonPointer("/locations/3"), 0)} << "all"_ba;
        QTest::newRow("behind the end") << JsonEdits{JsonEdit::set(JsonPointer("/locations/6/x"), number)} << "all"_ba;
        QTest::newRow("another list") << JsonEdits{JsonEdit::set(JsonPointer("/locations"), number)} << "all"_ba;
        QTest::newRow("elsewhere") << JsonEdits{JsonEdit::set(JsonPointer("/flowData/nodes/0/x"), number)} << ""_ba;
    }
    void editsTellWhomTheyMove()
    {
        QFETCH(const JsonEdits, edits);
        const std::optional<QList<NodeId>> nodes = Locations(plainJson(kList)).movedBy({.content = edits});
        QByteArray moved = nodes ? QByteArray() : "all"_ba;
        for (const NodeId &node : nodes.value_or(QList<NodeId>()))
            moved += node.utf8 + ' ';
        QTEST(moved, "moved");
    }
};

JACKFIELD_TEST(CallFlowLocationsTest)

} // namespace jackfield::call_flow_locations_test

#include "call_flow_locations_test.moc"
