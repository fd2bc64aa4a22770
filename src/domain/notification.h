// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/rule.h"

namespace hmsact::domain {

// How a message goes from the transaction that causes it to the address:
//   queued ─▶ sending ─▶ sent      (not while its alert is put off: then it waits, and is withdrawn or goes out afterwards)
//     ▲          ├─▶ queued (again later: it failed, or whoever sent it died)
//     │          └─▶ dead (given up; a supervisor sees why, and may send it again ─▶ queued)
//     └── withdrawn (meanwhile acknowledged or solved: never sent)
enum class NotificationState { Queued, Sending, Sent, Dead, Withdrawn };
enum class NotificationKind { Escalation, Alert, Assignment, Test };

[[nodiscard]] QLatin1StringView toString(NotificationState);
[[nodiscard]] QLatin1StringView toString(NotificationKind);
[[nodiscard]] std::optional<NotificationState> notificationStateFrom(QAnyStringView);
[[nodiscard]] std::optional<NotificationKind> notificationKindFrom(QAnyStringView);

// One message to one address: a row of the outbox. Its text is made when it is sent, from `facts` and the ids, in the
// recipient's language, and from nothing else: no data of a citizen gets in.
struct Notification {
    NotificationId id; // stable over every try: receivers can tell that they have it already
    NotificationKind kind = NotificationKind::Escalation;
    QString address; // isChannel()
    // What it says: "task" (name), "due_at_ms", "rule" (name), "reason" (an alert's kind), "worker_id", "language" ("es");
    // "link": the id of the one that goes with it. Other fields are kept and not shown.
    QJsonObject facts;
    ActivityId activity; // what it is about; 0: none
    TaskId task;
    AlertId alert;
    // What a rule tells of, and its escalation: none where the step that tells has put an end to it.
    std::optional<Trigger> cause;
    qint64 escalation = 0;
    // Unless it is to go out whatever happens meanwhile, it is withdrawn before it was sent when the activity has ended, the
    // task is completed, skipped or cancelled, the alert is acknowledged, what it tells of does not hold any more (see
    // isSolved()), or the task that it assigns has left the worker.
    bool standing = false;
    qint64 createdAtMs = 0;
    qint64 notBeforeMs = 0; // of the core's clock; 0: at once
    // More than 0: a window. What is written for the address within so long after the first goes out as one message.
    qint64 digestMs = 0;

    NotificationState state = NotificationState::Queued;
    int attempts = 0;
    qint64 retryAtMs = 0; // real time: when to try again; while it is being sent, when its sender counts as dead
    QString error; // of the last try
    qint64 sentAtMs = 0; // real time
    qint64 snoozedUntilMs = 0; // of its alert, which holds it back as long; 0: nothing does. Read only
    NotificationId carrier; // the message that it went out with; 0: by itself
};

} // namespace hmsact::domain
