// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/access.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace jackfield {

class Workbench;

/// Where the local API answers, the switch for it, and the keys that open it.
class ServerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ServerPanel(Workbench &workbench, QWidget *parent = nullptr);

    void copyAddress() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showServer();
    void refreshKeys();
    void revokeSelected();

    Workbench &m_workbench;
    QCheckBox *m_switch = nullptr;
    QLabel *m_address = nullptr;
    QPushButton *m_copyAddress = nullptr;
    QTreeWidget *m_keys = nullptr;
    QLabel *m_noKeys = nullptr;
    QPushButton *m_revoke = nullptr;
    QWidget *m_newKey = nullptr;
    QLabel *m_newKeyText = nullptr;
    QString m_secret; ///< of the key that was just made; shown once
    QList<ApiKey> m_listed;
};

} // namespace jackfield
