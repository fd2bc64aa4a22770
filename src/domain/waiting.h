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
    AllExcluded, // all who could have had it before
    AllAway, // off shift, on leave, or not available
    AllAtCapacity,
    Behind, // some could take it, but what is before it takes more room than any of them has, and is not passed over
    Ready, // whoever asks next gets it, or what is before it
};
[[nodiscard]] QLatin1StringView toString(WaitingCause); // "all_at_capacity"

struct WaitingReason {
    WaitingCause cause = WaitingCause::Ready;
    Message text; // one line; times in it are RFC 3339
    QJsonObject facts; // {"task", "worker_id", "until", "eligible", …}: what the line says, as data
};
[[nodiscard]] QJsonObject toJson(const WaitingReason &reason); // {"cause", "text", …facts}

// What this task waits for in the end: an open task that it needs, or one that a need which waits itself needs. FAILED: it
// blocks.
struct OpenNeed {
    QString name;
    TaskState state = TaskState::Pending;
    WorkerId worker;
    qint64 leaseExpiresAtMs = 0;
    QString reason = {}; // of a failure, or of a hold
};

// The best place it has in the lines of those who could take it now.
struct PlaceInLine {
    int ahead = 0; // tasks before it
    bool isFar = false; // at least so many
    QString tooBig = {}; // a task before it that none of them has room for
    int tooBigCost = 0;
};

// What the answer is made from.
struct WaitingFacts {
    const Task *task = nullptr;
    std::vector<OpenNeed> needs; // in order, each once
    qint64 offerUntilMs = 0; // when an offer goes back; 0: it does not
    const std::vector<Standing> *standings = nullptr; // all workers
    qint64 nowMs = 0;
    std::optional<PlaceInLine> place = {}; // asked for where the answer is Ready without it
    std::optional<Standing> assignee = {}; // who has the offer
};
[[nodiscard]] std::optional<WaitingReason> whyWaiting(const WaitingFacts &facts); // nothing: it is worked on, or over

} // namespace hmsact::domain
