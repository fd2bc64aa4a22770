// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intent.h"

// The commands and questions about intents.
namespace hmsact::domain {

struct SaveIntent { // a new intent, or the one of that name anew
    using Answer = Intent;
    Intent intent;
    bool mustExist = false; // PUT: NotFound instead of making one
    int knownVersion = 0; // > 0: Conflict when it has changed since
};

struct RemoveIntent { // activities that have it as their intent stay as they are
    using Answer = Done;
    QString name;
};

struct ListIntents { // by name
    using Answer = std::vector<Intent>;
};

struct GetIntent {
    using Answer = Intent;
    QString name;
};

} // namespace hmsact::domain
