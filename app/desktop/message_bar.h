// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QString>

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

    /// Plain text. `action` is a button that copies `copyText` to the clipboard; none when it is empty.
    void showMessage(Tone tone, const QString &message, const QString &action = {}, const QString &copyText = {});
    QString message() const; ///< empty when hidden

private:
    QLabel *m_text = nullptr;
    QToolButton *m_action = nullptr;
    QString m_copyText;
};

} // namespace jackfield
