// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/task.h"
#include "domain/thresholds.h"

#include <QJsonObject>

namespace hmsact::domain {

// What citizens ask for, as a template: the tasks and the promise of activities that are made from it. What it says of
// thresholds and confirmation holds for every activity with its name as intent, made from it or not; an activity whose intent
// has no template goes by the defaults. A change concerns what is made afterwards: clocks and links that there are stay as they
// are.
struct Intent {
    QString name; // unique; what an activity's `intent` says
    QString title; // as people know it; the name where none is given
    QString description; // may be empty, may have lines
    qint64 slaMs = 0; // of the activity
    std::vector<TaskSpec> tasks; // may be none; they pass planTasks()
    Thresholds thresholds;
    Confirmation confirmation = Confirmation::Code;
    int version = 1; // grows with every change
    qint64 updatedAtMs = 0;
    bool operator==(const Intent &) const = default;
};

// {name, title?, description?, sla, tasks?, thresholds?: {due_soon?, at_risk?}, confirmation?}; the tasks as those of a
// request. `name` is what the path says, if it does. Errors: Invalid with a pointer for each bad field.
[[nodiscard]] Result<Intent> intentFrom(const QJsonObject &body, const QString &name = {});
[[nodiscard]] QJsonObject bodyOf(const Intent &intent); // what intentFrom() reads
[[nodiscard]] QJsonObject toJson(const Intent &intent); // with version and updated_at
[[nodiscard]] QJsonObject toJson(const Thresholds &thresholds); // as shares: {"due_soon": 0.75, "at_risk": 0.9}

} // namespace hmsact::domain
