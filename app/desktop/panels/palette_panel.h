// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace jackfield {

class FlowEditor;

/// The node types of the open flow's kind: drag one onto the canvas, or double-click to add it in the middle.
class PalettePanel : public QWidget
{
    Q_OBJECT

public:
    explicit PalettePanel(QWidget *parent = nullptr);

    void setEditor(FlowEditor *editor); ///< nullptr: nothing is open
    void setTheme(const Theme &theme);

private:
    void rebuild();

    FlowEditor *m_editor = nullptr;
    Theme m_theme;
    QLineEdit *m_filter = nullptr;
    QListWidget *m_list = nullptr;
};

} // namespace jackfield
