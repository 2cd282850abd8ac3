// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/connect_tool.h"
#include "canvas/tools/marquee_tool.h"
#include "canvas/tools/move_tool.h"
#include "canvas/tools/pan_tool.h"
#include "canvas/tools/reconnect_tool.h"
#include "canvas/tools/tool_at.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/fake_tool_host.h"

#include <QPainter>
#include <QTest>

namespace jackfield::tools_test {

using namespace Qt::Literals::StringLiterals;

namespace {

const NodeId kStart("start"_ba), kStep("step1"_ba), kStop("stop"_ba);

QString nameOfTool(const Tool *tool)
{
    return !tool                                    ? u"none"_s
        : dynamic_cast<const MoveTool *>(tool)      ? u"move"_s
        : dynamic_cast<const ConnectTool *>(tool)   ? u"connect"_s
        : dynamic_cast<const ReconnectTool *>(tool) ? u"reconnect"_s
        : dynamic_cast<const MarqueeTool *>(tool)   ? u"marquee"_s
                                                    : u"other"_s;
}

} // namespace

/// Gestures without a widget.
class ToolsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPressedStartsItsGesture();
    void clickOnAnEdgeSelectsIt();
    void moveShowsAGhostAndAsksOnce();
    void cancelledMoveAsksNothing();
    void ctrlReleasesACopy();
    void shakeIsAClickThatSelects();
    void connectionIsMadeAtTheRelease();
    void refusedConnectionSaysWhy();
    void connectionDroppedOnNothingOffersNodes();
    void endOfAnEdgeMoves();
    void marqueeSelectsWhatItTouches();
    void panGoesBackWhenCancelled();
};

void ToolsTest::whatIsPressedStartsItsGesture()
{
    FakeToolHost host;
    const Scene &scene = host.scene();
    const auto at = [&](QPointF point) { return nameOfTool(toolAt(host, point, {}).get()); };
    QCOMPARE(at(scene.nodeRect(kStep).center()), u"move"_s);
    QCOMPARE(host.current, kStep);
    QCOMPARE(at(scene.outputAnchor(kStep, "else")), u"connect"_s);
    QCOMPARE(at(scene.inputAnchor(kStep)), u"reconnect"_s); // it has a connection, which it gives up
    QCOMPARE(at({400, 500}), u"marquee"_s);
    QCOMPARE(at(scene.edgeBounds(EdgeId("e1"_ba)).center()), u"none"_s);
    QCOMPARE(host.steps(), 0);
}

void ToolsTest::clickOnAnEdgeSelectsIt()
{
    FakeToolHost host;
    const QPointF first = host.scene().edgeBounds(EdgeId("e1"_ba)).center();
    const QPointF second = host.scene().edgeBounds(EdgeId("e2"_ba)).center();
    QVERIFY(!toolAt(host, first, {}));
    QCOMPARE(host.selected(), u"e1"_s);
    QVERIFY(!toolAt(host, second, Qt::ControlModifier));
    QCOMPARE(host.selected(), u"e1 e2"_s);
    QVERIFY(!toolAt(host, first, Qt::ShiftModifier));
    QCOMPARE(host.selected(), u"e2"_s);
}

void ToolsTest::moveShowsAGhostAndAsksOnce()
{
    FakeToolHost host;
    const QPointF from = host.scene().nodeRect(kStep).center();
    MoveTool tool(host, kStep, from, {});
    QCOMPARE(host.selected(), u"step1"_s);
    tool.move(from + QPointF(30, 40), {});
    QVERIFY(host.scene().hasGhost());
    QCOMPARE(host.scene().ghostOffset(), QPointF(30, 40));
    QVERIFY(tool.autoScrolls());
    QCOMPARE(tool.cursor().shape(), Qt::SizeAllCursor);
    QVERIFY(host.log.isEmpty());
    tool.release(from + QPointF(50, 60), {});
    QVERIFY(!host.scene().hasGhost());
    QCOMPARE(host.log, QStringList{u"move by 50,60"_s});
}

void ToolsTest::cancelledMoveAsksNothing()
{
    FakeToolHost host;
    host.setSelection({.nodes = {kStop}, .edges = {}});
    const QPointF from = host.scene().nodeRect(kStep).center();
    MoveTool tool(host, kStep, from, {});
    tool.move(from + QPointF(100, 0), {});
    tool.cancel();
    QVERIFY(!host.scene().hasGhost());
    QVERIFY(host.log.isEmpty());
    QCOMPARE(host.selected(), u"stop"_s);
}

void ToolsTest::ctrlReleasesACopy()
{
    FakeToolHost host;
    const QPointF from = host.scene().nodeRect(kStep).center();
    host.drag(
        std::make_unique<MoveTool>(host, kStep, from, Qt::ControlModifier), from, from + QPointF(0, 80),
        Qt::ControlModifier);
    QCOMPARE(host.log, QStringList{u"duplicate 0,80 away"_s});
}

void ToolsTest::shakeIsAClickThatSelects()
{
    FakeToolHost host;
    const QPointF from = host.scene().nodeRect(kStep).center();
    host.drag(std::make_unique<MoveTool>(host, kStep, from, Qt::KeyboardModifiers()), from, from + QPointF(2, 1));
    QCOMPARE(host.selected(), u"step1"_s);
    host.drag(std::make_unique<MoveTool>(host, kStop, from, Qt::ShiftModifier), from, from, Qt::ShiftModifier);
    QCOMPARE(host.selected(), u"step1 stop"_s);
    QVERIFY(host.log.isEmpty());
}

void ToolsTest::connectionIsMadeAtTheRelease()
{
    FakeToolHost host;
    const QPointF from = host.scene().outputAnchor(kStep, "else");
    const QPointF to = host.scene().inputAnchor(kStop);
    auto tool = std::make_unique<ConnectTool>(host, OpenWire{kStep, "else"_ba, true, {}}, from);
    tool->move(to, {});
    QCOMPARE(host.steps(), 0);
    QImage image(1000, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    tool->paint(painter);
    painter.end();
    QCOMPARE(image.pixelColor(from.toPoint() + QPoint(3, 0)), host.theme().accent);
    tool->release(to, {});
    QCOMPARE(host.log, QStringList{u"Connect step1 to stop"_s});
    QCOMPARE(host.steps(), 1);
    QCOMPARE(host.document().graph().edges().constLast().to, kStop);
    QVERIFY(host.overlays > 0);
}

void ToolsTest::refusedConnectionSaysWhy()
{
    FakeToolHost host;
    const QPointF from = host.scene().outputAnchor(kStep, "else");
    host.drag(
        std::make_unique<ConnectTool>(host, OpenWire{kStep, "else"_ba, true, {}}, from), from,
        host.scene().nodeRect(kStart).center());
    QCOMPARE(host.messages.constLast(), u"\"Start\" takes no input: connect to another node."_s);
    QVERIFY(host.log.isEmpty());
}

void ToolsTest::connectionDroppedOnNothingOffersNodes()
{
    FakeToolHost host;
    const QPointF from = host.scene().outputAnchor(kStep, "else");
    host.drag(std::make_unique<ConnectTool>(host, OpenWire{kStep, "else"_ba, true, {}}, from), from, {400, 500});
    QCOMPARE(host.log, QStringList{u"quick add for step1"_s});
    host.drag(
        std::make_unique<ReconnectTool>(host, OpenWire{kStep, "next"_ba, true, EdgeId("e2"_ba)}, from), from,
        {400, 500});
    QVERIFY(host.messages.constLast().contains(u"stays"));
    QCOMPARE(host.log.size(), 1);
}

void ToolsTest::endOfAnEdgeMoves()
{
    FakeToolHost host;
    const QPointF from = host.scene().inputAnchor(NodeId("step2"_ba));
    const QPointF to = host.scene().inputAnchor(kStop);
    host.drag(std::make_unique<ReconnectTool>(host, OpenWire{kStep, "next"_ba, true, EdgeId("e2"_ba)}, from), from, to);
    QCOMPARE(host.log, QStringList{u"Reconnect step1 to stop"_s});
    QCOMPARE(host.document().graph().edge(EdgeId("e2"_ba))->to, kStop);
}

void ToolsTest::marqueeSelectsWhatItTouches()
{
    FakeToolHost host;
    host.drag(std::make_unique<MarqueeTool>(host, QPointF(250, -50)), {250, -50}, {650, 250});
    QCOMPARE(host.selected(), u"step1 step2"_s);
    MarqueeTool tool(host, {-50, -50});
    tool.move({100, 100}, {});
    QCOMPARE(host.selected(), u"start"_s);
    tool.cancel();
    QCOMPARE(host.selected(), u"step1 step2"_s);
    host.drag(std::make_unique<MarqueeTool>(host, QPointF(400, 500)), {400, 500}, {400, 500});
    QCOMPARE(host.selected(), u""_s);
}

void ToolsTest::panGoesBackWhenCancelled()
{
    FakeToolHost host;
    PanTool tool(host, {200, 200});
    tool.move({260, 170}, {});
    QCOMPARE(host.viewportState().centre, QPointF(440, 330));
    tool.cancel();
    QCOMPARE(host.viewportState().centre, QPointF(500, 300));
}

JACKFIELD_TEST(ToolsTest)

} // namespace jackfield::tools_test

#include "tools_test.moc"
