// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/welcome_page.h"

#include "app/desktop/widgets/plain_label.h"
#include "model/kinds/kind_registry.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kColumnWidth = 380;

QLabel *paragraph(QWidget *parent, const QString &text)
{
    QLabel *label = plainLabel(parent, text);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(const KindRegistry &kinds, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"welcome"_s);
    auto *box = new QWidget(this);
    box->setFixedWidth(kColumnWidth);
    auto *heading = paragraph(box, tr("Drop a flow file here"));
    heading->setProperty("heading", true);
    auto *text = paragraph(
        box, tr("Jackfield keeps its JSON as it is. Or open a flow on the left, or start from one of these:"));
    text->setProperty("secondary", true);

    auto *column = new QVBoxLayout(box);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(text);
    column->addSpacing(8);
    bool first = true;
    for (const auto &kind : kinds.all()) {
        if (!kind->info().parentKind.isEmpty())
            continue; // is made inside the flow that owns it
        auto *button = new QPushButton(tr("New %1").arg(kind->info().title.toLower()), box);
        button->setObjectName(u"new-"_s + QString::fromUtf8(kind->info().id));
        button->setProperty("primary", std::exchange(first, false));
        connect(button, &QPushButton::clicked, this, [this, id = kind->info().id] { emit newRequested(id); });
        column->addWidget(button);
    }
    auto *import = new QPushButton(tr("Import files..."), box);
    auto *samples = new QPushButton(tr("Bring in the sample flows"), box);
    samples->setObjectName(u"bringSamples"_s);
    column->addWidget(import);
    column->addWidget(samples);
    column->addSpacing(12);
    m_server = paragraph(box, {});
    m_server->setProperty("secondary", true);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_server);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    connect(samples, &QPushButton::clicked, this, &WelcomePage::samplesRequested);

    // Stretches rather than an alignment: an aligned widget does not get the height that its wrapped texts need.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(box);
    row->addStretch();
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);
}

void WelcomePage::setServerAddress(const QString &address)
{
    m_server->setText(
        address.isEmpty() ? tr("The local API is off. Turn it on in the Server menu.")
                          : tr("The local API answers at %1. Make a key in the Server panel.").arg(address));
}

} // namespace jackfield
