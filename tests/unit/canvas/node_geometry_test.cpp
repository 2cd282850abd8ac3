// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QTest>

namespace jackfield::node_geometry_test {

using namespace fixtures;

class NodeGeometryTest : public QObject
{
    Q_OBJECT

private slots:
    void heightFollowsLinesAndPorts_data()
    {
        QTest::addColumn<QStringList>("summary");
        QTest::addColumn<QStringList>("ports");
        QTest::addColumn<double>("height");
        const QString half = u"When a conversation opens"_s;
        const QString full = u"Hi {{name}}! This is Lena from the support desk."_s;
        const QStringList unnamed{QString()};
        QTest::newRow("only a header") << QStringList() << unnamed << 34.0;
        QTest::newRow("no outputs") << QStringList() << QStringList() << 34.0;
        QTest::newRow("one line") << QStringList{half} << unnamed << 62.0;
        QTest::newRow("one text of two lines") << QStringList{full} << unnamed << 80.0;
        QTest::newRow("two texts") << QStringList{half, full} << unnamed << 80.0;
        QTest::newRow("never more than two lines") << QStringList{full, full, full} << unnamed << 80.0;
        QTest::newRow("a line break makes two") << QStringList{u"a\nb"_s} << unnamed << 80.0;
        QTest::newRow("three ports") << QStringList{half} << QStringList{u"a"_s, u"b"_s, u"c"_s} << 134.0;
        QTest::newRow("two ports") << QStringList{half} << QStringList{u"a"_s, u"b"_s} << 112.0;
        QTest::newRow("one named port gets a row") << QStringList{half} << QStringList{u"Next"_s} << 90.0;
    }

    void heightFollowsLinesAndPorts()
    {
        QFETCH(QStringList, summary);
        QFETCH(QStringList, ports);
        QFETCH(double, height);
        Node drawn = node("n", {}, Family::Say, ports);
        drawn.summary = summary;
        QCOMPARE(NodeGeometry::of(drawn).size(), QSizeF(224, height));
    }

    void unnamedPortSitsOnTheHeaderLine()
    {
        const NodeGeometry geometry = NodeGeometry::of(node("n", {}));
        QVERIFY(geometry.headerPort);
        QCOMPARE(geometry.output(0), QPointF(224, 17));
        QCOMPARE(geometry.input(), QPointF(0, 17));
    }

    void portsAreOneRowApartOnTheRightBorder()
    {
        Node drawn = node("n", {}, Family::Ask, {u"a"_s, u"b"_s, u"c"_s});
        drawn.summary = {u"Saved as topic"_s};
        const NodeGeometry geometry = NodeGeometry::of(drawn);
        QCOMPARE(geometry.output(0), QPointF(224, 73));
        QCOMPARE(geometry.output(1), QPointF(224, 95));
        QCOMPARE(geometry.output(2), QPointF(224, 117));
        // An edge may name an output that the node does not have.
        QCOMPARE(geometry.output(99), QPointF(224, 117));
    }

    void hugeTextCostsNothing()
    {
        Node drawn = node("n", {});
        drawn.summary = {QString(50'000'000, u'x')};
        QBENCHMARK_ONCE
        {
            QCOMPARE(NodeGeometry::of(drawn).size().height(), 80.0);
        }
    }

    void wideScriptsCountAsWide()
    {
        QVERIFY(estimatedWidth(u"会話が始まります") > estimatedWidth(u"illicit"));
        QCOMPARE(estimatedWidth(u""), 0.0);
    }
};

JACKFIELD_TEST(NodeGeometryTest)

} // namespace jackfield::node_geometry_test

#include "node_geometry_test.moc"
