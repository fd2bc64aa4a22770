// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

// Options that many commands take.
namespace hmsact::cli {

inline const Option cursor{"cursor", "cursor", Kind::Text, "CURSOR", "go on after the page that named this cursor"};
inline const Option limit{"limit", "limit", Kind::Number, "N", "at most that many (1 to 1000)"};
inline const Option whole{
    "file", "*", Kind::File, "FILE",
    "all of it as JSON, as show --json prints it, - for standard input; what is said beside it counts"};
inline const Option leaseTime{"lease", "lease_s", Kind::Number, "SECONDS", "how long the task is kept for the worker"};
inline const Option priority{"priority", "priority", Kind::Number, "0-9", "9 is the most urgent"};
inline const Option reason{"reason", "reason", Kind::Text, "TEXT", "why; goes into the record", true};

} // namespace hmsact::cli
