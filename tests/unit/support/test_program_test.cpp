// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::test_program_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

class TestProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreReadAsQtTestTakesThem()
    {
        QCOMPARE(
            functionsAndRows(u"a::Test plain\na::Test withRows one of 12\na::Test withRows x: y\n"_s),
            (QStringList{u"plain"_s, u"withRows:one of 12"_s, u"withRows:x: y"_s}));
        QCOMPARE(functionsAndRows(QString()), QStringList());
    }

    void piecesAreTheWholeWithoutOverlap()
    {
        QStringList items;
        for (int count = 0; count < 12; items << u"item %1"_s.arg(count++)) {
            for (int pieces = 1; pieces < 8; ++pieces) {
                QStringList together;
                for (int piece = 1; piece <= pieces; ++piece)
                    together += shareOf(items, piece, pieces);
                together.sort();
                QStringList expected = items;
                expected.sort();
                QCOMPARE(together, expected);
            }
        }
    }

    void neighboursGoToDifferentPieces()
    {
        QCOMPARE(shareOf({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}, 2, 2), (QStringList{u"b"_s, u"d"_s}));
    }
};

JACKFIELD_TEST(TestProgramTest)

} // namespace jackfield::test_program_test

#include "test_program_test.moc"
