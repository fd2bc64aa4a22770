// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertmodel.h"

#include "console/icons.h"
#include "console/ruletext.h"
#include "console/timetext.h"

#include <QFont>
#include <QFontMetrics>
#include <QJsonArray>

namespace hmsact::console {

using domain::Alert;

struct KindWords {
    const char *kind;
    const char *words;
};
static constexpr KindWords kindWords[] = {
    {"sla_breach", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Task overdue")},
    {"activity_sla_breach", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Activity overdue")},
    {"task_failed", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Task failed")},
    {"no_eligible_worker", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Nobody to give it to")},
    {"sla_warning", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Task due soon")},
    {"activity_sla_warning", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Activity due soon")},
    {"unassigned", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Nobody has begun")},
    {"stalled", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Given up again and again")},
    {"queue_depth", QT_TRANSLATE_NOOP("hmsact::console::AlertModel", "Too much is waiting")},
};

QString alertText(const QString &kind)
{
    for (const KindWords &known : kindWords)
        if (kind == QLatin1String(known.kind))
            return AlertModel::tr(known.words);
    QString words = kind;
    return words.replace(u'_', u' ');
}

int alertWidth(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = 0;
    for (const KindWords &known : kindWords)
        width = std::max(width, metrics.horizontalAdvance(AlertModel::tr("%1 · solved").arg(AlertModel::tr(known.words))));
    return width;
}

domain::SlaState alertSlaState(const Alert &alert)
{
    if (alert.isSolved)
        return domain::SlaState::Met;
    const bool isOver = alert.kind.endsWith(QLatin1String("sla_breach")) || alert.kind == QLatin1String("task_failed");
    return isOver ? domain::SlaState::Breached : domain::SlaState::AtRisk;
}

static QString followerText(const domain::AlertFollower &follower, qint64 nowMs)
{
    QStringList parts;
    for (const domain::Firing &firing : follower.firings) {
        QStringList told;
        for (const QJsonValue &address : firing.outcome.value(QLatin1String("told")).toArray())
            told << address.toString();
        const QString at = instantText(firing.atMs, nowMs);
        parts
            << (told.isEmpty()
                    ? AlertModel::tr("step %1 at %2, nobody told").arg(firing.step + 1).arg(at)
                    : AlertModel::tr("step %1 at %2 told %3").arg(firing.step + 1).arg(at, told.join(QStringLiteral(", "))));
    }
    if (follower.state == domain::EscalationState::Acknowledged)
        parts << AlertModel::tr("stopped: it was acknowledged");
    else if (follower.nextAtMs > 0)
        parts << AlertModel::tr("step %1 comes at %2").arg(follower.nextStep + 1).arg(instantText(follower.nextAtMs, nowMs));
    const QString rule =
        follower.ruleName.isEmpty() ? AlertModel::tr("a rule that was removed") : ruleName(follower.ruleName);
    return AlertModel::tr("%1: %2").arg(rule, parts.join(QStringLiteral(" · ")));
}

QString followersText(const domain::AlertDetail &detail, qint64 nowMs)
{
    QStringList lines;
    for (const domain::AlertFollower &follower : detail.followers)
        lines << followerText(follower, nowMs);
    return lines.isEmpty() ? AlertModel::tr("No rule follows this") : lines.join(u'\n');
}

AlertModel::AlertModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

int AlertModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Alert");
    case TaskName:
        return tr("Task");
    case Intent:
        return tr("Activity");
    case Raised:
        return tr("Raised");
    case Seen:
        return tr("Acknowledged");
    default:
        return {};
    }
}

QString AlertModel::keyOf(const Alert &row) const { return QString::number(row.id.value); }

QString AlertModel::shown(const Alert &row, int column) const
{
    switch (column) {
    case What:
        return row.isSolved ? tr("%1 · solved").arg(alertText(row.kind)) : alertText(row.kind);
    case TaskName:
        return row.taskName;
    case Intent:
        return tr("%1 · %2").arg(row.intent, row.activity.toString());
    case Raised:
        return agoText(row.raisedAtMs, m_nowMs());
    case Seen:
        if (row.snoozedUntilMs > 0)
            return tr("put off by %1 until %2").arg(row.snoozedBy, instantText(row.snoozedUntilMs, m_nowMs()));
        return row.acknowledgedAtMs == 0 ? tr("not yet")
                                         : tr("%1, %2").arg(row.acknowledgedBy, agoText(row.acknowledgedAtMs, m_nowMs()));
    default:
        return {};
    }
}

QVariant AlertModel::cell(const Alert &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        if (column == Raised)
            return fullInstantText(row.raisedAtMs);
        return column == Seen ? fullInstantText(row.acknowledgedAtMs) : shown(row, column);
    case Qt::DecorationRole:
        if (column != What)
            return {};
        if (row.isSolved) // the tick of the SLA would say that the promise was kept
            return icon(QStringLiteral("completed"));
        return row.kind == QLatin1String("task_failed") ? stateIcon(domain::TaskState::Failed) : slaIcon(alertSlaState(row));
    case Qt::FontRole: {
        QFont font; // what nobody has looked at stands out
        font.setBold(domain::isUnseen(row) && column == What);
        return font;
    }
    default:
        return {};
    }
}

} // namespace hmsact::console
