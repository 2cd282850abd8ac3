// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/window_state.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kLayoutVersion = 2;

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/jackfield/window.ini"_s;
}

} // namespace

WindowState::WindowState(const QString &dataFolder) : m_settings(settingsPath(), QSettings::IniFormat)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8();
    m_group = QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(12));
}

void WindowState::reset()
{
    m_settings.remove(m_group);
}

QString WindowState::key(const char *name) const
{
    return m_group + u'/' + QString::fromLatin1(name);
}

QByteArray WindowState::geometry() const
{
    return m_settings.value(key("geometry")).toByteArray();
}

QByteArray WindowState::layout() const
{
    return m_settings.value(key("layoutVersion")).toInt() == kLayoutVersion
        ? m_settings.value(key("layout")).toByteArray()
        : QByteArray();
}

void WindowState::setLayout(const QByteArray &geometry, const QByteArray &layout)
{
    m_settings.setValue(key("geometry"), geometry);
    m_settings.setValue(key("layout"), layout);
    m_settings.setValue(key("layoutVersion"), kLayoutVersion);
}

QList<FlowId> WindowState::openFlows() const
{
    QList<FlowId> flows;
    for (const QString &id : m_settings.value(key("open")).toStringList())
        flows << FlowId(id.toUtf8());
    return flows;
}

FlowId WindowState::currentFlow() const
{
    return FlowId(m_settings.value(key("current")).toString().toUtf8());
}

void WindowState::setOpenFlows(const QList<FlowId> &flows, const FlowId &current)
{
    QStringList ids;
    std::ranges::transform(flows, std::back_inserter(ids), &FlowId::toString);
    m_settings.setValue(key("open"), ids);
    m_settings.setValue(key("current"), current.toString());
}

std::optional<Viewport> WindowState::viewport(const FlowId &flow) const
{
    const QStringList parts = m_settings.value(key("viewport/") + flow.toString()).toString().split(u' ');
    if (parts.size() != 3)
        return {};
    const Viewport viewport{{parts[0].toDouble(), parts[1].toDouble()}, parts[2].toDouble()};
    const bool sane = std::isfinite(viewport.centre.x()) && std::isfinite(viewport.centre.y()) && viewport.zoom >= 0.05
        && viewport.zoom <= 4;
    return sane ? std::optional(viewport) : std::nullopt;
}

void WindowState::setViewport(const FlowId &flow, const Viewport &viewport)
{
    m_settings.setValue(
        key("viewport/") + flow.toString(),
        u"%1 %2 %3"_s.arg(viewport.centre.x()).arg(viewport.centre.y()).arg(viewport.zoom));
}

ThemeChoice WindowState::theme() const
{
    return ThemeChoice(std::clamp(m_settings.value(u"theme"_s, 0).toInt(), 0, int(ThemeChoice::HighContrast)));
}

void WindowState::setTheme(ThemeChoice choice)
{
    m_settings.setValue(u"theme"_s, int(choice));
}

bool WindowState::serverWanted() const
{
    return m_settings.value(key("server"), true).toBool();
}

void WindowState::setServerWanted(bool wanted)
{
    m_settings.setValue(key("server"), wanted);
}

QSet<QByteArray> WindowState::rateLimited() const
{
    QSet<QByteArray> apis;
    for (const QString &api : m_settings.value(key("rateLimited")).toStringList())
        apis.insert(api.toUtf8());
    return apis;
}

void WindowState::setRateLimited(const QSet<QByteArray> &apis)
{
    QStringList names;
    for (const QByteArray &api : apis)
        names << QString::fromUtf8(api);
    names.sort();
    m_settings.setValue(key("rateLimited"), names);
}

} // namespace jackfield
