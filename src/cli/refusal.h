// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "client/error.h"

namespace hmsact::cli {

// Says on standard error why a command is not carried out: in one line, in which a field that an option stands for is named by
// it, or with --json as problem details, which are the API's where it is the API that refuses.
void refuse(const Invocation &invocation, const client::Error &error);
void refuse(const Invocation &invocation, const domain::Error &error);

// One line "hms-act: …" on standard error; control characters are made harmless.
void complain(const QString &line);

} // namespace hmsact::cli
