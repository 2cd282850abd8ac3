// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"

namespace jackfield {

/// What connecting and reconnecting share: the line to the pointer, the search for the other end, the reason why not.
class WireTool : public Tool
{
public:
    WireTool(ToolHost &host, OpenWire wire, QPointF scenePoint);

    void move(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    bool autoScrolls() const override { return m_dragging; }

protected:
    /// The two ends are `from`'s `port` and `to`; they may be connected.
    virtual void attach(const NodeId &from, const QByteArray &port, const NodeId &to) = 0;
    virtual void dropOnEmpty(QPointF scenePoint) = 0;
    virtual void click() = 0;
    const OpenWire &wire() const { return m_wire; }

private:
    /// A place for the open end. Without an error it may be used.
    struct Candidate
    {
        NodeId node;
        QByteArray port; ///< output of `node`, when one is looked for
        QPointF anchor;
        QString refusal;
    };
    std::optional<Candidate> candidateAt(QPointF scenePoint) const;
    std::optional<Candidate> candidate(const NodeId &node, const QByteArray &port) const;
    std::optional<Candidate> firstAllowedOutput(const NodeId &node) const;
    QPointF attachedAnchor() const;
    QRectF lineArea() const;
    void findTargets();
    void finish();

    OpenWire m_wire;
    QPointF m_origin;
    QPointF m_tip;
    std::optional<Candidate> m_candidate;
    QList<QPointF> m_targets; ///< anchors in sight where the end may go
    bool m_dragging = false;
};

} // namespace jackfield
