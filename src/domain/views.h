// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/event.h"
#include "domain/reports.h"
#include "domain/stats.h"
#include "domain/task.h"
#include "domain/waiting.h"
#include "domain/worker.h"

#include <vector>

// What commands and queries answer with: values, filled in from one snapshot.
namespace hmsact::domain {

template <class T>
struct Page {
    std::vector<T> items;
    QString nextCursor; // empty: that was the last page
};

// What rules have done about a task: how often, and what the last was. A shadow and a step that passed it over do nothing.
struct Escalated {
    int times = 0; // 0: none did
    qint64 atMs = 0; // the last
    QString rule; // as it was called then
    QJsonObject outcome; // {"then", "worker_id", …}, see Firing
};

struct TaskView {
    Task task;
    QString intent; // of its activity
    QString citizenId;
    QStringList needs; // names, as they are stored
    QStringList waitingFor; // names of the open needs that someone can act on now
    SlaState slaState = SlaState::None;
    Escalated escalated = {}; // told by questions, not by the answers of commands
    std::optional<WaitingReason> waiting = {}; // why nobody works on it; only where it was asked for, and it waits
    bool isOnlyTask = false; // of its activity, as far as is known: then it needs nothing
    bool isShort = false; // payload and result are left out: the answer would be too large
};

struct ActivityView {
    Activity activity;
    SlaState slaState = SlaState::None;
    std::vector<TaskView> tasks; // in order; empty in lists
};

struct Artefact {
    TaskId task;
    QString fileName;
    QString mediaType;
    qint64 sizeBytes = 0;
    QByteArray sha256; // 32 bytes
    qint64 createdAtMs = 0;
    QString createdBy;
};

struct ArtefactContent {
    Artefact artefact;
    QByteArray bytes;
};

struct Blocker {
    QString name;
    TaskState state = TaskState::Pending;
    QString status;
    WorkerId worker;
};

struct OpenedMail { // that the link in a mail about a task was opened, as far as it was
    WorkerId worker; // whose mail it is
    qint64 openedAtMs = 0; // first; 0: the page was not asked for
    qint64 machineAtMs = 0; // when something last looked like a mail scanner; 0: nothing did
};

struct TaskDetail {
    TaskView view;
    std::vector<Blocker> blockedBy; // open tasks before it, transitively, in order
    // Who could have it now, {"worker_id", "how", "pool", "eligible": […], "left_out": […], "left_out_counts": {…}}, and in
    // "last" the same as it was when somebody was last chosen, with "at" and "returns_at".
    QJsonObject assignment;
    std::vector<Artefact> artefacts;
    std::vector<OpenedMail> mail; // newest first
};

// What a worker gets: one leased task.
struct Lease {
    TaskId task;
    ActivityId activity;
    QString name;
    QString skill;
    QJsonObject payload;
    qint64 leaseToken = 0;
    qint64 leaseExpiresAtMs = 0;
    int attempt = 1;
    qint64 dueAtMs = 0;
    WorkerId proposedBy = {}; // of a result that was sent back, or that a human is to see to
    QJsonValue proposedResult = {};
    int confidencePpm = noConfidence;
};

struct WorkerView {
    Worker worker;
    int activeCount = 0; // tasks it holds now
    int offeredCount = 0; // tasks that wait for it alone
    int load = 0; // the cost of both
};

struct Alert {
    AlertId id;
    QString kind; // of its trigger: "sla_breach"
    ActivityId activity;
    TaskId task; // 0: about the activity
    qint64 cycle = 0; // of its trigger: the run of the clock, the lease, …
    QString taskName;
    QString intent;
    qint64 raisedAtMs = 0;
    qint64 acknowledgedAtMs = 0;
    QString acknowledgedBy;
    qint64 snoozedUntilMs = 0; // 0: it is not put off
    QString snoozedBy;
    bool isSolved = false; // what it is about is over, whoever has seen it
};

// Rows of several kinds, read together.
struct Changed {
    std::vector<ActivityView> activities; // without their tasks
    std::vector<TaskView> tasks;
    std::vector<Alert> alerts;
};

struct Token {
    qint64 id = 0; // of the TokenId that everybody else sees
    QString name;
    Role role = Role::Viewer;
    WorkerId worker;
    qint64 createdAtMs = 0;
    qint64 expiresAtMs = 0; // 0: never
    qint64 revokedAtMs = 0; // 0: valid
};

struct NewToken {
    Token token;
    QString secret; // shown this once, stored as a hash
};

} // namespace hmsact::domain
