// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gates/gates.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTest>

namespace jackfield::layers_test {

using namespace Qt::Literals::StringLiterals;
using namespace gates;

namespace {

const SourceTree &ourTree()
{
    static const SourceTree tree(QStringLiteral(JACKFIELD_SOURCE_DIR));
    return tree;
}

} // namespace

class LayersTest : public QObject
{
    Q_OBJECT

private slots:
    void sourcesPassEveryGate_data();
    void sourcesPassEveryGate();
    void longWorkStaysOffThePoolThatPaints();
    void commandLineLinksNoWidgets();
};

void LayersTest::sourcesPassEveryGate_data()
{
    QTest::addColumn<int>("gate");
    for (const Gate &gate : gates::gates())
        QTest::newRow(gate.name) << int(&gate - gates::gates().data());
}

void LayersTest::sourcesPassEveryGate()
{
    QFETCH(const int, gate);
    const Findings findings = gates::gates()[size_t(gate)].check(ourTree());
    for (const Finding &finding : findings)
        qInfo("%s", qPrintable(printed({finding}))); // one by one: QtTest cuts long texts
    QCOMPARE(findings.size(), 0);
}

void LayersTest::longWorkStaysOffThePoolThatPaints()
{
    // Workbench::workers() says why.
    static const QRegularExpression globalPool(
        u"QThreadPool::globalInstance\\(\\)->|Launch::Async|QtConcurrent::run\\((?!\\s*&[\\w.]*workers\\b)"_s);
    QStringList found;
    for (const QString &file : ourTree().files({u"canvas"_s, u"app"_s}, {u"*.cpp"_s, u"*.h"_s})) {
        if (globalPool.match(ourTree().text(file)).hasMatch())
            found << file;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::commandLineLinksNoWidgets()
{
    static const QRegularExpression link(u"jackfield_library\\(jackfield_(model|storage|cli)\\b[^)]*\\)"_s);
    int seen = 0;
    for (const QString &file : {u"model/CMakeLists.txt"_s, u"storage/CMakeLists.txt"_s, u"app/CMakeLists.txt"_s}) {
        for (auto it = link.globalMatch(ourTree().text(file)); it.hasNext(); ++seen) {
            const QString call = it.next().captured();
            QVERIFY2(!call.contains(u"Widgets") && !call.contains(u"Qt6::Gui"), qPrintable(file));
        }
    }
    QCOMPARE(seen, 3);
}

JACKFIELD_TEST(LayersTest)

} // namespace jackfield::layers_test

#include "layers_test.moc"
