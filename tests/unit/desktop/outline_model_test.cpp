// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/outline_model.h"

#include "tests/support/kinds/fake_kind.h"
#include "tests/support/model_text.h"
#include "tests/support/test_program.h"

namespace jackfield::outline_model_test {

using namespace Qt::Literals::StringLiterals;

class OutlineModelTest : public QObject
{
    Q_OBJECT

private slots:
    void nodesAreListedInDocumentOrderAndFiltered()
    {
        const Graph graph = fakeKind().lens().project(fakeChain(2));
        OutlineModel model;
        model.show(graph, {});
        const QString all = testing::printedModel(model);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY2(all.startsWith(u"start | Start\n"), qPrintable(all));
        QVERIFY2(all.endsWith(u"stop | Stop\n"), qPrintable(all));
        QCOMPARE(model.indexOf(graph.nodes()[2].id).row(), 2);
        QCOMPARE(model.node(model.index(2))->id, graph.nodes()[2].id);

        model.show(graph, u"STOP"_s);
        QCOMPARE(testing::printedModel(model), u"stop | Stop\n"_s);
        QVERIFY(!model.indexOf(graph.nodes()[2].id).isValid());
        model.show(graph, u"step"_s); // a type
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.node({}));
    }
};

JACKFIELD_TEST(OutlineModelTest)

} // namespace jackfield::outline_model_test

#include "outline_model_test.moc"
