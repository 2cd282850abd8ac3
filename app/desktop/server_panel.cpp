// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/server_panel.h"

#include "app/desktop/row_delegate.h"
#include "storage/host/workbench.h"
#include "storage/api/api_names.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QLabel *plainLabel(QWidget *parent, const QString &text = {})
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ServerPanel::ServerPanel(Workbench &workbench, QWidget *parent) :
    QWidget(parent), m_workbench(workbench)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_switch = new QCheckBox(tr("Local API"), this);
    m_switch->setObjectName(u"serverSwitch"_s);
    m_address = plainLabel(this);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copyAddress = new QPushButton(tr("Copy address"), this);
    auto *create = new QPushButton(tr("New key..."), this);
    create->setObjectName(u"newKey"_s);
    auto *menu = new QMenu(create);
    for (const ApiName &api : apiNames()) {
        QAction *action = menu->addAction(api.title);
        connect(action, &QAction::triggered, this, [this, api] {
            KeyRequest request = keyRequestFor(api);
            request.workspace = m_workbench.workspace();
            request.name = api.title;
            m_workbench
                .write<NewKey>([request](FlowService &service, Completion<NewKey> done) { service.createKey(request, done); })
                .then(this, [this](const Result<NewKey> &made) {
                    m_secret = made ? QString::fromUtf8(made->secret) : QString();
                    m_newKeyText->setText(made ? tr("New key, shown only now: %1").arg(m_secret) : made.error().message);
                    m_newKey->show();
                    refreshKeys();
                });
        });
    }
    create->setMenu(menu);
    m_revoke = new QPushButton(tr("Revoke key"), this);
    m_revoke->setObjectName(u"revokeKey"_s);
    m_keys = new QTreeWidget(this);
    m_keys->setObjectName(u"keysList"_s);
    m_keys->setHeaderHidden(true);
    m_keys->setRootIsDecorated(false);
    m_keys->setItemDelegate(new RowDelegate(m_keys));
    m_keys->setAccessibleName(tr("API keys"));
    m_noKeys = plainLabel(this, tr("No keys yet. A client needs one: make it with \"New key\"."));
    m_noKeys->setProperty("secondary", true);
    m_noKeys->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    m_newKey = new QWidget(this);
    m_newKeyText = plainLabel(m_newKey);
    m_newKeyText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copyKey = new QPushButton(tr("Copy key"), m_newKey);
    auto *newKeyRow = new QHBoxLayout(m_newKey);
    newKeyRow->setContentsMargins({});
    newKeyRow->addWidget(m_newKeyText);
    newKeyRow->addWidget(copyKey);
    newKeyRow->addStretch();
    m_newKey->hide();

    auto *top = new QHBoxLayout;
    top->addWidget(m_switch);
    top->addWidget(m_address);
    top->addWidget(m_copyAddress);
    top->addStretch();
    top->addWidget(create);
    top->addWidget(m_revoke);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addLayout(top);
    column->addWidget(m_newKey);
    column->addWidget(m_noKeys);
    column->addWidget(m_keys, 1);

    connect(m_switch, &QCheckBox::clicked, &workbench, &Workbench::setServerWanted);
    connect(&workbench, &Workbench::serverChanged, this, &ServerPanel::showServer);
    connect(m_copyAddress, &QPushButton::clicked, this, &ServerPanel::copyAddress);
    connect(copyKey, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_secret); });
    connect(m_revoke, &QPushButton::clicked, this, &ServerPanel::revokeSelected);
    connect(m_keys, &QTreeWidget::itemSelectionChanged, this,
        [this] { m_revoke->setEnabled(!m_keys->selectedItems().isEmpty()); });
    showServer();
    refreshKeys();
}

void ServerPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshKeys(); // jackfieldctl makes keys, too
}

void ServerPanel::copyAddress() const
{
    QApplication::clipboard()->setText(m_workbench.server().address);
}

void ServerPanel::showServer()
{
    const ServerStatus &server = m_workbench.server();
    m_switch->setChecked(server.wanted);
    m_address->setText(!server.problem.isEmpty() ? server.problem : server.address.isEmpty() ? tr("off") : server.address);
    m_copyAddress->setEnabled(!server.address.isEmpty());
}

void ServerPanel::refreshKeys()
{
    m_workbench.call([](FlowService &service) { return service.keys(); }).then(this, [this](const QList<ApiKey> &keys) {
        m_listed = keys;
        m_keys->clear();
        for (const ApiKey &key : keys) {
            const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(key.createdAt), QLocale::ShortFormat);
            auto *row = new QTreeWidgetItem(m_keys, {u"%1  (%2...)"_s.arg(key.name, QString::fromUtf8(key.shown))});
            row->setData(0, RowDelegate::kDetailRole,
                tr("%1, %2, made %3").arg(QString::fromUtf8(key.api), QString::fromUtf8(roleName(key.role)), when));
        }
        m_noKeys->setVisible(keys.isEmpty());
        m_keys->setVisible(!keys.isEmpty());
        m_revoke->setEnabled(false);
    });
}

void ServerPanel::revokeSelected()
{
    const int row = m_keys->indexOfTopLevelItem(m_keys->currentItem());
    if (row < 0 || row >= m_listed.size())
        return;
    m_workbench
        .write<void>([id = m_listed[row].id](FlowService &service, Completion<void> done) { service.revokeKey(id, done); })
        .then(this, [this](const Result<void> &) {
            m_newKey->hide();
            refreshKeys();
        });
}

} // namespace jackfield
