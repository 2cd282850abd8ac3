// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/widgets/following.h"
#include "canvas/scene/theme.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace jackfield {

class FlowEditor;

/// What a panel does for an action of the window's table.
struct PanelCommand
{
    QByteArray action; ///< its id
    std::function<void()> run = {}; ///< may be empty: bringing the panel forward is all
    bool raises = true; ///< the panel comes forward first
};

/// What a dock of the window holds. Follows the flow in front; the window knows its panels by this alone.
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget *parent = nullptr);

    /// The flow in front; nullptr when none is open. The one before must still be there, for what was typed and not
    /// taken over yet.
    void setEditor(FlowEditor *editor);
    virtual void setTheme(const Theme &) { }
    /// Told by its dock: a panel behind another tab is visible to Qt all the same.
    virtual void setOnShow(bool) { }
    /// Puts the focus where one begins to type.
    virtual void takeFocus() { setFocus(); }
    virtual QList<PanelCommand> commands() { return {}; }

signals:
    void badgeChanged(int count); ///< what its tab says beside the title; 0 = nothing

protected:
    FlowEditor *editor() const { return m_editor; }
    virtual void editorLeaving() { } ///< before another one comes
    virtual void editorChanged() { }
    /// For connections to the editor: they end when another one comes.
    Following &following() { return m_following; }

    /// A line to type a filter into, at the top of a column.
    QLineEdit *addFilter(QVBoxLayout *column, const QString &placeholder);
    /// What an empty panel says: what to do next.
    QLabel *addHint(QVBoxLayout *column);

private:
    FlowEditor *m_editor = nullptr;
    Following m_following;
};

} // namespace jackfield
