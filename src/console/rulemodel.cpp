// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/rulemodel.h"

#include "console/ruletext.h"
#include "console/timetext.h"

#include <QLocale>

namespace hmsact::console {

using domain::Rule;

RuleModel::RuleModel(std::function<qint64()> nowMs, QObject *parent) : RowModel(parent), m_nowMs(std::move(nowMs)) { }

int RuleModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Evaluated)
        return tr("When an engine last held this version of the rule against what happens");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Order:
        return tr("No.");
    case On:
        return tr("On");
    case Name:
        return tr("Rule");
    case When:
        return tr("When");
    case Scope:
        return tr("For");
    case Steps:
        return tr("Steps");
    case Evaluated:
        return tr("Looked at");
    case Liveness:
        return tr("Firing");
    case Version:
        return tr("Version");
    case Origin:
        return tr("Origin");
    default:
        return {};
    }
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    return index.column() == On && m_switchable ? flags | Qt::ItemIsUserCheckable : flags;
}

bool RuleModel::setData(const QModelIndex &index, const QVariant &, int role)
{
    if (role == Qt::CheckStateRole && index.column() == On && m_switchable)
        emit switchRequested(index.row());
    return false;
}

QString RuleModel::shown(const Rule &row, int column) const
{
    switch (column) {
    case Order:
        return QLocale().toString(&row - rows().data() + 1);
    case On:
        return row.enabled ? tr("on") : tr("off");
    case Name:
        return ruleName(row.name);
    case When:
        return conditionText(row);
    case Scope:
        return scopeText(row.scope);
    case Steps:
        return stepsText(row);
    case Evaluated:
        return row.lastEvaluatedAtMs == 0 ? tr("not yet") : agoText(row.lastEvaluatedAtMs, m_nowMs());
    case Liveness:
        return livenessText(row, m_nowMs());
    case Version:
        return QLocale().toString(row.version);
    case Origin:
        return row.builtIn ? tr("built in") : tr("made here");
    default:
        return {};
    }
}

QVariant RuleModel::cell(const Rule &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::ToolTipRole:
        if (column == Evaluated)
            return fullInstantText(row.lastEvaluatedAtMs);
        return column == Version ? fullInstantText(row.updatedAtMs)
            : column == Steps    ? sentenceOf(row, m_nowMs())
                                 : shown(row, column);
    case Qt::CheckStateRole:
        return column == On ? QVariant(row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Order || column == Version ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

} // namespace hmsact::console
