// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/taskdraft.h"
#include "domain/intent.h"

namespace hmsact::console {

// An intent as it stands in the form: what people typed, right or wrong. What it means, and what is wrong with it, the domain's
// own reader says.
struct IntentDraft {
    QString name;
    QString title;
    QString description;
    QString sla;
    QString dueSoon; // percent of the SLA
    QString atRisk;
    domain::Confirmation confirmation = domain::Confirmation::Code;
    std::vector<TaskDraft> tasks;
    bool operator==(const IntentDraft &) const = default;
};

[[nodiscard]] IntentDraft draftOf(const domain::Intent &intent);
[[nodiscard]] IntentDraft newIntent();
// Errors: Invalid with a pointer for each bad field, "/tasks/0/sla".
[[nodiscard]] domain::Result<domain::Intent> intentOf(const IntentDraft &draft);

} // namespace hmsact::console
