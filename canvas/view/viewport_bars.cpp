// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/viewport_bars.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kThickness = 10;
constexpr int kWheelStep = 20;

} // namespace

ViewportBars::ViewportBars(QWidget *viewport)
    : QObject(viewport), m_horizontal(new QScrollBar(Qt::Horizontal, viewport)),
      m_vertical(new QScrollBar(Qt::Vertical, viewport))
{
    for (QScrollBar *bar : {m_horizontal, m_vertical}) {
        bar->setFocusPolicy(Qt::NoFocus);
        bar->setCursor(Qt::ArrowCursor);
        bar->setSingleStep(kWheelStep);
        bar->hide();
        connect(bar, &QScrollBar::valueChanged, this, [this] {
            if (m_filling)
                return;
            const QPointF wanted(
                m_horizontal->isHidden() ? m_shown.x() : m_horizontal->value(),
                m_vertical->isHidden() ? m_shown.y() : m_vertical->value());
            emit scrolled(wanted - m_shown);
        });
    }
    m_horizontal->setAccessibleName(tr("Scroll the canvas sideways"));
    m_vertical->setAccessibleName(tr("Scroll the canvas up and down"));
}

void ViewportBars::fill(QScrollBar *bar, double low, double high, double from, double to)
{
    // Half a pixel of play: rounding of the view's place must not make bars appear.
    const bool needed = low < from - 0.5 || high > to + 0.5;
    if (needed) {
        const auto whole = [](double value) { return int(std::lround(std::clamp(value, -1e9, 1e9))); };
        const int page = std::max(1, whole(to - from));
        bar->setRange(std::min(whole(low), whole(from)), std::max(whole(high) - page, whole(from)));
        bar->setPageStep(page);
        bar->setValue(whole(from));
    }
    if (bar->isHidden() == needed)
        bar->setVisible(needed);
}

void ViewportBars::show(const QRectF &content, const QRectF &shown)
{
    m_filling = true;
    fill(m_horizontal, content.left(), content.right(), shown.left(), shown.right());
    fill(m_vertical, content.top(), content.bottom(), shown.top(), shown.bottom());
    m_shown = QPointF(
        m_horizontal->isHidden() ? shown.left() : m_horizontal->value(),
        m_vertical->isHidden() ? shown.top() : m_vertical->value());
    m_filling = false;
}

void ViewportBars::setTheme(const Theme &theme)
{
    const QString sheet
        = u"QScrollBar { background: transparent; border: none; margin: 2px; }"
          "QScrollBar:horizontal { height: 10px; } QScrollBar:vertical { width: 10px; }"
          "QScrollBar::handle { background: %1; border-radius: 3px; min-width: 24px; min-height: 24px; }"
          "QScrollBar::handle:hover { background: %2; }"
          "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
          "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"_s.arg(
              theme.nodeOutline.name(), theme.edge.name());
    m_horizontal->setStyleSheet(sheet);
    m_vertical->setStyleSheet(sheet);
}

void ViewportBars::place(QSize viewport)
{
    m_horizontal->setGeometry(0, viewport.height() - kThickness, viewport.width() - kThickness, kThickness);
    m_vertical->setGeometry(viewport.width() - kThickness, 0, kThickness, viewport.height() - kThickness);
}

} // namespace jackfield
