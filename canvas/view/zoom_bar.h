// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QFrame>

class QToolButton;

namespace jackfield {

/// Minus, the scale, plus, Fit: lies in a corner of the canvas.
class ZoomBar : public QFrame
{
    Q_OBJECT

public:
    explicit ZoomBar(QWidget *parent);

    void setZoom(double zoom);
    void setTheme(const Theme &theme);

signals:
    void zoomedOut();
    void zoomReset();
    void zoomedIn();
    void fitted();

private:
    QToolButton *addButton(const QString &name);

    QToolButton *m_out;
    QToolButton *m_percent;
    QToolButton *m_in;
    QToolButton *m_fit;
};

} // namespace jackfield
