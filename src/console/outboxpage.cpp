// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/outboxpage.h"

#include "console/actionform.h"
#include "console/columnfit.h"
#include "console/keys.h"
#include "console/messagebar.h"
#include "console/sendall.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_outboxpage.h"

#include <QLineEdit>

namespace hmsact::console {

using namespace domain;

namespace {
constexpr int anything = -1;
} // namespace

OutboxPage::OutboxPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::OutboxPage>()),
      m_model([&client] { return client.nowMs(); }), m_feed(client, m_model, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("outboxPage"));
    fillChoices();
    buildTable();
    m_feed.onAnswer = [this] {
        onAnswer();
    };
    connect(ui->stateCombo, &QComboBox::currentIndexChanged, this, &OutboxPage::query);
    connect(ui->channelCombo, &QComboBox::currentIndexChanged, this, &OutboxPage::query);
    connect(ui->resendButton, &QPushButton::clicked, this, &OutboxPage::resend);
    connect(ui->resendAllButton, &QPushButton::clicked, this, &OutboxPage::askToResendAll);
    connect(ui->showButton, &QPushButton::clicked, this, &OutboxPage::showActivity);
    connect(ui->question, &ActionForm::closed, ui->outboxTable, qOverload<>(&QWidget::setFocus));
    connect(ui->testButton, &QPushButton::clicked, this, &OutboxPage::sendTest);
    connect(ui->testEdit, &QLineEdit::returnPressed, this, &OutboxPage::sendTest);
    connect(ui->testEdit, &QLineEdit::textChanged, this, &OutboxPage::enableButtons);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (changes.messages || changes.overflow)
            m_feed.refresh();
    });
    query();
    enableButtons();
}

OutboxPage::~OutboxPage() = default;

void OutboxPage::fillChoices()
{
    // What was given up first: that is what somebody has to do something about.
    for (const NotificationState state : {NotificationState::Dead, NotificationState::Queued, NotificationState::Sending,
                                          NotificationState::Sent, NotificationState::Withdrawn})
        ui->stateCombo->addItem(text(state), static_cast<int>(state));
    ui->stateCombo->addItem(tr("All states"), anything);
    ui->channelCombo->addItem(tr("All channels"), anything);
    ui->channelCombo->addItem(tr("Mail"), static_cast<int>(Channel::Email));
    ui->channelCombo->addItem(tr("Text messages"), static_cast<int>(Channel::Sms));
    ui->channelCombo->addItem(QStringLiteral("Slack"), static_cast<int>(Channel::Slack));
    ui->channelCombo->addItem(QStringLiteral("Webhooks"), static_cast<int>(Channel::Webhook));
    ui->channelCombo->addItem(tr("Console"), static_cast<int>(Channel::Console));
}

void OutboxPage::buildTable()
{
    ui->outboxTable->setModel(&m_model);
    m_list = std::make_unique<List>(*ui, *ui->outboxTable, m_feed);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->outboxTable,
                  {{20 * em, 21 * em},
                   {28 * em, 36 * em},
                   {28 * em, 40 * em},
                   {17 * em, 20 * em},
                   {11 * em, 11 * em},
                   {24 * em, 60 * em}});
    connect(ui->outboxTable->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const Notification *row = chosen(); row && !m_model.isRemoving())
            m_shown = row->id;
        enableButtons();
    });
    connect(ui->outboxTable, &QTableView::activated, this, &OutboxPage::showActivity);
}

const Notification *OutboxPage::chosen() const { return m_model.rowAt(ui->outboxTable->currentIndex().row()); }

void OutboxPage::query()
{
    ListNotifications query;
    if (const int state = ui->stateCombo->currentData().toInt(); state != anything)
        query.state = static_cast<NotificationState>(state);
    if (const int channel = ui->channelCombo->currentData().toInt(); channel != anything)
        query.channel = static_cast<Channel>(channel);
    if (query.state == NotificationState::Dead)
        m_list->say(QStringLiteral("completed"), tr("Nothing was given up"),
                    tr("Every message has arrived or is still tried. Choose “All states” to see them."));
    else
        m_list->say(QStringLiteral("outbox"), tr("No such messages"),
                    tr("Rules and assignments write messages; they appear here by themselves."));
    m_feed.setQuery(std::move(query));
}

void OutboxPage::onAnswer()
{
    m_list->showAnswer();
    ui->countLabel->setText(m_feed.state().hasMore ? tr("%Ln message(s), more follow", nullptr, m_model.rowCount())
                                                   : tr("%Ln message(s)", nullptr, m_model.rowCount()));
    if (m_list->choose(false) && m_resent != m_shown) // what was sent again is said already
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            tr("The message that was chosen has left the list. Choose another one."));
    enableButtons();
}

void OutboxPage::enableButtons()
{
    const Notification *row = chosen();
    showOutcome();
    const bool mayResend = m_client.actor().actsForAnyone();
    enable(*ui->resendButton, row && row->state == NotificationState::Dead && mayResend, *ui->outboxTable, *ui->outboxTable);
    ui->resendAllButton->setEnabled(mayResend && !givenUp().empty());
    ui->showButton->setEnabled(row && !row->activity.isNull());
    const bool mayTest = m_client.actor().role == Role::Admin;
    ui->testEdit->setEnabled(mayTest);
    ui->testButton->setEnabled(mayTest && !ui->testEdit->text().isEmpty());
}

// In full, however narrow the table is.
void OutboxPage::showOutcome()
{
    const QModelIndex row = ui->outboxTable->currentIndex();
    const auto cell = [&](int column) {
        return row.siblingAtColumn(column).data().toString();
    };
    const QString words =
        row.isValid() ? cell(OutboxModel::To) + QStringLiteral(": ") + cell(OutboxModel::Outcome) : QString();
    if (ui->outcomeLabel->words() != words)
        ui->outcomeLabel->setWords(words);
}

void OutboxPage::resend()
{
    m_resent = m_shown;
    whenReady(m_client.send(ResendNotification{m_shown}), this, [this](Result<Notification> sent) {
        if (sent)
            ui->messageBar->say(MessageBar::Kind::Confirmation, tr("The message to %1 is sent again.").arg(sent->address));
        else
            ui->messageBar->say(MessageBar::Kind::Error, text(sent.error()));
        m_feed.refresh();
    });
}

std::vector<NotificationId> OutboxPage::givenUp() const
{
    std::vector<NotificationId> messages;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.rowAt(row)->state == NotificationState::Dead)
            messages.push_back(m_model.rowAt(row)->id);
    return messages;
}

// Those that are counted in the question, whatever comes meanwhile.
void OutboxPage::askToResendAll()
{
    const std::vector<NotificationId> messages = givenUp();
    ui->question->ask(
        tr("Send the %Ln message(s) shown here again that were given up?", nullptr, static_cast<int>(messages.size())), {},
        tr("Send them again"), [this, messages] {
            resendAll(messages);
            ui->outboxTable->setFocus();
        });
}

void OutboxPage::resendAll(const std::vector<NotificationId> &messages)
{
    m_resent = m_shown;
    std::vector<ResendNotification> commands;
    for (const NotificationId id : messages)
        commands.push_back({id});
    sendAll(m_client, commands, this, [this](int done, const QString &trouble) {
        if (trouble.isEmpty())
            ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%Ln message(s) are sent again", nullptr, done));
        else
            ui->messageBar->say(MessageBar::Kind::Error,
                                tr("%Ln message(s) are sent again, not all: %1", nullptr, done).arg(trouble));
        m_feed.refresh();
    });
}

void OutboxPage::sendTest()
{
    if (!ui->testButton->isEnabled())
        return;
    whenReady(m_client.send(SendTest{ui->testEdit->text().trimmed()}), this, [this](Result<Notification> sent) {
        if (!sent) {
            ui->messageBar->say(MessageBar::Kind::Error, text(sent.error()));
            return;
        }
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("A test message to %1 is on its way.").arg(sent->address));
        ui->stateCombo->setCurrentIndex(ui->stateCombo->findData(anything)); // where it can be watched
        m_feed.refresh();
    });
}

void OutboxPage::showActivity()
{
    if (const Notification *row = chosen(); row && !row->activity.isNull())
        emit activityRequested(row->activity, row->facts.value(QLatin1String("task")).toString());
}

void OutboxPage::setActive(bool active)
{
    m_feed.setActive(active);
    if (!active)
        ui->question->close();
}

void OutboxPage::back()
{
    if (ui->question->isOpen())
        return ui->question->cancel();
    ui->outboxTable->setFocus();
}

void OutboxPage::refresh() { m_feed.refresh(); }

void OutboxPage::tick()
{
    ui->outboxTable->viewport()->update();
    showOutcome();
}

QWidget *OutboxPage::mainView() const { return ui->outboxTable; }

void OutboxPage::find() { ui->stateCombo->setFocus(); }

void OutboxPage::save(QSettings &settings) const { saveTable(settings, *ui->outboxTable); }

void OutboxPage::restore(QSettings &settings) { restoreTable(settings, *ui->outboxTable); }

} // namespace hmsact::console
