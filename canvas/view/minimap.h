// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/scene.h"
#include "canvas/scene/theme.h"

#include <QBasicTimer>
#include <QPixmap>
#include <QWidget>

namespace jackfield {

/// The whole flow in a corner, with a frame around what the view shows. A press or drag moves the view there.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    Minimap(const Scene &scene, QWidget *parent);

    void setTheme(const Theme &theme);
    void setShown(const QRectF &sceneArea);
    /// The scene has changed. The picture follows a moment later: it must not cost a frame of a gesture.
    void invalidate();

signals:
    void centreWanted(QPointF scenePoint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    QRectF frame() const; ///< what the view shows, in pixels of this widget

    const Scene &m_scene;
    Theme m_theme;
    QRectF m_shown;
    QPixmap m_picture;
    QTransform m_toMap; ///< scene to pixels of this widget
    QBasicTimer m_timer;
};

} // namespace jackfield
