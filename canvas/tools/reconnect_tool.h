// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/wire_tool.h"

namespace jackfield {

/// Takes one end of an edge to another node; everything else of the edge stays.
class ReconnectTool : public WireTool
{
public:
    using WireTool::WireTool;

protected:
    void attach(const NodeId &from, const QByteArray &port, const NodeId &to) override;
    void dropOnEmpty(QPointF scenePoint) override;
    void click() override;
};

} // namespace jackfield
