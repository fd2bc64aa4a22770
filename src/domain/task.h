// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/oversight.h"
#include "domain/states.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace hmsact::domain {

// Who should do a task, beyond having its skill.
struct Wishes {
    int levelMin = 1; // of the skill; below it a worker is never given the task
    QStringList skills; // who has them comes first
    QStringList pools; // in order: kept for the first that has somebody who can do it; where none has, for anyone
    bool operator==(const Wishes &) const = default;
    [[nodiscard]] bool isPlain() const { return levelMin <= 1 && skills.isEmpty() && pools.isEmpty(); }
};

// A task as a caller describes it, before it is stored.
struct TaskSpec {
    QString name;
    QString skill; // empty: the name
    qint64 slaMs = 0;
    std::optional<QStringList> needs; // none given: the nearest required task before it; empty: can start at once
    bool optional = false;
    QJsonObject payload;
    std::optional<int> priority; // none given: the activity's
    int maxAttempts = limits::attemptsDefault;
    Review review = Review::None;
    OnFailure onFailure = OnFailure::Block;
    int confidenceFloorPpm = 0; // see Oversight
    QString reviewPool;
    int cost = 1; // of a worker's capacity
    Wishes wishes;
    bool operator==(const TaskSpec &) const = default;
};

// One unit of work: the row of the database as a value. Times are milliseconds UTC, 0 for "not yet" / "none".
struct Task {
    TaskId id;
    ActivityId activity;
    int position = 0; // order in the activity, from 0
    QString name;
    QString skill;
    qint64 slaMs = 0;
    bool optional = false;
    QJsonObject payload;
    int priority = 5; // 0–9, 9 most urgent
    int maxAttempts = limits::attemptsDefault;
    Review review = Review::None;
    OnFailure onFailure = OnFailure::Block;
    int cost = 1; // of a worker's capacity
    Wishes wishes;

    TaskState state = TaskState::Pending;
    int openNeeds = 0; // needs that are not met yet; WAITING ends when it reaches 0
    Released released = Released::No; // its successors have been told that it is met; said once only
    int attempt = 1; // the attempt that runs or will run
    int lostLeases = 0; // that ran out, a person's too, since it was first begun or retried
    WorkerId worker; // the holder, before that the assignee, after the end who completed it
    QString pool; // reserved for the workers of this pool; empty: for anyone with the skill
    QStringList excluded; // workers that failed it or had it taken away
    qint64 leaseEpoch = 0; // the fencing token: grows with every lease
    qint64 leaseExpiresAtMs = 0; // > 0 exactly while IN_PROGRESS
    qint64 notBeforeMs = 0; // back-off after a failed attempt: nobody is given it earlier

    qint64 createdAtMs = 0;
    qint64 readyAtMs = 0; // when it last became PENDING
    qint64 slaStartedAtMs = 0; // when it first became PENDING
    qint64 dueAtMs = 0;
    qint64 dueSoonAtMs = 0; // when it is called due soon, and at risk: set with dueAtMs, see slaclock.h
    qint64 atRiskAtMs = 0;
    qint64 pausedAtMs = 0; // > 0 exactly while ON_HOLD
    qint64 startedAtMs = 0; // first reserve
    qint64 endedAtMs = 0; // > 0 exactly in an ended state
    qint64 breachedAtMs = 0; // when the engine recorded the breach of this run of the clock
    int slaRun = 0; // counts the runs of the SLA clock; a restart begins a new one
    qint64 rankAtMs = 0; // key of the queue's order, see rank.h
    QString reason; // of the last fail, hold, skip, decline, send-back
    QJsonValue result; // what the worker handed in
    Oversight oversight;
    int version = 0; // grows with every change

    bool operator==(const Task &) const = default;
};

} // namespace hmsact::domain
