// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/palette_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/icons.h"
#include "canvas/editing/clipboard.h"
#include "canvas/editing/node_commands.h"
#include "canvas/view/canvas_view.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kTypeRole = Qt::UserRole + 1;

class NodeTypeList : public QListWidget
{
public:
    using QListWidget::QListWidget;

protected:
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override
    {
        auto *mime = new QMimeData;
        if (!items.isEmpty())
            mime->setData(kNodeTypeMime, items.first()->data(kTypeRole).toByteArray());
        return mime;
    }
};

} // namespace

PalettePanel::PalettePanel(QWidget *parent) : Panel(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    m_filter = addFilter(column, tr("Find a node"));
    m_filter->setObjectName(u"paletteFilter"_s);
    m_list = new NodeTypeList(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setIconSize({16, 16});
    m_list->setWordWrap(true); // for hints
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // room that is left goes to the explorer
    m_list->setAccessibleName(tr("Node types"));
    column->addWidget(m_list);

    connect(m_filter, &QLineEdit::textChanged, this, &PalettePanel::rebuild);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (!editor())
            return;
        CanvasView &canvas = editor()->canvas();
        addNode(canvas.editor(), item->data(kTypeRole).toByteArray(), canvas.middle());
    });
}

void PalettePanel::editorChanged()
{
    const Kind *kind = editor() ? &editor()->kind() : nullptr;
    if (std::exchange(m_kind, kind) != kind)
        rebuild();
}

void PalettePanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void PalettePanel::rebuild()
{
    m_list->clear();
    const QString elsewhere = m_kind ? m_kind->info().drawnElsewhere : tr("Open a flow to see its nodes.");
    m_filter->setEnabled(elsewhere.isEmpty());
    if (!elsewhere.isEmpty()) {
        auto *hint = new QListWidgetItem(elsewhere, m_list);
        hint->setFlags(Qt::NoItemFlags);
        return;
    }
    for (const NodeType &type : m_kind->catalog().types()) {
        if (!type.title.contains(m_filter->text().trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(tintedIcon(type.icon, m_theme.family(type.family)), type.title, m_list);
        item->setData(kTypeRole, type.id);
        item->setToolTip(type.description.toHtmlEscaped());
    }
    if (m_list->count() == 0) {
        auto *hint = new QListWidgetItem(tr("No node is called like that."), m_list);
        hint->setFlags(Qt::NoItemFlags);
    }
}

} // namespace jackfield
