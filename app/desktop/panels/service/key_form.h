// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/access.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace jackfield {

/// What a new key is to open: API, workspace, role, scopes, and its name.
class KeyForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit KeyForm(QWidget *parent = nullptr);

    void setWorkspaces(const QList<Workspace> &workspaces, const WorkspaceId &chosen);
    /// The scopes of the chosen API; all of them are granted while none is ticked.
    void setScopes(const QList<QByteArray> &scopes);

    QByteArray api() const;
    KeyRequest request() const;
    /// Of a workspace that has to be made first; empty when one is chosen. Blank when it was not typed yet.
    std::optional<QString> newWorkspace() const;
    bool isComplete() const;

signals:
    void apiChosen(const QByteArray &api); ///< setScopes() is due
    void changed();

private:
    void showNewWorkspace();
    QComboBox *addChoice(QGridLayout *grid, int row, int column, const QString &caption, const char *name);

    QComboBox *m_api = nullptr;
    QComboBox *m_workspace = nullptr;
    QComboBox *m_role = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_newWorkspaceCaption = nullptr;
    QLineEdit *m_newWorkspace = nullptr;
    QGridLayout *m_scopeGrid = nullptr;
    QList<QCheckBox *> m_scopes;
};

} // namespace jackfield
