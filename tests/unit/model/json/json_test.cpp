// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json.h"
#include "model/json/json_writer.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <limits>
#include <thread>

namespace jackfield::json_test {

using namespace Qt::Literals::StringLiterals;

class JsonTest : public QObject
{
    Q_OBJECT

private slots:
    void takesSixteenBytes() { QCOMPARE(sizeof(Json), size_t(16)); }
    void keepsTextOfAnyLength_data();
    void keepsTextOfAnyLength();
    void keepsSpellingOfStrings();
    void readsNumbers_data();
    void readsNumbers();
    void writesNumbersShortest_data();
    void writesNumbersShortest();
    void answersForOtherTypesAreEmpty();
    void copyIsSharedUntilOneChanges();
    void changeCopiesOnlyThePath();
    void uniqueValueChangesInPlace();
    void largeObjectFindsEveryKeyAfterAnyChange();
    void buildingTwentyThousandMembersIsLinear();
    void equalityIgnoresSpellingOnly();
    void deepDocumentIsDestroyed();
    void severalThreadsMayReadAndCopy();
};

void JsonTest::keepsTextOfAnyLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 14, 15, 16, 17, 255, 256, 100'000})
        QTest::addRow("%d bytes", length) << length;
}

void JsonTest::keepsTextOfAnyLength()
{
    QFETCH(const int, length);
    QByteArray text;
    for (int at = 0; at < length; ++at)
        text += char('a' + at % 26);
    const Json value = Json::string(text);
    const Json copy = value;
    QCOMPARE(value.type(), Json::Type::String);
    QCOMPARE(value.toUtf8(), text);
    QCOMPARE(copy.toString(), QString::fromUtf8(text));
    QVERIFY(copy == Json::string(text));
    QVERIFY(value.spelling().isEmpty());
}

void JsonTest::keepsSpellingOfStrings()
{
    const Json spelt = Json::string("é", "\\u00e9");
    QCOMPARE(spelt.toString(), u"é"_s);
    QCOMPARE(spelt.spelling().toByteArray(), "\\u00e9"_ba);
    QCOMPARE(Json(spelt).spelling().toByteArray(), "\\u00e9"_ba);
}

void JsonTest::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("asDouble");
    QTest::addColumn<bool>("integral");
    QTest::addColumn<qint64>("asInteger");

    const auto row = [](const char *text, double asDouble, std::optional<qint64> integer) {
        QTest::newRow(text) << QByteArray(text) << asDouble << integer.has_value() << integer.value_or(0);
    };
    row("0", 0, 0);
    row("-0", 0, 0);
    row("1.0", 1, 1);
    row("1e3", 1000, 1000);
    row("1.5", 1.5, {});
    row("9223372036854775807", 9223372036854775807.0, std::numeric_limits<qint64>::max());
    row("-9223372036854775808", -9223372036854775808.0, std::numeric_limits<qint64>::min());
    row("9223372036854775808", 9223372036854775808.0, {});
    row("1e300", 1e300, {});
    row("1e-400", 0, 0);
    row("0.1", 0.1, {});
    row("12345678901234567890123", 12345678901234567890123.0, {});
}

void JsonTest::readsNumbers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, asDouble);
    QFETCH(const bool, integral);
    QFETCH(const qint64, asInteger);
    const Json number = Json::numberText(text);
    QCOMPARE(number.numberText().toByteArray(), text);
    QCOMPARE(number.toDouble(), asDouble);
    QCOMPARE(number.toInteger().has_value(), integral);
    QCOMPARE(number.toInteger().value_or(0), asInteger);
}

void JsonTest::writesNumbersShortest_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("tenth") << 0.1 << "0.1"_ba;
    QTest::newRow("integral") << 250.0 << "250"_ba;
    QTest::newRow("third") << 1.0 / 3 << "0.3333333333333333"_ba;
    QTest::newRow("large") << 1e22 << "1e+22"_ba;
    QTest::newRow("largest") << std::numeric_limits<double>::max() << "1.7976931348623157e+308"_ba;
    QTest::newRow("negative") << -2.5 << "-2.5"_ba;
}

void JsonTest::writesNumbersShortest()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);
    QCOMPARE(Json::number(value).numberText().toByteArray(), text);
    QCOMPARE(Json::number(value).toDouble(), value);
}

void JsonTest::answersForOtherTypesAreEmpty()
{
    const Json text = Json::string("text");
    QCOMPARE(text.size(), 0);
    QVERIFY(text.items().empty() && text.members().empty());
    QVERIFY(!text.find("text") && text["text"].isNull());
    QCOMPARE(text.indexOf("text"), -1);
    QCOMPARE(text.toDouble(7), 7.0);
    QVERIFY(text.toBool(true));
    QVERIFY(!text.toInteger());
    QVERIFY(Json().utf8().isEmpty() && Json::number(qint64(3)).utf8().isEmpty() && text.numberText().isEmpty());
    QVERIFY(Json::array().isEmpty() && Json::object().isEmpty());
    QVERIFY(Json::object()["x"]["y"].isNull());
}

void JsonTest::copyIsSharedUntilOneChanges()
{
    Json list = Json::array({Json::number(qint64(1)), Json::string("two")});
    const Json copy = list;
    QVERIFY(list.sharesWith(copy));
    list.append(Json());
    QVERIFY(!list.sharesWith(copy));
    QCOMPARE(writeJson(copy), "[1,\"two\"]"_ba);
    QCOMPARE(writeJson(list), "[1,\"two\",null]"_ba);
}

void JsonTest::changeCopiesOnlyThePath()
{
    const Json original = Json::object({member("left", Json::array({Json()})), member("right", Json::array({Json()}))});
    Json changed = original;
    changed.memberRef(0).append(Json::boolean(true));
    QVERIFY(!changed["left"].sharesWith(original["left"]));
    QVERIFY(changed["right"].sharesWith(original["right"]));
    QCOMPARE(writeJson(original), "{\"left\":[null],\"right\":[null]}"_ba);
}

void JsonTest::uniqueValueChangesInPlace()
{
    Json list = Json::array({Json::string("a"), Json::string("b"), Json::string("c")});
    const Json *storage = list.items().data();
    list.itemRef(1) = Json::boolean(false);
    list.moveItem(0, 2);
    list.moveItem(2, 1);
    QCOMPARE(list.takeItem(2), Json::string("c"));
    QCOMPARE(list.items().data(), storage);
    QCOMPARE(writeJson(list), "[false,\"a\"]"_ba);
}

void JsonTest::largeObjectFindsEveryKeyAfterAnyChange()
{
    Json object = Json::object();
    QList<QByteArray> keys;
    quint32 state = 7;
    const auto below = [&state](qsizetype bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<qsizetype>((state >> 8) % static_cast<quint32>(bound));
    };
    for (int step = 0; step < 4000; ++step) {
        const QByteArray fresh = "key number " + QByteArray::number(step);
        const qsizetype at = keys.isEmpty() ? 0 : below(keys.size());
        // Grows first, then shrinks below the size at which there is an index.
        const qsizetype choice = keys.isEmpty() ? 0 : below(step < 2000 ? 5 : 4) + (step < 2000 ? 0 : 2);
        if (choice < 2) {
            object.insertMember(at, Json::string(fresh), Json::number(qint64(step)));
            keys.insert(at, fresh);
        } else if (choice == 2) {
            object.renameMember(at, Json::string(fresh));
            keys[at] = fresh;
        } else if (choice == 3) {
            const qsizetype to = below(keys.size());
            object.moveItem(at, to);
            keys.move(at, to);
        } else {
            QCOMPARE(object.takeMember(at).key().toByteArray(), keys.takeAt(at));
        }
        QCOMPARE(object.size(), keys.size());
        QVERIFY(!object.contains("absent"));
        if (!keys.isEmpty()) {
            const qsizetype probe = below(keys.size());
            QCOMPARE(object.indexOf(keys[probe]), probe);
        }
    }
    for (qsizetype i = 0; i < keys.size(); ++i)
        QCOMPARE(object.indexOf(keys[i]), i);
}

void JsonTest::buildingTwentyThousandMembersIsLinear()
{
    const CpuTimer timer;
    Json object = Json::object();
    for (int i = 0; i < 20'000; ++i)
        object.set("state " + QByteArray::number(i), Json());
    QCOMPARE(object.size(), 20'000);
    QVERIFY2(timer.milliseconds() < 1'000, "quadratic would take many seconds");
}

void JsonTest::equalityIgnoresSpellingOnly()
{
    QVERIFY(Json::string("/", "\\/") == Json::string("/"));
    QVERIFY(!Json::string("/", "\\/").isWrittenLike(Json::string("/")));
    QVERIFY(Json::string("/", "\\/").isWrittenLike(Json::string("/", "\\/")));
    QVERIFY(Json::numberText("1.0") != Json::numberText("1"));
    QVERIFY(Json::string("1") != Json::numberText("1"));
    QVERIFY(Json::boolean(true) != Json::boolean(false));
    QVERIFY(Json::array() != Json::object());
    const Json ab = Json::object({member("a", Json()), member("b", Json())});
    const Json ba = Json::object({member("b", Json()), member("a", Json())});
    QVERIFY(ab != ba);
    QVERIFY(Json::array({ab}) == Json::array({Json::object({member("a", Json()), member("b", Json())})}));
}

void JsonTest::deepDocumentIsDestroyed()
{
    Json nested = Json::array();
    for (int depth = 1; depth < 1'024; ++depth)
        nested = depth % 2 == 0 ? Json::array({nested}) : Json::object({member("in", nested)});
    const Json copy = nested;
    QCOMPARE(copy, nested);
    QVERIFY(writeJson(copy).size() > 1'024);
}

void JsonTest::severalThreadsMayReadAndCopy()
{
    Json object = Json::object();
    for (int i = 0; i < 100; ++i)
        object.set("a key that is not inline " + QByteArray::number(i), Json::array({Json::number(qint64(i))}));
    const QByteArray expected = writeJson(object);
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&object, &right] {
            for (int i = 0; i < 2'000; ++i) {
                Json copy = object;
                const QByteArray key = "a key that is not inline " + QByteArray::number(i % 100);
                right += copy[key].at(0).toInteger() == i % 100 ? 1 : 0;
                copy.memberRef(i % 100).append(Json());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right.load(), 8'000);
    QCOMPARE(writeJson(object), expected);
}

JACKFIELD_TEST(JsonTest)

} // namespace jackfield::json_test

#include "json_test.moc"
