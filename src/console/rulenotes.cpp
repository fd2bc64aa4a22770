// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/rulenotes.h"

#include "console/icons.h"
#include "console/ruletext.h"
#include "console/words.h"

namespace hmsact::console {

using domain::SlaState;

std::vector<RuleNote> notesOf(const domain::Error &error)
{
    std::vector<RuleNote> notes;
    for (const domain::FieldError &field : error.fields)
        notes.push_back({RuleNote::Kind::Error, field.pointer, text(field.detail)});
    if (notes.empty())
        notes.push_back({RuleNote::Kind::Error, {}, text(error)});
    return notes;
}

std::vector<RuleNote> notesOf(const std::vector<domain::Remark> &remarks)
{
    std::vector<RuleNote> notes;
    for (const domain::Remark &remark : remarks)
        notes.push_back({remark.severity == domain::Severity::Problem ? RuleNote::Kind::Problem : RuleNote::Kind::Doubt,
                         remark.pointer, text(remark.text)});
    return notes;
}

QString text(RuleNote::Kind kind)
{
    switch (kind) {
    case RuleNote::Kind::Error:
        return RuleNoteModel::tr("Error");
    case RuleNote::Kind::Problem:
        return RuleNoteModel::tr("Problem");
    case RuleNote::Kind::Doubt:
        break;
    }
    return RuleNoteModel::tr("Doubt");
}

// The signs of the SLA: the same shapes mean the same everywhere in the window.
QIcon signOf(RuleNote::Kind kind)
{
    switch (kind) {
    case RuleNote::Kind::Error:
        return icon(QStringLiteral("error"));
    case RuleNote::Kind::Problem:
        return slaIcon(SlaState::Breached);
    case RuleNote::Kind::Doubt:
        break;
    }
    return slaIcon(SlaState::AtRisk);
}

QVariant RuleNoteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Verdict:
        return tr("Verdict");
    case Place:
        return tr("Where");
    case What:
        return tr("What");
    default:
        return {};
    }
}

QVariant RuleNoteModel::cell(const RuleNote &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column == Verdict ? text(row.kind) : column == Place ? placeText(row.pointer) : row.text;
    case Qt::DecorationRole:
        return column == Verdict ? QVariant(signOf(row.kind)) : QVariant();
    default:
        return {};
    }
}

} // namespace hmsact::console
