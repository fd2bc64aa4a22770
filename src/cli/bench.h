// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"

namespace hmsact::cli {

// Runs the scenario and prints one JSON object a line on standard output. Returns the exit status.
[[nodiscard]] int bench(const Invocation &invocation);

} // namespace hmsact::cli
