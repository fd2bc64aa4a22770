// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rowmodel.h"
#include "domain/staffing.h"

#include <QMap>

namespace hmsact::console {

// Workers × skills: a row for each worker, a column for each skill that somebody has, something waits for, or somebody is
// about to give; cells are levels. Who has a skill and what waits for it stands in the head of its column.
class SkillModel final : public RowModel<domain::StaffRow>
{
    Q_OBJECT

public:
    enum Role { LevelRole = Qt::UserRole };

    using RowModel::RowModel;

    // Counts all of them, whoever of them has a row. waiting: PENDING tasks for anyone, by skill.
    void show(std::vector<domain::StaffRow> workers, const std::vector<domain::StaffRow> &all,
              const QMap<QString, int> &waiting);
    int addSkill(const QString &skill); // its column; one that nobody has yet stays until the program ends
    [[nodiscard]] QString skillAt(int column) const { return m_skills.value(column); }
    [[nodiscard]] int levelAt(const QModelIndex &index) const; // 0: does not have it

    // Shown at once; what is stored comes with the next show(). Gives the worker as it is to be; skillsOf: as it is shown.
    domain::Worker setLevel(const QModelIndex &index, int level);
    [[nodiscard]] QMap<QString, int> skillsOf(int row) const;

    struct Gap { // work waits, and nobody who is there can take it
        QString skill;
        int workers = 0;
        int waiting = 0;
    };
    [[nodiscard]] std::vector<Gap> gaps() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString keyOf(const domain::StaffRow &row) const override { return row.view.worker.id.value; }

protected:
    [[nodiscard]] QVariant cell(const domain::StaffRow &row, int column, int role) const override;

private:
    struct Count {
        int have = 0;
        int here = 0; // of them: at work, and not full
        int waiting = 0;
    };
    void setSkills(const QStringList &skills);
    void count();
    [[nodiscard]] QVariant workerHeader(int row, int role) const;

    QStringList m_skills; // by name
    QStringList m_added;
    std::vector<domain::StaffRow> m_all;
    QMap<QString, int> m_waiting;
    QMap<QString, Count> m_counts;
    QMap<QString, QMap<QString, int>> m_edited; // by worker: what was set here and is not stored yet
};

} // namespace hmsact::console
