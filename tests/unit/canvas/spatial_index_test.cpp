// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/spatial_index.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

namespace jackfield::spatial_index_test {

class SpatialIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatALookAtEveryItemFinds_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void findsWhatALookAtEveryItemFinds()
    {
        QFETCH(quint32, seed);
        QRandomGenerator dice(seed);
        const auto rect = [&](double spread, double size) {
            return QRectF(
                (dice.generateDouble() - 0.5) * spread, (dice.generateDouble() - 0.5) * spread,
                dice.generateDouble() * size, dice.generateDouble() * size);
        };
        SpatialIndex index;
        QHash<int, QRectF> items;
        for (int step = 0; step < 3000; ++step) {
            if (!items.isEmpty() && dice.bounded(4) == 0) {
                const int item = items.keys().at(dice.bounded(items.size()));
                index.remove(item, items.take(item));
            } else {
                // From specks to rectangles larger than the coarsest grid.
                const double size = std::pow(10.0, 1 + dice.bounded(6));
                items.insert(step, rect(60'000, size));
                index.insert(step, items[step]);
            }
            if (step % 50 != 0)
                continue;
            const QRectF area = rect(70'000, std::pow(10.0, 1 + dice.bounded(5)));
            QSet<int> found;
            qsizetype visited = 0;
            index.search(area, [&](int item) {
                ++visited;
                QVERIFY(!found.contains(item));
                if (items.value(item).intersects(area))
                    found.insert(item);
            });
            QSet<int> expected;
            for (auto it = items.cbegin(); it != items.cend(); ++it)
                if (it->intersects(area))
                    expected.insert(it.key());
            QCOMPARE(found, expected);
            QCOMPARE(index.count(area), visited);
        }
    }

    void farPlacesDoNotOverflow()
    {
        SpatialIndex index;
        const QRectF far(1e300, -1e300, 10, 10);
        index.insert(1, far);
        int found = 0;
        index.search(QRectF(-1e301, -1e301, 2e301, 2e301), [&](int) { ++found; });
        QCOMPARE(found, 1);
        index.remove(1, far);
        index.search(QRectF(-1e301, -1e301, 2e301, 2e301), [&](int) { ++found; });
        QCOMPARE(found, 1);
    }
};

JACKFIELD_TEST(SpatialIndexTest)

} // namespace jackfield::spatial_index_test

#include "spatial_index_test.moc"
