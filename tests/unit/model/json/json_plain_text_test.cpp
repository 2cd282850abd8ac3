// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_plain_text.h"

#include "tests/support/test_program.h"

#include <QByteArray>
#include <QTest>

namespace jackfield::json_plain_text_test {

class JsonPlainTextTest : public QObject
{
    Q_OBJECT

private slots:
    void everyByteIsFoundAtEveryPlace()
    {
        for (int value = 0; value < 256; ++value) {
            const char c = static_cast<char>(value);
            for (int place = 0; place < 8; ++place) {
                QByteArray eight(8, 'a');
                eight[place] = c;
                QCOMPARE(plainOfEight(eight.constData()), isToEscape(c) ? place : 8);
            }
        }
    }

    /// What the first one makes of the bytes behind it is not looked at.
    void theFirstOfTwoCounts()
    {
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const char eight[]
                    = {'a', 'b', static_cast<char>(first), static_cast<char>(second), '!', '#', '\x7f', '\xff'};
                const qsizetype expected = isToEscape(eight[2]) ? 2 : isToEscape(eight[3]) ? 3 : 8;
                QCOMPARE(plainOfEight(eight), expected);
            }
        }
    }
};

JACKFIELD_TEST(JsonPlainTextTest)

} // namespace jackfield::json_plain_text_test

#include "json_plain_text_test.moc"
