// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/transition.h"

// How a result that nobody is sure of comes before a human, and what the human's word makes of it. For the domain's own files;
// other layers use transition.h.
namespace hmsact::domain {

// Whether the floor of the task asks for a human. A machine that does not say how sure it is counts as not sure.
[[nodiscard]] bool isDoubtful(const Task &task, int confidencePpm);

// Back into the queue, kept for humans, or into review where none could take it. Answers with the event.
[[nodiscard]] const char *refer(Task &task, const ActionContext &context);

// A human has spoken: takes the result when one is given. None: there was no machine's result to judge.
[[nodiscard]] ReviewOutcome judge(Task &task, const std::optional<QJsonValue> &result);

// The worker abstained and nobody has handed in a result since.
[[nodiscard]] bool lacksResult(const Task &task);

[[nodiscard]] bool awaitsHuman(const Task &task);

} // namespace hmsact::domain
