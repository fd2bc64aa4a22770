// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/error.h"

// What is said of a thing that is not there, whoever looked for it: NotFound, with the id or the name as it was given.
namespace hmsact::domain {

[[nodiscard]] Error noActivity(const QString &id);
[[nodiscard]] Error noTask(const QString &id);
[[nodiscard]] Error noTask(const TaskRef &task);
[[nodiscard]] Error noWorker(const WorkerId &worker);
[[nodiscard]] Error noAlert(const QString &id);
[[nodiscard]] Error noMessage(const QString &id);
[[nodiscard]] Error noToken(const QString &id);
[[nodiscard]] Error noRule(const QString &said); // its id or name
[[nodiscard]] Error noVersion(RuleId rule, const QString &version);
[[nodiscard]] Error noCalendar(const QString &name);
[[nodiscard]] Error noIntent(const QString &name);

} // namespace hmsact::domain
