// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QString>

namespace hmsact::cli {

// Help, written for people: all commands, those of one group, or one command with its options.
[[nodiscard]] QString helpForAll();
[[nodiscard]] QString helpForGroup(const QString &group);
[[nodiscard]] QString helpFor(const Command &command);

} // namespace hmsact::cli
