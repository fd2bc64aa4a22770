// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/command.h"

#include "domain/sealedmembers.h"

namespace hmsact::domain {

template class Sealed<Command::variant>;
template class Sealed<Answer::variant>;

} // namespace hmsact::domain
