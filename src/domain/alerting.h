// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "domain/views.h"

// Alerts as people deal with them: not now, and what was done about it so far.
namespace hmsact::domain {

// Until then it does not count as open, and the steps that follow it wait; then, if it is not solved, it is open again and told
// anew, once. Said again it replaces the end. Conflict when it is acknowledged.
struct SnoozeAlert {
    using Answer = Alert;
    AlertId alert;
    qint64 forMs = 0; // limits::snoozeMinMs to snoozeMaxMs
};

// How far a rule has come with what an alert is about.
struct AlertFollower {
    RuleId rule;
    QString ruleName; // empty: it was removed
    EscalationState state = EscalationState::Running;
    int nextStep = 0; // from 0
    qint64 nextAtMs = 0; // 0: nothing comes any more
    std::vector<Firing> firings; // oldest first; whom a step told is in its outcome
};

struct AlertDetail {
    Alert alert;
    std::vector<AlertFollower> followers;
};

struct GetAlert {
    using Answer = AlertDetail;
    AlertId alert;
};

// The alert as it is put off. Errors: Conflict, Invalid (/for).
[[nodiscard]] Result<Alert> snoozed(Alert alert, qint64 forMs, const QString &by, qint64 nowMs);

// What an alert is about is over: the task was done, somebody began, the activity has ended. `task`: nothing when it is about
// the activity.
[[nodiscard]] bool isSolved(QStringView kind, ActivityState activity, std::optional<TaskState> task, Review review);
[[nodiscard]] inline bool isUnseen(const Alert &alert) { return alert.acknowledgedAtMs == 0 && alert.snoozedUntilMs == 0; }

[[nodiscard]] Result<SnoozeAlert> snoozeAlertFrom(const QJsonObject &body, AlertId alert);
[[nodiscard]] QJsonObject toJson(const AlertDetail &detail); // the alert's fields and "followers"

} // namespace hmsact::domain
