// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/objectreader.h"
#include "domain/worker.h"

namespace hmsact::domain {

// {"from", "to", "substitute"}; whether it makes sense is checked by saved() and substitutesAreSound().
[[nodiscard]] Leave readLeave(ObjectReader &reader);

} // namespace hmsact::domain
