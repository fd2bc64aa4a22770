// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/skillmodel.h"

#include "console/icons.h"
#include "console/timetext.h"
#include "console/workermodel.h"

#include <QLocale>

namespace hmsact::console {

using domain::StaffRow;

void SkillModel::show(std::vector<StaffRow> workers, const std::vector<StaffRow> &all, const QMap<QString, int> &waiting)
{
    m_all = all;
    m_waiting = waiting;
    QStringList skills = m_added + waiting.keys();
    for (const StaffRow &row : workers)
        skills << row.view.worker.skills.keys();
    skills.removeDuplicates();
    skills.sort();
    setSkills(skills);
    m_edited.clear();
    merge(std::move(workers));
    count();
    if (!m_skills.isEmpty())
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

// Column by column, so that the chosen cell stays the chosen cell. Both lists are sorted.
void SkillModel::setSkills(const QStringList &skills)
{
    for (int column = static_cast<int>(m_skills.size()) - 1; column >= 0; --column) {
        if (skills.contains(m_skills[column]))
            continue;
        beginRemoveColumns({}, column, column);
        m_skills.removeAt(column);
        endRemoveColumns();
    }
    for (int column = 0; column < skills.size(); ++column) {
        if (m_skills.value(column) == skills[column])
            continue;
        beginInsertColumns({}, column, column);
        m_skills.insert(column, skills[column]);
        endInsertColumns();
    }
}

void SkillModel::count()
{
    m_counts.clear();
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it)
        m_counts[it.key()].waiting = it.value();
    for (const StaffRow &row : m_all) {
        const domain::Worker &worker = row.view.worker;
        const QMap<QString, int> &skills = m_edited.contains(worker.id.value) ? m_edited[worker.id.value] : worker.skills;
        for (auto it = skills.keyBegin(); it != skills.keyEnd(); ++it) {
            ++m_counts[*it].have;
            m_counts[*it].here += isThere(row) ? 1 : 0;
        }
    }
}

int SkillModel::addSkill(const QString &skill)
{
    if (!m_skills.contains(skill)) {
        m_added << skill;
        QStringList skills = m_skills;
        skills << skill;
        skills.sort();
        setSkills(skills);
    }
    return static_cast<int>(m_skills.indexOf(skill));
}

int SkillModel::levelAt(const QModelIndex &index) const { return index.data(LevelRole).toInt(); }

QMap<QString, int> SkillModel::skillsOf(int row) const
{
    const domain::Worker &worker = rowAt(row)->view.worker;
    return m_edited.value(worker.id.value, worker.skills);
}

domain::Worker SkillModel::setLevel(const QModelIndex &index, int level)
{
    domain::Worker worker = rowAt(index.row())->view.worker;
    worker.skills = skillsOf(index.row());
    if (level > 0)
        worker.skills.insert(skillAt(index.column()), level);
    else
        worker.skills.remove(skillAt(index.column()));
    m_edited[worker.id.value] = worker.skills;
    count();
    emit dataChanged(index, index);
    emit headerDataChanged(Qt::Horizontal, index.column(), index.column());
    return worker;
}

std::vector<SkillModel::Gap> SkillModel::gaps() const
{
    std::vector<Gap> gaps;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
        if (it->waiting > 0 && it->here == 0)
            gaps.push_back({it.key(), it->have, it->waiting});
    return gaps;
}

int SkillModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_skills.size());
}

QVariant SkillModel::workerHeader(int row, int role) const
{
    const StaffRow *staff = rowAt(row);
    if (!staff)
        return {};
    const domain::Worker &worker = staff->view.worker;
    switch (role) {
    case Qt::DisplayRole:
        return isAtWork(*staff) ? worker.name : tr("%1 (away)").arg(worker.name);
    case Qt::ToolTipRole:
        return tr("%1\n%2 of its capacity of %3 taken")
            .arg(worker.name, QString::number(staff->view.load), QString::number(worker.capacity));
    case Qt::DecorationRole:
        return icon(worker.kind == domain::WorkerKind::Human ? QStringLiteral("person") : QStringLiteral("bot"));
    default:
        return {};
    }
}

QVariant SkillModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return workerHeader(section, role);
    if (section < 0 || section >= m_skills.size())
        return {};
    const Count count = m_counts.value(m_skills[section]);
    const bool gap = count.waiting > 0 && count.here == 0;
    const QString have = tr("%Ln have it", nullptr, count.have);
    const QString wait = count.waiting >= domain::limits::matrixWaitingMax
        ? tr("%1+ waiting").arg(QLocale().toString(count.waiting)) // and no further
        : count.waiting > 0 ? tr("%Ln waiting", nullptr, count.waiting)
                            : QString();
    switch (role) {
    case Qt::DisplayRole:
        return QString(m_skills[section] + u'\n' + (wait.isEmpty() ? have : have + QStringLiteral(" · ") + wait));
    case Qt::ToolTipRole:
        return QStringLiteral("%1: %2 %3").arg(m_skills[section], have, wait).trimmed();
    case Qt::DecorationRole:
        return gap ? QVariant(icon(QStringLiteral("error"))) : QVariant();
    default:
        return {};
    }
}

static QString levelText(const StaffRow &row, const QString &skill, int level)
{
    const QString &name = row.view.worker.name;
    return level > 0 ? SkillModel::tr("%1: %2, level %3 of 5").arg(name, skill, QString::number(level))
                     : SkillModel::tr("%1 does not have %2").arg(name, skill);
}

// How that went so far, on a line of its own; nothing where nothing was done.
static QString recordText(const domain::SkillRecord &record)
{
    if (record.done + record.failed == 0)
        return {};
    QString line =
        SkillModel::tr("%1 done, %2 failed, %3 fell due meanwhile").arg(record.done).arg(record.failed).arg(record.late);
    if (record.timed > 0)
        line = SkillModel::tr("%1; %2 on average").arg(line, spanText(record.meanMs()));
    return u'\n' + line;
}

QVariant SkillModel::cell(const StaffRow &row, int column, int role) const
{
    const auto edited = m_edited.constFind(row.view.worker.id.value);
    const QMap<QString, int> &skills = edited == m_edited.cend() ? row.view.worker.skills : *edited;
    const int level = skills.value(skillAt(column));
    switch (role) {
    case Qt::DisplayRole:
        return level > 0 ? QString::number(level) : QString();
    case LevelRole:
        return level;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::AccessibleTextRole:
        return levelText(row, skillAt(column), level);
    case Qt::ToolTipRole:
        return QString(levelText(row, skillAt(column), level) + recordText(row.records.value(skillAt(column))));
    default:
        return {};
    }
}

} // namespace hmsact::console
