// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/problems_model.h"

#include "tests/support/model_text.h"
#include "tests/support/test_program.h"

namespace jackfield::problems_model_test {

using namespace Qt::Literals::StringLiterals;

class ProblemsModelTest : public QObject
{
    Q_OBJECT

private slots:
    void problemsAreListedWithTheirCode()
    {
        ProblemsModel model;
        model.show(
            {{.code = "missing-start", .message = u"There is no start."_s},
             {.severity = Severity::Warning, .code = "dead-end", .message = u"\"<b>A</b>\" leads nowhere."_s}});
        QCOMPARE(
            testing::printedModel(model),
            u"There is no start. | missing-start\n\"<b>A</b>\" leads nowhere. | dead-end\n"_s);
        QCOMPARE(model.problem(model.index(1))->code, "dead-end"_ba);
        QCOMPARE(model.problemCount(), 2);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    void veryManyAreCutAndSaidSo()
    {
        Problems many;
        for (int i = 0; i < 1007; ++i)
            many << Problem{.code = "c", .message = QString::number(i)};
        ProblemsModel model;
        model.show(many);
        QCOMPARE(model.rowCount(), 1001);
        QCOMPARE(model.problemCount(), 1000);
        QCOMPARE(model.index(1000).data().toString(), u"7 more problems: solve these first."_s);
        QVERIFY(!model.problem(model.index(1000)));
        QVERIFY(!model.problem({}));
    }
};

JACKFIELD_TEST(ProblemsModelTest)

} // namespace jackfield::problems_model_test

#include "problems_model_test.moc"
