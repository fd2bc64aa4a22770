// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task.h"

namespace hmsact::console {

// A task that is not made yet, as it stands in a form: what people typed, right or wrong. What the form does not show of it is
// kept in `rest`, as JSON.
struct TaskDraft {
    QString name;
    QString sla; // "4h"
    QString skill; // empty: the name
    QString needs; // "a, b"; empty: the required one before it; a dash: it can start at once
    bool isOptional = false;
    bool isReviewed = false; // by a person
    QJsonObject rest;
    bool operator==(const TaskDraft &) const = default;
};

// Whether what is still empty is wrong already.
enum class Wanted { Later, Now };

[[nodiscard]] std::vector<TaskDraft> draftsOf(const std::vector<domain::TaskSpec> &specs);
[[nodiscard]] QJsonArray bodyOf(const std::vector<TaskDraft> &drafts); // as domain::readTaskSpecs() reads it

} // namespace hmsact::console
