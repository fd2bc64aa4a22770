// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dryrunning.h"

#include "domain/notfound.h"
#include "engine/calendarbook.h"
#include "engine/dryrunversion.h"
#include "engine/workerdirectory.h"
#include "store/rulestore.h"

#include <limits>

namespace hmsact::engine {

using namespace domain;

static constexpr int activitiesAtOnce = 200;

static DryRun::Directory directoryOf(const WorkerDirectory &workers, const CalendarBook &calendars, qint64 nowMs)
{
    const WorkerDirectory::Hours hours = [&](const QString &calendar) -> const WorkingTime & {
        return calendars.hours(calendar);
    };
    return {
        [&workers, nowMs](const Task &task, const WorkerId &worker) { return workers.anotherCanTake(task, worker, nowMs); },
        [&, hours](const Task &task, const QString &to, qint64 atMs) { return workers.backup(task, to, hours, atMs); },
        hours,
        [&workers](const WorkerId &id) {
            return workers.find(id);
        }};
}

// What is known of each activity by now; what only one version does is compared with nothing.
static void addUp(DryRunReport &report, DryRunVersion &would, std::optional<DryRunVersion> &does)
{
    const DryRunVersion::Fired fired = would.take();
    for (const auto &[activity, of] : fired)
        report.add(of);
    if (!does)
        return;
    static const std::vector<WouldFire> nothing;
    const DryRunVersion::Fired before = does->take();
    for (const auto &[activity, of] : fired) {
        const auto same = before.find(activity);
        report.compare(same == before.end() ? nothing : same->second, of);
    }
    for (const auto &[activity, of] : before) {
        if (!fired.contains(activity))
            report.compare(of, nothing);
    }
}

static Status readRecord(store::Database &database, DryRunReport &report, DryRunVersion &would,
                         std::optional<DryRunVersion> &does)
{
    using Page = std::vector<Recorded>;
    const bool isAboutAQueue = would.isAboutAQueue() || (does && does->isAboutAQueue());
    for (ActivityId after; !report.isComplete && !would.isFull();) {
        const Result<Page> page = database.read<Page>([&]() -> Result<Page> {
            return store::HistoryStore(database).between(report.period.fromMs, report.period.toMs, after, activitiesAtOnce);
        });
        if (!page)
            return page.error();
        for (const Recorded &recorded : *page) {
            would.read(recorded);
            if (does)
                does->read(recorded);
        }
        if (!isAboutAQueue)
            addUp(report, would, does);
        report.activitiesRead += int(page->size());
        report.isComplete = page->size() < activitiesAtOnce;
        after = page->empty() ? after : page->back().activity.id;
    }
    return Done{};
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
        return noRule(choice.saved);

    const Rule &tried = isEdited ? choice.rule : *saved;
    DryRunReport report;
    report.period = *period;
    report.rule = tried;
    report.rule.id = saved ? saved->id : RuleId{std::numeric_limits<qint64>::max()}; // the newest
    const DryRun::Directory directory = directoryOf(workers, calendars, nowMs);
    DryRunVersion would(report.rule, *rules, *period, directory);
    std::optional<DryRunVersion> does;
    if (isEdited && saved) { // what it really does: nothing while it is off or a shadow
        const bool isInForce = saved->enabled && !isShadow(*saved, nowMs);
        does.emplace(*saved, *rules, isInForce ? *period : Period{period->fromMs, period->fromMs}, directory);
    }
    if (const Status read = readRecord(database, report, would, does); !read)
        return read.error();
    for (DryRunVersion *version : {&would, does ? &*does : nullptr}) {
        if (!version || !version->isAboutAQueue())
            continue;
        if (const Status played = version->playQueue(database); !played)
            return played.error();
        report.isComplete &= !version->isFull();
    }
    addUp(report, would, does);
    report.would = would.sum();
    if (does)
        report.does = does->sum();
    return report;
}

} // namespace hmsact::engine
