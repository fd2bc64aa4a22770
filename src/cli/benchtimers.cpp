// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"
#include "engine/coredoor.h"
#include "store/activitystore.h"
#include "store/alertstore.h"
#include "store/eventstore.h"
#include "store/rulestore.h"
#include "store/taskstore.h"

#include <condition_variable>
#include <mutex>
#include <sys/resource.h>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr int runningTimers = 1'000'000;
constexpr int expiringTimers = 1'000;
constexpr qint64 expireAfterMs = 8'000; // long enough to see what idling costs before
constexpr milliseconds quiet{5'000};
constexpr milliseconds giveUp{120'000};

// The core's changes, seen from outside: when the last one came.
class Watch
{
public:
    explicit Watch(engine::Core &core)
    {
        m_subscription = core.subscribe([this](const domain::ChangeSet &) {
            const std::lock_guard lock(m_mutex);
            m_last = steady_clock::now();
            m_changed.notify_all();
        });
    }
    // The first change that comes, and the end of the time: whichever is earlier.
    void waitForChange(milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [this, before = m_last] { return m_last != before; });
    }
    [[nodiscard]] steady_clock::time_point last()
    {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    steady_clock::time_point m_last; // guarded by m_mutex
    std::unique_ptr<engine::Core::Subscription> m_subscription;
};

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The one that comes with the program; it acts on every breach.
domain::RuleId builtInRule(engine::Core &core)
{
    const auto rules = askAndWait(core, domain::ListRules{});
    return rules ? rules->front().id : domain::RuleId();
}

int firings(engine::Core &core, domain::RuleId rule)
{
    domain::ListFirings list;
    list.rule = rule;
    list.limit = domain::limits::pageMax;
    const auto page = askAndWait(core, list);
    return page ? int(page->items.size()) : 0;
}

// Tasks of one activity that are due in the same instant.
domain::Result<domain::Task> expireTogether(engine::Core &core)
{
    domain::CreateActivity create = benchActivity(0, expiringTimers);
    for (domain::TaskSpec &task : create.tasks) {
        task.slaMs = expireAfterMs;
        task.needs = QStringList();
    }
    const auto made = sendAndWait(core, create, benchActor());
    if (!made)
        return made.error();
    return made->tasks.front().task;
}

// What it came to that they expired.
struct Fired {
    BenchRows rows;
    std::vector<domain::Alert> alerts;
    std::vector<domain::Escalation> escalations;
    QHash<domain::TaskId, domain::Firing> firings;
};

domain::Result<Fired> readFired(const BenchDatabase &bench, domain::ActivityId activity, domain::RuleId rule)
{
    auto rows = bench.rows({activity});
    if (!rows)
        return rows.error();
    auto opened = store::Database::open(bench.url(), store::Access::ReadOnly);
    if (!opened)
        return opened.error();
    store::Database &database = **opened;
    return database.read<Fired>([&]() -> domain::Result<Fired> {
        Fired fired{std::move(*rows), store::AlertStore(database).ofActivity(activity), {}, {}};
        for (const domain::Task &task : fired.rows.tasks.front()) {
            const std::vector<domain::Escalation> about = store::RuleStore(database).about(activity, task.id);
            fired.escalations.insert(fired.escalations.end(), about.begin(), about.end());
        }
        const auto firings = store::RuleStore(database).firings(rule, {}, domain::limits::pageMax);
        if (!firings)
            return firings.error();
        for (const domain::Firing &firing : firings->items)
            fired.firings.insert(firing.task, firing);
        return fired;
    });
}

// The same rows by the bare database, task by task.
domain::Result<double> rawFired(const store::DatabaseUrl &base, const BenchRows &before, const Fired &fired, int commits)
{
    const auto span = [](const auto &all, size_t first, size_t end) {
        const size_t size = all.size();
        return std::vector(all.begin() + qsizetype(size * first / expiringTimers),
                           all.begin() + qsizetype(size * end / expiringTimers));
    };
    const std::vector<domain::Event> &events = fired.rows.events.front();
    const std::vector<domain::Event> added(events.begin() + qsizetype(before.events.front().size()), events.end());
    return rawWriting(base, before, expiringTimers, commits, [&](store::Database &database, size_t first, size_t end) {
        store::TaskStore::Tasks tasks;
        for (size_t i = first; i < end; ++i)
            tasks.push_back(&fired.rows.tasks.front()[i]);
        store::ActivityStore(database).updateProgress({&fired.rows.activities.front()});
        store::TaskStore(database).update(tasks);
        store::EventStore(database).insert(span(added, first, end));
        for (const domain::Alert &alert : span(fired.alerts, first, end))
            store::AlertStore(database).raise(alert);
        store::RuleStore rules(database);
        for (const domain::Escalation &escalation : span(fired.escalations, first, end)) {
            rules.begin(escalation);
            rules.fired(escalation, fired.firings.value(escalation.task));
            rules.update(escalation);
        }
    });
}

} // namespace

BenchResult benchTimers(const BenchOptions &options, const BenchPrinter &print)
{
    const int running = options.tasks.value_or(runningTimers);
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const auto filled = bench.fill(running); !filled)
        return filled.error();
    const auto expiring = expireTogether(bench.core());
    if (!expiring)
        return expiring.error();
    const domain::RuleId rule = builtInRule(bench.core());
    const int commitsBefore = bench.commits();
    const auto before = bench.rows({expiring->activity});
    if (!before)
        return before.error();

    std::optional<Watch> watch(bench.core());
    const double spentBefore = processorSeconds();
    const Stopwatch idling;
    watch->waitForChange(quiet);
    const double idleShare = (processorSeconds() - spentBefore) / idling.seconds();

    const auto due = steady_clock::now() + milliseconds(expiring->dueAtMs - bench.core().nowMs());
    while (firings(bench.core(), rule) < expiringTimers
           || watch->last() < due) { // a commit is published after it can be read
        if (steady_clock::now() > due + giveUp)
            return domain::makeError(domain::ErrorCode::Internal,
                                     QT_TRANSLATE_NOOP("Error", "the timers did not fire within two minutes"));
        watch->waitForChange(milliseconds(20));
    }
    const double seconds = std::chrono::duration<double>(watch->last() - due).count();
    QJsonObject line = benchLine(options, u"timers"_s, expiringTimers, 0, 0, seconds, bench.commits() - commitsBefore);
    line.insert(u"running"_s, running);
    line.insert(u"idle_core_share"_s, idleShare);
    watch.reset();
    bench.close();
    const auto fired = readFired(bench, expiring->activity, rule);
    if (!fired)
        return fired.error();
    const auto raw = rawFired(options.database, *before, *fired, line.value(u"commits"_s).toInt());
    if (!raw)
        return raw.error();
    addRaw(line, *raw);
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
