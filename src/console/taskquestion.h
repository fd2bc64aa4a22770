// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/actionform.h"
#include "domain/views.h"

namespace hmsact::console {

// What the form asks before an action of this task is said. `workers` are those that may be named.
[[nodiscard]] ActionForm::Question questionFor(domain::TaskAction action, const domain::Task &task,
                                               const domain::Actor &actor, const std::vector<domain::WorkerView> &workers,
                                               Manner manner);

} // namespace hmsact::console
