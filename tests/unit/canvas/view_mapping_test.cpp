// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/view_mapping.h"

#include "tests/support/test_program.h"

#include <QLineF>
#include <QTest>

namespace jackfield::view_mapping_test {

namespace {

ViewMapping view(double zoom, double ratio = 1)
{
    return {.viewport = {.centre = {-120.5, 77.25}, .zoom = zoom}, .size = {1001, 700}, .ratio = ratio};
}

} // namespace

class ViewMappingTest : public QObject
{
    Q_OBJECT

private slots:
    void pointsGoThereAndBack_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("ratio");
        for (const double zoom : {0.05, 0.37, 1.0, 3.3})
            for (const double ratio : {1.0, 1.25, 2.0})
                QTest::addRow("zoom %.2f ratio %.2f", zoom, ratio) << zoom << ratio;
    }

    void pointsGoThereAndBack()
    {
        QFETCH(double, zoom);
        QFETCH(double, ratio);
        const ViewMapping mapping = view(zoom, ratio);
        QVERIFY(QLineF(mapping.toScene(mapping.toView({12, 34})), QPointF(12, 34)).length() < 1e-6);
        // The view's top left is a whole device pixel of the scene.
        const QPointF corner = mapping.toScene({0, 0}) * zoom * ratio;
        QVERIFY(QLineF(corner, QPointF(mapping.deviceOrigin())).length() < 1e-6);
        QCOMPARE(mapping.shownArea().topLeft(), mapping.toScene({0, 0}));
        QCOMPARE(mapping.shownArea().bottomRight(), mapping.toScene({1001, 700}));
    }

    void partOfADevicePixelCounts() { QCOMPARE(view(1, 1.25).deviceSize(), QSize(1252, 875)); }

    void farAwayStaysInWhatAnIntHolds()
    {
        ViewMapping mapping = view(4, 2);
        mapping.viewport.centre = {1e300, -1e300};
        QCOMPARE(mapping.deviceOrigin(), QPoint(1'000'000'000, -1'000'000'000));
    }

    void fitLeavesAMarginAndNeverMagnifies()
    {
        QCOMPARE(view(1).fitZoom({0, 0, 50, 50}), 1.0);
        QCOMPARE(view(1).fitZoom({0, 0, 10, 7000}), 0.09);
        QCOMPARE(view(1).fitZoom({}), 1.0);
        ViewMapping without = view(1);
        without.size = {0, 700};
        QCOMPARE(without.fitZoom({0, 0, 9000, 9000}), 1.0);
    }

    void zoomIsLimited()
    {
        const auto limited = [](double wanted, double now, const QRectF &bounds) {
            return view(now).limited({.centre = {}, .zoom = wanted}, bounds).zoom;
        };
        QCOMPARE(limited(9, 1, {}), kMaxZoom);
        QCOMPARE(limited(0.001, 1, {}), kMinZoom);
        QCOMPARE(limited(0.001, 1, {0, 0, 10, 70'000}), 0.009); // as far as it takes to see everything
        QCOMPARE(limited(0.001, 0.02, {}), 0.02); // nearer than now it need not come
    }

    void pointUnderThePointerStays()
    {
        const QPointF pointer(313, 207);
        ViewMapping mapping = view(1);
        const QPointF before = mapping.toScene(pointer);
        for (int i = 0; i < 20; ++i)
            mapping.viewport = mapping.zoomed(i < 8 ? 1.2 : 1 / 1.2, pointer, {});
        QVERIFY(mapping.viewport.zoom < 1);
        QVERIFY(QLineF(mapping.toView(before), pointer).length() <= 1);
    }
};

JACKFIELD_TEST(ViewMappingTest)

} // namespace jackfield::view_mapping_test

#include "view_mapping_test.moc"
