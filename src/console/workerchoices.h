// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/actionform.h"
#include "domain/views.h"

namespace hmsact::console {

// Whom a form offers. Those with the skill come first.
[[nodiscard]] std::vector<ActionForm::Choice> workerChoices(std::vector<domain::WorkerView> workers, const QString &skill);

// Where a task can go: the pools of those with the skill, then these workers without the present one, each with its load.
[[nodiscard]] std::vector<ActionForm::Choice> targetChoices(std::vector<domain::WorkerView> workers, const QString &skill,
                                                            const domain::WorkerId &present);

} // namespace hmsact::console
