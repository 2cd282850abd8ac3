// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/align.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::align_test {

namespace {

QList<NodeBox> boxes()
{
    return {{NodeId("a"), {0, 0, 100, 50}}, {NodeId("b"), {130, 40, 60, 100}}, {NodeId("c"), {400, 300, 100, 50}}};
}

QString text(const QList<MoveNodes::Place> &places)
{
    QStringList lines;
    for (const MoveNodes::Place &place : places)
        lines.append(
            QStringLiteral("%1:%2,%3").arg(place.node.toString()).arg(place.position.x()).arg(place.position.y()));
    return lines.join(u' ');
}

} // namespace

class AlignTest : public QObject
{
    Q_OBJECT

private slots:
    void alignsToTheCommonBounds_data();
    void alignsToTheCommonBounds();
    void distributesWithEqualGaps_data();
    void distributesWithEqualGaps();
    void gapsDifferByAtMostAPixel();
    void fewBoxesStay();
};

void AlignTest::alignsToTheCommonBounds_data()
{
    QTest::addColumn<Alignment>("alignment");
    QTest::addColumn<QString>("moves");
    QTest::newRow("left") << Alignment::Left << "b:0,40 c:0,300";
    QTest::newRow("centre") << Alignment::HorizontalCentre << "a:200,0 b:220,40 c:200,300";
    QTest::newRow("right") << Alignment::Right << "a:400,0 b:440,40";
    QTest::newRow("top") << Alignment::Top << "b:130,0 c:400,0";
    QTest::newRow("middle") << Alignment::VerticalCentre << "a:0,150 b:130,125 c:400,150";
    QTest::newRow("bottom") << Alignment::Bottom << "a:0,300 b:130,250";
}

void AlignTest::alignsToTheCommonBounds()
{
    QFETCH(Alignment, alignment);
    QFETCH(QString, moves);
    QCOMPARE(text(aligned(boxes(), alignment)), moves);
}

void AlignTest::distributesWithEqualGaps_data()
{
    QTest::addColumn<Qt::Orientation>("direction");
    QTest::addColumn<QString>("moves");
    QTest::newRow("across") << Qt::Horizontal << "b:220,40";
    QTest::newRow("down") << Qt::Vertical << "b:130,125";
}

void AlignTest::distributesWithEqualGaps()
{
    QFETCH(Qt::Orientation, direction);
    QFETCH(QString, moves);
    QCOMPARE(text(distributed(boxes(), direction)), moves);
}

void AlignTest::gapsDifferByAtMostAPixel()
{
    QList<NodeBox> row;
    for (int i = 0; i < 7; ++i)
        row.append({NodeId(QByteArray::number(i)), {i * i * 31.0, 0, 20.0 + 3 * i, 10}});
    for (const MoveNodes::Place &place : distributed(row, Qt::Horizontal))
        row[place.node.utf8.toInt()].rect.moveTopLeft(place.position);
    double least = 1e9;
    double most = -1e9;
    for (qsizetype i = 1; i < row.size(); ++i) {
        const double gap = row[i].rect.left() - row[i - 1].rect.right();
        least = qMin(least, gap);
        most = qMax(most, gap);
    }
    QVERIFY(most - least <= 1);
}

void AlignTest::fewBoxesStay()
{
    QVERIFY(distributed(boxes().mid(0, 2), Qt::Horizontal).isEmpty());
    QVERIFY(aligned(boxes().mid(0, 1), Alignment::Bottom).isEmpty());
    QVERIFY(aligned({}, Alignment::Left).isEmpty());
}

JACKFIELD_TEST(AlignTest)

} // namespace jackfield::align_test

#include "align_test.moc"
