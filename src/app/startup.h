// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <variant>

// What the mains of both programs share.
namespace hmsact::app {

constexpr int exitRefused = 2; // wrong usage, or something it needs is not there; the line on standard error says what

[[nodiscard]] QString programName(Program program);

// To be called first, with main()'s own arguments and before any thread: sets signals, file permissions and the log up, answers
// --help and --version, reads the settings. Gives the settings, or the status to exit with.
[[nodiscard]] std::variant<Settings, int> prepareProcess(Program program, int argc, char **argv);

// The start succeeded: says so on standard output, its only line ever (none for an empty address), and releases the log.
void announce(const QString &address);

} // namespace hmsact::app
