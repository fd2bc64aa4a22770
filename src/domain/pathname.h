// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/objectreader.h"

namespace hmsact::domain {

// The field `name` of what is known by its name in paths; `inPath` is what the path says, if it does.
[[nodiscard]] QString readPathName(ObjectReader &reader, const QString &inPath, int max);

// A field that the path says already need not be said again, and not otherwise.
void checkAgainstPath(ObjectReader &reader, const char *field, const QString &inPath);

} // namespace hmsact::domain
