// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/edit_rebase.h"

#include "model/json/json_writer.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::edit_rebase_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Json list(int items)
{
    Json list = Json::array();
    for (int i = 0; i < items; ++i)
        list.append(Json::object(
            {member("id", Json::string(QByteArray(1, char('a' + i)))), member("ours", Json()),
             member("theirs", Json())}));
    return list;
}

JsonPointer item(int index)
{
    return JsonPointer("/" + QByteArray::number(index));
}

/// Every change of one item of a list, and of the member that is left to `who`.
JsonEdits changes(int items, const QByteArray &who)
{
    JsonEdits edits;
    for (int i = 0; i <= items; ++i)
        edits.append(JsonEdit::insert(item(i), Json::object({member("id", Json::string(who))})));
    for (int i = 0; i < items; ++i) {
        edits.append(JsonEdit::remove(item(i)));
        edits.append(JsonEdit::set(item(i).child(who), Json::boolean(true)));
        for (int to = 0; to < items; ++to)
            edits.append(JsonEdit::move(item(i), to));
    }
    return edits;
}

QByteArray after(Json document, const JsonEdit &first, const PlacedEdits &second)
{
    if (!applyEdits(document, {first}))
        return "does not apply"_ba;
    const JsonEdits plain = plainEdits(document, second);
    return applyEdits(document, plain) ? writeJson(document) : "does not apply"_ba;
}

} // namespace

class EditRebaseTest : public QObject
{
    Q_OBJECT

private slots:
    // Theirs and then ours gives what ours and then theirs gives, for every pair of changes of a list.
    void everyPairOfChangesConverges_data()
    {
        QTest::addColumn<int>("items");
        for (const int items : {1, 2, 3, 5})
            QTest::addRow("%d items", items) << items;
    }

    void everyPairOfChangesConverges()
    {
        QFETCH(int, items);
        const Json document = list(items);
        int compared = 0;
        for (const JsonEdit &ours : changes(items, "ours")) {
            const PlacedEdits placedOurs = placeEdits(document, {ours});
            for (const JsonEdit &theirs : changes(items, "theirs")) {
                const PlacedEdits placedTheirs = placeEdits(document, {theirs});
                const auto oursLater = rebased(placedOurs, placedTheirs, true);
                const auto theirsLater = rebased(placedTheirs, placedOurs, false);
                if (!oursLater || !theirsLater)
                    continue; // one of them took away what the other changes
                ++compared;
                const QByteArray expected = after(document, theirs, *oursLater);
                const QByteArray actual = after(document, ours, *theirsLater);
                const auto text = [](const JsonEdit &edit) { return writeJson(editsToJson({edit})); };
                const QByteArray pair = "ours " + text(ours) + "\ntheirs " + text(theirs) + "\ntheirs first " + expected
                    + "\nours first   " + actual;
                QVERIFY2(expected == actual && expected != "does not apply", pair.constData());
            }
        }
        QVERIFY(compared > 5 * items);
    }

    void theLastOfTwoMovesOfOneItemCounts()
    {
        const Json document = list(4);
        const auto move = [&](int to) { return placeEdits(document, {JsonEdit::move(item(0), to)}); };
        const auto ours = rebased(move(1), move(3), true);
        QVERIFY(ours);
        QCOMPARE(after(document, JsonEdit::move(item(0), 3), *ours), after(document, JsonEdit::move(item(0), 1), {}));
        const auto theirs = rebased(move(3), move(1), false);
        QVERIFY(theirs && theirs->isEmpty());
    }
};

JACKFIELD_TEST(EditRebaseTest)

} // namespace jackfield::edit_rebase_test

#include "edit_rebase_test.moc"
