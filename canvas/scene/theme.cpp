// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/theme.h"

#include "model/json/json_reader.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Theme Theme::load(const QString &name)
{
    QFile file(u":/themes/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no theme '%s'", qPrintable(name));
    const Result<Json> read = parseJson(file.readAll());
    if (!read)
        qFatal("Theme '%s': %s", qPrintable(name), qPrintable(read.error().message));
    const Json &json = *read;

    const auto colour = [&](const Json &group, QByteArrayView key) {
        const QColor found(group[key].toString());
        if (!found.isValid())
            qFatal("Theme '%s' has no colour '%s'", qPrintable(name), key.toByteArray().constData());
        return found;
    };
    Theme theme;
    theme.name = name;
    theme.title = json["title"].toString();
    theme.dark = json["dark"].toBool();
    const Json &colours = json["colours"];
    const std::pair<QColor *, QByteArrayView> members[]
        = {{&theme.window, "window"},
           {&theme.panel, "panel"},
           {&theme.line, "line"},
           {&theme.text, "text"},
           {&theme.secondaryText, "secondaryText"},
           {&theme.canvas, "canvas"},
           {&theme.gridDot, "gridDot"},
           {&theme.nodeCard, "nodeCard"},
           {&theme.nodeOutline, "nodeOutline"},
           {&theme.edge, "edge"},
           {&theme.accent, "accent"},
           {&theme.accentText, "accentText"},
           {&theme.selectedRow, "selectedRow"},
           {&theme.error, "error"},
           {&theme.warning, "warning"},
           {&theme.good, "good"}};
    for (const auto &[member, key] : members)
        *member = colour(colours, key);
    for (const Family family :
         {Family::Entry, Family::Say, Family::Ask, Family::Decide, Family::Act, Family::HandOver, Family::End,
          Family::Unknown})
        theme.families.insert(family, colour(json["families"], familyName(family)));
    return theme;
}

QStringList Theme::names()
{
    return {u"light"_s, u"dark"_s, u"contrast"_s};
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace jackfield
