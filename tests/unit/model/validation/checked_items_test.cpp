// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/validation/checked_items.h"
#include "model/validation/graph_rules.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::checked_items_test {

using namespace Qt::Literals::StringLiterals;

/// Items are written "a1 b2": an id, and a number that the rules read. An even number is something to complain about.
class CheckedItemsTest : public QObject
{
    Q_OBJECT

    CheckedItems<Node, int> m_items;
    Problems m_problems;
    QByteArray m_looked; ///< ids of the items that the last check looked at
    bool m_changed = false;

    QByteArray check(const QByteArray &text)
    {
        QList<Node> nodes;
        QList<int> numbers;
        for (const QByteArray &word : text.split(' ')) {
            Node node;
            node.id = NodeId(word.first(1));
            node.pointer = JsonPointer("/nodes/" + QByteArray::number(nodes.size()));
            nodes.append(node);
            numbers.append(word.sliced(1).toInt());
        }
        m_looked.clear();
        m_changed = m_items.compare(nodes, [&](int seen, qsizetype at) { return seen == numbers.at(at); });
        const Problems before = std::exchange(m_problems, {});
        m_items.collect(nodes, before, m_problems, [&](qsizetype at, Problems &problems) {
            m_looked += nodes.at(at).id.utf8;
            if (numbers.at(at) % 2 == 0) {
                problems.append(
                    {.severity = Severity::Warning, .code = "even"_ba, .pointer = nodes.at(at).pointer.child("data")});
                problems.append({.severity = Severity::Error, .code = "not-odd"_ba, .pointer = nodes.at(at).pointer});
            }
            return numbers.at(at);
        });
        QByteArrayList found;
        for (const Problem &problem : std::as_const(m_problems))
            found.append(problem.code + '@' + problem.pointer.text().sliced(QByteArrayView("/nodes/").size()));
        return found.join(' ');
    }

private slots:
    void init()
    {
        m_items = {};
        m_problems = {};
        QCOMPARE(check("a1 b2 c3 d4"), "not-odd@1 even@1/data not-odd@3 even@3/data"_ba);
        QCOMPARE(m_looked, "abcd"_ba);
        QVERIFY(m_changed);
    }

    void onlyWhatIsNewIsLookedAt_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QByteArray>("looked");
        QTest::addColumn<QByteArray>("problems");
        QTest::addColumn<bool>("changed");
        const auto row
            = [](const char *name, const QByteArray &now, const QByteArray &looked, const QByteArray &problems,
                 bool changed = true) { QTest::newRow(name) << now << looked << problems << changed; };
        row("nothing new", "a1 b2 c3 d4", "", "not-odd@1 even@1/data not-odd@3 even@3/data", false);
        row("one is another", "a1 b3 c3 d4", "b", "not-odd@3 even@3/data");
        row("one gets a problem", "a2 b2 c3 d4", "a",
            "not-odd@0 even@0/data not-odd@1 even@1/data not-odd@3 even@3/data");
        row("one is gone", "a1 c3 d4", "", "not-odd@2 even@2/data");
        row("the last is gone", "a1 b2 c3", "", "not-odd@1 even@1/data");
        row("one is new", "a1 e6 b2 c3 d4", "e", "not-odd@1 even@1/data not-odd@2 even@2/data not-odd@4 even@4/data");
        row("one is new at the end", "a1 b2 c3 d4 e5", "e", "not-odd@1 even@1/data not-odd@3 even@3/data");
        row("one in the place of another", "a1 b2 e3 d4", "e", "not-odd@1 even@1/data not-odd@3 even@3/data");
        row("another order", "a1 d4 c3 b2", "", "not-odd@1 even@1/data not-odd@3 even@3/data");
        row("another order, and one is another", "a1 d4 b5 c3", "b", "not-odd@1 even@1/data");
        row("all others", "e1 f2", "ef", "not-odd@1 even@1/data");
    }
    void onlyWhatIsNewIsLookedAt()
    {
        QFETCH(const QByteArray, now);
        QFETCH(const bool, changed);
        QTEST(check(now), "problems");
        QTEST(m_looked, "looked");
        QCOMPARE(m_changed, changed);
        // What is remembered is what was found now.
        QTEST(check(now), "problems");
        QVERIFY(m_looked.isEmpty() && !m_changed);
        QCOMPARE(check("a1 b2 c3 d4"), "not-odd@1 even@1/data not-odd@3 even@3/data"_ba);
    }

    void startsReachWhatTheyLeadTo()
    {
        const auto reached = [](const QByteArray &starts, const QByteArrayList &ways) {
            QList<Node> nodes;
            for (const char id : {'a', 'b', 'c', 'd'}) {
                Node node;
                node.id = NodeId(QByteArray(1, id));
                node.start = starts.contains(id);
                nodes.append(node);
            }
            QList<Edge> edges;
            for (const QByteArray &way : ways) {
                Edge edge;
                edge.id = EdgeId(way);
                edge.from = NodeId(way.first(1));
                edge.to = NodeId(way.last(1));
                edges.append(edge);
            }
            Graph graph;
            graph.assign(nodes, edges);
            QByteArray result;
            const std::vector<bool> found = reachedNodes(graph, startNodes(graph));
            for (size_t i = 0; i < found.size(); ++i)
                result += found[i] ? graph.nodes().at(qsizetype(i)).id.utf8 : QByteArray();
            return result;
        };
        QCOMPARE(reached("a", {"ab", "ba", "dc"}), "ab"_ba);
        QCOMPARE(reached("ad", {"ab", "ba", "dc"}), "abcd"_ba);
        QCOMPARE(reached("b", {"bb"}), "b"_ba);
        QCOMPARE(reached("", {"ab"}), "abcd"_ba);
    }
};

JACKFIELD_TEST(CheckedItemsTest)

} // namespace jackfield::checked_items_test

#include "checked_items_test.moc"
