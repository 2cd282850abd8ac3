// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/service/server_panel.h"

#include "app/desktop/panels/service/key_form.h"
#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/row_roles.h"
#include "app/desktop/widgets/when_done.h"
#include "storage/api/api_table.h"
#include "storage/host/workbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kAddressWidth = 360; // a problem is longer, and can be scrolled

struct KeysRead
{
    QList<ApiKey> keys;
    QList<Workspace> workspaces;
};

QPushButton *button(QWidget *parent, const QString &text, const char *name)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QString::fromLatin1(name));
    return made;
}

} // namespace

ServerPanel::ServerPanel(Workbench &workbench, QWidget *parent) : Panel(parent), m_workbench(workbench)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addLayout(buildServerRow());
    column->addLayout(buildKeyRow());
    column->addWidget(buildNewKey());
    m_message = plainLabel(this);
    m_message->setObjectName(u"keysMessage"_s);
    m_message->setProperty("secondary", true);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_form = new KeyForm(this);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"keysList"_s);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("API keys"));
    column->addWidget(m_message);
    column->addWidget(m_form, 1);
    column->addWidget(m_list, 1);
    column->addStretch();

    connect(m_form, &KeyForm::apiChosen, this, &ServerPanel::readScopes);
    connect(m_form, &KeyForm::changed, this, [this] { m_create->setEnabled(m_form->isComplete()); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        m_revoke->setEnabled(!m_list->selectedItems().isEmpty());
    });
    connect(&workbench, &Workbench::serverChanged, this, &ServerPanel::showServer);
    openForm(false);
    showServer();
    refreshKeys();
}

QLayout *ServerPanel::buildServerRow()
{
    m_switch = new QCheckBox(tr("Local API"), this);
    m_switch->setObjectName(u"serverSwitch"_s);
    m_address = new QLineEdit(this);
    m_address->setObjectName(u"serverAddress"_s);
    m_address->setReadOnly(true);
    m_address->setAccessibleName(tr("Address of the local API"));
    m_address->setMaximumWidth(kAddressWidth);
    m_copyAddress = button(this, tr("Copy"), "copyAddress");
    m_copyAddress->setToolTip(tr("Copies the address"));
    m_rateLimits = button(this, tr("Rate limits"), "rateLimits");
    m_rateLimits->setToolTip(
        tr("Holds each key to the number of requests that the platform lets it make; beyond it 429"));
    auto *menu = new QMenu(m_rateLimits);
    for (const ApiName &api : apiNames()) {
        if (api.id == "all")
            continue;
        QAction *action = menu->addAction(api.title);
        action->setObjectName(u"rateLimit."_s + QString::fromUtf8(api.id));
        action->setData(api.id);
        action->setCheckable(true);
        connect(
            action, &QAction::triggered, this, [this, id = api.id](bool on) { m_workbench.setRateLimited(id, on); });
    }
    m_rateLimits->setMenu(menu);
    m_rateLimits->setProperty("opensMenu", true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_switch);
    row->addWidget(m_address, 1);
    row->addWidget(m_copyAddress);
    row->addStretch();
    row->addWidget(m_rateLimits);
    connect(m_switch, &QCheckBox::clicked, &m_workbench, &Workbench::setServerWanted);
    connect(m_copyAddress, &QPushButton::clicked, this, &ServerPanel::copyAddress);
    return row;
}

QLayout *ServerPanel::buildKeyRow()
{
    m_shownWorkspace = new QComboBox(this);
    m_shownWorkspace->setObjectName(u"keysWorkspace"_s);
    m_shownWorkspace->setAccessibleName(tr("Workspace whose keys are listed"));
    m_shownWorkspace->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_shownWorkspace->setMinimumContentsLength(14);
    m_new = button(this, tr("New key"), "newKey");
    m_revoke = button(this, tr("Revoke key"), "revokeKey");
    m_create = button(this, tr("Create key"), "createKey");
    m_create->setProperty("primary", true);
    m_cancel = button(this, tr("Cancel"), "cancelKey");
    auto *row = new QHBoxLayout;
    auto *title = plainLabel(this, tr("Keys"));
    title->setProperty("caption", true);
    row->addWidget(title);
    row->addWidget(m_shownWorkspace);
    row->addStretch();
    for (QPushButton *made : {m_new, m_revoke, m_cancel, m_create})
        row->addWidget(made);
    connect(m_shownWorkspace, &QComboBox::activated, this, &ServerPanel::listKeys);
    connect(m_new, &QPushButton::clicked, this, [this] { openForm(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { openForm(false); });
    connect(m_create, &QPushButton::clicked, this, &ServerPanel::createKey);
    connect(m_revoke, &QPushButton::clicked, this, &ServerPanel::revokeSelected);
    return row;
}

QWidget *ServerPanel::buildNewKey()
{
    m_newKey = new QWidget(this);
    m_secret = new QLineEdit(m_newKey);
    m_secret->setObjectName(u"newSecret"_s);
    m_secret->setReadOnly(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_secret->setAccessibleName(tr("New key"));
    auto *copy = button(m_newKey, tr("Copy key"), "copyKey");
    auto *done = button(m_newKey, tr("Done"), "forgetKey");
    auto *row = new QHBoxLayout(m_newKey);
    row->setContentsMargins({});
    row->addWidget(plainLabel(m_newKey, tr("Shown only now:")));
    row->addWidget(m_secret, 1);
    row->addWidget(copy);
    row->addWidget(done);
    m_newKey->hide();
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_secret->text()); });
    connect(done, &QPushButton::clicked, this, [this] { showNewKey({}); });
    return m_newKey;
}

void ServerPanel::setOnShow(bool onShow)
{
    if (onShow)
        refreshKeys();
    else
        showNewKey({});
}

QList<PanelCommand> ServerPanel::commands()
{
    return {
        {.action = "server.keys"}, {.action = "server.copyAddress", .run = [this] { copyAddress(); }, .raises = false}};
}

void ServerPanel::copyAddress() const
{
    QApplication::clipboard()->setText(m_workbench.server().address);
}

void ServerPanel::showServer()
{
    const ServerStatus &server = m_workbench.server();
    m_switch->setChecked(server.wanted);
    m_address->setText(
        !server.problem.isEmpty()      ? server.problem
            : server.address.isEmpty() ? tr("off")
                                       : server.address);
    m_address->setCursorPosition(0);
    m_copyAddress->setEnabled(!server.address.isEmpty());
    for (QAction *action : m_rateLimits->menu()->actions())
        action->setChecked(server.rateLimited.contains(action->data().toByteArray()));
    m_rateLimits->setText(
        server.rateLimited.isEmpty() ? tr("Rate limits: off")
                                     : tr("Rate limits: %1 on").arg(server.rateLimited.size()));
}

void ServerPanel::refreshKeys()
{
    const auto reading = [](FlowService &service) {
        return KeysRead{service.keys().all(), service.workspaces().all()};
    };
    whenDone(m_workbench.call(reading), this, [this](const KeysRead &read) {
        m_keys = read.keys;
        if (!std::ranges::equal(m_workspaces, read.workspaces, {}, &Workspace::id, &Workspace::id)) {
            m_workspaces = read.workspaces;
            const QVariant shown = m_shownWorkspace->currentData();
            m_shownWorkspace->clear();
            m_shownWorkspace->addItem(tr("Every workspace"), QByteArray());
            for (const Workspace &workspace : m_workspaces)
                m_shownWorkspace->addItem(workspace.name.simplified(), workspace.id.utf8);
            m_shownWorkspace->setCurrentIndex(qMax(0, m_shownWorkspace->findData(shown)));
            m_shownWorkspace->setVisible(m_workspaces.size() > 1);
        }
        listKeys();
    });
}

QString ServerPanel::workspaceName(const WorkspaceId &id) const
{
    const auto found = std::ranges::find(m_workspaces, id, &Workspace::id);
    return found == m_workspaces.cend() ? id.toString() : found->name;
}

QString ServerPanel::detailsOf(const ApiKey &key) const
{
    QStringList parts{QString::fromUtf8(key.api), QString::fromUtf8(roleName(key.role))};
    if (!key.scopes.isEmpty())
        parts << QString::fromUtf8(key.scopes.join(' '));
    if (m_workspaces.size() > 1)
        parts << workspaceName(key.workspace);
    parts << tr("made %1").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(key.createdAt), QLocale::ShortFormat));
    return parts.join(u", "_s);
}

void ServerPanel::listKeys()
{
    const QByteArray workspace = m_shownWorkspace->currentData().toByteArray();
    m_listed = m_keys;
    if (!workspace.isEmpty())
        m_listed.removeIf([&](const ApiKey &key) { return key.workspace.utf8 != workspace; });
    m_list->clear();
    for (const ApiKey &key : m_listed) {
        auto *row = new QTreeWidgetItem(m_list, {u"%1  (%2...)"_s.arg(key.name, QString::fromUtf8(key.shown))});
        row->setData(0, kDetailRole, detailsOf(key));
        row->setToolTip(0, detailsOf(key).toHtmlEscaped());
    }
    m_revoke->setEnabled(false);
    if (m_form->isHidden()) {
        m_message->setText(tr("No keys yet. A client needs one: make it with \"New key\"."));
        m_message->setVisible(m_listed.isEmpty());
        m_list->setVisible(!m_listed.isEmpty());
    }
}

void ServerPanel::openForm(bool open)
{
    if (open) {
        showNewKey({});
        const QByteArray shown = m_shownWorkspace->currentData().toByteArray();
        m_form->setWorkspaces(m_workspaces, shown.isEmpty() ? m_workbench.workspace() : WorkspaceId(shown));
        readScopes();
        m_message->hide();
    }
    m_form->setVisible(open);
    m_list->setVisible(!open);
    m_shownWorkspace->setVisible(!open && m_workspaces.size() > 1);
    for (QPushButton *listing : {m_new, m_revoke})
        listing->setVisible(!open);
    for (QPushButton *making : {m_create, m_cancel})
        making->setVisible(open);
    if (!open)
        listKeys();
}

void ServerPanel::readScopes()
{
    whenDone(m_workbench.scopes(m_form->api()), this, [this, api = m_form->api()](const QList<QByteArray> &scopes) {
        if (api == m_form->api())
            m_form->setScopes(scopes);
    });
}

void ServerPanel::createKey()
{
    const KeyRequest request = m_form->request();
    const QString newWorkspace = m_form->newWorkspace().value_or(QString());
    m_create->setEnabled(false);
    const auto answer
        = m_workbench.write<NewKey>([request, newWorkspace](FlowService &service, Completion<NewKey> done) {
              if (newWorkspace.isEmpty()) {
                  service.keys().create(request, std::move(done));
                  return;
              }
              service.workspaces().create(newWorkspace, [&service, request, done](const Result<Workspace> &made) {
                  if (!made) {
                      done(made.error());
                      return;
                  }
                  KeyRequest inIt = request;
                  inIt.workspace = made->id;
                  service.keys().create(inIt, done);
              });
          });
    whenDone(answer, this, [this](const Result<NewKey> &made) {
        m_create->setEnabled(m_form->isComplete());
        if (!made) {
            m_message->setText(made.error().message);
            m_message->show();
            return;
        }
        openForm(false);
        showNewKey(made->secret);
        refreshKeys();
    });
}

void ServerPanel::showNewKey(const QByteArray &secret)
{
    m_secret->setText(QString::fromUtf8(secret));
    m_secret->setCursorPosition(0);
    m_newKey->setVisible(!secret.isEmpty());
}

void ServerPanel::revokeSelected()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= m_listed.size())
        return;
    const auto revoking = [id = m_listed[row].id](FlowService &service, Completion<void> done) {
        service.keys().revoke(id, std::move(done));
    };
    whenDone(m_workbench.write<void>(revoking), this, [this](const Result<void> &) {
        showNewKey({});
        refreshKeys();
    });
}

} // namespace jackfield
