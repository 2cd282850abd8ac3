// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/routing/line_raster.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

namespace jackfield::line_raster_test {

namespace {

QImage blank(QSize size = {64, 64})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

double ink(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += 1 - qGreen(image.pixel(x, y)) / 255.0;
    return sum;
}

constexpr QRgb kBlack = 0xff000000U;

} // namespace

class LineRasterTest : public QObject
{
    Q_OBJECT

private slots:
    void levelHairlineIsOnePixelHigh()
    {
        QImage image = blank();
        LineRaster(image, image.rect()).smooth({4, 10.5}, {24, 10.5}, kBlack, 1);
        QVERIFY(qAbs(ink(image) - 20) < 0.2);
        QCOMPARE(image.pixel(10, 10), kBlack);
        QCOMPARE(image.pixel(10, 11), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(24, 10), qRgb(255, 255, 255));
    }

    void piecesJoinWithoutGapOrDoubleInk()
    {
        QImage whole = blank(), pieces = blank();
        LineRaster(whole, whole.rect()).smooth({3, 5}, {60, 30}, kBlack, 1);
        LineRaster raster(pieces, pieces.rect());
        for (int i = 0; i < 19; ++i)
            raster.smooth(
                QPointF(3, 5) + QPointF(57, 25) * i / 19.0, QPointF(3, 5) + QPointF(57, 25) * (i + 1) / 19.0, kBlack,
                1);
        QVERIFY(qAbs(ink(whole) - ink(pieces)) < 1);
    }

    void thickLineHasItsWidthInEveryDirection()
    {
        for (const QPointF to : {QPointF(60, 32), QPointF(32, 60), QPointF(52, 52), QPointF(4, 20), QPointF(32, 4)}) {
            QImage image = blank();
            const QPointF from(32, 32);
            LineRaster(image, image.rect()).smooth(from, to, kBlack, 3);
            const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
            QVERIFY2(qAbs(ink(image) / length - 3) < 0.25, qPrintable(QString::number(ink(image) / length)));
        }
    }

    void nothingOutsideTheClipIsTouched()
    {
        const QRect clip(20, 16, 17, 23);
        QRandomGenerator dice(11);
        const auto number = [&] { return dice.generateDouble() * 400 - 150; };
        QImage image = blank();
        LineRaster raster(image, clip);
        for (int i = 0; i < 3000; ++i) {
            const QPointF from(number(), number()), to(number(), number());
            raster.smooth(from, to, kBlack, 1 + i % 3);
            raster.plain(from, to, kBlack);
        }
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(clip.contains(x, y) || image.pixel(x, y) == qRgb(255, 255, 255));
        QVERIFY(ink(image) > 300);
    }

    void endlessLinesAreQuick()
    {
        QImage image = blank();
        LineRaster raster(image, image.rect());
        QBENCHMARK_ONCE
        {
            for (int i = 0; i < 1000; ++i)
                raster.smooth({-1e9, -1e9}, {1e9, 1e9}, kBlack, 1);
        }
        QVERIFY(ink(image) > 50);
    }

    void keepsTheAlphaOfALayerRight()
    {
        QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        LineRaster(image, image.rect()).smooth({0, 8}, {16, 8}, 0xffff0000U, 1);
        // Half covered: half opaque, and the red premultiplied.
        const QRgb pixel = reinterpret_cast<const QRgb *>(image.constScanLine(8))[4];
        QVERIFY(qAbs(qAlpha(pixel) - 128) <= 2);
        QVERIFY(qRed(pixel) <= qAlpha(pixel));
    }
};

JACKFIELD_TEST(LineRasterTest)

} // namespace jackfield::line_raster_test

#include "line_raster_test.moc"
