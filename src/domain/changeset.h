// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <vector>

namespace hmsact::domain {

// What a committed change touched: ids only, coalesced. A view re-reads what it shows of them.
struct ChangeSet {
    std::vector<ActivityId> activities;
    std::vector<TaskId> tasks;
    std::vector<AlertId> alerts;
    bool workers = false;
    bool rules = false;
    bool calendars = false;
    bool intents = false;
    bool tokens = false;
    bool messages = false; // of the outbox
    bool overflow = false; // more ids than are worth naming: re-read everything shown
    bool unknown = false; // what has changed: all of it may have, also tokens, of which is said above only what is known
    bool health = false; // of the core itself: ask it
    [[nodiscard]] bool mayConcernTokens() const { return tokens || unknown; }
    [[nodiscard]] static ChangeSet everything() // where it is not known what has changed
    {
        ChangeSet all;
        all.workers = all.rules = all.calendars = all.intents = all.messages = all.overflow = all.unknown = true;
        return all;
    }
    void forgetIds() // there are too many
    {
        activities.clear();
        tasks.clear();
        alerts.clear();
        overflow = true;
    }
    void merge(const ChangeSet &more)
    {
        activities.insert(activities.end(), more.activities.begin(), more.activities.end());
        tasks.insert(tasks.end(), more.tasks.begin(), more.tasks.end());
        alerts.insert(alerts.end(), more.alerts.begin(), more.alerts.end());
        workers |= more.workers;
        rules |= more.rules;
        calendars |= more.calendars;
        intents |= more.intents;
        tokens |= more.tokens;
        messages |= more.messages;
        overflow |= more.overflow;
        unknown |= more.unknown;
        health |= more.health;
    }
    [[nodiscard]] bool isEmpty() const
    {
        return activities.empty() && tasks.empty() && alerts.empty() && !workers && !rules && !calendars && !intents
            && !tokens && !messages && !overflow && !unknown && !health;
    }
};

} // namespace hmsact::domain
