// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/marks.h"

#include "canvas/scene/scene_painter.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QPainter>
#include <QTest>

namespace jackfield::marks_test {

using namespace fixtures;

namespace {

const NodeId kNode("To a person"_ba);
const EdgeId kEdge("e3"_ba);

/// What a view would show of the scene at a scale: the picture and the halos above it.
QImage shown(const Scene &scene, double zoom)
{
    ScenePainter painter(scene);
    painter.setTheme(Theme::load(u"light"_s));
    painter.setScale(zoom, 1);
    QImage image(1200, 600, QImage::Format_RGB32);
    QPainter on(&image);
    painter.paintBase(on, image.rect());
    painter.paintHalos(on);
    return image;
}

/// The layers of some marks as text, the lowest first.
QString layers(MarkBits bits)
{
    QStringList names;
    for (const MarkStyle &style : kMarkStyles)
        if (bits.has(style.layer))
            names.append(QString::number(int(style.layer)));
    return names.join(u' ');
}

void addEveryLayer()
{
    QTest::addColumn<MarkLayer>("layer");
    for (const MarkStyle &style : kMarkStyles)
        QTest::addRow("layer %d", int(style.layer)) << style.layer;
}

} // namespace

class MarksTest : public QObject
{
    Q_OBJECT

private slots:
    void uppermostLayerIsSeen()
    {
        MarkBits bits;
        QVERIFY(!bits.top());
        bits.set(MarkLayer::Warning, true);
        bits.set(MarkLayer::Error, true);
        QCOMPARE(bits.top(), std::optional(MarkLayer::Error));
        QCOMPARE(layers(bits), u"1 2"_s);
        bits.set(MarkLayer::Error, false);
        QCOMPARE(bits.top(), std::optional(MarkLayer::Warning));
        constexpr MarkBits badges
            = MarkBits::where([](const MarkStyle &style) { return style.node == NodeMark::Cross; });
        QVERIFY((bits & badges).isEmpty());
    }

    void everyLayerShowsAsItsStyleSays_data() { addEveryLayer(); }
    void everyLayerShowsAsItsStyleSays()
    {
        QFETCH(MarkLayer, layer);
        const MarkStyle &style = styleOf(layer);
        for (const double zoom : {1.0, 0.3, 0.1}) {
            Scene scene;
            scene.setGraph(supportTriage());
            const QImage before = shown(scene, zoom);
            const auto differs = [&](const Marks &marks) {
                scene.setMarks(layer, marks);
                const bool changed = shown(scene, zoom) != before;
                scene.setMarks(layer, {});
                return changed && shown(scene, zoom) == before;
            };
            const bool tiny = detailAt(zoom) == Detail::Tiny;
            const bool badge = style.node == NodeMark::Cross || style.node == NodeMark::Exclamation;
            QCOMPARE(differs({.nodes = {kNode}}), style.node != NodeMark::None && !(tiny && badge));
            QCOMPARE(differs({.edges = {kEdge}}), tiny ? style.edge == EdgeMark::Whole : style.edge != EdgeMark::None);
            QCOMPARE(differs({.ports = {{kNode, std::nullopt}}}), style.growsPorts && zoom == 1.0);
        }
    }

    void onlyWhatChangesIsDamaged_data() { addEveryLayer(); }
    void onlyWhatChangesIsDamaged()
    {
        QFETCH(MarkLayer, layer);
        Scene scene;
        scene.setGraph(supportTriage());
        Marks marks{.nodes = {kNode, NodeId("Start"_ba)}, .edges = {kEdge}};
        QCOMPARE(scene.setMarks(layer, marks).areas.size(), 3);
        QVERIFY(scene.setMarks(layer, marks).isEmpty());
        marks.nodes.remove(NodeId("Start"_ba));
        const SceneDamage one = scene.setMarks(layer, marks);
        QCOMPARE(one.areas.size(), 1);
        QVERIFY(one.areas.constFirst().contains(scene.nodeRect(NodeId("Start"_ba))));
        QVERIFY(scene.setMarks(layer, {.nodes = {NodeId("unknown"_ba)}, .edges = marks.edges}).areas.size() == 1);
    }

    void layersDoNotTouchEachOther()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        for (const MarkStyle &style : kMarkStyles)
            scene.setMarks(style.layer, {.nodes = {kNode}});
        scene.setMarks(MarkLayer::Selected, {});
        const auto marked = [&] { return layers(scene.shapes().nodes[size_t(scene.nodeNumber(kNode))].marks); };
        QCOMPARE(marked(), u"0 1 2 3"_s);
        scene.setGraph(supportTriage());
        QCOMPARE(marked(), u"0 1 2 3"_s);
        QVERIFY(scene.marks(MarkLayer::Selected) == Marks{});
    }

    void marksWaitForWhatTheyName()
    {
        Scene scene;
        scene.setMarks(MarkLayer::Error, {.nodes = {kNode}, .edges = {kEdge}});
        scene.setGraph(supportTriage());
        QVERIFY(scene.shapes().nodes[size_t(scene.nodeNumber(kNode))].marks.has(MarkLayer::Error));
        QVERIFY(scene.shapes().edges[size_t(scene.edgeNumber(kEdge))].marks.has(MarkLayer::Error));
    }

    void portIsToldApartFromTheOthers()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        const NodeId ask("What is it about?"_ba);
        const auto with = [&](const std::optional<QByteArray> &output) {
            scene.setMarks(MarkLayer::Hover, {.ports = {{ask, output}}});
            return shown(scene, 1);
        };
        const QImage input = with(std::nullopt), order = with("Order"_ba), refund = with("Refund"_ba);
        QVERIFY(input != order);
        QVERIFY(order != refund);
        const NodeShape &shape = scene.shapes().nodes[size_t(scene.nodeNumber(ask))];
        QVERIFY(shape.portMarks.has(MarkLayer::Hover) && shape.marks.isEmpty());
        QCOMPARE(scene.setMarks(MarkLayer::Hover, {}).areas.size(), 1);
    }

    void haloFades()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        scene.setMarks(MarkLayer::Remote, {.nodes = {kNode}});
        const QImage full = shown(scene, 1);
        QCOMPARE(scene.setMarks(MarkLayer::Remote, {.nodes = {kNode}, .strengths = {{kNode, 0.4}}}).areas.size(), 1);
        QVERIFY(shown(scene, 1) != full);
        QVERIFY(ScenePainter::isHalo(MarkLayer::Remote));
        QVERIFY(!ScenePainter::isHalo(MarkLayer::Selected));
    }

    void problemsMarkNodesAndEdgesBySeverity()
    {
        const Problems problems{
            {Severity::Error, "a", {}, {}, kNode, {}},
            {Severity::Warning, "b", {}, {}, {}, kEdge},
            {Severity::Warning, "of the whole flow", {}, {}, {}, {}}};
        QVERIFY((marksOf(problems, Severity::Error) == Marks{.nodes = {kNode}}));
        QVERIFY((marksOf(problems, Severity::Warning) == Marks{.edges = {kEdge}}));
    }
};

JACKFIELD_TEST(MarksTest)

} // namespace jackfield::marks_test

#include "marks_test.moc"
