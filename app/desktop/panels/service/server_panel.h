// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"
#include "storage/records/access.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace jackfield {

class KeyForm;
class Workbench;

/// Where the local API answers, the switches for it, and the keys that open it.
class ServerPanel : public Panel
{
    Q_OBJECT

public:
    explicit ServerPanel(Workbench &workbench, QWidget *parent = nullptr);

    /// Reads the keys anew, because jackfieldctl makes keys, too; forgets the new one when it goes.
    void setOnShow(bool onShow) override;
    QList<PanelCommand> commands() override;

private:
    void copyAddress() const;
    QLayout *buildServerRow();
    QLayout *buildKeyRow();
    QWidget *buildNewKey();
    void showServer();
    void refreshKeys();
    void listKeys();
    void openForm(bool open);
    void readScopes();
    void createKey();
    void showNewKey(const QByteArray &secret);
    void revokeSelected();
    QString detailsOf(const ApiKey &key) const;
    QString workspaceName(const WorkspaceId &id) const;

    Workbench &m_workbench;
    QCheckBox *m_switch = nullptr;
    QLineEdit *m_address = nullptr; ///< or why there is none
    QPushButton *m_copyAddress = nullptr;
    QPushButton *m_rateLimits = nullptr;
    QComboBox *m_shownWorkspace = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_revoke = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_cancel = nullptr;
    KeyForm *m_form = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_message = nullptr; ///< in place of the list, or why a key could not be made
    QWidget *m_newKey = nullptr;
    QLineEdit *m_secret = nullptr; ///< of the key that was just made; shown once
    QList<Workspace> m_workspaces;
    QList<ApiKey> m_keys;
    QList<ApiKey> m_listed; ///< those of the workspace shown
};

} // namespace jackfield
