// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentmodel.h"

#include "domain/duration.h"

namespace hmsact::console {

using domain::Intent;

int IntentModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant IntentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case Title:
        return tr("Request");
    case Name:
        return isTip ? tr("What programs and rules call it: the intent of an activity") : tr("Intent");
    case Promise:
        return isTip ? tr("By when all of it is to be done") : tr("SLA");
    case Tasks:
        return tr("Tasks");
    case Asks:
        return isTip ? tr("What the page of a link in a mail asks for with an answer") : tr("By mail");
    default:
        return {};
    }
}

QVariant IntentModel::cell(const Intent &intent, int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (column == Tasks ? Qt::AlignHCenter : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Title:
        return role == Qt::ToolTipRole && !intent.description.isEmpty() ? intent.description : intent.title;
    case Name:
        return intent.name;
    case Promise:
        return domain::formatDuration(intent.slaMs);
    case Tasks:
        return QString::number(intent.tasks.size());
    case Asks:
        return intent.confirmation == domain::Confirmation::Code ? tr("code") : tr("button");
    default:
        return {};
    }
}

} // namespace hmsact::console
