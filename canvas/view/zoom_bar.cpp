// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/zoom_bar.h"

#include "canvas/scene/icon_source.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeight = 28;

QString percentText(double zoom)
{
    const double percent = zoom * 100;
    return ZoomBar::tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 4.95 ? 1 : 0));
}

} // namespace

QToolButton *ZoomBar::addButton(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFixedHeight(kHeight - 2);
    layout()->addWidget(button);
    return button;
}

ZoomBar::ZoomBar(QWidget *parent) : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    m_out = addButton(tr("Zoom out"));
    m_percent = addButton(tr("Zoom to 100 %"));
    m_in = addButton(tr("Zoom in"));
    m_fit = addButton(tr("Show the whole flow"));
    m_fit->setText(tr("Fit"));
    m_percent->setMinimumWidth(fontMetrics().horizontalAdvance(percentText(4)) + 8);
    setZoom(1);
    setFixedHeight(kHeight);
    setCursor(Qt::ArrowCursor);
    connect(m_out, &QToolButton::clicked, this, &ZoomBar::zoomedOut);
    connect(m_percent, &QToolButton::clicked, this, &ZoomBar::zoomReset);
    connect(m_in, &QToolButton::clicked, this, &ZoomBar::zoomedIn);
    connect(m_fit, &QToolButton::clicked, this, &ZoomBar::fitted);
}

void ZoomBar::setZoom(double zoom)
{
    m_percent->setText(percentText(zoom));
}

void ZoomBar::setTheme(const Theme &theme)
{
    IconSource icons;
    m_out->setIcon(icons.tinted("minus", theme.text, 12));
    m_in->setIcon(icons.tinted("plus", theme.text, 12));
    setStyleSheet(
        u"jackfield--ZoomBar { background: %1; border: 1px solid %2; border-radius: 6px; }"
        "QToolButton { color: %3; border: none; border-right: 1px solid %2; border-radius: 0; padding: 0 8px; "
        "font-size: 12px; background: transparent; }"
        "QToolButton:hover { background: %4; } QToolButton:focus { color: %5; }"_s.arg(
            theme.panel.name(), theme.line.name(), theme.text.name(), theme.selectedRow.name(), theme.accent.name()));
    m_fit->setStyleSheet(u"border-right: none;"_s);
}

} // namespace jackfield
