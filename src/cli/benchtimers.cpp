// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"

#include <condition_variable>
#include <future>
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
    std::promise<domain::RuleId> found;
    core.ask(domain::ListRules{}, [&](domain::Result<domain::QueryAnswer> answer) {
        found.set_value(answer ? std::get<std::vector<domain::Rule>>(*answer).front().id : domain::RuleId());
    });
    return found.get_future().get();
}

int firings(engine::Core &core, domain::RuleId rule)
{
    domain::ListFirings list;
    list.rule = rule;
    list.limit = domain::limits::pageMax;
    std::promise<int> count;
    core.ask(list, [&](domain::Result<domain::QueryAnswer> answer) {
        count.set_value(answer ? int(std::get<domain::Page<domain::Firing>>(*answer).items.size()) : 0);
    });
    return count.get_future().get();
}

// Tasks that are due in the same instant. → when
domain::Result<qint64> expireTogether(engine::Core &core)
{
    domain::CreateActivity create = benchActivity(0, expiringTimers);
    for (domain::TaskSpec &task : create.tasks) {
        task.slaMs = expireAfterMs;
        task.needs = QStringList();
    }
    std::promise<domain::Reply> made;
    core.submit(benchRequest(create), [&](domain::Reply reply) { made.set_value(std::move(reply)); });
    const domain::Reply reply = made.get_future().get();
    if (!reply.result)
        return reply.result.error();
    return std::get<domain::ActivityView>(*reply.result).tasks.front().task.dueAtMs;
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
    const auto dueAtMs = expireTogether(bench.core());
    if (!dueAtMs)
        return dueAtMs.error();
    const domain::RuleId rule = builtInRule(bench.core());
    const int commitsBefore = bench.commits();

    Watch watch(bench.core());
    const double spentBefore = processorSeconds();
    const Stopwatch idling;
    watch.waitForChange(quiet);
    const double idleShare = (processorSeconds() - spentBefore) / idling.seconds();

    const auto due = steady_clock::now() + milliseconds(*dueAtMs - bench.core().nowMs());
    while (firings(bench.core(), rule) < expiringTimers
           || watch.last() < due) { // a commit is published after it can be read
        if (steady_clock::now() > due + giveUp)
            return domain::makeError(domain::ErrorCode::Internal,
                                     QT_TRANSLATE_NOOP("Error", "the timers did not fire within two minutes"));
        watch.waitForChange(milliseconds(20));
    }
    const double seconds = std::chrono::duration<double>(watch.last() - due).count();
    QJsonObject line = benchLine(options, u"timers"_s, expiringTimers, 0, 0, seconds, bench.commits() - commitsBefore);
    line.insert(u"running"_s, running);
    line.insert(u"idle_core_share"_s, idleShare);
    print(line);
    return domain::Done{};
}

} // namespace hmsact::cli
