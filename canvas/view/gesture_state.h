// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/scene.h"
#include "canvas/view/quick_add.h"
#include "model/graph/ids.h"

#include <QList>
#include <QPointF>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <memory>

namespace jackfield {

/// What CanvasView remembers between input events, beside the running tool.
struct GestureState
{
    ~GestureState()
    {
        if (layoutCancelled)
            *layoutCancelled = true;
    }

    QPointF pointer; ///< last place of the pointer, view coordinates
    Qt::KeyboardModifiers modifiers;
    bool pointerInside = false;
    bool spaceHeld = false;
    SceneHit hover; ///< what is under the pointer
    Qt::MouseButton button = Qt::NoButton; ///< that started the running tool
    NodeId focus; ///< where the arrow keys are
    QTimer scroll; ///< runs while a tool holds the pointer near the border
    QPointer<QuickAdd> quickAdd;
    QList<QByteArray> recentTypes; ///< chosen in quick add, latest first
    std::shared_ptr<std::atomic_bool> layoutCancelled; ///< of the layout that is being computed
};

} // namespace jackfield
