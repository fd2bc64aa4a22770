// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/transition.h"

namespace hmsact::domain {

// Whether a worker may take a PENDING task by completing it, as act() says: what a reserve asks, but for the place in the
// queue. `registered`: nullptr for one who is not. Invalid: it could never have it. Conflict: it cannot now, and why.
[[nodiscard]] Status mayTake(const Task &task, const WorkerId &worker, const Worker *registered,
                             const ActionContext &context);

} // namespace hmsact::domain
