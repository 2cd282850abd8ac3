// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"

#include <QTimer>

class QLineEdit;
class QListView;

namespace jackfield {

class OutlineModel;

/// The nodes of the open flow as a list: the keyboard and screen reader twin of the canvas.
class OutlinePanel : public Panel
{
    Q_OBJECT

public:
    explicit OutlinePanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

protected:
    void editorChanged() override;

private:
    void rebuild();
    void showSelection();

    OutlineModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QTimer m_timer;
};

} // namespace jackfield
