// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/matching.h"

#include "domain/enumtext.h"

#include <algorithm>

namespace hmsact::domain {

namespace {

constexpr auto presences = enumTexts<Presence>("here", "silent", "off_shift", "on_leave", "not_available");
constexpr auto reasons = enumTexts<LeftOut>("no_skill", "level_too_low", "no_human", "not_in_pool", "had_it_before",
                                            "not_available", "on_leave", "off_shift", "too_big", "at_capacity");

constexpr double levelWeight = 30;
constexpr double roomWeight = 34;
constexpr double turnWeight = 6;
constexpr double partWeight = 10; // of what is wished, and of presence
constexpr double recordWeight = 5; // of each part that is told from how it went
constexpr double recordPrior = 10; // tasks: a few say little

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

double wentWell(const SkillRecord &record) { return std::max(record.done - record.late / 2.0, 0.0); }

// How it is with all who are compared.
struct Usual {
    double durationMs = 0; // the mean of those who have done it before; 0: nobody has
    double success = 0.5; // of all that they did
    qint64 nowMs = 0; // the task is ready, or the last was given
    double waited = 0; // the mean of those who were given something
};

// Who has more room has its turn more often.
double waitedFor(const Standing &standing, qint64 nowMs)
{
    return double(nowMs - standing.givenAtMs) * standing.worker->capacity;
}

double turnOf(const Standing &standing, const Usual &usual)
{
    if (standing.givenAtMs == 0) {
        return 1;
    }
    const double own = waitedFor(standing, usual.nowMs);
    const double twice = 2 * usual.waited; // where all take turns, whoever is next has waited so long
    return twice > 0 ? own * own / (own * own + twice * twice) : 0.5;
}

Usual usualOf(const Task &task, const std::vector<Ranking::Candidate> &candidates)
{
    Usual usual;
    usual.nowMs = task.readyAtMs;
    double durations = 0, well = 0, tried = 0;
    int timed = 0;
    for (const Ranking::Candidate &candidate : candidates) {
        const SkillRecord &record = candidate.standing->record;
        durations += double(record.meanMs());
        timed += record.meanMs() > 0 ? 1 : 0;
        well += wentWell(record);
        tried += record.done + record.failed;
        usual.nowMs = std::max(usual.nowMs, candidate.standing->givenAtMs);
    }
    usual.durationMs = timed > 0 ? durations / timed : 0;
    usual.success = tried > 0 ? well / tried : usual.success;
    double waited = 0;
    int given = 0;
    for (const Ranking::Candidate &candidate : candidates) {
        const bool isNew = candidate.standing->givenAtMs == 0;
        waited += isNew ? 0 : waitedFor(*candidate.standing, usual.nowMs);
        given += isNew ? 0 : 1;
    }
    usual.waited = given > 0 ? waited / given : 0;
    return usual;
}

Score scoreOf(const Task &task, const Standing &standing, const Usual &usual)
{
    const Worker &worker = *standing.worker;
    const SkillRecord &record = standing.record;
    const auto wished =
        std::ranges::count_if(task.wishes.skills, [&](const QString &skill) { return worker.skills.contains(skill); });
    const double ownMs = (double(record.durationMs) + recordPrior * usual.durationMs) / (record.timed + recordPrior);
    Score score;
    score.level = levelWeight * worker.skills.value(task.skill) / skillLevelMax;
    score.room = roomWeight * std::max(0, worker.capacity - standing.load) / worker.capacity;
    score.turn = turnWeight * turnOf(standing, usual);
    score.wished =
        task.wishes.skills.isEmpty() ? partWeight : partWeight * double(wished) / double(task.wishes.skills.size());
    score.presence = standing.presence == Presence::Silent ? 0 : partWeight;
    score.success =
        recordWeight * (wentWell(record) + recordPrior * usual.success) / (record.done + record.failed + recordPrior);
    score.speed = recordWeight * (usual.durationMs > 0 ? usual.durationMs / (usual.durationMs + ownMs) : 0.5);
    return score;
}

bool isBetter(const Ranking::Candidate &a, const Ranking::Candidate &b)
{
    const double first = a.score.total();
    const double second = b.score.total();
    return first != second ? first > second : a.draw < b.draw;
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
    const Usual usual = usualOf(task, ranking.best);
    for (Ranking::Candidate &candidate : ranking.best) {
        candidate.score = scoreOf(task, *candidate.standing, usual);
        candidate.draw = drawOf(seed, task.id, candidate.standing->worker->id);
    }
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
        && task.cost <= worker.capacity && (task.pool.isEmpty() || worker.pools.contains(task.pool));
}

bool isEligible(const Task &task, const Worker &worker, qint64 nowMs)
{
    return couldTake(task, worker) && !task.excluded.contains(worker.id.value) && worker.available
        && !leaveAt(worker, nowMs);
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

const Ranking::Candidate *foremost(const Ranking &ranking)
{
    const auto comes = [](const Ranking::Candidate &candidate) {
        return candidate.standing->presence != Presence::Silent || isTold(*candidate.standing->worker);
    };
    const Ranking::Candidate *first = nullptr;
    for (const Ranking::Candidate &candidate : ranking.best) {
        if (comes(candidate) && (!first || isBetter(candidate, *first)))
            first = &candidate;
        if (first == &ranking.best.front())
            break;
    }
    return first;
}

Task forBackup(const Task &task, const QString &to, bool isWorker)
{
    Task wanted = task;
    wanted.wishes.pools.clear();
    wanted.pool = isWorker ? QString() : to;
    if (!task.worker.isNull())
        wanted.excluded << task.worker.value;
    return wanted;
}

const Standing *backupOf(const Ranking &ranking, const Task &wanted, const QString &to)
{
    const auto isMeant = [&](const Standing &standing) {
        return to.isEmpty() || !wanted.pool.isEmpty() || standing.worker->id.value == to;
    };
    for (const Ranking::Candidate &candidate : ranking.best) {
        if (isMeant(*candidate.standing))
            return candidate.standing;
    }
    const Standing *full = nullptr;
    const auto share = [](const Standing &standing) {
        return double(standing.load) / standing.worker->capacity;
    };
    for (const auto &[standing, why] : ranking.leftOut) {
        if (why == LeftOut::AtCapacity && isMeant(*standing) && (!full || share(*standing) < share(*full)))
            full = standing;
    }
    return full;
}

} // namespace hmsact::domain
