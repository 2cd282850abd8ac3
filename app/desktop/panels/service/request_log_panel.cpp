// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/service/request_log_panel.h"

#include "app/desktop/models/exchange_model.h"
#include "app/desktop/panels/panel_host.h"
#include "app/desktop/widgets/json_highlighter.h"
#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/when_done.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "storage/api/api_table.h"
#include "storage/api/log/curl_command.h"
#include "storage/host/workbench.h"
#include "storage/http/http_response.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBatchMilliseconds = 150;
constexpr int kFilterMilliseconds = 120;

/// Colours bodies alone: what stands between them is prose, and begins with a letter.
class BodyHighlighter final : public JsonHighlighter
{
public:
    using JsonHighlighter::JsonHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        if (!text.isEmpty() && u"{}[]\" "_s.contains(text[0]))
            JsonHighlighter::highlightBlock(text);
    }
};

/// The API that newcomers are shown.
const ApiName &exampleApi()
{
    const auto hasExample = [](const ApiName &api) { return !api.exampleTarget.isEmpty(); };
    return *std::ranges::find_if(apiNames(), hasExample);
}

QString bodyText(const QByteArray &body)
{
    if (body.isEmpty())
        return RequestLogPanel::tr("(no body)");
    if (const Result<Json> json = parseJson(body))
        return QString::fromUtf8(writeJson(*json, JsonStyle{.finalNewline = false}));
    const QString text = QString::fromUtf8(body);
    return body.size() < RequestLog::kBodyBytes ? text
                                                : text + u'\n' + RequestLogPanel::tr("(cut: the log keeps 8 KiB)");
}

} // namespace

RequestLogPanel::RequestLogPanel(Workbench &workbench, PanelHost &host, QWidget *parent)
    : Panel(parent), m_workbench(workbench), m_host(host), m_model(new ExchangeModel(this))
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"logFilter"_s);
    m_filter->setPlaceholderText(
        tr("Filter: words, -word, status:4xx, method:POST, api:%1").arg(QString::fromUtf8(exampleApi().id)));
    m_filter->setToolTip(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_copy = new QPushButton(tr("Copy as curl"), this);
    m_copy->setObjectName(u"logCopy"_s);
    m_replay = new QPushButton(tr("Replay"), this);
    m_replay->setObjectName(u"logReplay"_s);
    m_replay->setToolTip(tr("Makes the same request again, in its workspace and with its rights"));
    m_clear = new QPushButton(tr("Clear"), this);
    m_clear->setObjectName(u"logClear"_s);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 12, 6);
    top->setSpacing(6);
    top->addWidget(m_filter, 1);
    for (QPushButton *button : {m_copy, m_replay, m_clear})
        top->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(buildEmpty(), 1);
    column->addWidget(buildList(), 1);

    m_batch.setSingleShot(true);
    m_batch.setInterval(kBatchMilliseconds);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kFilterMilliseconds);
    connect(&m_batch, &QTimer::timeout, this, &RequestLogPanel::ask);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        m_model->setFilter(m_filter->text());
        showContents();
    });
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&workbench, &Workbench::exchangesArrived, this, [this] {
        if (m_onShow && !m_batch.isActive())
            m_batch.start();
    });
    connect(&workbench, &Workbench::serverChanged, this, &RequestLogPanel::showContents);
    connect(m_copy, &QPushButton::clicked, this, &RequestLogPanel::copyAsCurl);
    connect(m_replay, &QPushButton::clicked, this, &RequestLogPanel::replaySelected);
    connect(m_clear, &QPushButton::clicked, this, &RequestLogPanel::clearLog);
    showContents();
}

QWidget *RequestLogPanel::buildEmpty()
{
    m_empty = new QWidget(this);
    m_emptyText = plainLabel(m_empty);
    m_emptyText->setObjectName(u"logEmpty"_s);
    m_emptyText->setProperty("secondary", true);
    m_emptyText->setWordWrap(true);
    m_example = plainLabel(m_empty);
    m_example->setObjectName(u"logExample"_s);
    m_example->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_example->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_example->setWordWrap(true);
    m_copyExample = new QPushButton(tr("Copy command"), m_empty);
    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(14, 8, 14, 8);
    column->addWidget(m_emptyText);
    column->addWidget(m_example);
    column->addWidget(m_copyExample, 0, Qt::AlignLeft);
    column->addStretch();
    connect(
        m_copyExample, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(exampleCommand()); });
    return m_empty;
}

QWidget *RequestLogPanel::buildList()
{
    m_contents = new QSplitter(Qt::Horizontal, this);
    m_contents->setChildrenCollapsible(false);
    m_contents->setContentsMargins(0, 0, 8, 8);
    m_list = new QTreeView(m_contents);
    m_list->setObjectName(u"logList"_s);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("Requests"));
    m_list->setMinimumWidth(160);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    const QFontMetrics metrics(font());
    const QString samples[ExchangeModel::ColumnCount]
        = {u"00:00:00.000"_s, u"DELETE"_s,     u"/api/v1/examples/0123456789"_s,
           u"Status"_s,       u"10000.0 ms"_s, u"activateExample"_s,
           u"jackfield"_s,    u"Workspace"_s};
    for (int i = 0; i < ExchangeModel::ColumnCount; ++i)
        header->resizeSection(i, metrics.horizontalAdvance(samples[i]) + 22);
    m_details = new QPlainTextEdit(m_contents);
    m_details->setObjectName(u"logDetails"_s);
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setPlaceholderText(tr("Select a request to see its bodies."));
    m_details->setAccessibleName(tr("The selected request and its answer"));
    m_highlighter = new BodyHighlighter(m_details->document());
    m_contents->setStretchFactor(0, 3);
    m_contents->setStretchFactor(1, 2);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RequestLogPanel::showSelected);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RequestLogPanel::showSelected);
    return m_contents;
}

void RequestLogPanel::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
    m_highlighter->setTheme(theme);
}

void RequestLogPanel::takeFocus()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

QList<PanelCommand> RequestLogPanel::commands()
{
    return {{.action = "server.log", .run = [this] { takeFocus(); }}};
}

void RequestLogPanel::setOnShow(bool onShow)
{
    m_onShow = onShow;
    m_batch.stop();
    if (onShow)
        ask();
}

void RequestLogPanel::ask()
{
    if (m_asking) {
        m_batch.start();
        return;
    }
    m_asking = true;
    whenDone(m_workbench.exchangesAfter(m_last), this, [this](const ExchangeBatch &batch) {
        m_asking = false;
        take(batch);
    });
}

void RequestLogPanel::take(const ExchangeBatch &batch)
{
    m_model->setWorkspaces(batch.workspaces);
    if (batch.exchanges.isEmpty())
        return;
    m_last = batch.exchanges.last().number;
    const int above = m_list->verticalScrollBar()->value();
    const int added = m_model->add(batch.exchanges);
    if (above > 0) // who reads further down must not lose the place
        m_list->verticalScrollBar()->setValue(above + added);
    if (m_awaited > 0 && m_awaited <= m_last)
        select(std::exchange(m_awaited, 0));
    showContents();
}

void RequestLogPanel::select(qint64 number)
{
    const QModelIndex index = m_model->indexOf(number);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

const Exchange *RequestLogPanel::selected() const
{
    return m_model->exchange(m_list->currentIndex());
}

void RequestLogPanel::showSelected()
{
    const Exchange *exchange = selected();
    m_details->setPlainText(exchange ? detailsOf(*exchange) : QString());
    m_copy->setEnabled(exchange);
    m_replay->setEnabled(exchange);
}

QString RequestLogPanel::detailsOf(const Exchange &exchange) const
{
    QStringList lines;
    lines << QString::fromUtf8(exchange.method + ' ' + exchange.target);
    lines << tr("%1 %2 after %3 ms, %4")
                 .arg(exchange.status)
                 .arg(QString::fromUtf8(reasonPhrase(exchange.status)))
                 .arg(double(exchange.microseconds) / 1000, 0, 'f', 2)
                 .arg(QDateTime::fromMSecsSinceEpoch(exchange.at).toString(Qt::ISODateWithMs));
    if (!exchange.operation.isEmpty())
        lines << tr("Operation: %1 (%2)").arg(QString::fromUtf8(exchange.operation), QString::fromUtf8(exchange.api));
    else if (!exchange.nearest.isEmpty())
        lines << tr("No operation. Nearest: %1").arg(exchange.nearest);
    else
        lines << tr("No operation.");
    lines
        << (exchange.workspace.isEmpty() ? tr("No workspace: no good key.")
                                         : tr("Workspace: %1").arg(m_model->workspaceName(exchange.workspace)));
    lines << tr("X-Request-Id: %1").arg(QString::fromUtf8(exchange.id));
    lines << QString() << tr("Request") << bodyText(exchange.request);
    lines << QString() << tr("Answer") << bodyText(exchange.response);
    return lines.join(u'\n');
}

QString RequestLogPanel::exampleCommand() const
{
    Exchange example;
    example.method = "GET";
    example.target = exampleApi().exampleTarget;
    example.keyHeader = "authorization";
    return curlCommand(example, m_workbench.server().address);
}

void RequestLogPanel::showContents()
{
    const bool none = m_model->isEmpty();
    const bool noneFits = !none && m_model->rowCount() == 0;
    const bool listens = !m_workbench.server().address.isEmpty();
    m_contents->setVisible(!none && !noneFits);
    m_empty->setVisible(none || noneFits);
    m_example->setVisible(none && listens);
    m_copyExample->setVisible(none && listens);
    if (noneFits)
        m_emptyText->setText(tr("No request fits the filter."));
    else if (listens)
        m_emptyText->setText(tr("No requests yet. Make a key in the Server panel, put it into KEY, and try:"));
    else
        m_emptyText->setText(tr("No requests yet: the local API is off. Switch it on in the Server panel."));
    m_example->setText(listens ? exampleCommand() : QString());
    m_clear->setEnabled(!none);
    m_copy->setEnabled(selected());
    m_replay->setEnabled(selected());
}

void RequestLogPanel::copyAsCurl()
{
    if (const Exchange *exchange = selected()) {
        QApplication::clipboard()->setText(curlCommand(*exchange, m_workbench.server().address));
        m_host.report(tr("Copied. Put the key into KEY before you run it."), false);
    }
}

void RequestLogPanel::replaySelected()
{
    const Exchange *exchange = selected();
    if (!exchange)
        return;
    whenDone(m_workbench.replay(exchange->number), this, [this](const Result<qint64> &made) {
        if (!made) {
            m_host.report(made.error().message, true);
            return;
        }
        m_awaited = *made;
        ask();
    });
}

void RequestLogPanel::clearLog()
{
    whenDone(m_workbench.clearExchanges(), this, [this] {
        m_model->clear();
        showContents();
    });
}

} // namespace jackfield
