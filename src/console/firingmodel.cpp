// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/firingmodel.h"

#include "console/escalationtext.h"
#include "console/ruletext.h"
#include "console/timetext.h"

#include <QDateTime>
#include <QLocale>

namespace hmsact::console {

using domain::DryRunReport;
using domain::DryRunSum;
using domain::Firing;
using domain::WouldFire;

static QString stepNumber(int step) { return placeText(QStringLiteral("/steps/%1").arg(step)); }

QVariant FiringModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("When");
    case TaskName:
        return tr("Task");
    case Step:
        return tr("Step");
    case Outcome:
        return tr("What came of it");
    case Version:
        return tr("Version");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

QString FiringModel::keyOf(const Firing &row) const
{
    return QStringLiteral("%1/%2/%3/%4/%5")
        .arg(row.activity.value)
        .arg(row.task.value)
        .arg(row.step)
        .arg(row.repeat)
        .arg(row.atMs);
}

QString FiringModel::shown(const Firing &row, int column) const
{
    switch (column) {
    case At:
        return agoText(row.atMs, m_nowMs());
    case TaskName:
        return row.task.isNull() ? tr("the activity") : row.taskName;
    case Step:
        return row.repeat == 0 ? stepNumber(row.step) : tr("%1, again (%2)").arg(stepNumber(row.step)).arg(row.repeat);
    case Outcome:
        return outcomeText(row);
    case Version:
        return QLocale().toString(row.ruleVersion);
    case Why:
        return valuesText(row.values, m_nowMs());
    default:
        return {};
    }
}

QVariant FiringModel::cell(const Firing &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        return column == At ? fullInstantText(row.atMs) : shown(row, column);
    case Qt::TextAlignmentRole:
        return column == Version ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

void WouldFireModel::show(const DryRunReport &report)
{
    m_rule = report.rule;
    merge(report.firings);
}

QVariant WouldFireModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("When");
    case TaskName:
        return tr("Task");
    case Step:
        return tr("Step");
    case Deed:
        return tr("What it would have done");
    default:
        return {};
    }
}

QString WouldFireModel::keyOf(const WouldFire &row) const
{
    return QStringLiteral("%1/%2/%3/%4").arg(row.activity.value).arg(row.task.value).arg(row.step).arg(row.atMs);
}

QVariant WouldFireModel::cell(const WouldFire &row, int column, int role) const
{
    if (role == Qt::ToolTipRole && column == At)
        return fullInstantText(row.atMs);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case At:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.atMs), QStringLiteral("d MMM, HH:mm"));
    case TaskName:
        return row.task.isNull() ? tr("the activity") : row.taskName;
    case Step:
        return stepNumber(row.step);
    case Deed:
        if (row.isSkipped)
            return tr("%1: nobody could take it").arg(deedText(m_rule.steps[size_t(row.step)]));
        return row.isPassedOver ? tr("passed over") : deedText(m_rule.steps[size_t(row.step)]);
    default:
        return {};
    }
}

// Steps and addresses are those of either; one that the saved rule does not have it does no time.
std::vector<TrialSum> sumsOf(const DryRunReport &report)
{
    std::vector<TrialSum> rows;
    const auto add = [&](const QString &what, auto value) {
        rows.push_back({what, value(report.would), {}});
        if (report.does)
            rows.back().does = value(*report.does);
    };
    add(TrialSumModel::tr("Activities hit"), [](const DryRunSum &sum) { return sum.activities; });
    add(TrialSumModel::tr("Tasks hit"), [](const DryRunSum &sum) { return sum.tasks; });
    add(TrialSumModel::tr("Firings"), [](const DryRunSum &sum) { return sum.firings; });
    const size_t steps = std::max(report.would.steps.size(), report.does ? report.does->steps.size() : 0);
    for (size_t i = 0; i < steps; ++i)
        add(i < report.rule.steps.size() ? QStringLiteral("%1: %2").arg(stepNumber(int(i)), text(report.rule.steps[i].then))
                                         : TrialSumModel::tr("%1 of the saved rule").arg(stepNumber(int(i))),
            [i](const DryRunSum &sum) { return i < sum.steps.size() ? sum.steps[i] : 0; });
    QStringList addresses;
    for (const DryRunSum *sum : {&report.would, report.does ? &*report.does : nullptr})
        for (size_t i = 0; sum && i < sum->messages.size(); ++i)
            if (!addresses.contains(sum->messages[i].address))
                addresses << sum->messages[i].address;
    for (const QString &address : std::as_const(addresses))
        add(TrialSumModel::tr("Messages to %1").arg(address), [&address](const DryRunSum &sum) {
            const auto it = std::ranges::find(sum.messages, address, &DryRunSum::Messages::address);
            return it == sum.messages.end() ? 0 : it->count;
        });
    return rows;
}

QVariant TrialSumModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Over the period");
    case Would:
        return tr("This rule");
    case Does:
        return tr("As saved");
    case Difference:
        return tr("Difference");
    default:
        return {};
    }
}

QVariant TrialSumModel::cell(const TrialSum &row, int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == What ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QLocale locale;
    switch (column) {
    case What:
        return row.what;
    case Would:
        return locale.toString(row.would);
    case Does:
        return row.does ? locale.toString(*row.does) : QStringLiteral("–");
    case Difference: {
        const qint64 more = row.does ? row.would - *row.does : 0;
        if (!row.does)
            return QStringLiteral("–");
        return more > 0 ? u'+' + locale.toString(more)
            : more < 0  ? QChar(0x2212) + locale.toString(-more)
                        : QStringLiteral("0");
    }
    default:
        return {};
    }
}

} // namespace hmsact::console
