// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertspage.h"

#include "console/actionform.h"
#include "console/columnfit.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/sendall.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_alertspage.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QMenu>

namespace hmsact::console {

using namespace domain;

AlertsPage::AlertsPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::AlertsPage>()),
      m_model([&client] { return client.nowMs(); }), m_feed(client, m_model, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("alertsPage"));
    buildTable();
    buildSnooze();
    m_feed.onAnswer = [this] {
        onAnswer();
    };
    connect(ui->openCheck, &QCheckBox::toggled, this, &AlertsPage::query);
    connect(ui->ackButton, &QPushButton::clicked, this, &AlertsPage::acknowledge);
    connect(ui->ackAllButton, &QPushButton::clicked, this, [this] {
        const std::vector<AlertId> alerts = unseen();
        askToAcknowledge(alerts, tr("Acknowledge the %Ln alert(s) shown here?", nullptr, static_cast<int>(alerts.size())));
    });
    connect(ui->showButton, &QPushButton::clicked, this, &AlertsPage::showActivity);
    connect(ui->question, &ActionForm::closed, ui->alertTable, qOverload<>(&QWidget::setFocus));
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (!changes.alerts.empty() || changes.overflow)
            m_feed.refresh();
    });
    query();
    enableButtons();
}

AlertsPage::~AlertsPage() = default;

void AlertsPage::buildTable()
{
    ui->alertTable->setModel(&m_model);
    m_list = std::make_unique<List>(*ui, *ui->alertTable, m_feed);
    const int em = fontMetrics().averageCharWidth();
    const int what = alertWidth(ui->alertTable->font()) + ui->alertTable->iconSize().width() + 2 * em;
    new ColumnFit(
        *ui->alertTable,
        {{what, std::max(what, 40 * em)}, {20 * em, 30 * em}, {30 * em, 44 * em}, {18 * em, 22 * em}, {22 * em, 40 * em}});
    connect(ui->alertTable->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_model.isRemoving())
            return;
        m_sinceSent.invalidate(); // somebody has gone there
        enableButtons();
    });
    connect(ui->alertTable, &QTableView::activated, this, [this] {
        if (!(QApplication::keyboardModifiers() & Qt::ControlModifier)) // the answer to a question, also before it is there
            showActivity();
    });
    connect(&addKey(*ui->alertTable, ui->ackButton->text(), Qt::Key_Space), &QAction::triggered, this,
            &AlertsPage::acknowledge);
}

static qint64 untilMorning(qint64 nowMs)
{
    constexpr int beginOfWork = 8;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs);
    return QDateTime(now.date().addDays(1), QTime(beginOfWork, 0)).toMSecsSinceEpoch() - nowMs;
}

void AlertsPage::buildSnooze()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("snoozeMenu"));
    menu->addAction(tr("For &15 minutes"), this, [this] { snooze(15 * limits::msPerMinute); });
    menu->addAction(tr("For 1 &hour"), this, [this] { snooze(limits::msPerHour); });
    menu->addAction(tr("Until tomorrow &morning, 8:00"), this, [this] { snooze(untilMorning(m_client.nowMs())); });
    ui->snoozeButton->setMenu(menu);
    connect(&addKey(*ui->alertTable, ui->snoozeButton->text(), Qt::Key_S), &QAction::triggered, this, [this, menu] {
        if (ui->snoozeButton->isEnabled())
            menu->popup(ui->snoozeButton->mapToGlobal(QPoint(0, ui->snoozeButton->height())));
    });
}

const Alert *AlertsPage::chosen() const { return m_model.rowAt(ui->alertTable->currentIndex().row()); }

void AlertsPage::query()
{
    ListAlerts query;
    if (ui->openCheck->isChecked())
        query.open = true;
    if (query.open)
        m_list->say(QStringLiteral("completed"), tr("No open alerts"),
                    tr("Every alert has been acknowledged. New ones appear here by themselves."));
    else
        m_list->say(QStringLiteral("alerts"), tr("No alerts"),
                    tr("Nothing has been overdue and nothing has failed so far."));
    m_feed.setQuery(std::move(query));
}

void AlertsPage::onAnswer()
{
    m_list->showAnswer();
    ui->countLabel->setText(m_feed.state().hasMore ? tr("%Ln alert(s), more follow", nullptr, m_model.rowCount())
                                                   : tr("%Ln alert(s)", nullptr, m_model.rowCount()));
    if (m_list->choose(m_acted == m_explained))
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            tr("The alert that was chosen has left the list. Choose another one."));
    enableButtons();
}

void AlertsPage::enableButtons()
{
    const Alert *alert = chosen();
    ui->ackButton->setEnabled(alert && alert->acknowledgedAtMs == 0 && m_client.actor().actsForAnyone());
    ui->snoozeButton->setEnabled(ui->ackButton->isEnabled());
    ui->ackAllButton->setEnabled(!unseen().empty() && m_client.actor().actsForAnyone());
    ui->showButton->setEnabled(alert);
    explain();
}

// "Task overdue, dig".
static QString nameOf(const Alert &alert)
{
    const QString what = alert.taskName.isEmpty() ? alert.intent : alert.taskName;
    return AlertsPage::tr("%1, %2").arg(alertText(alert.kind), what);
}

// A click twice is one click: what has come under the button by the second nobody has read.
bool AlertsPage::mayActOn(AlertId alert) const
{
    const bool isAnother = m_sinceSent.isValid() && m_sent != alert;
    return !m_sending && (!isAnother || m_sinceSent.hasExpired(QApplication::doubleClickInterval()));
}

void AlertsPage::begin(AlertId alert)
{
    m_acted = m_explained;
    m_sent = alert;
    m_sinceSent.start();
    m_sending = true;
}

void AlertsPage::acknowledge()
{
    if (!ui->ackButton->isEnabled() || !mayActOn(chosen()->id))
        return;
    begin(chosen()->id);
    whenReady(m_client.send(AcknowledgeAlert{m_sent}), this, [this](Result<Alert> alert) {
        m_sending = false;
        if (alert)
            ui->messageBar->say(MessageBar::Kind::Confirmation,
                                tr("Acknowledged: %1. The later steps of its rules stop.").arg(nameOf(*alert)));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(alert.error()));
        m_feed.refresh();
    });
}

std::vector<AlertId> AlertsPage::unseen() const
{
    std::vector<AlertId> alerts;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.rowAt(row)->acknowledgedAtMs == 0)
            alerts.push_back(m_model.rowAt(row)->id);
    return alerts;
}

void AlertsPage::offerAcknowledgeAll()
{
    ui->openCheck->setChecked(true);
    m_feed.refresh();
    whenReady(m_client.ask(ListAlerts{true, limits::pageMax, {}}), this, [this](const Result<domain::Page<Alert>> &open) {
        if (!open)
            return ui->messageBar->say(MessageBar::Kind::Error, text(open.error()));
        std::vector<AlertId> alerts;
        for (const Alert &alert : open->items)
            alerts.push_back(alert.id);
        const int count = static_cast<int>(alerts.size());
        if (open->nextCursor.isEmpty())
            return askToAcknowledge(alerts, tr("Acknowledge the %Ln open alert(s)?", nullptr, count));
        whenReady(m_client.ask(GetStats{}), this, [this, alerts, count](const Result<Stats> &all) {
            askToAcknowledge(alerts,
                             tr("Acknowledge the first %1 of %2 open alerts?")
                                 .arg(QLocale().toString(count), QLocale().toString(all ? all->openAlerts : count)));
        });
    });
}

// Those that are counted in the question, whatever comes meanwhile.
void AlertsPage::askToAcknowledge(const std::vector<AlertId> &alerts, const QString &question)
{
    if (alerts.empty() || !isVisible() || !m_client.actor().actsForAnyone())
        return;
    ui->question->ask(question, tr("The later steps of their rules stop."), tr("Acknowledge them"), [this, alerts] {
        acknowledgeAll(alerts);
        ui->alertTable->setFocus();
    });
}

void AlertsPage::acknowledgeAll(const std::vector<AlertId> &alerts)
{
    std::vector<AcknowledgeAlert> commands;
    for (const AlertId id : alerts)
        commands.push_back({id});
    m_acted = m_explained;
    sendAll(m_client, commands, this, [this](int done, const QString &trouble) {
        if (trouble.isEmpty())
            ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%Ln alert(s) acknowledged", nullptr, done));
        else
            ui->messageBar->say(MessageBar::Kind::Error,
                                tr("%Ln alert(s) acknowledged, not all: %1", nullptr, done).arg(trouble));
        m_feed.refresh();
    });
}

void AlertsPage::snooze(qint64 forMs)
{
    if (!ui->snoozeButton->isEnabled() || !mayActOn(chosen()->id))
        return;
    begin(chosen()->id);
    whenReady(m_client.send(SnoozeAlert{m_sent, forMs}), this, [this](Result<Alert> alert) {
        m_sending = false;
        if (alert)
            ui->messageBar->say(MessageBar::Kind::Confirmation,
                                tr("Put off until %1; the later steps wait as long")
                                    .arg(instantText(alert->snoozedUntilMs, m_client.nowMs())));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(alert.error()));
        m_feed.refresh();
        ui->alertTable->setFocus(); // the button was left for its menu
    });
}

void AlertsPage::explain()
{
    const Alert *alert = chosen();
    const AlertId id = alert ? alert->id : AlertId();
    if (id != m_explained) {
        ui->followersLabel->clear();
        m_acted = {};
    }
    m_explained = id;
    ui->followersLabel->setVisible(alert);
    if (!alert)
        return;
    whenReady(m_client.ask(GetAlert{id}), this, [this, id](Result<AlertDetail> detail) {
        if (detail && id == m_explained)
            ui->followersLabel->setText(followersText(*detail, m_client.nowMs()));
    });
}

void AlertsPage::showActivity()
{
    if (const Alert *alert = chosen())
        emit activityRequested(alert->activity, alert->taskName);
}

void AlertsPage::setActive(bool active)
{
    m_feed.setActive(active);
    if (!active)
        ui->question->close();
}

void AlertsPage::back()
{
    if (ui->question->isOpen())
        return ui->question->cancel();
    ui->alertTable->setFocus();
}

void AlertsPage::refresh() { m_feed.refresh(); }

void AlertsPage::tick() { ui->alertTable->viewport()->update(); }

QWidget *AlertsPage::mainView() const { return ui->alertTable; }

void AlertsPage::save(QSettings &settings) const { saveTable(settings, *ui->alertTable); }

void AlertsPage::restore(QSettings &settings) { restoreTable(settings, *ui->alertTable); }

} // namespace hmsact::console
