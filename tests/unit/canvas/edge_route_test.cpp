// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/routing/edge_route.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::edge_route_test {

class EdgeRouteTest : public QObject
{
    Q_OBJECT

private slots:
    void endsAtTheArrow_data()
    {
        QTest::addColumn<EdgeEnds>("ends");
        QTest::newRow("to the right") << EdgeEnds{.start = {0, 0}, .end = {300, 80}};
        QTest::newRow("short") << EdgeEnds{.start = {0, 0}, .end = {36, -12}};
        QTest::newRow("back") << EdgeEnds{.start = {300, 0}, .end = {0, 400}};
        QTest::newRow("in a lane") << EdgeEnds{.start = {0, 0}, .end = {300, 80}, .lane = 28};
        QTest::newRow("under") << EdgeEnds{.start = {224, 17}, .end = {0, 17}, .shape = RouteShape::Under, .floor = 90};
    }

    void endsAtTheArrow()
    {
        QFETCH(EdgeEnds, ends);
        const EdgeRoute route = routeEdge(ends);
        QCOMPARE(route.points[0], ends.start);
        QCOMPARE(route.last(), arrowBase(ends));
        // The arrowhead is level, so the curve has to arrive level.
        const QPointF handle = route.points[size_t(route.curves) * 3 - 1];
        QVERIFY(handle.x() < route.last().x());
        QVERIFY(ends.lane != 0 || qFuzzyCompare(handle.y(), route.last().y()));
    }

    void handlesAreCapped()
    {
        const EdgeRoute route = routeEdge({.start = {0, 0}, .end = {20'000, 50}});
        QVERIFY(route.points[1].x() <= kMaxControlOffset);
        QVERIFY(route.points[3].x() - route.points[2].x() <= kMaxControlOffset);
    }

    void lanesMoveTheMiddleByTheGap()
    {
        const EdgeEnds ends{.start = {0, 0}, .end = {400, 100}};
        QCOMPARE(laneOffset(0, 1), 0.0);
        for (qsizetype count = 2; count < 5; ++count) {
            for (qsizetype i = 0; i + 1 < count; ++i) {
                EdgeEnds upper = ends, lower = ends;
                upper.lane = laneOffset(i, count);
                lower.lane = laneOffset(i + 1, count);
                const QPointF apart = routeEdge(lower).middle() - routeEdge(upper).middle();
                QVERIFY(qAbs(apart.y() - kLaneGap) < 0.001);
            }
        }
    }

    void selfLoopRunsBelowItsNode()
    {
        const QRectF node(0, 0, 224, 80);
        const EdgeEnds loop{
            .start = {224, 17}, .end = {0, 17}, .shape = RouteShape::Under, .floor = floorBelow(node, node)};
        const EdgeRoute route = routeEdge(loop);
        QVERIFY(route.middle().y() > node.bottom() + 15);
        QVERIFY(qAbs(route.middle().x() - node.center().x()) < 10);
        QVERIFY(!routeMeets(route, node.adjusted(1, 1, -1, -1)));
    }

    void onlyEdgesThatLeadBackBesideGoUnder()
    {
        const QRectF left(0, 0, 224, 80), right(400, 20, 224, 80), below(0, 400, 224, 80);
        const auto shape = [](const QRectF &from, const QRectF &to) {
            return chooseShape(from, to, {from.right(), from.top() + 17}, {to.left(), to.top() + 17});
        };
        QCOMPARE(shape(left, right), RouteShape::Forward);
        QCOMPARE(shape(right, left), RouteShape::Under);
        QCOMPARE(shape(right, below), RouteShape::Forward);
    }

    void distanceAndMeetingAgree()
    {
        const EdgeRoute route = routeEdge({.start = {0, 0}, .end = {300, 200}});
        QVERIFY(routeDistance(route, route.middle()) < 0.5);
        QVERIFY(routeDistance(route, {0, 200}) > 50);
        QVERIFY(routeMeets(route, QRectF(route.middle() - QPointF(2, 2), QSizeF(4, 4))));
        QVERIFY(!routeMeets(route, QRectF(0, 150, 40, 40)));
        QVERIFY(routeMeets(route, QRectF(-50, -50, 500, 500)));
        QVERIFY(routeBounds(route).contains(route.middle()));
    }

    void deadEndIsAShortStub()
    {
        const EdgeRoute route = routeEdge({.start = {10, 20}, .shape = RouteShape::DeadEnd});
        QCOMPARE(route.last(), QPointF(10 + kStubLength, 20));
    }
};

JACKFIELD_TEST(EdgeRouteTest)

} // namespace jackfield::edge_route_test

#include "edge_route_test.moc"
