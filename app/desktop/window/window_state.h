// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/window/window_style.h"
#include "canvas/scene/selection.h"
#include "model/graph/ids.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QSettings>

#include <optional>

namespace jackfield {

/// What the window remembers between two starts, in $XDG_CONFIG_HOME/jackfield. A broken file reads as nothing
/// remembered.
class WindowState
{
public:
    /// `dataFolder` keeps the memories of two workspaces apart.
    explicit WindowState(const QString &dataFolder);

    void reset(); ///< forgets layout, tabs and viewports

    QByteArray geometry() const;
    QByteArray layout() const;
    void setLayout(const QByteArray &geometry, const QByteArray &layout);

    QList<FlowId> openFlows() const;
    FlowId currentFlow() const;
    void setOpenFlows(const QList<FlowId> &flows, const FlowId &current);

    std::optional<Viewport> viewport(const FlowId &flow) const;
    void setViewport(const FlowId &flow, const Viewport &viewport);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    bool serverWanted() const;
    void setServerWanted(bool wanted);
    QSet<QByteArray> rateLimited() const; ///< APIs whose keys are held to the limits of their platform
    void setRateLimited(const QSet<QByteArray> &apis);

private:
    QString key(const char *name) const;

    mutable QSettings m_settings;
    QString m_group;
};

} // namespace jackfield
