// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruletrial.h"

#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/signlabel.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_ruletrial.h"

#include <QLocale>

namespace hmsact::console {

using namespace domain;

RuleTrial::RuleTrial(engine::CoreClient &client, QWidget *parent)
    : QWidget(parent), m_client(client), ui(std::make_unique<Ui::RuleTrial>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("ruleTrial"));
    for (const int days : {7, 30, 90})
        ui->periodCombo->addItem(tr("the last %Ln day(s)", nullptr, days), days);
    ui->periodCombo->setCurrentIndex(1);
    ui->trialBar->hide();
    ui->trialBar->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    ui->sumTable->setModel(&m_sums);
    ui->wouldTable->setModel(&m_firings);
    for (QTableView *table : {ui->sumTable, ui->wouldTable})
        setUpTable(*table);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->sumTable, {{20 * em, 40 * em}, {13 * em, 14 * em}, {14 * em, 14 * em}, {13 * em, 14 * em}});
    new ColumnFit(*ui->wouldTable, {{17 * em, 20 * em}, {14 * em, 22 * em}, {10 * em, 11 * em}, {25 * em, 40 * em}});
    m_empty = new EmptyState(*ui->wouldTable);
    connect(ui->tryButton, &QPushButton::clicked, this, &RuleTrial::tryIt);
    connect(ui->wouldTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const WouldFire *row = m_firings.rowAt(index.row()))
            emit activityRequested(row->activity, row->taskName);
    });
    forget();
}

RuleTrial::~RuleTrial() = default;

void RuleTrial::say(const QString &sign, const QString &text)
{
    m_verdictSign = sign;
    m_verdict = text;
    showStanding();
}

void RuleTrial::showStanding()
{
    const bool mayTry = m_client.actor().role >= Role::Supervisor;
    ui->tryButton->setEnabled(m_rule && !m_running && mayTry);
    ui->trialBar->setVisible(m_running);
    QString text = m_verdict;
    if (!mayTry)
        text = tr("Trying a rule takes a supervisor.");
    else if (m_stale && !m_running)
        text = tr("The rule was changed since it was tried. %1").arg(m_verdict);
    ui->trialLabel->setVisible(!text.isEmpty());
    ui->trialLabel->set(icon(m_stale ? QStringLiteral("refresh") : m_verdictSign), text);
}

void RuleTrial::setRule(const std::optional<Rule> &rule, Standing standing)
{
    m_stale = m_stale || (m_sums.rowCount() > 0 && m_rule && (!rule || bodyOf(*rule) != bodyOf(*m_rule)));
    m_rule = rule;
    m_standing = standing;
    showStanding();
}

void RuleTrial::forget()
{
    ++m_generation;
    m_running = false;
    m_stale = false;
    m_sums.merge({});
    m_firings.merge({});
    ui->trialSplitter->hide();
    say(QStringLiteral("refresh"), tr("Says what the rule would have done, had it been in force then. Nothing is changed."));
}

void RuleTrial::tryIt()
{
    const qint64 nowMs = m_client.nowMs();
    const qint64 days = ui->periodCombo->currentData().toInt();
    DryRunRule question;
    question.period = {nowMs - days * limits::msPerDay, nowMs};
    if (m_standing == Standing::Saved)
        question.choice.saved = m_rule->id.toString();
    else
        question.choice.rule = *m_rule;
    m_running = true;
    m_stale = false;
    say(QStringLiteral("progress"), tr("Reading the record…"));
    whenReady(m_client.ask(std::move(question)), this, [this, generation = ++m_generation](Result<DryRunReport> report) {
        if (generation == m_generation)
            take(report);
    });
}

void RuleTrial::take(const Result<DryRunReport> &report)
{
    m_running = false;
    ui->trialSplitter->setVisible(report.ok());
    if (!report) {
        m_sums.merge({});
        m_firings.merge({});
        return say(QStringLiteral("error"), text(report.error()));
    }
    m_sums.merge(sumsOf(*report));
    m_firings.show(*report);
    ui->sumTable->setColumnHidden(TrialSumModel::Does, !report->does);
    ui->sumTable->setColumnHidden(TrialSumModel::Difference, !report->does);
    m_empty->say(QStringLiteral("completed"), tr("Nothing would have been fired"),
                 tr("In these days nothing happened that this rule is about."));
    m_empty->setReady(true);
    selectRow(*ui->sumTable, 0);
    selectRow(*ui->wouldTable, m_firings.rowCount() > 0 ? 0 : -1);
    const QLocale locale;
    QStringList said{tr("%Ln activity(s) read.", nullptr, int(report->activitiesRead))};
    if (report->does)
        said << tr("Beside the saved rule: %1 firings more, %2 fewer.")
                    .arg(locale.toString(report->firingsMore), locale.toString(report->firingsLess));
    if (report->would.firings > m_firings.rowCount())
        said << tr("The first %1 firings are listed.").arg(locale.toString(m_firings.rowCount()));
    if (!report->isComplete)
        said << tr("It stopped there: there is more.");
    say(QStringLiteral("completed"), said.join(u' '));
}

void RuleTrial::save(QSettings &settings) const
{
    saveTable(settings, *ui->wouldTable);
    settings.setValue(QStringLiteral("ui/rules/days"), ui->periodCombo->currentData());
}

void RuleTrial::restore(QSettings &settings)
{
    restoreTable(settings, *ui->wouldTable);
    const int at = ui->periodCombo->findData(settings.value(QStringLiteral("ui/rules/days")).toInt());
    if (at >= 0)
        ui->periodCombo->setCurrentIndex(at);
}

} // namespace hmsact::console
