// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/actionform.h"
#include "domain/views.h"

namespace hmsact::console {

// Whom a form offers. Those with the skill come first.
[[nodiscard]] std::vector<ActionForm::Choice> workerChoices(std::vector<domain::WorkerView> workers, const QString &skill);

// Where a task can go: workers with the skill, without the present one, each with its load; then the pools they are in.
[[nodiscard]] std::vector<ActionForm::Choice> targetChoices(std::vector<domain::WorkerView> workers, const QString &skill,
                                                            const domain::WorkerId &present);

} // namespace hmsact::console
