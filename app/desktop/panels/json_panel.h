// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"
#include "model/json/json.h"

#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace jackfield {

class JsonHighlighter;

/// The same document as JSON text, edited both ways. Text that is no JSON changes nothing: the last good state stays
/// and the line below says where and why. Flows too big for a text field show the selected node instead.
class JsonPanel : public Panel
{
    Q_OBJECT

public:
    explicit JsonPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

protected:
    void editorLeaving() override;
    void editorChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void takeOver();
    void revealSelection();
    void replaceText(const QString &text);
    void say(const QString &message, bool problem);
    const Json *shownValue() const;

    JsonHighlighter *m_highlighter = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_status = nullptr;
    QToolButton *m_revert = nullptr;
    QTimer m_refreshTimer;
    QTimer m_typingTimer;
    Json m_shown; ///< what the text says when it is good
    QByteArray m_at; ///< pointer of what the text shows
    bool m_replacing = false; ///< the text is being set by us, not by the user
    bool m_bad = false; ///< the user's text is no JSON; it is not overwritten
};

} // namespace jackfield
