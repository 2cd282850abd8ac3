// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"

class QLineEdit;
class QListWidget;

namespace jackfield {

class Kind;

/// The node types of the open flow's kind: drag one onto the canvas, or double-click to add it in the middle.
class PalettePanel : public Panel
{
    Q_OBJECT

public:
    explicit PalettePanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

protected:
    void editorChanged() override;

private:
    void rebuild();

    const Kind *m_kind = nullptr; ///< whose node types are listed
    Theme m_theme;
    QLineEdit *m_filter = nullptr;
    QListWidget *m_list = nullptr;
};

} // namespace jackfield
