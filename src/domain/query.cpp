// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query.h"

#include "domain/sealedmembers.h"

namespace hmsact::domain {

template class Sealed<Query::variant>;
template class Sealed<QueryAnswer::variant>;

} // namespace hmsact::domain
