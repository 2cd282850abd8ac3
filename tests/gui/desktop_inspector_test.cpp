// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/fields/field_makers.h"
#include "app/desktop/fields/schema_field.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/panels/inspector_panel.h"
#include "app/desktop/panels/json_panel.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace jackfield::desktop_inspector_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Json json(const char *text)
{
    const Result<Json> parsed = parseJson(text);
    Q_ASSERT(parsed);
    return *parsed;
}

// A form shown alone, with every edit applied to its value as a document would.
struct Form
{
    explicit Form(const Json &schema, const Json &start) : value(start)
    {
        field.reset(FieldMakers().make(schema, nullptr));
        QObject::connect(
            field.get(), &SchemaField::edited, [this](const JsonPointer &at, const std::optional<Json> &changed) {
                ++edits;
                const bool there = at.in(value);
                const JsonEdit edit = !changed ? JsonEdit::remove(at)
                    : there                    ? JsonEdit::set(at, *changed)
                                               : JsonEdit::insert(at, *changed);
                if (changed || there)
                    VERIFY_OK(applyEdits(value, {edit}));
                field->showValue(&value);
            });
        field->showValue(&value);
        field->show();
    }

    template <typename T> T *child(const QString &name)
    {
        auto *found = field->findChild<QWidget *>(name);
        return found ? qobject_cast<T *>(found->focusProxy() ? found->focusProxy() : found) : nullptr;
    }

    QByteArray text() const { return writeJson(value); }

    std::unique_ptr<SchemaField> field;
    Json value;
    int edits = 0;
};

void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

class DesktopInspectorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberOfASchemaHasAField();
    void textIsSetAndRemoved();
    void numbersKeepTheirTextAndRefuseOthers();
    void listsGrowShrinkAndReorder();
    void alternativesShowTheirOwnFields();
    void unknownMembersAreKept();
    void selectionShowsItsForm();
    void renamingRewritesEdges();
    void jsonPaneEditsBothWays();
    void badJsonKeepsTheLastGoodState();
};

void DesktopInspectorTest::everyMemberOfASchemaHasAField()
{
    Form form(
        json(R"({"type":"object","required":["a"],"properties":{
        "a":{"type":"string","title":"First"},"b":{"type":"boolean","title":"Second"},"c":{"type":"integer"},
        "d":{"enum":["x","y"]},"e":{"type":"array","items":{"type":"string"}},
        "f":{"type":"object","properties":{"g":{"type":"string","format":"multiline"}}},"h":{}}})"),
        json("{}"));
    for (const char *name : {"field.a", "field.b", "field.c", "field.d", "field.e", "field.f", "field.g", "field.h"})
        QVERIFY2(form.field->findChild<QWidget *>(QString::fromLatin1(name)), name);
    QStringList captions;
    for (const QLabel *label : form.field->findChildren<QLabel *>())
        captions << label->text();
    QVERIFY(captions.contains(u"First *"));
    QCOMPARE(form.edits, 0);
}

void DesktopInspectorTest::textIsSetAndRemoved()
{
    Form form(
        json(
            R"({"type":"object","properties":{"a":{"type":"string"},"n":{"type":"object","properties":{"b":{"type":"string"}}}}})"),
        json(R"({"z":1})"));
    type(form.child<QLineEdit>(u"field.a"_s), u"Hello"_s);
    QCOMPARE(form.text(), R"({"z":1,"a":"Hello"})");
    form.child<QLineEdit>(u"field.a"_s)->clear();
    QTest::keyClick(form.child<QLineEdit>(u"field.a"_s), Qt::Key_Return);
    QCOMPARE(form.text(), R"({"z":1})");
    type(form.child<QLineEdit>(u"field.b"_s), u"deep"_s);
    QCOMPARE(form.text(), R"({"z":1,"n":{"b":"deep"}})");
    QCOMPARE(form.edits, 3);
}

void DesktopInspectorTest::numbersKeepTheirTextAndRefuseOthers()
{
    Form form(json(R"({"type":"object","properties":{"a":{"type":"number","maximum":10}}})"), json(R"({"a":1.50})"));
    auto *edit = form.child<QLineEdit>(u"field.a"_s);
    QCOMPARE(edit->text(), u"1.50"_s);
    type(edit, u"twelve"_s);
    type(edit, u"12"_s);
    QCOMPARE(form.text(), R"({"a":1.50})");
    QVERIFY(edit->property("invalid").toBool());
    type(edit, u"2.70"_s);
    QCOMPARE(form.text(), R"({"a":2.70})");
    QVERIFY(!edit->property("invalid").toBool());
}

void DesktopInspectorTest::listsGrowShrinkAndReorder()
{
    Form form(
        json(R"({"type":"object","properties":{"o":{"type":"array","items":{"type":"string","title":"Option"}}}})"),
        json(R"({"o":["A","B"]})"));
    auto *add = form.field->findChild<QPushButton *>(u"addItem"_s);
    QCOMPARE(add->text(), u"+ Add option"_s);
    add->click();
    QCOMPARE(form.text(), R"({"o":["A","B",""]})");
    type(form.child<QLineEdit>(u"item.2"_s), u"C"_s);
    QCOMPARE(form.text(), R"({"o":["A","B","C"]})");
    form.field->findChild<QToolButton *>(u"removeItem.0"_s)->click();
    QCOMPARE(form.text(), R"({"o":["B","C"]})");
}

void DesktopInspectorTest::alternativesShowTheirOwnFields()
{
    Form form(
        json(R"({"type":"object","properties":{"actions":{"type":"array","items":{"oneOf":[
        {"title":"Call","type":"object","required":["type"],"properties":{"type":{"const":"CALL"},"url":{"type":"string"}}},
        {"title":"Wait","type":"object","properties":{"type":{"const":"WAIT"},"seconds":{"type":"integer"}}}]}}}})"),
        json(R"({"actions":[{"type":"WAIT","seconds":3}]})"));
    QVERIFY(form.field->findChild<QWidget *>(u"field.seconds"_s));
    QVERIFY(!form.field->findChild<QWidget *>(u"field.url"_s));
}

void DesktopInspectorTest::unknownMembersAreKept()
{
    Form form(
        json(R"({"type":"object","properties":{"a":{"type":"string"}}})"), json(R"({"x-crm":{"queue":7},"a":"1"})"));
    auto *others = form.child<QPlainTextEdit>(u"field.others"_s);
    QVERIFY(others->toPlainText().contains(u"\"queue\": 7"));
    type(form.child<QLineEdit>(u"field.a"_s), u"2"_s);
    QCOMPARE(form.text(), R"({"x-crm":{"queue":7},"a":"2"})");
}

void DesktopInspectorTest::selectionShowsItsForm()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    MainWindow window(*workbench, QPalette());
    window.show();
    window.openFlow(flow.summary.id);
    QTRY_VERIFY(window.currentEditor());
    FlowEditor *editor = window.currentEditor();
    editor->canvas().setSelection({.nodes = {NodeId("n1")}});
    auto *inspector = window.findChild<InspectorPanel *>();
    QTRY_VERIFY(inspector->findChild<QWidget *>(u"field.text"_s));
    auto *text = qobject_cast<QPlainTextEdit *>(inspector->findChild<QWidget *>(u"field.text"_s)->focusProxy());
    QCOMPARE(text->toPlainText(), u"Message 1"_s);
    text->setFocus();
    text->setPlainText(u"Changed here"_s);
    editor->canvas().setFocus();
    editor->canvas().setSelection({.nodes = {NodeId("n2")}});
    QTRY_COMPARE(editor->document().content()["nodes"].at(1)["data"]["text"].toString(), u"Changed here"_s);
    QCOMPARE(editor->document().content()["nodes"].at(2)["data"]["text"].toString(), u"Message 2"_s);
    QCOMPARE(editor->document().undoStack()->count(), 1);
}

void DesktopInspectorTest::renamingRewritesEdges()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    MainWindow window(*workbench, QPalette());
    window.show();
    window.openFlow(flow.summary.id);
    QTRY_VERIFY(window.currentEditor());
    FlowEditor *editor = window.currentEditor();
    editor->canvas().setSelection({.nodes = {NodeId("n1")}});
    auto *inspector = window.findChild<InspectorPanel *>();
    QTRY_VERIFY(inspector->findChild<QLineEdit *>(u"nodeId"_s));
    type(inspector->findChild<QLineEdit *>(u"nodeId"_s), u"greeting"_s);
    QCOMPARE(editor->document().content()["edges"].at(0)["target"].toString(), u"greeting"_s);
    QCOMPARE(editor->document().content()["edges"].at(1)["source"].toString(), u"greeting"_s);
    QCOMPARE(editor->document().undoStack()->count(), 1);
    editor->document().undoStack()->undo();
    QCOMPARE(writeJson(editor->document().content()), writeJson(flow.state.content));
}

void DesktopInspectorTest::jsonPaneEditsBothWays()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    FlowEditor editor(*workbench, flow, workbench->kinds().find(flow.summary.kind)->lens().project(flow.state));
    JsonPanel pane;
    pane.show();
    pane.setEditor(&editor);
    auto *text = pane.findChild<QPlainTextEdit *>(u"jsonText"_s);
    QVERIFY(text->toPlainText().contains(u"Message 1"));

    text->setPlainText(text->toPlainText().replace(u"Message 1"_s, u"By hand"_s));
    QTRY_COMPARE(editor.document().content()["nodes"].at(1)["data"]["text"].toString(), u"By hand"_s);
    QCOMPARE(editor.document().undoStack()->count(), 1);
    editor.document().undoStack()->undo();
    QTRY_VERIFY(text->toPlainText().contains(u"Message 1"));
    QTRY_COMPARE(editor.document().undoStack()->count(), 1);
}

void DesktopInspectorTest::badJsonKeepsTheLastGoodState()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(2));
    FlowEditor editor(*workbench, flow, workbench->kinds().find(flow.summary.kind)->lens().project(flow.state));
    JsonPanel pane;
    pane.show();
    pane.setEditor(&editor);
    auto *text = pane.findChild<QPlainTextEdit *>(u"jsonText"_s);
    auto *status = pane.findChild<QLabel *>(u"jsonStatus"_s);
    text->setPlainText(u"{\n  \"nodes\": [],\n  \"edges\": [,]\n}"_s);
    QTRY_VERIFY(status->text().startsWith(u"Line 3, column"));
    QCOMPARE(editor.document().undoStack()->count(), 0);
    QCOMPARE(editor.document().graph().nodes().size(), 2);
    text->setPlainText(u"{\n  \"nodes\": [],\n  \"edges\": []\n}"_s);
    QTRY_COMPARE(editor.document().graph().nodes().size(), 0);
    QVERIFY(status->text().isEmpty());
}

JACKFIELD_TEST(DesktopInspectorTest)

} // namespace jackfield::desktop_inspector_test

#include "desktop_inspector_test.moc"
