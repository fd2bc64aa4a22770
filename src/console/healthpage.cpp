// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/healthpage.h"

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/quietlabel.h"
#include "console/tables.h"
#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_healthpage.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>

namespace hmsact::console {

using namespace domain;

static constexpr qint64 lookEveryMs = 5'000;
static constexpr qint64 costShare = 20; // counting takes long where there is much: at most this part of the time

HealthPage::HealthPage(engine::CoreClient &client, QWidget *parent)
    : console::Page(parent), m_client(client), ui(std::make_unique<Ui::HealthPage>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("healthPage"));
    addFact(Address, tr("Database"));
    addFact(Program, tr("Program"));
    addFact(Schema, tr("Schema"));
    addFact(Size, tr("Size"));
    addFact(Activities, tr("Activities"));
    addFact(Tasks, tr("Tasks"));
    addFact(Events, tr("Events"));
    addFact(Connection, tr("Connection"));
    addFact(Leader, tr("Timers kept by"));
    ui->findingTable->setModel(&m_model);
    setUpTable(*ui->findingTable);
    m_empty = new EmptyState(*ui->findingTable);
    m_empty->say(QStringLiteral("database"), tr("The database does not answer"),
                 tr("What it says of itself appears here as soon as it does."));
    const int em = fontMetrics().averageCharWidth();
    const int widths[] = {16, 34, 22, 24, 80};
    for (int column = 0; column < FindingModel::ColumnCount; ++column)
        ui->findingTable->horizontalHeader()->resizeSection(column, em * widths[column]);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (changes.health)
            showCore();
    });
    connect(ui->verifyButton, &QPushButton::clicked, this, &HealthPage::verify);
    connect(ui->findingTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &HealthPage::showSummary);
}

HealthPage::~HealthPage() = default;

void HealthPage::addFact(Fact fact, const QString &name)
{
    auto *value = new QLabel(this);
    value->setObjectName(QStringLiteral("fact%1Label").arg(static_cast<int>(fact)));
    value->setAccessibleName(name);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *label = new QuietLabel(name, this);
    label->setBuddy(value);
    ui->factsLayout->addWidget(label, fact, 0, Qt::AlignLeft | Qt::AlignTop);
    ui->factsLayout->addWidget(value, fact, 1);
    ui->factsLayout->setColumnStretch(1, 1);
    m_facts[fact] = value;
}

void HealthPage::setFact(Fact fact, const QString &value)
{
    if (m_facts[fact]->text() != value) // what somebody has marked to copy stays marked
        m_facts[fact]->setText(value);
}

void HealthPage::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_sinceAsked.start();
    showCore();
    whenReady(m_client.ask(GetDatabaseStatus{}), this, [this](Result<DatabaseStatus> status) { take(std::move(status)); });
}

void HealthPage::showCore()
{
    const engine::Health health = m_client.health();
    const qint64 nowMs = m_client.nowMs();
    const QString lostAt = instantText(health.lostAtMs, nowMs);
    const QString leadsSince = instantText(health.leaderSinceMs, nowMs);
    if (!health.connected)
        setFact(Connection, tr("lost at %1, reconnecting").arg(lostAt));
    else
        setFact(Connection, health.lostAtMs == 0 ? tr("there since the start") : tr("there; last lost at %1").arg(lostAt));
    if (!health.connected)
        setFact(Leader, tr("not known while the database is lost"));
    else if (!health.shared)
        setFact(Leader, tr("this program, the only one on its file"));
    else if (health.leader.isEmpty())
        setFact(Leader, tr("nobody, as far as this program knows"));
    else
        setFact(Leader,
                health.leads ? tr("this program, since %1").arg(leadsSince)
                             : tr("%1, since %2").arg(health.leader, leadsSince));
}

void HealthPage::take(Result<DatabaseStatus> status)
{
    m_asking = false;
    m_pauseMs = std::max(lookEveryMs, costShare * m_sinceAsked.elapsed());
    m_empty->setReady(true);
    if (!status) {
        ui->messageBar->say(MessageBar::Kind::Error, text(status.error()));
        return;
    }
    const QLocale locale;
    const bool isPostgreSql = status->dialect == QLatin1StringView("postgresql");
    setFact(Address, status->url);
    setFact(Program, (isPostgreSql ? QStringLiteral("PostgreSQL ") : QStringLiteral("SQLite ")) + status->serverVersion);
    setFact(Schema,
            status->schemaVersion == status->schemaSupported
                ? tr("%1, as this program wants it").arg(status->schemaVersion)
                : tr("%1; this program wants %2").arg(status->schemaVersion).arg(status->schemaSupported));
    setFact(Size, sizeText(status->sizeBytes));
    setFact(Activities, locale.toString(status->activities));
    setFact(Tasks, locale.toString(status->tasks));
    setFact(Events, locale.toString(status->events));
    m_model.merge(std::move(status->findings));
    if (!ui->findingTable->currentIndex().isValid())
        selectRow(*ui->findingTable, m_model.rowCount() > 0 ? 0 : -1);
    showSummary();
}

void HealthPage::showSummary()
{
    int wrong = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        wrong += m_model.rowAt(row)->severity >= Finding::Severity::Warning ? 1 : 0;
    ui->countLabel->setText(wrong == 0 ? tr("All settings keep what the program promises")
                                       : tr("%Ln setting(s) to look at", nullptr, wrong));
    const Finding *chosen = m_model.rowAt(ui->findingTable->currentIndex().row());
    ui->whyLabel->setText(chosen ? QStringLiteral("%1: %2").arg(chosen->setting, text(chosen->explanation)) : QString());
}

void HealthPage::verify()
{
    ui->verifyButton->setEnabled(false);
    ui->verifyButton->setText(tr("Checking…"));
    whenReady(m_client.ask(VerifyDatabase{}), this, [this](Result<DatabaseReport> report) {
        ui->verifyButton->setEnabled(true);
        ui->verifyButton->setText(tr("&Check everything"));
        if (!report)
            ui->messageBar->say(MessageBar::Kind::Error, text(report.error()));
        else if (report->problems.empty())
            ui->messageBar->say(MessageBar::Kind::Confirmation,
                                tr("The database is sound: %Ln entry(s) of the record checked", nullptr,
                                   static_cast<int>(report->audit.events)));
        else {
            QStringList problems;
            for (const Message &problem : report->problems)
                problems << text(problem);
            ui->messageBar->say(MessageBar::Kind::Error,
                                tr("The database is not sound: %1").arg(problems.join(QStringLiteral("; "))));
        }
    });
}

void HealthPage::setActive(bool active)
{
    if (active)
        refresh();
}

void HealthPage::tick()
{
    if (m_sinceAsked.isValid() && m_sinceAsked.elapsed() >= m_pauseMs)
        refresh();
}

QWidget *HealthPage::mainView() const { return ui->findingTable; }

void HealthPage::save(QSettings &settings) const { saveTable(settings, *ui->findingTable); }

void HealthPage::restore(QSettings &settings) { restoreTable(settings, *ui->findingTable); }

} // namespace hmsact::console
