// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_input.h"
#include "canvas/view/canvas_picture.h"
#include "canvas/view/canvas_view.h"
#include "model/document/document.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>

namespace jackfield {

namespace {

constexpr int kHintMargin = 14;

} // namespace

void CanvasView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (isArranging()) {
        painter.fillRect(event->rect(), m_theme.canvas);
        paintHint(painter, tr("Arranging %1 nodes...").arg(locale().toString(m_scene.graph().nodes().size())));
        return;
    }
    m_fitPending = false;
    const ViewMapping shown = mapping();
    m_picture->show(m_viewport.zoom, shown.ratio, shown.deviceOrigin(), shown.deviceSize());
    m_picture->draw(painter, event->rect());

    painter.save();
    painter.scale(1 / shown.ratio, 1 / shown.ratio);
    painter.translate(-shown.deviceOrigin());
    m_picture->painter().paintHalos(painter);
    painter.restore();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(shown.toView({0, 0}));
    painter.scale(m_viewport.zoom, m_viewport.zoom);
    m_input->paint(painter);
    painter.restore();
    if (m_scene.graph().nodes().isEmpty())
        paintHint(painter, emptyHint());
}

QString CanvasView::emptyHint() const
{
    QString hint = m_document.kind().info().startHint;
    if (!m_document.kind().info().drawnElsewhere.isEmpty())
        return hint;
    const QString usual = tr("Drop a node here, or double-click to add one");
    return hint.isEmpty() ? usual : hint + u'\n' + usual;
}

void CanvasView::paintHint(QPainter &painter, const QString &text) const
{
    const QRect room = viewport()->rect().adjusted(kHintMargin, kHintMargin, -kHintMargin, -kHintMargin);
    painter.setPen(m_theme.secondaryText);
    painter.setFont(font());
    painter.drawText(room, int(Qt::AlignCenter) | int(Qt::TextWordWrap), text);
}

bool CanvasView::event(QEvent *event)
{
    const bool handled = QAbstractScrollArea::event(event);
    if (event->type() == QEvent::FontChange && m_picture) {
        m_picture->painter().setFont(font());
        m_picture->damageAll();
        viewport()->update();
    }
    return handled;
}

} // namespace jackfield
