// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/tool.h"

#include <QApplication>
#include <QLineF>

namespace jackfield {

bool Tool::isDrag(QPointF pressed, QPointF now) const
{
    return QLineF(pressed, now).length() * m_host.viewportState().zoom >= QApplication::startDragDistance();
}

} // namespace jackfield
