// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"

#include <QWidget>

class QLabel;

namespace jackfield {

/// What the middle of the window shows when no flow is open: what to do next.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(const KindRegistry &kinds, QWidget *parent = nullptr);

    void setServerAddress(const QString &address);

signals:
    void newRequested(const QByteArray &kind);
    void importRequested();
    void samplesRequested();

private:
    QLabel *m_server = nullptr;
};

} // namespace jackfield
