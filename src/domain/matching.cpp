// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/matching.h"

#include "domain/enumtext.h"

#include <algorithm>

namespace hmsact::domain {

namespace {

constexpr auto presences = enumTexts<Presence>("here", "silent", "off_shift", "on_leave", "not_available");
constexpr auto reasons = enumTexts<LeftOut>("no_skill", "level_too_low", "no_human", "not_in_pool", "failed_before",
                                            "not_available", "on_leave", "off_shift", "too_big", "at_capacity");

constexpr double levelWeight = 30;
constexpr double roomWeight = 30;
constexpr double partWeight = 10; // of each of the others
constexpr int levelBest = 5;

// FNV-1a, then the finish of SplitMix64: the same on every machine.
quint64 drawOf(quint64 seed, TaskId task, const WorkerId &worker)
{
    quint64 hash = 0xcbf29ce484222325ULL ^ seed;
    const auto mix = [&hash](quint64 value) {
        hash = (hash ^ value) * 0x100000001b3ULL;
    };
    mix(quint64(task.value));
    for (const QChar c : worker.value) {
        mix(c.unicode());
    }
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

// Of all that are compared and have done it before; 0: nobody has.
double meanMs(const std::vector<Ranking::Candidate> &candidates)
{
    double sum = 0;
    int count = 0;
    for (const Ranking::Candidate &candidate : candidates) {
        if (const qint64 own = candidate.standing->record.meanMs(); own > 0) {
            sum += double(own);
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

Score scoreOf(const Task &task, const Standing &standing, double allMs)
{
    const Worker &worker = *standing.worker;
    const SkillRecord &record = standing.record;
    const auto wished =
        std::ranges::count_if(task.wishes.skills, [&](const QString &skill) { return worker.skills.contains(skill); });
    const double ownMs = double(record.meanMs());
    Score score;
    score.level = levelWeight * worker.skills.value(task.skill) / levelBest;
    score.room = roomWeight * std::max(0, worker.capacity - standing.load) / worker.capacity;
    score.wished =
        task.wishes.skills.isEmpty() ? partWeight : partWeight * double(wished) / double(task.wishes.skills.size());
    score.presence = standing.presence == Presence::Silent ? 0 : partWeight;
    score.success = partWeight * (record.done + 1 - record.late / 2.0) / (record.done + record.failed + 2);
    score.speed = ownMs > 0 ? partWeight * allMs / (allMs + ownMs) : partWeight / 2;
    return score;
}

Ranking rankIn(const QString &pool, const Task &task, const std::vector<Standing> &standings, quint64 seed)
{
    Ranking ranking;
    ranking.pool = pool;
    for (const Standing &standing : standings) {
        auto why = whyNot(task, standing);
        if (!pool.isEmpty() && (!why || *why > LeftOut::NotInPool) && !standing.worker->pools.contains(pool)) {
            why = LeftOut::NotInPool;
        }
        if (why) {
            ranking.leftOut.emplace_back(&standing, *why);
            ++ranking.counts[*why];
        } else {
            ranking.best.push_back({&standing, {}});
        }
    }
    const double allMs = meanMs(ranking.best);
    for (Ranking::Candidate &candidate : ranking.best) {
        candidate.score = scoreOf(task, *candidate.standing, allMs);
        candidate.draw = drawOf(seed, task.id, candidate.standing->worker->id);
    }
    const auto isBetter = [](const Ranking::Candidate &a, const Ranking::Candidate &b) {
        const double first = a.score.total();
        const double second = b.score.total();
        return first != second ? first > second : a.draw < b.draw;
    };
    const auto named = std::min<qsizetype>(limits::explainedCandidates, qsizetype(ranking.best.size()));
    std::partial_sort(ranking.best.begin(), ranking.best.begin() + named, ranking.best.end(), isBetter);
    return ranking;
}

} // namespace

QLatin1StringView toString(Presence value) { return presences.text(value); }
QLatin1StringView toString(LeftOut value) { return reasons.text(value); }

Standing standingOf(const Worker &worker, const WorkingTime &hours, qint64 nowMs)
{
    Standing standing;
    standing.worker = &worker;
    if (!worker.available) {
        standing.presence = Presence::NotAvailable;
    } else if (const Leave *leave = leaveAt(worker, nowMs)) {
        standing.presence = Presence::OnLeave;
        standing.backAtMs = leave->toMs;
    } else if (hours.between(nowMs, nowMs + 1) == 0) {
        standing.presence = Presence::OffShift;
        standing.backAtMs = hours.after(nowMs, 1).value_or(1) - 1;
    } else if (worker.kind != WorkerKind::Human && nowMs - worker.lastSeenAtMs >= limits::silentAfterMs) {
        standing.presence = Presence::Silent;
    }
    return standing;
}

// The next end of a stretch of work, or of what is between two.
static qint64 shiftEndsMs(const WorkingTime &hours, qint64 nowMs)
{
    constexpr qint64 aheadMs = 31 * limits::msPerDay; // longer holidays are looked at again until then
    if (hours.isAlways()) {
        return 0;
    }
    const std::vector<Span> next = hours.spans(nowMs, nowMs + aheadMs, 1);
    return next.empty() ? 0 : next.front().fromMs > nowMs ? next.front().fromMs : next.front().toMs;
}

qint64 presenceEndsMs(const Worker &worker, const WorkingTime &hours, qint64 nowMs)
{
    if (!worker.available) {
        return 0;
    }
    std::vector<qint64> ends{shiftEndsMs(hours, nowMs)};
    if (worker.kind != WorkerKind::Human) {
        ends.push_back(worker.lastSeenAtMs + limits::silentAfterMs);
    }
    for (const Leave &leave : worker.leave) {
        ends.push_back(leave.fromMs);
        ends.push_back(leave.toMs);
    }
    std::erase_if(ends, [nowMs](qint64 atMs) { return atMs <= nowMs; });
    return ends.empty() ? 0 : *std::ranges::min_element(ends);
}

// What a machine was not sure of is for humans.
static bool isFit(const Task &task, const Worker &worker)
{
    return !task.oversight.forHumans || worker.kind == WorkerKind::Human;
}

std::optional<LeftOut> whyNot(const Task &task, const Standing &standing)
{
    const Worker &worker = *standing.worker;
    const auto level = worker.skills.constFind(task.skill);
    if (level == worker.skills.cend()) {
        return LeftOut::NoSkill;
    }
    if (*level < task.wishes.levelMin) {
        return LeftOut::LevelTooLow;
    }
    if (!isFit(task, worker)) {
        return LeftOut::NoHuman;
    }
    if (task.excluded.contains(worker.id.value)) {
        return LeftOut::Excluded;
    }
    switch (standing.presence) {
    case Presence::NotAvailable:
        return LeftOut::NotAvailable;
    case Presence::OnLeave:
        return LeftOut::OnLeave;
    case Presence::OffShift:
        return LeftOut::OffShift;
    case Presence::Here:
    case Presence::Silent:
        break;
    }
    if (task.cost > worker.capacity) {
        return LeftOut::TooBig;
    }
    if (standing.load + task.cost > worker.capacity) {
        return LeftOut::AtCapacity;
    }
    return {};
}

bool couldTake(const Task &task, const Worker &worker)
{
    const auto level = worker.skills.constFind(task.skill);
    return level != worker.skills.cend() && *level >= task.wishes.levelMin && isFit(task, worker)
        && (task.pool.isEmpty() || worker.pools.contains(task.pool));
}

Ranking rank(const Task &task, const std::vector<Standing> &standings, quint64 seed)
{
    const QStringList &pools = task.wishes.pools;
    if (!task.pool.isEmpty() && !pools.contains(task.pool)) { // somebody said so
        return rankIn(task.pool, task, standings, seed);
    }
    QString waitFor;
    for (const QString &pool : pools) {
        Ranking ranking = rankIn(pool, task, standings, seed);
        if (!ranking.best.empty()) {
            return ranking;
        }
        Task kept = task;
        kept.pool = pool;
        const auto could = [&](const Standing &standing) {
            return couldTake(kept, *standing.worker);
        };
        if (waitFor.isEmpty() && std::ranges::any_of(standings, could)) {
            waitFor = pool;
        }
    }
    Ranking anyone = rankIn({}, task, standings, seed);
    return anyone.best.empty() && !waitFor.isEmpty() ? rankIn(waitFor, task, standings, seed) : anyone;
}

} // namespace hmsact::domain
