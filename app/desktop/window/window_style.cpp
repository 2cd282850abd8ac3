// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/window_style.h"

#include <QApplication>
#include <QStyleFactory>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.secondaryText);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.accentText);
    palette.setColor(QPalette::Highlight, theme.selectedRow);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.nodeOutline);
    palette.setColor(QPalette::Shadow, theme.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.nodeOutline);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.secondaryText);
    return palette;
}

// Measures of visual.md: fields 30 high with corner 6, rows 26 to 28, captions 11.5 bold, one accent.
const QString kSheet = uR"(
QMainWindow, QMenuBar, QToolBar, QStatusBar { background: @window; color: @text; }
QMenuBar { padding: 2px 6px; } QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @row; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 4px; } QMenu::item:selected { background: @row; color: @text; }
QMenu::item:disabled { color: @outline; } QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QToolBar { border: none; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 6px; }
QToolBar QToolButton { padding-right: 5px; } QToolBar QToolButton[primary="true"] { padding-right: 12px; }
QToolBar::separator { width: 1px; background: @line; margin: 6px 4px; }
QToolButton, QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 12px; min-height: 18px; }
QToolButton:hover, QPushButton:hover { border-color: @outline; }
QToolButton:pressed, QPushButton:pressed { background: @row; }
QToolButton:checked { background: @row; border-color: @accent; }
QToolButton:disabled, QPushButton:disabled { color: @outline; }
QToolButton:focus, QPushButton:focus { border-color: @accent; }
QToolButton[primary="true"], QPushButton[primary="true"], QPushButton:default { background: @accent; color: @accentText; border-color: @accent; font-weight: 600; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton, QMessageBox QPushButton { min-width: 52px; }
QToolButton[primary="true"]:disabled, QPushButton[primary="true"]:disabled { background: @panel; color: @outline; border-color: @line; }
QToolButton[link="true"], QPushButton[link="true"] { background: transparent; border: none; color: @accent; padding: 2px 0; text-align: left; }
QToolButton[link="true"]:focus, QPushButton[link="true"]:focus { text-decoration: underline; }
QToolButton[flat="true"] { background: transparent; border: none; padding: 3px 6px; }
QFileDialog QToolButton { padding: 2px 3px; }
QToolButton::menu-indicator { image: none; }
QPushButton[opensMenu="true"] { padding-right: 26px; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[link="true"][opensMenu="true"] { padding-right: 18px; } QPushButton[link="true"]::menu-indicator { right: 2px; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @field; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; selection-background-color: @accent; selection-color: @accentText; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: @error; }
QComboBox::drop-down { border: none; width: 24px; } QComboBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @row; selection-color: @text; }
QTreeView, QListView, QTableView { background: @panel; color: @text; border: none; outline: none; }
QTreeView::item, QListView::item { min-height: 27px; padding-left: 2px; }
QListWidget { padding-left: 10px; }
QTreeView::item:hover, QListView::item:hover { background: @window; }
QTreeView::item:selected, QListView::item:selected { background: @row; color: @text; }
QHeaderView { background: @panel; } QHeaderView::section { background: @panel; color: @secondary; border: none; border-bottom: 1px solid @line; padding: 4px 8px; }
QDockWidget { color: @secondary; font-weight: 700; font-size: 11px; titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @panel; padding: 9px 12px 5px 12px; text-align: left; }
QDockWidget > QWidget { background: @panel; }
QWidget[panel="true"] { background: @panel; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QTabBar { background: @window; } QTabBar::tab { background: transparent; color: @secondary; padding: 7px 14px; border: none; border-top: 2px solid transparent; }
QTabBar::tab:selected { background: @panel; color: @text; border-top: 2px solid @accent; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QTabBar::tab:hover { color: @text; } QTabBar::close-button { subcontrol-position: right; }
QTabWidget::pane { border: none; }
QTabWidget#editors > QTabBar::tab { min-width: 70px; }
QTabBar::scroller { width: 44px; } QTabBar QToolButton { background: @window; border: none; border-radius: 0; padding: 0; min-height: 0; }
QTabWidget#editors > QTabBar::tab:selected { background: @canvas; }
QStatusBar { border-top: 1px solid @line; } QStatusBar::item { border: none; } QStatusBar QLabel { padding: 2px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; } QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: @outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QLabel[caption="true"] { color: @secondary; font-size: 11px; font-weight: 700; }
QLabel[secondary="true"] { color: @secondary; }
QLabel[problem="true"] { color: @error; } QLabel[good="true"] { color: @good; }
QLabel[heading="true"] { font-size: 20px; font-weight: 600; }
QFrame#messageBar { border: none; border-bottom: 1px solid @line; background: @row; }
QFrame#messageBar[tone="warning"] { border-left: 4px solid @warning; } QFrame#messageBar[tone="error"] { border-left: 4px solid @error; }
QFrame#messageBar[tone="information"] { border-left: 4px solid @accent; }
QFrame[card="true"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QCheckBox { spacing: 8px; }
QProgressBar { background: @field; border: 1px solid @line; border-radius: 4px; min-height: 8px; max-height: 8px; } QProgressBar::chunk { background: @accent; width: 30px; }
QSplitter::handle { background: @line; } QSplitter::handle:horizontal { width: 1px; } QSplitter::handle:vertical { height: 1px; }
)"_s;

} // namespace

Theme themeFor(ThemeChoice choice, const QPalette &systemPalette)
{
    switch (choice) {
    case ThemeChoice::Light:
        return Theme::load(u"light"_s);
    case ThemeChoice::Dark:
        return Theme::load(u"dark"_s);
    case ThemeChoice::HighContrast:
        return Theme::load(u"contrast"_s);
    case ThemeChoice::System:
        break;
    }
    const bool dark
        = systemPalette.color(QPalette::Window).lightness() < systemPalette.color(QPalette::WindowText).lightness();
    return Theme::load(dark ? u"dark"_s : u"light"_s);
}

void applyWindowStyle(QApplication &application, const Theme &theme)
{
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(paletteOf(theme));
    const QList<std::pair<QString, QColor>> words = {
        // Longer words first: "@accentText" must not be read as "@accent".
        {u"@accentText"_s, theme.accentText},
        {u"@accent"_s, theme.accent},
        {u"@secondary"_s, theme.secondaryText},
        {u"@window"_s, theme.window},
        {u"@panel"_s, theme.panel},
        {u"@line"_s, theme.line},
        {u"@text"_s, theme.text},
        {u"@row"_s, theme.selectedRow},
        {u"@outline"_s, theme.nodeOutline},
        {u"@canvas"_s, theme.canvas},
        {u"@field"_s, theme.canvas},
        {u"@scroll"_s, theme.line},
        {u"@error"_s, theme.error},
        {u"@warning"_s, theme.warning},
        {u"@good"_s, theme.good},
    };
    QString sheet = kSheet;
    for (const auto &[word, colour] : words)
        sheet.replace(word, colour.name());
    application.setStyleSheet(sheet);
}

} // namespace jackfield
