// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/jsonwriter.h"
#include "domain/oversight.h"

namespace hmsact::domain {

// What an accepted action leaves behind for the record. `changed` is false when it was said already: nothing is stored.
struct Change {
    bool changed = true;
    QLatin1StringView event; // "task.completed"
    JsonWriter detail; // {"before": {…}, "after": {…}, "reason": …, "on_behalf_of": …}: only what differs
    ReviewOutcome review = ReviewOutcome::None; // what it says of a worker's result; each is counted
    bool lacksHuman = false; // a human is to see to it, and there is none: an alert
    ReviewOutcome takenBack = ReviewOutcome::None; // was counted, and has never been
};

} // namespace hmsact::domain
