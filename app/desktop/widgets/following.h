// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

#include <utility>

namespace jackfield {

/// Connections that end together: what somebody listens to in the flow in front, until another one is.
class Following
{
public:
    Following() = default;
    ~Following() { end(); }
    Following(const Following &) = delete;
    Following &operator=(const Following &) = delete;

    Following &operator<<(const QMetaObject::Connection &connection)
    {
        m_connections << connection;
        return *this;
    }

    void end()
    {
        for (const QMetaObject::Connection &connection : std::exchange(m_connections, {}))
            QObject::disconnect(connection);
    }

private:
    QList<QMetaObject::Connection> m_connections;
};

} // namespace jackfield
