// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/json_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/json_highlighter.h"
#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/restyle.h"
#include "canvas/view/canvas_view.h"
#include "model/json/edit/json_diff.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kTextRefreshMilliseconds = 120;
constexpr int kTypingMilliseconds = 350;
constexpr qsizetype kMostNodesAsText = 400; // beyond it the text of the whole flow takes too long on the GUI thread

} // namespace

JsonPanel::JsonPanel(QWidget *parent) : Panel(parent)
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"jsonText"_s);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setUndoRedoEnabled(false); // the document's own undo covers it
    m_text->setAccessibleName(tr("The flow as JSON"));
    m_highlighter = new JsonHighlighter(m_text->document());
    m_status = plainLabel(this);
    m_status->setObjectName(u"jsonStatus"_s);
    m_status->setWordWrap(true);
    m_revert = new QToolButton(this);
    m_revert->setText(tr("Take back"));
    m_revert->setToolTip(tr("Shows the last good state again"));
    m_revert->hide();
    auto *below = new QHBoxLayout;
    below->setContentsMargins(12, 2, 8, 6);
    below->addWidget(m_status, 1);
    below->addWidget(m_revert);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 8, 6, 0);
    column->addWidget(m_text, 1);
    column->addLayout(below);

    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(kTextRefreshMilliseconds);
    m_typingTimer.setSingleShot(true);
    m_typingTimer.setInterval(kTypingMilliseconds);
    connect(&m_refreshTimer, &QTimer::timeout, this, &JsonPanel::refresh);
    connect(&m_typingTimer, &QTimer::timeout, this, &JsonPanel::takeOver);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_replacing)
            m_typingTimer.start();
    });
    connect(m_revert, &QToolButton::clicked, this, [this] {
        m_bad = false;
        m_shown = Json();
        refresh();
    });
}

void JsonPanel::editorLeaving()
{
    if (m_typingTimer.isActive())
        takeOver();
}

void JsonPanel::editorChanged()
{
    m_bad = false;
    m_shown = Json();
    if (editor()) {
        following() << connect(&editor()->document(), &Document::changed, &m_refreshTimer, qOverload<>(&QTimer::start));
        following() << connect(&editor()->canvas(), &CanvasView::selectionChanged, this, [this] {
            refresh();
            revealSelection();
        });
    }
    refresh();
}

void JsonPanel::setTheme(const Theme &theme)
{
    m_highlighter->setTheme(theme);
}

void JsonPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    refresh();
    revealSelection();
}

const Json *JsonPanel::shownValue() const
{
    return editor() ? JsonPointer(m_at).in(editor()->document().content()) : nullptr;
}

void JsonPanel::refresh()
{
    if (!isVisible() || m_bad || m_typingTimer.isActive())
        return;
    QByteArray at;
    bool tooBig = false;
    if (editor()) {
        const Graph &graph = editor()->document().graph();
        tooBig = graph.nodes().size() > kMostNodesAsText;
        const Selection &selection = editor()->canvas().selection();
        const Node *selected = selection.nodes.size() == 1 ? graph.node(*selection.nodes.cbegin()) : nullptr;
        if (tooBig && selected)
            at = selected->pointer.text();
    }
    m_text->setReadOnly(!editor() || (tooBig && at.isEmpty()));
    if (m_text->isReadOnly()) {
        replaceText({});
        m_shown = Json();
        say(editor() ? tr("This flow is too big to edit as one text. Select a node to edit its JSON.")
                     : tr("Open a flow to see its JSON."),
            false);
        return;
    }
    const bool moved = std::exchange(m_at, at) != at;
    const Json *value = shownValue();
    if (!value)
        return;
    if (moved || !value->sharesWith(m_shown) || m_text->document()->isEmpty()) {
        m_shown = *value;
        replaceText(QString::fromUtf8(writeJson(m_shown, {.finalNewline = false})));
    }
    say(at.isEmpty() ? QString() : tr("The selected node"), false);
}

void JsonPanel::takeOver()
{
    m_typingTimer.stop();
    const Json *before = shownValue();
    if (!before)
        return;
    const Result<Json> parsed = parseJson(m_text->toPlainText().toUtf8(), JsonLimits::forFiles());
    m_bad = !parsed;
    m_revert->setVisible(m_bad);
    if (!parsed) {
        say(tr("Line %1, column %2: %3")
                .arg(parsed.error().line)
                .arg(parsed.error().column)
                .arg(parsed.error().message),
            true);
        return;
    }
    JsonEdits edits = diffJson(*before, *parsed);
    for (JsonEdit &edit : edits)
        edit.at = JsonPointer(m_at + edit.at.text());
    m_shown = *parsed;
    if (edits.isEmpty()) {
        say({}, false);
        return;
    }
    const auto applied = editor()->document().apply(FlowEdits{.content = edits}, tr("Edit JSON"));
    if (applied && shownValue())
        m_shown = *shownValue(); // the text says the same; it must not be written anew under the cursor
    say(applied ? QString() : applied.error().message, !applied);
}

void JsonPanel::revealSelection()
{
    if (!editor() || !isVisible() || m_bad || !m_at.isEmpty() || m_text->hasFocus() || m_text->isReadOnly())
        return;
    const Selection &selection = editor()->canvas().selection();
    const Node *node
        = selection.nodes.size() == 1 ? editor()->document().graph().node(*selection.nodes.cbegin()) : nullptr;
    if (!node)
        return;
    JsonPositions positions;
    if (!parseJson(m_text->toPlainText().toUtf8(), JsonLimits::forFiles(), &positions)
        || !positions.contains(node->pointer))
        return;
    QTextCursor cursor(m_text->document()->findBlockByNumber(positions.value(node->pointer).line - 1));
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
}

void JsonPanel::replaceText(const QString &text)
{
    const QString old = m_text->toPlainText();
    if (old == text)
        return;
    // Only what differs is replaced, so that cursor and scroll position stay where they are.
    const qsizetype shorter = std::min(old.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    m_replacing = true;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - tail - head));
    m_replacing = false;
}

void JsonPanel::say(const QString &message, bool problem)
{
    m_status->setProperty("problem", problem);
    m_status->setProperty("secondary", !problem);
    restyle(m_status);
    m_status->setText(message);
    m_status->setVisible(!message.isEmpty());
}

} // namespace jackfield
