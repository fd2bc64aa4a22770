// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/thresholds.h"
#include "domain/workingtime.h"

namespace hmsact::domain {

// What the clocks of an activity go by: whose working time they count, and after which shares of an SLA they are called due
// soon and at risk. Made on the way, from the activity and its calendar; the hours outlive it.
struct ClockTerms {
    ClockTerms(const WorkingTime &theHours, Thresholds theThresholds = {}) : hours(theHours), thresholds(theThresholds) { }
    const WorkingTime &hours;
    Thresholds thresholds;
};

} // namespace hmsact::domain
