// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/service/key_form.h"

#include "app/desktop/widgets/plain_label.h"
#include "storage/api/api_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kScopesInARow = 3;

QLabel *caption(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(parent, text);
    label->setProperty("secondary", true);
    return label;
}

} // namespace

KeyForm::KeyForm(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setProperty("panel", true);
    page->setAttribute(Qt::WA_StyledBackground);
    setWidget(page);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    m_api = addChoice(grid, 0, 0, tr("API"), "keyApi");
    for (const ApiName &api : apiNames())
        m_api->addItem(api.title, api.id);
    m_workspace = addChoice(grid, 0, 1, tr("Workspace"), "keyWorkspace");
    m_role = addChoice(grid, 2, 0, tr("Role"), "keyRole");
    const std::pair<Role, QString> roles[]
        = {{Role::Owner, tr("Owner")}, {Role::Admin, tr("Admin")}, {Role::Agent, tr("Agent")}};
    for (const auto &[role, text] : roles)
        m_role->addItem(text, int(role));
    grid->addWidget(caption(tr("Name"), page), 2, 1);
    m_name = new QLineEdit(page);
    m_name->setObjectName(u"keyName"_s);
    m_name->setPlaceholderText(tr("What lists call it"));
    grid->addWidget(m_name, 3, 1);
    m_newWorkspaceCaption = caption(tr("Name of the new workspace"), page);
    m_newWorkspace = new QLineEdit(page);
    m_newWorkspace->setObjectName(u"keyNewWorkspace"_s);
    grid->addWidget(m_newWorkspaceCaption, 4, 0, 1, 2);
    grid->addWidget(m_newWorkspace, 5, 0, 1, 2);
    grid->addWidget(caption(tr("Scopes (every one while none is ticked)"), page), 6, 0, 1, 2);
    m_scopeGrid = new QGridLayout;
    m_scopeGrid->setHorizontalSpacing(12);
    grid->addLayout(m_scopeGrid, 7, 0, 1, 2);
    grid->setRowStretch(8, 1);

    connect(m_api, &QComboBox::currentIndexChanged, this, [this] { emit apiChosen(api()); });
    connect(m_workspace, &QComboBox::currentIndexChanged, this, &KeyForm::showNewWorkspace);
    connect(m_newWorkspace, &QLineEdit::textChanged, this, &KeyForm::changed);
    showNewWorkspace();
}

QComboBox *KeyForm::addChoice(QGridLayout *grid, int row, int column, const QString &text, const char *name)
{
    auto *choice = new QComboBox(grid->parentWidget());
    choice->setObjectName(QString::fromLatin1(name));
    choice->setAccessibleName(text);
    choice->setMinimumContentsLength(8);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid->addWidget(caption(text, grid->parentWidget()), row, column);
    grid->addWidget(choice, row + 1, column);
    return choice;
}

void KeyForm::setWorkspaces(const QList<Workspace> &workspaces, const WorkspaceId &chosen)
{
    m_workspace->clear();
    for (const Workspace &workspace : workspaces)
        m_workspace->addItem(workspace.name.simplified(), workspace.id.utf8);
    m_workspace->addItem(tr("New workspace..."));
    m_workspace->setCurrentIndex(qMax(0, m_workspace->findData(chosen.utf8)));
    m_newWorkspace->clear();
    showNewWorkspace();
}

void KeyForm::showNewWorkspace()
{
    const bool isNew = newWorkspace().has_value();
    m_newWorkspaceCaption->setVisible(isNew);
    m_newWorkspace->setVisible(isNew);
    emit changed();
}

void KeyForm::setScopes(const QList<QByteArray> &scopes)
{
    qDeleteAll(std::exchange(m_scopes, {}));
    for (const QByteArray &scope : scopes) {
        auto *box = new QCheckBox(QString::fromUtf8(scope), widget());
        box->setObjectName(u"scope."_s + box->text());
        m_scopeGrid->addWidget(box, int(m_scopes.size()) / kScopesInARow, int(m_scopes.size()) % kScopesInARow);
        m_scopes << box;
    }
}

QByteArray KeyForm::api() const
{
    return m_api->currentData().toByteArray();
}

std::optional<QString> KeyForm::newWorkspace() const
{
    if (m_workspace->count() == 0 || m_workspace->currentIndex() < m_workspace->count() - 1)
        return std::nullopt;
    return m_newWorkspace->text().trimmed();
}

bool KeyForm::isComplete() const
{
    return newWorkspace() != QString();
}

KeyRequest KeyForm::request() const
{
    const ApiName *name = findApi(api());
    KeyRequest request = keyRequestFor(*name);
    request.workspace = WorkspaceId(m_workspace->currentData().toByteArray());
    request.role = Role(m_role->currentData().toInt());
    request.name = m_name->text().trimmed().isEmpty() ? name->title : m_name->text().trimmed();
    for (const QCheckBox *box : m_scopes) {
        if (box->isChecked())
            request.scopes << box->text().toUtf8();
    }
    return request;
}

} // namespace jackfield
