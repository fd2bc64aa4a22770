// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/rulehistory.h"

#include "console/columnfit.h"
#include "console/timetext.h"
#include "ui_rulehistory.h"

namespace hmsact::console {

using namespace domain;

RuleHistory::RuleHistory(engine::CoreClient &client, QWidget *parent)
    : QWidget(parent), ui(std::make_unique<Ui::RuleHistory>()), m_model([&client] { return client.nowMs(); }),
      m_feed(client, m_model, this)
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("ruleHistory"));
    ui->firingTable->setModel(&m_model);
    m_list = std::make_unique<List>(*ui, *ui->firingTable, m_feed);
    const int em = fontMetrics().averageCharWidth();
    const int at = instantWidth(fontMetrics()) + 2 * em;
    new ColumnFit(
        *ui->firingTable,
        {{at, at}, {14 * em, 20 * em}, {9 * em, 10 * em}, {18 * em, 26 * em}, {9 * em, 10 * em}, {24 * em, 60 * em}});
    m_feed.onAnswer = [this] {
        m_list->showAnswer();
        if (!ui->firingTable->currentIndex().isValid())
            selectRow(*ui->firingTable, m_model.rowCount() > 0 ? 0 : -1);
    };
    connect(ui->firingTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const Firing *row = m_model.rowAt(index.row()))
            emit activityRequested(row->activity, row->taskName);
    });
    ui->earlierButton->hide();
    ui->laterButton->hide();
}

RuleHistory::~RuleHistory() = default;

void RuleHistory::show(RuleId rule)
{
    if (rule == m_rule && m_feed.state().loaded)
        return;
    m_rule = rule;
    m_model.merge({});
    m_list->say(QStringLiteral("completed"), rule.isNull() ? tr("Not saved yet") : tr("Never fired yet"),
                rule.isNull() ? tr("What the rule does appears here once it is saved.")
                              : tr("Nothing has happened that this rule is about."));
    m_feed.setQuery(ListFirings{rule, limits::pageDefault, {}});
}

void RuleHistory::setActive(bool active) { m_feed.setActive(active); }

void RuleHistory::refresh() { m_feed.refresh(); }

void RuleHistory::tick() { ui->firingTable->viewport()->update(); }

void RuleHistory::save(QSettings &settings) const { saveTable(settings, *ui->firingTable); }

void RuleHistory::restore(QSettings &settings) { restoreTable(settings, *ui->firingTable); }

} // namespace hmsact::console
