// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/shared/sidecar.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::sidecar_test {

using namespace Qt::Literals::StringLiterals;

class SidecarTest : public QObject
{
    Q_OBJECT

    static QByteArray after(const QByteArray &sidecar, const JsonEdits &edits)
    {
        Json json = *parseJson(sidecar);
        const Result<JsonEdits> inverse = applyEdits(json, edits);
        return inverse ? writeJson(json) : inverse.error().message.toUtf8();
    }

private slots:
    void placesAreWrittenWhateverIsThere_data()
    {
        QTest::addColumn<QByteArray>("sidecar");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nothing") << "{}"_ba
                                 << R"({"positions":{"a":{"x":1,"y":-2.5}}})"_ba;
        QTest::newRow("no object") << "null"_ba
                                   << R"({"positions":{"a":{"x":1,"y":-2.5}}})"_ba;
        QTest::newRow("no places") << R"({"positions":7,"n":1})"_ba
                                   << R"({"positions":{"a":{"x":1,"y":-2.5}},"n":1})"_ba;
        QTest::newRow("others") << R"({"positions":{"b":{"x":0,"y":0}}})"_ba
                                << R"({"positions":{"b":{"x":0,"y":0},"a":{"x":1,"y":-2.5}}})"_ba;
        QTest::newRow("the same node") << R"({"positions":{"a":{"x":0,"y":0,"pinned":true}}})"_ba
                                       << R"({"positions":{"a":{"x":1,"y":-2.5,"pinned":true}}})"_ba;
        QTest::newRow("the same place") << R"({"positions":{"a":{"x":1.0,"y":-2.5}}})"_ba
                                        << R"({"positions":{"a":{"x":1.0,"y":-2.5}}})"_ba;
    }
    void placesAreWrittenWhateverIsThere()
    {
        QFETCH(const QByteArray, sidecar);
        QFETCH(const QByteArray, expected);
        QCOMPARE(
            after(sidecar, placeInSidecar(*parseJson(sidecar), {{.node = NodeId("a"), .position = {1, -2.5}}})),
            expected);
    }

    void nodesLeaveAndChangeTheirNames()
    {
        const QByteArray sidecar = R"({"positions":{"a/b":{"x":1,"y":1},"c":{"x":2,"y":2},"d":{"x":3,"y":3}}})";
        const Json json = *parseJson(sidecar);
        QCOMPARE(
            after(sidecar, removeFromSidecar(json, {NodeId("a/b"), NodeId("gone"), NodeId("d")})),
            R"({"positions":{"c":{"x":2,"y":2}}})"_ba);
        QCOMPARE(
            after(sidecar, renameInSidecar(json, NodeId("a/b"), NodeId("d"))),
            R"({"positions":{"d":{"x":1,"y":1},"c":{"x":2,"y":2}}})"_ba);
        QVERIFY(renameInSidecar(json, NodeId("gone"), NodeId("e")).isEmpty());
        QVERIFY(removeFromSidecar(Json(), {NodeId("c")}).isEmpty());
    }

    void editsTellWhomTheyMove()
    {
        const auto moved = [](const JsonEdit &edit) {
            const std::optional<QList<NodeId>> nodes = nodesPlacedBy({edit});
            QByteArray text = nodes ? QByteArray() : "all"_ba;
            for (const NodeId &id : nodes.value_or(QList<NodeId>()))
                text += id.utf8 + ' ';
            return text;
        };
        QCOMPARE(moved(JsonEdit::set(JsonPointer("/positions/a~1b"), Json())), "a/b "_ba);
        QCOMPARE(moved(JsonEdit::set(JsonPointer("/positions/a/x"), Json())), "a "_ba);
        QCOMPARE(moved(JsonEdit::rename(JsonPointer("/positions/a"), Json::string("b"))), "a b "_ba);
        QCOMPARE(moved(JsonEdit::set(JsonPointer("/positions"), Json())), "all"_ba);
        QCOMPARE(moved(JsonEdit::rename(JsonPointer("/old"), Json::string("positions"))), "all"_ba);
        QCOMPARE(moved(JsonEdit::set(JsonPointer(), Json())), "all"_ba);
        QCOMPARE(moved(JsonEdit::set(JsonPointer("/notes/0"), Json())), ""_ba);
    }
};

JACKFIELD_TEST(SidecarTest)

} // namespace jackfield::sidecar_test

#include "sidecar_test.moc"
