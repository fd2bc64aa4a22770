// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dryrunning.h"

#include "engine/calendarbook.h"
#include "engine/workerdirectory.h"
#include "store/historystore.h"
#include "store/rulestore.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

namespace {

constexpr int activitiesAtOnce = 200;

// Adds up what one version of a rule would have done.
class Tally
{
public:
    explicit Tally(const Rule &rule) : m_rule(rule) { m_sum.steps.resize(rule.steps.size()); }

    void count(const std::vector<WouldFire> &fired)
    {
        QSet<qint64> tasks;
        for (const WouldFire &one : fired) {
            tasks.insert(one.task.value);
            const RuleStep &step = m_rule.steps[size_t(one.step)];
            ++m_sum.firings;
            ++m_sum.steps[size_t(one.step)];
            for (const QString &address : one.isPassedOver ? QStringList() : step.notify)
                m_told[address].push_back(one.atMs);
        }
        m_sum.activities += fired.empty() ? 0 : 1;
        m_sum.tasks += int(tasks.size()) - (tasks.contains(0) ? 1 : 0);
    }

    [[nodiscard]] DryRunSum sum()
    {
        for (auto it = m_told.begin(); it != m_told.end(); ++it)
            m_sum.messages.push_back({it.key(), messages(it.value())});
        return m_sum;
    }

    [[nodiscard]] qint64 firings() const { return m_sum.firings; }

private:
    // What falls into the window of a digest is one message.
    [[nodiscard]] qint64 messages(std::vector<qint64> &times) const
    {
        std::ranges::sort(times);
        qint64 count = 0;
        qint64 windowEndMs = 0;
        for (const qint64 atMs : times) {
            if (m_rule.digestMs > 0 && atMs < windowEndMs)
                continue;
            ++count;
            windowEndMs = atMs + m_rule.digestMs;
        }
        return count;
    }

    const Rule m_rule;
    DryRunSum m_sum;
    QMap<QString, std::vector<qint64>> m_told;
};

} // namespace

static DryRun::Directory directoryOf(const WorkerDirectory &workers, const CalendarBook &calendars)
{
    const WorkerDirectory::Hours hours = [&](const QString &calendar) -> const WorkingTime & {
        return calendars.hours(calendar);
    };
    return {
        [&](const Task &task) { return workers.anotherCanTake(task, {}); },
        [&, hours](const Task &task, const QString &to, qint64 atMs) { return workers.anyBackup(task, to, hours, atMs); },
        hours};
}

Result<DryRunReport> dryRun(store::Database &database, const DryRunRule &question, qint64 nowMs)
{
    const Result<Period> period = wholePeriod(question.period, nowMs);
    if (!period)
        return period.error();
    WorkerDirectory workers;
    CalendarBook calendars;
    const Result<std::vector<Rule>> rules = database.read<std::vector<Rule>>([&]() -> Result<std::vector<Rule>> {
        store::WorkerStore store(database);
        workers.load(store);
        store::CalendarStore calendarStore(database);
        calendars.load(calendarStore);
        return store::RuleStore(database).all();
    });
    if (!rules)
        return rules.error();
    const RuleChoice &choice = question.choice;
    const Rule *saved = findSaved(*rules, choice);
    const bool isEdited = choice.saved.isEmpty();
    if (!isEdited && !saved)
        return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "there is no rule %1"), {choice.saved.left(100)});

    const Rule &tried = isEdited ? choice.rule : *saved;
    if (tried.when == Trigger::QueueDepth)
        return invalidField(
            QStringLiteral("/rule/when"),
            QT_TRANSLATE_NOOP("Error", "how deep a queue was is not recorded; try it as a shadow: shadow_until"));

    DryRunReport report;
    report.period = *period;
    report.rule = tried;
    report.rule.id = saved ? saved->id : RuleId{std::numeric_limits<qint64>::max()}; // the newest
    const DryRun::Directory directory = directoryOf(workers, calendars);
    DryRun wouldDo(report.rule, *rules, *period, directory);
    std::optional<DryRun> does;
    if (isEdited && saved)
        does.emplace(*saved, *rules, *period, directory);
    Tally would(report.rule);
    Tally savedTally(saved ? *saved : Rule());
    for (ActivityId after; would.firings() < limits::dryRunFiringsMax;) {
        using Page = std::vector<store::HistoryStore::Recorded>;
        const Result<Page> page = database.read<Page>([&]() -> Result<Page> {
            return store::HistoryStore(database).between(period->fromMs, period->toMs, after, activitiesAtOnce);
        });
        if (!page)
            return page.error();
        for (const auto &[activity, tasks, events] : *page) {
            const std::vector<WouldFire> fired = wouldDo.over(activity, tasks, events);
            would.count(fired);
            report.add(fired);
            if (does) {
                const std::vector<WouldFire> before = does->over(activity, tasks, events);
                savedTally.count(before);
                report.compare(before, fired);
            }
        }
        report.activitiesRead += int(page->size());
        report.isComplete = page->size() < activitiesAtOnce;
        if (report.isComplete)
            break;
        after = page->back().activity.id;
    }
    report.would = would.sum();
    if (does)
        report.does = savedTally.sum();
    return report;
}

} // namespace hmsact::engine
