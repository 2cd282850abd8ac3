// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QObject>
#include <QRectF>

class QScrollBar;
class QWidget;

namespace jackfield {

/// Scroll bars that lie on the canvas instead of beside it, and show only when there is something to scroll to: the
/// canvas keeps its size when they come and go.
class ViewportBars : public QObject
{
    Q_OBJECT

public:
    explicit ViewportBars(QWidget *viewport);

    /// `content` and `shown` in logical pixels of the same space: everything there is, and what the view shows.
    void show(const QRectF &content, const QRectF &shown);
    void setTheme(const Theme &theme);
    void place(QSize viewport);

signals:
    void scrolled(QPointF distance); ///< the user wants to see what lies this much farther right and down

private:
    void fill(QScrollBar *bar, double low, double high, double from, double to);

    QScrollBar *m_horizontal;
    QScrollBar *m_vertical;
    bool m_filling = false;
    QPointF m_shown;
};

} // namespace jackfield
