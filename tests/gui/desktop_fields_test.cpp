// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/field_makers.h"
#include "app/desktop/fields/schema_field.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/test_program.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace jackfield::desktop_fields_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Json json(const char *text)
{
    return parseJson(text).value();
}

/// What a kind would add: a field for a format of its own.
class ColourField : public SchemaField
{
public:
    explicit ColourField(QWidget *parent) : SchemaField(parent)
    {
        m_edit = new QLineEdit(this);
        fillWith(m_edit);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            emit edited({}, Json::string(u'=' + m_edit->text()));
        });
    }
    void showValue(const Json *value) override { m_edit->setText(value ? value->toString().mid(1) : QString()); }

private:
    QLineEdit *m_edit = nullptr;
};

const FieldMaker kColours{
    .format = "colour", .make = [](const Json &, const FieldMakers &, QWidget *parent) -> SchemaField * {
        return new ColourField(parent);
    }};

QString className(const FieldMakers &makers, const char *schema)
{
    const std::unique_ptr<SchemaField> field(makers.make(json(schema), nullptr));
    return QString::fromLatin1(field->metaObject()->className()).section(u':', -1);
}

} // namespace

class DesktopFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void theSchemaChoosesTheField_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("field");
        const std::pair<const char *, QString> rows[]
            = {{R"({"type":"string"})", u"TextField"_s},
               {R"({"type":["string","null"]})", u"TextField"_s},
               {R"({"type":"string","format":"multiline"})", u"LongTextField"_s},
               {R"({"type":"string","format":"nobody-knows"})", u"TextField"_s},
               {R"({"type":"integer"})", u"NumberField"_s},
               {R"({"type":"number"})", u"NumberField"_s},
               {R"({"type":"boolean"})", u"SwitchField"_s},
               {R"({"type":"string","enum":["a"]})", u"ChoiceField"_s},
               {R"({"type":"array","items":{}})", u"ListField"_s},
               {R"({"type":"array"})", u"JsonField"_s},
               {R"({"type":"object","properties":{}})", u"GroupField"_s},
               {R"({"type":"object"})", u"JsonField"_s},
               {"{}", u"JsonField"_s},
               {"null", u"JsonField"_s}};
        for (const auto &[schema, field] : rows)
            QTest::newRow(schema) << QByteArray(schema) << field;
    }

    void theSchemaChoosesTheField()
    {
        QFETCH(QByteArray, schema);
        QTEST(className(FieldMakers(), schema.constData()), "field");
    }

    /// A kind's maker comes first, and deep inside lists and groups as well.
    void aKindAddsFieldsByFormat()
    {
        const FieldMakers makers({kColours});
        QCOMPARE(className(makers, R"({"type":"string"})"), u"TextField"_s);
        const Json schema = json(R"({"type":"object","properties":{"rows":{"type":"array","items":{"type":"object",
            "properties":{"back":{"type":"string","format":"colour"}}}}}})");
        const std::unique_ptr<SchemaField> form(makers.make(schema, nullptr));
        const Json value = json(R"({"rows":[{"back":"=123"}]})");
        form->showValue(&value);
        auto *field = form->findChild<SchemaField *>(u"field.back"_s);
        QVERIFY(dynamic_cast<ColourField *>(field));
        auto *edit = qobject_cast<QLineEdit *>(field->focusProxy());
        QCOMPARE(edit->text(), u"123"_s);
        QStringList told;
        connect(form.get(), &SchemaField::edited, this, [&](const JsonPointer &at, const std::optional<Json> &changed) {
            told << QString::fromUtf8(at.text() + ' ' + writeJson(changed.value_or(Json())));
        });
        edit->setText(u"456"_s);
        emit edit->editingFinished();
        QCOMPARE(told, QStringList{u"/rows/0/back \"=456\""_s});
    }

    /// A switch has its title beside the box, the others above them.
    void onlyFieldsWithoutATitleGetACaption()
    {
        const std::unique_ptr<SchemaField> form(FieldMakers().make(
            json(R"({"type":"object","properties":{"a":{"type":"boolean","title":"On & off"},"b":{"title":"Text"}}})"),
            nullptr));
        QStringList captions;
        for (const QLabel *label : form->findChildren<QLabel *>())
            captions << label->text();
        QVERIFY(captions.contains(u"Text"));
        QVERIFY(!captions.contains(u"On & off"));
        QCOMPARE(form->findChild<QCheckBox *>()->text(), u"On && off"_s);
    }
};

JACKFIELD_TEST(DesktopFieldsTest)

} // namespace jackfield::desktop_fields_test

#include "desktop_fields_test.moc"
