// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task.h"
#include "domain/worker.h"
#include "domain/workingtime.h"

#include <map>

// Who is the best worker for a task, and why: pure functions of what is known of the workers.
namespace hmsact::domain {

// How one worker did with one skill. Old outcomes fade: at 200 all numbers are halved, see worker.sql.
struct SkillRecord {
    int done = 0;
    int failed = 0; // attempts, offers without a reaction among them
    int late = 0; // fell due in its hands, done or not; once for each run of an SLA clock
    int timed = 0; // of those done: the worker had it from the first
    qint64 durationMs = 0; // of those timed, together
    bool operator==(const SkillRecord &) const = default;
    [[nodiscard]] qint64 meanMs() const { return timed > 0 ? durationMs / timed : 0; }
};

enum class Presence { Here, Silent, OffShift, OnLeave, NotAvailable };
[[nodiscard]] QLatin1StringView toString(Presence);

// One worker at one moment.
struct Standing {
    const Worker *worker = nullptr;
    int load = 0; // the cost of what it holds or is offered; what is on hold does not count
    Presence presence = Presence::Here;
    qint64 backAtMs = 0; // from off shift or leave; 0: not known
    SkillRecord record; // of the task's skill
    qint64 givenAtMs = 0; // when it was last given anything, of any skill; 0: never
};
// Leave, shift and silence. `hours` are those of the worker's calendar; a person is never silent.
[[nodiscard]] Standing standingOf(const Worker &worker, const WorkingTime &hours, qint64 nowMs);

// When that will be another by itself: a shift or a leave begins or ends, a machine counts as silent. 0: never.
[[nodiscard]] qint64 presenceEndsMs(const Worker &worker, const WorkingTime &hours, qint64 nowMs);

enum class LeftOut {
    NoSkill,
    LevelTooLow,
    NoHuman,
    NotInPool,
    Excluded,
    NotAvailable,
    OnLeave,
    OffShift,
    TooBig,
    AtCapacity
};
[[nodiscard]] QLatin1StringView toString(LeftOut); // "no_skill"

// What a worker is worth for a task, in points of a hundred. Each part is a share of its weight:
//   level     30  the level in the skill, from 1 (none of it) to 5
//   room      34  the free part of the capacity, before the task: who has much gets less
//   turn       6  w² / (w² + 4m²): w is the time since it was last given something, times its capacity, when the task became
//                 ready or another was given something since, m the mean w of all who are compared; all of it for who
//                 never was.
//                 So equals take turns, also where each is done before the next task comes
//   wished    10  the wished skills it has; all of it where none are wished
//   presence  10  all of it, but for a machine that has not asked for work for limits::silentAfterMs
//   success    5  (done - late / 2) / (done + failed), as if ten more had gone as they do for all who are compared
//   speed      5  the mean duration of all who are compared to that and one's own, as if ten more had taken that long
// So who is new counts as the others do on the whole, and one that went well gives nobody everything that follows.
struct Score {
    double level = 0;
    double room = 0;
    double turn = 0;
    double wished = 0;
    double presence = 0;
    double success = 0;
    double speed = 0;
    [[nodiscard]] double total() const { return level + room + turn + wished + presence + success + speed; }
    bool operator==(const Score &) const = default;
};

// Why a worker is not given the task, but for the pool; the first reason in the order of LeftOut.
[[nodiscard]] std::optional<LeftOut> whyNot(const Task &task, const Standing &standing);
// The same by what never passes by itself: skill, level, pool, the size of the task.
[[nodiscard]] bool couldTake(const Task &task, const Worker &worker);
// Whether a task is left to this worker, and those who are excluded wait: it could take it, is not excluded itself, and gets
// what it asks for. Who is not available, or on leave, gets nothing; who is silent, off shift or full may ask in a while.
[[nodiscard]] bool isEligible(const Task &task, const Worker &worker, qint64 nowMs);

struct Ranking {
    struct Candidate {
        const Standing *standing = nullptr;
        Score score;
        quint64 draw = 0; // among equals
    };
    QString pool; // of those below; empty: of anyone
    std::vector<Candidate> best; // first the best; after limits::explainedCandidates in no order
    std::vector<std::pair<const Standing *, LeftOut>> leftOut; // in the order given
    std::map<LeftOut, int> counts;
};
// The task's pool, or the first of its wished pools in which somebody can have it, or anyone. Among equals `seed` draws: the
// same seed gives the same order. `standings` must outlive the answer.
[[nodiscard]] Ranking rank(const Task &task, const std::vector<Standing> &standings, quint64 seed);
// The best who would come: a machine that only asks, and has not asked for long, holds up nobody. nullptr: none would.
[[nodiscard]] const Ranking::Candidate *foremost(const Ranking &ranking);

// Whom a step that reassigns gives the task to: the best of the pool, that worker, or whoever has the skill, and never who has
// it now. Where all of them are at capacity, who has the least for its size.
[[nodiscard]] Task forBackup(const Task &task, const QString &to, bool isWorker); // as it is to be ranked
[[nodiscard]] const Standing *backupOf(const Ranking &ranking, const Task &wanted, const QString &to); // nullptr: nobody

// {"pool", "eligible": [{worker_id, level, held, capacity, score, parts}], "left_out": [{worker_id, why}], "left_out_counts",
// "eligible_count"}; who only lacks the skill is counted and not named.
[[nodiscard]] QJsonObject toJson(const Ranking &ranking, const Task &task);

} // namespace hmsact::domain
