// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/oversight.h"
#include "domain/states.h"

#include <optional>
#include <vector>

namespace hmsact::domain {

// MoreTime: by the link in a mail; who has the task in hand lets its lease end.
enum class Deed { Failed, GivenBack, HandedOver, PutOnHold, OptedIn, Declined, MoreTime };

// The last that was done with a task, where it can be taken back: told from the record, which knows how it was before. What
// completes a task needs no such memory: see undo.h.
struct Undoable {
    Deed deed = Deed::Failed;
    qint64 atMs = 0;
    QString actor; // who said it
    TaskState before = TaskState::InProgress;
    WorkerId worker; // who had it before; null: nobody
    QString pool; // for which it was kept before
    int attempt = 0; // before; 0: the same as now
    qint64 leaseEndMs = 0; // before; 0: nobody held it, or it is the same
    std::optional<bool> forHumans; // before; nothing: the same as now
};

// What completed a task, as far as the task does not tell it any more.
struct Completion {
    bool isApproval = false; // in review
    bool wasForHumans = false; // a person's word on a machine's work
    qint64 leaseEndMs = 0; // of the lease that it was done under; 0: none
    std::optional<ReviewOutcome> outcome; // before; nothing: the same as now
    std::optional<QJsonValue> result; // before; nothing: none, or the same as now
};

// `latestFirst`: events of one task. What only followed from it, or leaves the task as it is, is passed over: an offer, a
// remark, a file. Nothing: the last of them is something else, or cannot be taken back.
[[nodiscard]] std::optional<Undoable> undoableIn(const std::vector<Event> &latestFirst);
// The last. Nothing: it is too long ago.
[[nodiscard]] std::optional<Completion> completionIn(const std::vector<Event> &latestFirst);

} // namespace hmsact::domain
