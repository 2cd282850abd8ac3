// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/widgets/message_bar.h"

#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/restyle.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"messageBar"_s);
    m_text = plainLabel(this);
    m_text->setWordWrap(true);
    m_action = new QToolButton(this);
    m_action->setObjectName(u"messageAction"_s);
    auto *dismiss = new QToolButton(this);
    dismiss->setText(tr("Dismiss"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(dismiss);
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QToolButton::clicked, this, [this] {
        if (const std::function<void()> run = m_run) // a copy: it may show the next message
            run();
    });
    hide();
}

void MessageBar::showMessage(Tone tone, const QString &message, const QString &action, std::function<void()> run)
{
    static constexpr const char *kTones[] = {"information", "warning", "error"};
    setProperty("tone", QString::fromLatin1(kTones[int(tone)]));
    restyle(this);
    m_text->setText(message);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_run = std::move(run);
    show();
}

std::function<void()> MessageBar::copying(const QString &text)
{
    return [text] { QApplication::clipboard()->setText(text); };
}

QString MessageBar::message() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace jackfield
