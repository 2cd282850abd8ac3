// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QMenuBar;
class QWidget;

namespace jackfield {

/// One thing that the user can do, as it stands in the menus.
struct ActionSpec
{
    const char *id; ///< object name of the QAction
    const char *menu; ///< "File", with the mnemonic
    const char *text; ///< with the mnemonic
    QList<QKeySequence>
        keys; ///< explicit: the standard lists differ between desktops and clash (Ctrl+D in Delete on X11)
    const char *icon; ///< resources/icons; empty = none
    const char *tip; ///< status tip: what it does
    bool needsFlow = false; ///< only usable with a flow open
    bool separated = false; ///< a line above it in the menu
    bool canvasKeys = false; ///< its keys count only while a canvas has the focus: lists and fields have their own
};

/// Every action of the window, made from one table, found by id. The menus, tool bar and context menus show these same
/// actions.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    /// The actions belong to `window`, whose shortcuts they are.
    explicit WindowActions(QWidget *window);

    QAction *operator[](const char *id) const; ///< Requires: the id is in the table
    const QList<QAction *> &all() const { return m_all; }
    void fillMenus(QMenuBar *bar) const;
    void addToCanvas(QWidget *canvas) const; ///< so that the keys of the canvas work there
    void setFlowOpen(bool open); ///< enables what needs one; the others say why not in their status tip
    void setTheme(const Theme &theme);

private:
    QList<QAction *> m_all;
    QHash<QByteArray, QAction *> m_byId;
};

} // namespace jackfield
