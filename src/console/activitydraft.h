// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/taskdraft.h"
#include "domain/command.h"

namespace hmsact::console {

// A new activity as it stands in the form: what people typed, right or wrong.
struct ActivityDraft {
    QString citizen;
    QString intent;
    QString sla; // "2d"; empty: that of the template, if there is one
    int priority = domain::CreateActivity().priority;
    std::vector<TaskDraft> tasks;
    bool operator==(const ActivityDraft &) const = default;
};

// What is said to the core. What stands there as `intent`, the template of that name, has it is left to the core to take from
// there; nullptr: there is none. Errors: Invalid with a pointer for each bad field, as of a request over HTTP.
[[nodiscard]] domain::Result<domain::CreateActivity> activityOf(const ActivityDraft &draft, const domain::Intent *intent);

} // namespace hmsact::console
