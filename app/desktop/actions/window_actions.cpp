// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/actions/window_actions.h"

#include "canvas/scene/icon_source.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QList<QKeySequence> keys(std::initializer_list<const char *> list)
{
    QList<QKeySequence> sequences;
    for (const char *key : list)
        sequences << QKeySequence(QString::fromLatin1(key));
    return sequences;
}

#define TEXT(s) QT_TRANSLATE_NOOP("WindowActions", s)

const QList<ActionSpec> &actionTable()
{
    static const QList<ActionSpec> table = {
        {"file.new", TEXT("&File"), TEXT("&New"), keys({"Ctrl+N"}), "plus", TEXT("Makes a new flow")},
        {"file.import", TEXT("&File"), TEXT("&Import..."), keys({"Ctrl+O"}), "import",
         TEXT("Brings flows in from JSON files")},
        {"file.export", TEXT("&File"), TEXT("&Export..."), keys({"Ctrl+Shift+S"}), "export",
         TEXT("Writes the open flow to a JSON file"), true},
        {"file.closeTab", TEXT("&File"), TEXT("&Close tab"), keys({"Ctrl+W"}), "close",
         TEXT("Closes the open flow; it stays stored"), true, true},
        {"file.quit", TEXT("&File"), TEXT("&Quit"), keys({"Ctrl+Q"}), "",
         TEXT("Closes the window and stops the local API"), false, true},

        {"edit.undo", TEXT("&Edit"), TEXT("&Undo"), keys({"Ctrl+Z"}), "undo", TEXT("Takes the last change back"), true},
        {"edit.redo", TEXT("&Edit"), TEXT("&Redo"), keys({"Ctrl+Shift+Z", "Ctrl+Y"}), "redo",
         TEXT("Makes the change again that was taken back"), true},
        {"edit.cut", TEXT("&Edit"), TEXT("Cu&t"), keys({"Ctrl+X", "Shift+Del"}), "",
         TEXT("Moves the selection to the clipboard"), true, true, true},
        {"edit.copy", TEXT("&Edit"), TEXT("&Copy"), keys({"Ctrl+C", "Ctrl+Ins"}), "copy",
         TEXT("Copies the selection as JSON text"), true, false, true},
        {"edit.paste", TEXT("&Edit"), TEXT("&Paste"), keys({"Ctrl+V", "Shift+Ins"}), "",
         TEXT("Adds nodes from the clipboard"), true, false, true},
        {"edit.duplicate", TEXT("&Edit"), TEXT("Dup&licate"), keys({"Ctrl+D"}), "",
         TEXT("Makes a copy beside the selection"), true, false, true},
        {"edit.delete", TEXT("&Edit"), TEXT("&Delete"), keys({"Del", "Backspace"}), "trash",
         TEXT("Removes the selection"), true, false, true},
        {"edit.deleteAndReconnect", TEXT("&Edit"), TEXT("Delete and reco&nnect"), keys({"Ctrl+Del"}), "",
         TEXT("Removes a node and joins what was before it to what was after it"), true, false, true},
        {"edit.rename", TEXT("&Edit"), TEXT("Rena&me flow..."), keys({"F2"}), "",
         TEXT("Gives the open flow another name"), true},
        {"edit.selectAll", TEXT("&Edit"), TEXT("Select &all"), keys({"Ctrl+A"}), "",
         TEXT("Selects every node and edge"), true, true, true},
        {"edit.selectNone", TEXT("&Edit"), TEXT("Select n&one"), keys({"Ctrl+Shift+A"}), "",
         TEXT("Clears the selection"), true, false, true},
        {"edit.selectUpstream", TEXT("&Edit"), TEXT("Select up&stream"), keys({"Ctrl+E, U"}), "",
         TEXT("Adds everything that leads to the selected nodes"), true, false, true},
        {"edit.selectDownstream", TEXT("&Edit"), TEXT("Select do&wnstream"), keys({"Ctrl+E, D"}), "",
         TEXT("Adds everything that follows the selected nodes"), true, false, true},
        {"edit.selectConnected", TEXT("&Edit"), TEXT("Select connect&ed"), keys({"Ctrl+E, C"}), "",
         TEXT("Adds everything connected to the selected nodes"), true, false, true},
        {"edit.find", TEXT("&Edit"), TEXT("&Find a flow"), keys({"Ctrl+K", "Ctrl+Shift+F"}), "search",
         TEXT("Goes to the explorer's filter"), false, true},

        {"view.zoomIn", TEXT("&View"), TEXT("Zoom &in"), keys({"Ctrl++", "Ctrl+="}), "plus", TEXT("Shows it larger"),
         true},
        {"view.zoomOut", TEXT("&View"), TEXT("Zoom &out"), keys({"Ctrl+-"}), "minus", TEXT("Shows it smaller"), true},
        {"view.zoom100", TEXT("&View"), TEXT("&100 %"), keys({"Ctrl+0"}), "", TEXT("Shows it at its own size"), true},
        {"view.fit", TEXT("&View"), TEXT("&Fit"), keys({"Ctrl+1"}), "fit", TEXT("Shows the whole flow"), true},
        {"view.fitSelection", TEXT("&View"), TEXT("Fit &selection"), keys({"Ctrl+2"}), "",
         TEXT("Shows what is selected"), true},
        {"view.snap",
         TEXT("&View"),
         TEXT("S&nap to grid"),
         {},
         "",
         TEXT("Places nodes on a grid of 8; Alt suspends it"),
         true,
         true},
        {"view.fullScreen", TEXT("&View"), TEXT("F&ull screen"), keys({"F11"}), "", TEXT("Uses the whole screen"),
         false, true},

        {"arrange.tidy", TEXT("&Arrange"), TEXT("&Tidy up"), keys({"Ctrl+Shift+L"}), "tidy",
         TEXT("Lays the flow out from left to right"), true},
        {"arrange.left", TEXT("&Arrange"), TEXT("Align &left"), keys({"Ctrl+L, Left"}), "",
         TEXT("Gives the selected nodes one left edge"), true, true, true},
        {"arrange.centre",
         TEXT("&Arrange"),
         TEXT("Align &centres"),
         {},
         "",
         TEXT("Puts the selected nodes on one vertical axis"),
         true,
         false,
         true},
        {"arrange.right", TEXT("&Arrange"), TEXT("Align &right"), keys({"Ctrl+L, Right"}), "",
         TEXT("Gives the selected nodes one right edge"), true, false, true},
        {"arrange.top", TEXT("&Arrange"), TEXT("Align to&p"), keys({"Ctrl+L, Up"}), "",
         TEXT("Gives the selected nodes one top edge"), true, false, true},
        {"arrange.middle",
         TEXT("&Arrange"),
         TEXT("Align &middles"),
         {},
         "",
         TEXT("Puts the selected nodes on one horizontal axis"),
         true,
         false,
         true},
        {"arrange.bottom", TEXT("&Arrange"), TEXT("Align &bottom"), keys({"Ctrl+L, Down"}), "",
         TEXT("Gives the selected nodes one bottom edge"), true, false, true},
        {"arrange.distributeAcross", TEXT("&Arrange"), TEXT("Distribute &across"), keys({"Ctrl+L, H"}), "",
         TEXT("Makes the gaps between the selected nodes equal"), true, true, true},
        {"arrange.distributeDown", TEXT("&Arrange"), TEXT("Distribute &down"), keys({"Ctrl+L, V"}), "",
         TEXT("Makes the gaps between the selected nodes equal"), true, false, true},

        {"flow.validate", TEXT("F&low"), TEXT("&Show problems"), keys({"Ctrl+Shift+B"}), "warning",
         TEXT("Brings the problems list forward"), true},
        {"flow.nextProblem", TEXT("F&low"), TEXT("&Next problem"), keys({"F8"}), "",
         TEXT("Selects what the next problem is about"), true},
        {"flow.previousProblem", TEXT("F&low"), TEXT("&Previous problem"), keys({"Shift+F8"}), "",
         TEXT("Selects what the previous problem is about"), true},
        {"flow.publish", TEXT("F&low"), TEXT("P&ublish"), keys({"Ctrl+Shift+Return"}), "publish",
         TEXT("Checks the draft and keeps it as a version"), true, true},
        {"flow.activate", TEXT("F&low"), TEXT("&Activate"), {}, "play", TEXT("Makes the newest version live"), true},
        {"flow.pause", TEXT("F&low"), TEXT("Paus&e"), {}, "pause", TEXT("Stops the live version"), true},
        {"flow.versions", TEXT("F&low"), TEXT("&Versions"), {}, "versions", TEXT("Brings the versions forward"), true},
        {"flow.delete",
         TEXT("F&low"),
         TEXT("&Delete flow"),
         {},
         "trash",
         TEXT("Moves the flow to the trash, from where it can come back"),
         true,
         true},

        {"server.toggle",
         TEXT("&Server"),
         TEXT("Local &API on"),
         {},
         "",
         TEXT("Starts or stops the API on this machine")},
        {"server.copyAddress",
         TEXT("&Server"),
         TEXT("Copy a&ddress"),
         {},
         "copy",
         TEXT("Copies the base URL for a client")},
        {"server.keys", TEXT("&Server"), TEXT("&Keys..."), {}, "server", TEXT("Brings the server panel forward")},
        {"server.log", TEXT("&Server"), TEXT("API &log"), keys({"Ctrl+Shift+J"}), "",
         TEXT("Shows what clients asked of the API, and what they got")},

        {"window.nextTab", TEXT("&Window"), TEXT("&Next tab"), keys({"Ctrl+Tab", "Ctrl+PgDown"}), "",
         TEXT("Goes to the next open flow"), true},
        {"window.previousTab", TEXT("&Window"), TEXT("&Previous tab"), keys({"Ctrl+Shift+Tab", "Ctrl+PgUp"}), "",
         TEXT("Goes to the previous open flow"), true},
        {"window.resetLayout",
         TEXT("&Window"),
         TEXT("&Reset layout"),
         {},
         "",
         TEXT("Puts the panels back where they were at first"),
         false,
         true},

        {"help.shortcuts", TEXT("&Help"), TEXT("&Shortcuts"), keys({"Ctrl+/"}), "",
         TEXT("Lists every action and its keys")},
        {"help.about", TEXT("&Help"), TEXT("&About Jackfield"), {}, "info", TEXT("Version and licence")},
    };
    return table;
}

#undef TEXT

QString translated(const char *text)
{
    return QCoreApplication::translate("WindowActions", text);
}

} // namespace

WindowActions::WindowActions(QWidget *window) : QObject(window)
{
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(translated(spec.text), window);
        action->setObjectName(QString::fromLatin1(spec.id));
        action->setShortcuts(spec.keys);
        action->setStatusTip(translated(spec.tip));
        action->setToolTip(
            action->text().remove(u'&')
            + (spec.keys.isEmpty() ? QString()
                                   : u" ("_s + spec.keys.first().toString(QKeySequence::NativeText) + u')'));
        if (spec.canvasKeys)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        else
            window->addAction(action);
        m_all << action;
        m_byId.insert(spec.id, action);
    }
    m_byId["view.snap"]->setCheckable(true);
    m_byId["view.fullScreen"]->setCheckable(true);
    m_byId["server.toggle"]->setCheckable(true);
}

QAction *WindowActions::operator[](const char *id) const
{
    QAction *action = m_byId.value(id);
    Q_ASSERT_X(action, "WindowActions", id);
    return action;
}

void WindowActions::fillMenus(QMenuBar *bar) const
{
    QHash<QByteArray, QMenu *> menus;
    for (const ActionSpec &spec : actionTable()) {
        QMenu *&menu = menus[spec.menu];
        if (!menu) {
            menu = bar->addMenu(translated(spec.menu));
            menu->setObjectName(u"menu."_s + menu->title().remove(u'&').toLower());
        }
        if (spec.separated)
            menu->addSeparator();
        menu->addAction(m_byId.value(spec.id));
    }
}

void WindowActions::addToCanvas(QWidget *canvas) const
{
    for (const ActionSpec &spec : actionTable()) {
        if (spec.canvasKeys)
            canvas->addAction(m_byId.value(spec.id));
    }
}

void WindowActions::setFlowOpen(bool open)
{
    for (const ActionSpec &spec : actionTable()) {
        if (!spec.needsFlow)
            continue;
        QAction *action = m_byId.value(spec.id);
        action->setEnabled(open);
        action->setStatusTip(open ? translated(spec.tip) : tr("Open a flow first."));
    }
}

void WindowActions::setTheme(const Theme &theme)
{
    IconSource icons;
    for (const ActionSpec &spec : actionTable()) {
        if (*spec.icon)
            m_byId.value(spec.id)->setIcon(icons.tinted(spec.icon, theme.text, 16, theme.nodeOutline));
    }
}

} // namespace jackfield
