// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/actor.h"
#include "domain/change.h"
#include "domain/clockterms.h"
#include "domain/jsonwriter.h"
#include "domain/result.h"
#include "domain/task.h"
#include "domain/timertransitions.h"
#include "domain/undoable.h"
#include "domain/worker.h"

namespace hmsact::domain {

// The transition table. One pure function decides each; what is not drawn is refused with a Conflict that names
// the present state, and a refusal leaves its arguments untouched.
//
//   action      from                                   to
//   complete    PENDING (implicit reserve),            COMPLETED, or IN_REVIEW with review = human; a machine below
//               IN_PROGRESS                            the floor: PENDING for humans, without one IN_REVIEW
//   fail        IN_PROGRESS                            PENDING with attempts left, else FAILED; abstaining:
//                                                      as below the floor
//   heartbeat   IN_PROGRESS                            same, later lease
//   release     IN_PROGRESS, PENDING for that worker   PENDING, same attempt; with a reason no more for that worker
//   opt-in      OPTIONAL                               PENDING, or WAITING with needs open
//   decline     OPTIONAL                               SKIPPED
//   hold        PENDING, IN_PROGRESS                   ON_HOLD, clock paused, lease ended
//   resume      ON_HOLD                                PENDING, due time moved by the pause
//   retry       FAILED                                 PENDING, attempts counted anew
//   skip        any open state, FAILED                 SKIPPED
//   reassign    PENDING, IN_PROGRESS, FAILED           PENDING, kept for the worker or the pool; the same where it is
//                                                      offered to that worker already
//   approve     IN_REVIEW                              COMPLETED
//   send-back   IN_REVIEW                              PENDING
//   comment     any                                    same
//   undo        COMPLETED, for a while                 IN_PROGRESS, a new lease of the same worker
//               after fail, release, reassign, hold,     as it was before; who had it has a new lease
//               opt-in or decline, for a while
//
// The engine's own: reserve (PENDING → IN_PROGRESS), lease over (IN_PROGRESS → PENDING or FAILED; a person's: PENDING, the
// same attempt), unlock (WAITING → PENDING), taken back (PENDING → WAITING: its need was undone), cancel (any open →
// CANCELLED), lapse of an option (OPTIONAL → SKIPPED).
enum class TaskAction {
    Complete,
    Fail,
    Heartbeat,
    Release,
    OptIn,
    Decline,
    Hold,
    Resume,
    Retry,
    Skip,
    Reassign,
    Approve,
    SendBack,
    Comment,
    Undo
};
[[nodiscard]] QString toString(TaskAction); // "opt-in", as in the API's path
[[nodiscard]] std::optional<TaskAction> taskActionFrom(QStringView);

// What is said with an action. Which of them an action needs or takes is checked by the codec and again here.
struct ActionInput {
    TaskAction action = TaskAction::Comment;
    WorkerId worker; // complete, fail, heartbeat, release, undo, approve: on whose behalf; reassign: the new one
    std::optional<qint64> leaseToken; // always checked when given: an older one is refused, whoever calls
    std::optional<QJsonValue> result; // complete, approve (a correction)
    int confidencePpm = noConfidence; // complete: how sure the worker is of its result
    QString reason; // fail, hold, skip, send-back: required; decline, release: may be given
    bool mayRetry = true; // fail: false ends it at once
    bool abstains = false; // fail: it cannot judge; a human is to see to it, and no attempt is used
    QString pool; // reassign
    QString text; // comment
    qint64 leaseMs = 0; // heartbeat: 0 for the worker's default
    std::optional<int> progressPercent; // heartbeat
    QString note; // heartbeat: said with the progress
};

// Who and when, and what the rules need to know of the workers named.
struct ActionContext {
    Actor actor;
    qint64 nowMs = 0;
    quint32 random = 0; // for the jitter of the back-off
    const Worker *worker = nullptr; // the registration of workerConcerned(), if there is one
    bool poolExists = false; // reassign to a pool: some worker is in it
    bool isAloneThere = false; // reassign to a pool: who has it is the only one there who could take it
    const WorkingTime *hours = &WorkingTime::always(); // of the activity's calendar; never nullptr
    bool humanCanTake = false; // somebody else could see to what a machine is not sure of; asked where mayRefer()
    const Worker *own = nullptr; // the registration of the actor's own worker, if there is one
    const WorkingTime *workerHours = &WorkingTime::always(); // of the worker's
    const Activity *activity = nullptr; // undo: whose task it is
    std::vector<const Task *> successors = {}; // undo: all tasks that need this one
    std::optional<Undoable> done = {}; // undo of what is not COMPLETED: the last that was done with it
    std::optional<Completion> completion = {}; // undo of what is
    int held = 0; // complete of PENDING: the cost of what the worker holds
    bool anotherCould = false; // complete of PENDING: somebody else than the worker could take it
    Thresholds thresholds = {}; // of the activity
    [[nodiscard]] ClockTerms terms() const { return {*hours, thresholds}; }
};

// The worker whose registration act() looks at, empty for none. Complete, fail, heartbeat, release: on whose behalf, which is
// input.worker, else the actor's own, else (but for complete) the holder when the actor acts for anyone; undo like fail.
// Reassign: the new one. Approve: input.worker, else the actor's own. Send-back: who did the work.
[[nodiscard]] WorkerId workerConcerned(const Task &task, const ActionInput &input, const Actor &actor);

// Decides and applies one action. Errors: Conflict (state, other holder — named —, stale lease token), Forbidden (this
// actor may not act for that worker, or the role is too low: see `roleFor`), Invalid (missing reason or worker, no
// such pool or worker for reassign), never anything half done.
// - A lease token that is given must be that of the present lease, or of the one under which the task was completed.
// - Complete: the worker must be the holder; saying it again by the same worker changes nothing. PENDING is an implicit
//   reserve by that worker, who must be registered, have the skill, be there, not be passed over for another worker or pool
//   nor have failed it or given it back while another could do it, and, a machine, have room for it; unless the actor acts for
//   anyone and is no machine itself. Its place in the queue does not matter: what is done is done.
// - Hold by the one who has the task keeps it for that worker; hold by another keeps it for nobody.
// - Undo: by the worker that completed it, within limits::undoMs, while no task that waited for it has been begun, held or
//   ended, and the activity has not been ended by somebody; what a person has approved stays. What a person has said of a
//   machine's result by completing the task is taken back by people only, and the result is there again. See undo.h for what
//   follows. Where the last that was done is no completion: by who did it or had the task, while nobody has taken it since.
// - Approve and send-back: not by the worker that did it, unless a supervisor; a bot or an agent never approves, nor does a
//   token whose worker is not registered: nobody knows what it is.
// - What is kept for humans is taken and completed by a human only; that is the word on the machine's result: approved when
//   nothing else is handed in, else corrected. What a worker abstained from has no result to approve: one must be given.
[[nodiscard]] Result<Change> act(Task &task, const ActionInput &input, const ActionContext &context);

// Whether act() may have to give the task to a human, and so needs to know whether there is one.
[[nodiscard]] bool mayRefer(const Task &task, const ActionInput &input);

// The lowest role that may say an action at all. Worker: complete, fail, heartbeat, release, undo, each for oneself. Clerk:
// comment, opt-in, decline, approve, send-back, and hold, resume and reassign (hand over) of a task one has. Supervisor: retry,
// skip, and all of it for anyone.
[[nodiscard]] Role roleFor(TaskAction action);

// Keeps the activity's counters: call with the task as it was (nothing for a new one) and as it is.
void account(Activity &activity, const std::optional<TaskState> &before, OnFailure onFailure, TaskState after);

// OPEN → COMPLETED when every task has ended and none FAILED without `continue`; an activity without tasks stays OPEN.
[[nodiscard]] std::optional<Change> settle(Activity &activity, qint64 nowMs);

enum class EndKind { Cancel, Fail };
// OPEN only; its tasks are cancelled by the caller. Errors: Conflict naming the present state, Invalid without a reason;
// Fail also needs a blocked activity (blockedCount > 0).
[[nodiscard]] Result<Change> end(Activity &activity, EndKind kind, const QString &reason, const Actor &actor, qint64 nowMs);

} // namespace hmsact::domain
