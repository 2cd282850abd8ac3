// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene_painter.h"
#include "canvas/view/backing_layer.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QPainter>
#include <QTest>

namespace jackfield::scene_painter_test {

using namespace fixtures;

namespace {

QImage painted(const Scene &scene, double zoom, double ratio, const QRect &device, const QString &theme = u"light"_s)
{
    ScenePainter painter(scene);
    painter.setTheme(Theme::load(theme));
    painter.setScale(zoom, ratio);
    QImage image(device.size(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter on(&image);
    on.translate(-device.topLeft());
    painter.paintBase(on, device);
    return image;
}

int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        count += int(std::count(line, line + image.width(), colour.rgb()));
    }
    return count;
}

} // namespace

class ScenePainterTest : public QObject
{
    Q_OBJECT

private slots:
    void showsCardsAtEveryDetail_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("ratio");
        for (const double zoom : {0.05, 0.1, 0.2, 0.4, 0.5, 0.79, 1.0, 1.7})
            for (const double ratio : {1.0, 1.25, 1.5, 2.0})
                QTest::addRow("zoom %.2f ratio %.2f", zoom, ratio) << zoom << ratio;
    }

    void showsCardsAtEveryDetail()
    {
        QFETCH(double, zoom);
        QFETCH(double, ratio);
        Scene scene;
        scene.setGraph(supportTriage());
        const Theme theme = Theme::load(u"light"_s);
        const QRectF area = scene.bounds().adjusted(-20, -20, 20, 20);
        const double s = zoom * ratio;
        const QRect device = QRectF(area.topLeft() * s, area.size() * s).toAlignedRect();
        const QImage image = painted(scene, zoom, ratio, device);
        QCOMPARE(pixelsOf(image, Qt::magenta), 0); // nothing is left unpainted
        QVERIFY(pixelsOf(image, theme.canvas) > 0);
        for (const Family family :
             {Family::Entry, Family::Say, Family::Ask, Family::Decide, Family::Act, Family::HandOver})
            QVERIFY(pixelsOf(image, theme.family(family)) > 0);
        if (detailAt(zoom) != Detail::Tiny)
            QVERIFY(pixelsOf(image, theme.nodeCard) > 0);
    }

    void outlinesAreCrispAtEveryRatio_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0})
            QTest::addRow("%.2f", ratio) << ratio;
    }

    void outlinesAreCrispAtEveryRatio()
    {
        QFETCH(double, ratio);
        Scene scene;
        scene.setGraph(graph({node("n", {3, 5})}));
        const QImage image = painted(scene, 1, ratio, QRect(0, 0, 400, 120));
        const Theme theme = Theme::load(u"light"_s);
        // Half way along the top border: card below, canvas above, whole pixels of outline in between.
        const int x = int((3 + 112) * ratio), y = int(std::lround(5 * ratio));
        QCOMPARE(image.pixelColor(x, y - 1), theme.canvas);
        QCOMPARE(image.pixelColor(x, y), theme.nodeOutline);
        QCOMPARE(image.pixelColor(x, y + 3), theme.nodeCard);
    }

    void stripsGiveTheSamePixelsAsOneFrame_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.06, 0.3, 0.5, 1.0})
            QTest::addRow("zoom %.2f", zoom) << zoom;
    }

    void stripsGiveTheSamePixelsAsOneFrame()
    {
        QFETCH(double, zoom);
        Scene scene;
        scene.setGraph(random(300, 5));
        ScenePainter painter(scene);
        painter.setTheme(Theme::load(u"light"_s));
        painter.setScale(zoom, 1);
        const auto paint = [&](QPainter &on, const QRect &area) { painter.paintBase(on, area); };
        BackingLayer panned(BackingLayer::Ground::Opaque), fresh(BackingLayer::Ground::Opaque);
        panned.show(zoom, {100, 60}, {500, 300});
        panned.refresh(paint);
        for (const QPoint origin : {QPoint(104, 62), QPoint(90, 70), QPoint(90, 20), QPoint(300, 20)}) {
            panned.show(zoom, origin, {500, 300});
            panned.refresh(paint);
            fresh.show(zoom, origin, {500, 300});
            fresh.damageAll();
            fresh.refresh(paint);
            int differing = 0, strongest = 0;
            for (int y = 0; y < 300; ++y)
                for (int x = 0; x < 500; ++x) {
                    const QColor a = panned.image().pixelColor(x, y), b = fresh.image().pixelColor(x, y);
                    const int apart
                        = qMax(qAbs(a.red() - b.red()), qMax(qAbs(a.green() - b.green()), qAbs(a.blue() - b.blue())));
                    differing += apart > 8;
                    strongest = qMax(strongest, apart);
                }
            QVERIFY2(differing < 40, qPrintable(u"%1 pixels differ, by up to %2"_s.arg(differing).arg(strongest)));
        }
    }

    void crowdedViewsShowLessDetail_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<Detail>("expected");
        QTest::newRow("few") << 300 << 1.0 << Detail::Full;
        QTest::newRow("many in one place") << 8000 << 1.0 << Detail::Simple;
        QTest::newRow("very many in one place") << 30'000 << 1.0 << Detail::Tiny;
        QTest::newRow("very many, far away") << 30'000 << 0.3 << Detail::Tiny;
        QTest::newRow("few, far away") << 300 << 0.3 << Detail::Simple;
    }

    void crowdedViewsShowLessDetail()
    {
        QFETCH(int, nodes);
        QFETCH(double, zoom);
        QFETCH(Detail, expected);
        QList<Node> stacked;
        for (int i = 0; i < nodes; ++i)
            stacked.append(node("n" + QByteArray::number(i), {0, 0}));
        Scene scene;
        scene.setGraph(graph(stacked));
        ScenePainter painter(scene);
        painter.setScale(zoom, 1);
        painter.limitDetail(QRect(-100, -100, 1000, 700));
        QCOMPARE(painter.detail(), expected);
        painter.setScale(zoom, 1);
        painter.limitDetail(QRect(20'000, 0, 1000, 700)); // nothing is there
        QCOMPARE(painter.detail(), detailAt(zoom));
    }

    void hostileTextIsPlainAndQuick_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<b>bold</b><img src='file:///etc/passwd'><h1>big</h1>"_s;
        QTest::newRow("nested tables") << u"<table><tr><td>"_s.repeated(50'000);
        QTest::newRow("one long word") << QString(1'000'000, u'x');
        QTest::newRow("combining marks") << u"e\u0301\u0301\u0301\u0301"_s.repeated(100'000);
        QTest::newRow("changes of direction") << u"\u202e\u202dabc"_s.repeated(100'000);
        QTest::newRow("lone surrogates") << QString(5000, QChar(0xd800));
    }

    void hostileTextIsPlainAndQuick()
    {
        QFETCH(QString, text);
        Node hostile = node("n", {10, 10}, Family::Ask, {text, text});
        hostile.title = text;
        hostile.typeTitle = text;
        hostile.summary = {text};
        Edge labelled = edge("e", "n", "m");
        labelled.label = text + u'!';
        Scene scene;
        scene.setGraph(graph({hostile, node("m", {500, 10})}, {labelled}));
        const CpuTimer timer;
        const QImage image = painted(scene, 1, 1, QRect(0, 0, 800, 200));
        QVERIFY2(timer.milliseconds() < 2000, qPrintable(QString::number(timer.milliseconds())));
        // The texts stay inside the card.
        const Theme theme = Theme::load(u"light"_s);
        QCOMPARE(image.pixelColor(300, 180), theme.canvas);
    }

    void markupShowsItsSigns()
    {
        const auto titled = [](const QString &title) {
            Node each = node("n", {10, 10});
            each.title = title;
            each.typeTitle.clear();
            Scene scene;
            scene.setGraph(graph({each}));
            return painted(scene, 1, 1, QRect(0, 0, 300, 60));
        };
        QVERIFY(titled(u"<i>a</i>"_s) != titled(u"a"_s));
    }

    void selectionAndProblemsShow()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        const QRect device(0, 0, 1200, 600);
        const Theme theme = Theme::load(u"dark"_s);
        const int before = pixelsOf(painted(scene, 1, 1, device, u"dark"_s), theme.accent);
        scene.setMarks(MarkLayer::Selected, {.nodes = {NodeId("To a person")}});
        QVERIFY(pixelsOf(painted(scene, 1, 1, device, u"dark"_s), theme.accent) > before + 400);
        scene.setMarks(MarkLayer::Error, {.nodes = {NodeId("Start")}});
        QVERIFY(pixelsOf(painted(scene, 1, 1, device, u"dark"_s), theme.error) > 100);
    }

    void ghostsAreLeftOutOfTheBase()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        const QRect device(0, 0, 1200, 600);
        const Theme theme = Theme::load(u"light"_s);
        QSet<NodeId> all;
        for (const Node &each : scene.graph().nodes())
            all.insert(each.id);
        scene.setGhostOffset(all, {10, 10});
        QCOMPARE(pixelsOf(painted(scene, 1, 1, device), theme.nodeCard), 0);
    }
};

JACKFIELD_TEST(ScenePainterTest)

} // namespace jackfield::scene_painter_test

#include "scene_painter_test.moc"
