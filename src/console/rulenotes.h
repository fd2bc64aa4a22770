// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/error.h"
#include "domain/rulelint.h"

#include <QIcon>

namespace hmsact::console {

// What is said of one place in a rule: that it cannot be saved so, that it cannot work, or that it may not be meant.
struct RuleNote {
    enum class Kind { Error, Problem, Doubt };
    Kind kind = Kind::Error;
    QString pointer; // into the rule: "/steps/1/to"; empty: all of it
    QString text;
};
[[nodiscard]] std::vector<RuleNote> notesOf(const domain::Error &error); // its fields, else its detail
[[nodiscard]] std::vector<RuleNote> notesOf(const std::vector<domain::Remark> &remarks);
[[nodiscard]] QString text(RuleNote::Kind kind); // "Problem"
[[nodiscard]] QIcon signOf(RuleNote::Kind kind);

// The notes as the rows of a table.
class RuleNoteModel final : public RowModel<RuleNote>
{
    Q_OBJECT

public:
    enum Column { Verdict, Place, What, ColumnCount };

    explicit RuleNoteModel(QObject *parent = nullptr) : RowModel(parent) { }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const RuleNote &row) const override { return row.pointer + u'\n' + row.text; }

protected:
    [[nodiscard]] QVariant cell(const RuleNote &row, int column, int role) const override;
};

} // namespace hmsact::console
