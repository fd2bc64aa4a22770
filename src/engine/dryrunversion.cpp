// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dryrunversion.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

DryRunVersion::DryRunVersion(const Rule &rule, const std::vector<Rule> &others, Period period,
                             const DryRun::Directory &directory)
    : m_period(period), m_run(rule, others, period, directory), m_tally(rule)
{
    if (rule.when == Trigger::QueueDepth)
        m_line.emplace(rule, period);
}

void DryRunVersion::read(const Recorded &recorded)
{
    if (m_line)
        m_line->add(recorded);
    else
        keep(recorded.activity.id, m_run.over(recorded));
}

void DryRunVersion::keep(ActivityId activity, std::vector<WouldFire> &&fired)
{
    if (fired.empty())
        return;
    m_firings += qint64(fired.size());
    std::vector<WouldFire> &known = m_fired[activity];
    known.insert(known.end(), fired.begin(), fired.end());
}

DryRunVersion::Fired DryRunVersion::take()
{
    for (const auto &[activity, fired] : m_fired)
        m_tally.count(fired);
    return std::exchange(m_fired, {});
}

Status DryRunVersion::playQueue(store::Database &database)
{
    if (m_line->isTooLong())
        return invalidField(
            QStringLiteral("/from"),
            QT_TRANSLATE_NOOP("Error", "too much came and went in that time to play it back; try less of it"));
    for (;;) {
        const std::optional<qint64> lookMs = m_line->nextLookMs();
        const auto ending = m_attended ? m_run.goOn(lookMs.value_or(m_period.toMs)) : std::nullopt;
        if (ending) {
            leave(*ending); // which may be seen earlier
            continue;
        }
        if (lookMs)
            m_line->lookAt(*lookMs);
        if (m_attended && (!lookMs || !m_line->isDeep())) {
            keep(m_attended->activity.id, m_run.end());
            m_attended.reset();
        }
        if (!lookMs || isFull())
            return Done{};
        if (const Status read = attend(database, *lookMs); !read)
            return read;
    }
}

Status DryRunVersion::attend(store::Database &database, qint64 atMs)
{
    if (m_attended || !m_line->isDeep())
        return Done{};
    using Found = std::optional<Recorded>;
    const auto [activity, task] = m_line->first();
    Result<Found> found =
        database.read<Found>([&, id = activity]() -> Result<Found> { return store::HistoryStore(database).of(id); });
    if (!found)
        return found.error();
    m_attended = std::move(*found);
    if (m_attended) // else it was archived meanwhile
        m_run.beginWith(*m_attended, task, atMs);
    return Done{};
}

void DryRunVersion::leave(const DryRun::Ending &ending)
{
    for (const Task &task : m_attended->tasks) {
        if (ending.task.isNull() || ending.task == task.id)
            m_line->leaves(task.id, ending.atMs);
    }
}

} // namespace hmsact::engine
