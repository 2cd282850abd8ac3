// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/wire_tool.h"

namespace jackfield {

/// Draws a new connection from a port, or from an input backwards. On empty canvas it offers the nodes that fit.
class ConnectTool : public WireTool
{
public:
    using WireTool::WireTool;

protected:
    void attach(const NodeId &from, const QByteArray &port, const NodeId &to) override;
    void dropOnEmpty(QPointF scenePoint) override;
    void click() override;
};

} // namespace jackfield
