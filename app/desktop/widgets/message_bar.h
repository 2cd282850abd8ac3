// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QString>

#include <functional>

class QLabel;
class QToolButton;

namespace jackfield {

/// A line above the canvas that says something without stopping anybody. Hidden when there is nothing to say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone : quint8 { Information, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Plain text. `action` is a button that does `run`; none when it is empty.
    void showMessage(Tone tone, const QString &message, const QString &action = {}, std::function<void()> run = {});
    /// What a button does that puts `text` into the clipboard.
    static std::function<void()> copying(const QString &text);
    QString message() const; ///< empty when hidden

private:
    QLabel *m_text = nullptr;
    QToolButton *m_action = nullptr;
    std::function<void()> m_run;
};

} // namespace jackfield
