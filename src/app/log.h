// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hmsact::app {

// Sends every qInfo(), qWarning() … of the process to standard error: one line per event, with its time and level, and
// whatever it quotes made harmless. Standard output stays free for the ready line. Call once, before the first thread.
// Until releaseLog() the lines are held back, because a start that fails says one line and no more.
// A fatal message of Qt (no display to connect to) ends the process with status 2 instead of a core dump.
void logToStandardError();
// While lines are held back a fatal message ends the process with this one instead of all that was held; empty: no longer.
void sayWhenFatal(const QString &line);
void releaseLog(); // the start succeeded: writes what was held back, and from now on at once

// One line without control characters, line ends or direction marks: hostile names must not forge or hide
// entries.
[[nodiscard]] QString oneLine(const QString &text);

// "hms-actd: TEXT" on standard error, unadorned: the last word of a program that could not start.
void complain(const QString &program, const QString &text);

} // namespace hmsact::app
