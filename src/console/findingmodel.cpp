// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/findingmodel.h"

#include "console/icons.h"
#include "console/words.h"

namespace hmsact::console {

using domain::Finding;
using domain::SlaState;

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Verdict:
        return tr("Verdict");
    case Setting:
        return tr("Setting");
    case Value:
        return tr("Is");
    case Wanted:
        return tr("Should be");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

// The signs of the SLA: the same shapes mean the same everywhere in the window.
static QIcon signOf(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Good:
        return slaIcon(SlaState::Met);
    case Finding::Severity::Note:
        return slaIcon(SlaState::DueSoon);
    case Finding::Severity::Warning:
        return slaIcon(SlaState::AtRisk);
    case Finding::Severity::Danger:
        break;
    }
    return slaIcon(SlaState::Breached);
}

static QString shown(const Finding &row, int column)
{
    switch (column) {
    case FindingModel::Verdict:
        return text(row.severity);
    case FindingModel::Setting:
        return row.setting;
    case FindingModel::Value:
        return row.value.isEmpty() ? QStringLiteral("–") : row.value;
    case FindingModel::Wanted:
        return row.wanted;
    case FindingModel::Why:
        return text(row.explanation);
    default:
        return {};
    }
}

QVariant FindingModel::cell(const Finding &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown(row, column);
    case Qt::DecorationRole:
        return column == Verdict ? QVariant(signOf(row.severity)) : QVariant();
    default:
        return {};
    }
}

} // namespace hmsact::console
