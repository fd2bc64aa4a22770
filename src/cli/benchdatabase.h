// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/benchrows.h"
#include "cli/benchscratch.h"
#include "engine/core.h"

#include <QJsonObject>

#include <chrono>
#include <functional>
#include <optional>

namespace hmsact::cli {

// What --tasks, --workers, --batch and --desks said; nothing: the scenario's own figures.
struct BenchOptions {
    store::DatabaseUrl database; // where databases are made, measured and removed
    std::optional<int> tasks, workers, batch;
    int desks = 1; // cores on the one database
};
using BenchPrinter = std::function<void(const QJsonObject &)>;
using BenchResult = domain::Result<domain::Done>;

// A new database with cores on it, for one measurement; removed with everything beside it at the end. Several at a time
// differ in their part of the name.
class BenchDatabase
{
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<BenchDatabase>> make(const store::DatabaseUrl &base,
                                                                             const QString &part = QStringLiteral(".core"));
    ~BenchDatabase();

    [[nodiscard]] engine::Core &core(int desk = 0) { return *m_cores[size_t(desk)]; }
    [[nodiscard]] BenchResult addDesk(); // another core; SQLite takes but one
    [[nodiscard]] const store::DatabaseUrl &url() const { return m_scratch->url(); }
    [[nodiscard]] int commits(); // of the first core that changed something, up to the last command that was answered
    // Ready tasks of one skill, each in an activity of its own, and workers bench-0, bench-1 … that know the skill.
    [[nodiscard]] domain::Result<std::vector<domain::ActivityId>> fill(int tasks, int tasksEach = 1);
    [[nodiscard]] BenchResult hire(int workers);
    [[nodiscard]] BenchResult say(std::vector<domain::Request> requests); // together; the first error among the answers
    [[nodiscard]] domain::Result<BenchRows> rows(const std::vector<domain::ActivityId> &activities) const;
    void close(); // stops the cores

private:
    explicit BenchDatabase(std::unique_ptr<BenchScratch> scratch) : m_scratch(std::move(scratch)) { }

    std::unique_ptr<BenchScratch> m_scratch;
    std::vector<std::unique_ptr<engine::Core>> m_cores;
};

// An activity with tasks that follow one another, all of the skill that bench workers know.
[[nodiscard]] domain::CreateActivity benchActivity(int number, int tasks);
[[nodiscard]] domain::Actor benchActor();
[[nodiscard]] domain::Request benchRequest(domain::Command command); // says it
[[nodiscard]] domain::WorkerId benchWorker(int number);

// The time since it was made.
class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// One line of output without what is particular to a scenario.
[[nodiscard]] QJsonObject benchLine(const BenchOptions &options, const QString &scenario, int tasks, int workers, int batch,
                                    double seconds, int commits);
void addRaw(QJsonObject &line, double rawPerS); // raw_per_s and raw_ratio

[[nodiscard]] BenchResult benchEnqueue(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchDrain(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchChain(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchBacklog(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchMatching(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchLatency(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchTimers(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchHttp(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchStart(const BenchOptions &options, const BenchPrinter &print);
[[nodiscard]] BenchResult benchView(const BenchOptions &options, const BenchPrinter &print);

} // namespace hmsact::cli
