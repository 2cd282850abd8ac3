// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/text_cache.h"

#include "canvas/scene/node_geometry.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace jackfield {

using namespace measure;

namespace {

constexpr int kMaxKept = 2000;
constexpr qsizetype kMaxMeasured = 160; // characters: more than fits into any line we draw
constexpr double kMinTitleRoom = 96; // a title of less than this is not worth showing a type beside it
constexpr double kTypeGap = 10;
constexpr double kLabelRoom = 150;
constexpr double kPortNameRight = 14;

QFont sized(const QFont &base, double pixels, QFont::Weight weight)
{
    QFont font(base);
    // Glyphs are scaled with the view: hinted widths would not scale evenly.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(int(pixels));
    font.setWeight(weight);
    return font;
}

QString measurable(const QString &text)
{
    return text.left(kMaxMeasured).simplified();
}

LaidText laid(const QString &text, const QFont &font, const QFontMetricsF &metrics)
{
    LaidText result;
    if (text.isEmpty())
        return result;
    result.text.setTextFormat(Qt::PlainText);
    result.text.setPerformanceHint(QStaticText::AggressiveCaching);
    result.text.setText(text);
    result.text.prepare({}, font);
    result.width = metrics.horizontalAdvance(text);
    return result;
}

/// Breaks one text into at most `count` lines at word ends.
QStringList wrapped(const QString &text, const QFont &font, double room, int count)
{
    QTextLayout layout(measurable(text), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    while (lines.size() < count) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room);
        const bool last = lines.size() + 1 == count;
        lines.append(
            last ? layout.text().mid(line.textStart()) : layout.text().mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

} // namespace

LaidText layOutLine(const QString &text, const QFont &font, double room)
{
    const QFontMetricsF metrics(font);
    return laid(metrics.elidedText(measurable(text), Qt::ElideRight, room), font, metrics);
}

TextCache::TextCache() : m_nodes(kMaxKept), m_labels(kMaxKept)
{
    setFont(QFont());
}

void TextCache::setFont(const QFont &font)
{
    m_titleFont = sized(font, kTitleFont, QFont::DemiBold);
    m_typeFont = sized(font, kTypeFont, QFont::Normal);
    m_bodyFont = sized(font, kBodyFont, QFont::Normal);
    m_nodes.clear();
    m_labels.clear();
}

const NodeTexts &TextCache::node(const Node &node, int number, int version)
{
    if (const NodeTexts *known = m_nodes.object(number); known && known->version == version)
        return *known;
    auto *texts = new NodeTexts;
    texts->version = version;
    const NodeGeometry geometry = NodeGeometry::of(node);
    const double right = kNodeWidth - kTextRight;
    const double headerRoom = right - kTitleLeft;
    const LaidText type = layOutLine(node.typeTitle, m_typeFont, headerRoom);
    const double titleWidth = QFontMetricsF(m_titleFont).horizontalAdvance(measurable(node.title));
    const double beside = headerRoom - type.width - kTypeGap;
    if (!type.isEmpty() && beside >= std::min(titleWidth, kMinTitleRoom))
        texts->type = type;
    texts->title = layOutLine(node.title, m_titleFont, texts->type.isEmpty() ? headerRoom : beside);

    const double bodyRoom = right - kBodyLeft;
    QStringList lines = node.summary.mid(0, geometry.bodyLines);
    if (node.summary.size() == 1 && geometry.bodyLines > 1)
        lines = wrapped(node.summary.first(), m_bodyFont, bodyRoom, geometry.bodyLines);
    for (const QString &line : std::as_const(lines))
        texts->body.append(layOutLine(line, m_bodyFont, bodyRoom));
    if (geometry.rows > 0) {
        for (const Port &port : node.outputs)
            texts->ports.append(layOutLine(port.name, m_bodyFont, kNodeWidth - kPortNameRight - kBodyLeft));
    }
    m_nodes.insert(number, texts);
    return *texts;
}

const LaidText &TextCache::label(const QString &label, int number)
{
    if (const Label *known = m_labels.object(number); known && known->source == label)
        return known->laid;
    auto *kept = new Label{label, layOutLine(label, m_typeFont, kLabelRoom)};
    m_labels.insert(number, kept);
    return kept->laid;
}

} // namespace jackfield
