// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pagedrawing.h"
#include "support/testprogram.h"

// As the console does, the program of its tests draws pages of documents in a process of its own.
namespace hmsact::console {

static const bool drawsPages = test::setErrand(drawPageIfAsked);

} // namespace hmsact::console
