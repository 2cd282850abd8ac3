// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/stored_kind.h"

#include "storage/records/missing.h"
#include "tests/support/kinds/plain_kind.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::stored_kind_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class StoredKindTest : public QObject
{
    Q_OBJECT

private slots:
    void knownKindIsFound();
    void unknownKindIsNamedTogetherWithTheFlow();
    void missingThingsAreNamed();
};

void StoredKindTest::knownKindIsFound()
{
    const KindRegistry kinds(plainKinds());
    const Result<const Kind *> kind = kindOf(kinds, {.kind = "bot"_ba});
    VERIFY_OK(kind);
    QCOMPARE((*kind)->info().id, "bot"_ba);
}

void StoredKindTest::unknownKindIsNamedTogetherWithTheFlow()
{
    const KindRegistry kinds(plainKinds());
    const Result<const Kind *> kind = kindOf(kinds, {.kind = "opera"_ba, .name = u"Tosca"_s});
    COMPARE_ERROR(kind, "conflict"_ba);
    QCOMPARE(kind.error().message, u"'Tosca' is of the kind 'opera', which this program does not know."_s);
}

void StoredKindTest::missingThingsAreNamed()
{
    const Error error = missing(u"shelf"_s, "abc");
    QVERIFY(isMissing(error));
    QCOMPARE(error.message, u"There is no shelf 'abc' here."_s);
    QVERIFY(!isMissing(Error{.code = "conflict"_ba}));
}

JACKFIELD_TEST(StoredKindTest)

} // namespace jackfield::stored_kind_test

#include "stored_kind_test.moc"
