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

// Who has handed in the result that waits for a human hands it in once more: it has not heard the answer.
[[nodiscard]] bool isHandedInAgain(const Task &task, const ActionInput &input, const Actor &actor);

// What a human says is enough; Invalid: where the worker abstained a result must be handed in.
[[nodiscard]] Status mayJudge(const Task &task, const std::optional<QJsonValue> &result);
// A human has spoken: takes the result when one is given. None: there was no machine's result to judge.
[[nodiscard]] ReviewOutcome judge(Task &task, const std::optional<QJsonValue> &result);
// As it was before that, or before a result was handed in at all. Answers with what judge() did.
[[nodiscard]] ReviewOutcome unsay(Task &task, const std::optional<Completion> &said);

// Any worker with the skill may have it.
void openToAll(Task &task);

// Of the result of before nothing counts any more.
void forgetResult(Task &task);

[[nodiscard]] bool awaitsHuman(const Task &task);

} // namespace hmsact::domain
