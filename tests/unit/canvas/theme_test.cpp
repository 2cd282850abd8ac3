// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/icon_source.h"
#include "canvas/scene/theme.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::theme_test {

using namespace Qt::Literals::StringLiterals;

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QCOMPARE(qRound(contrastRatio(QColor(u"#767676"_s), Qt::white) * 100), 454);
    }

    void pairsAreReadable_data()
    {
        QTest::addColumn<QString>("pair");
        QTest::addColumn<QColor>("over");
        QTest::addColumn<QColor>("under");
        QTest::addColumn<double>("least");
        for (const QString &name : Theme::names()) {
            const Theme theme = Theme::load(name);
            const double text = name == u"contrast" ? 7.0 : 4.5, sign = name == u"contrast" ? 7.0 : 3.0;
            const auto row = [&](const char *pair, const QColor &over, const QColor &under, double least) {
                QTest::addRow("%s: %s", qPrintable(name), pair) << QString::fromLatin1(pair) << over << under << least;
            };
            row("text on window", theme.text, theme.window, text);
            row("text on panel", theme.text, theme.panel, text);
            row("text on canvas", theme.text, theme.canvas, text);
            row("text on card", theme.text, theme.nodeCard, text);
            row("text on selected row", theme.text, theme.selectedRow, text);
            row("secondary text on window", theme.secondaryText, theme.window, text);
            row("secondary text on panel", theme.secondaryText, theme.panel, text);
            row("secondary text on canvas", theme.secondaryText, theme.canvas, text);
            row("secondary text on card", theme.secondaryText, theme.nodeCard, text);
            row("text on accent", theme.accentText, theme.accent, text);
            row("link on panel", theme.accent, theme.panel, text);
            if (name == u"contrast") // elsewhere the outline has to stand out from the canvas that it lies on
                row("outline on card", theme.nodeOutline, theme.nodeCard, sign);
            row("outline on canvas", theme.nodeOutline, theme.canvas, sign);
            row("edge on canvas", theme.edge, theme.canvas, sign);
            row("accent on canvas", theme.accent, theme.canvas, sign);
            row("error on panel", theme.error, theme.panel, sign);
            row("warning on panel", theme.warning, theme.panel, sign);
            row("good on panel", theme.good, theme.panel, sign);
            row("error on canvas", theme.error, theme.canvas, sign);
            row("warning on canvas", theme.warning, theme.canvas, sign);
            for (auto it = theme.families.cbegin(); it != theme.families.cend(); ++it) {
                const QByteArray family = familyName(it.key()).toByteArray();
                row((family + " on card").constData(), it.value(), theme.nodeCard, sign);
                row((family + " on panel").constData(), it.value(), theme.panel, sign);
            }
        }
    }

    void pairsAreReadable()
    {
        QFETCH(QColor, over);
        QFETCH(QColor, under);
        QFETCH(double, least);
        QVERIFY2(contrastRatio(over, under) >= least, qPrintable(QString::number(contrastRatio(over, under))));
    }

    void everyFamilyHasAColourOfItsOwn()
    {
        for (const QString &name : Theme::names()) {
            const Theme theme = Theme::load(name);
            QSet<QRgb> colours;
            for (const QColor &colour : theme.families)
                colours.insert(colour.rgb());
            QCOMPARE(colours.size(), 8);
            QCOMPARE(theme.dark, name == u"dark");
        }
    }

    void everyIconDraws_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"start",  "message",  "question", "condition", "variable",
                                 "http",   "handover", "tag",      "delay",     "end",
                                 "agent",  "unknown",  "undo",     "redo",      "tidy",
                                 "fit",    "publish",  "versions", "pause",     "play",
                                 "import", "export",   "server",   "chatbot",   "conversation-flow",
                                 "search", "warning",  "error",    "info",      "plus",
                                 "minus",  "close",    "copy",     "trash"})
            QTest::newRow(name) << QByteArray(name);
    }

    void everyIconDraws()
    {
        QFETCH(QByteArray, name);
        QVERIFY(IconSource::exists(name));
        IconSource icons;
        const QImage image = icons.image(name, Qt::red, 32);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                painted += pixel.alpha() > 128;
                QVERIFY(pixel.alpha() == 0 || (pixel.green() == 0 && pixel.blue() == 0));
            }
        QVERIFY2(painted > 16, "the drawing is nearly empty");
        QVERIFY2(painted < 32 * 32, "the drawing fills everything");
        QVERIFY(!icons.tinted(name, Qt::red).isNull());
    }

    void strangeNamesGiveTheUnknownIcon()
    {
        IconSource icons;
        const QImage unknown = icons.image("unknown", Qt::blue, 16);
        QCOMPARE(icons.image("no such thing", Qt::blue, 16), unknown);
        QCOMPARE(icons.image("../themes/light", Qt::blue, 16), unknown);
        QCOMPARE(icons.image("", Qt::blue, 16), unknown);
    }
};

JACKFIELD_TEST(ThemeTest)

} // namespace jackfield::theme_test

#include "theme_test.moc"
