// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/viewport_controls.h"

#include "canvas/scene/scene.h"
#include "canvas/view/minimap.h"
#include "canvas/view/zoom_bar.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace jackfield::viewport_controls_test {

using namespace fixtures;

namespace {

/// Controls on a widget of 1000 x 700 that is not shown.
struct Controls
{
    explicit Controls(const Graph &graph = supportTriage())
    {
        scene.setGraph(graph);
        viewport.resize(1000, 700);
        controls.place();
    }
    ViewMapping at(QPointF centre, double zoom = 1) const
    {
        return {.viewport = {.centre = centre, .zoom = zoom}, .size = viewport.size(), .ratio = 1};
    }
    bool showsMap() const { return !viewport.findChild<Minimap *>()->isHidden(); }
    QStringList bars() const
    {
        QStringList shown;
        for (const QScrollBar *bar : viewport.findChildren<QScrollBar *>())
            if (!bar->isHidden())
                shown.append(bar->orientation() == Qt::Horizontal ? u"across"_s : u"down"_s);
        return shown;
    }

    Scene scene;
    QWidget viewport;
    ViewportControls controls{scene, &viewport};
};

} // namespace

class ViewportControlsTest : public QObject
{
    Q_OBJECT

private slots:
    void mapShowsWhereThereIsRoomAndSomethingToSee()
    {
        Controls c;
        QVERIFY(c.showsMap());
        c.controls.setMapWanted(false);
        QVERIFY(!c.showsMap());
        c.controls.setMapWanted(true);
        c.viewport.resize(400, 700);
        c.controls.place();
        QVERIFY(!c.showsMap());
        Controls empty{Graph()};
        QVERIFY(!empty.showsMap());
        empty.scene.setGraph(supportTriage());
        empty.controls.sceneChanged(empty.at({500, 300}));
        QVERIFY(empty.showsMap());
    }

    void barsShowWhatLiesOutside()
    {
        Controls c;
        const QRectF bounds = c.scene.bounds();
        c.controls.show(c.at(bounds.center(), 0.5));
        QCOMPARE(c.bars(), QStringList());
        c.controls.show(c.at(bounds.center() + QPointF(600, 0), 0.5));
        QCOMPARE(c.bars(), QStringList{u"across"_s});
        Controls empty{Graph()};
        empty.controls.show(empty.at({9000, 9000}));
        QCOMPARE(empty.bars(), QStringList());
    }

    void barsPanTheOtherWay()
    {
        Controls c;
        c.controls.show(c.at(c.scene.bounds().center() + QPointF(600, 0), 0.5));
        QSignalSpy panned(&c.controls, &ViewportControls::panned);
        auto *bar = c.viewport.findChild<QScrollBar *>();
        QCOMPARE(bar->orientation(), Qt::Horizontal);
        bar->setValue(bar->value() - 20);
        QCOMPARE(panned.size(), 1);
        QCOMPARE(panned.first().first().toPointF().x(), 20.0);
    }

    void zoomBarAsksForItsSteps()
    {
        Controls c;
        QSignalSpy zoomed(&c.controls, &ViewportControls::zoomed);
        QSignalSpy reset(&c.controls, &ViewportControls::zoomReset);
        QSignalSpy fitted(&c.controls, &ViewportControls::fitted);
        for (QToolButton *button : c.viewport.findChild<ZoomBar *>()->findChildren<QToolButton *>())
            button->click();
        QCOMPARE(zoomed.size(), 2);
        QCOMPARE(zoomed.at(0).first().toDouble() * zoomed.at(1).first().toDouble(), 1.0);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(fitted.size(), 1);
    }
};

JACKFIELD_TEST(ViewportControlsTest)

} // namespace jackfield::viewport_controls_test

#include "viewport_controls_test.moc"
