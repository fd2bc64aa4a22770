// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/matching.h"

#include <QJsonObject>

namespace hmsact::domain {

// Why nobody works on a task that is open. The first that is true, in this order, is the cause.
enum class WaitingCause {
    Undecided, // OPTIONAL: nobody has opted in or declined
    Needs, // WAITING: another task must end first
    OnHold,
    InReview, // a person must approve
    Offered, // kept for one worker, who has not begun
    BackOff, // after a failed attempt
    EmptyPool, // kept for a pool in which nobody has the skill
    NobodyHasSkill,
    NoHuman, // it is for humans, and only machines have the skill
    LevelTooLow, // some have the skill, none at the level it takes
    AllExcluded, // all who could have failed it or lost it
    AllAway, // off shift, on leave, or not available
    AllAtCapacity,
    Ready, // whoever asks next gets it
};
[[nodiscard]] QLatin1StringView toString(WaitingCause); // "all_at_capacity"

struct WaitingReason {
    WaitingCause cause = WaitingCause::Ready;
    Message text; // one line; times in it are RFC 3339
    QJsonObject facts; // {"task", "worker_id", "until", "eligible", …}: what the line says, as data
};
[[nodiscard]] QJsonObject toJson(const WaitingReason &reason); // {"cause", "text", …facts}

// An open task that this one needs.
struct OpenNeed {
    QString name;
    TaskState state = TaskState::Pending;
    WorkerId worker;
    qint64 leaseExpiresAtMs = 0;
};

// What the answer is made from.
struct WaitingFacts {
    const Task *task = nullptr;
    std::vector<OpenNeed> needs; // in order
    qint64 offerUntilMs = 0; // when an offer goes back; 0: it does not
    const std::vector<Standing> *standings = nullptr; // all workers
    qint64 nowMs = 0;
};
[[nodiscard]] std::optional<WaitingReason> whyWaiting(const WaitingFacts &facts); // nothing: it is worked on, or over

} // namespace hmsact::domain
