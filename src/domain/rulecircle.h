// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rule.h"

// A circle of rules that are switched on: each for the tasks of one pool, under the same trigger and for the rest of the same
// scope, and each handing them to the pool that the next is for, until they are back where they were. Such a rule is
// refused when it is saved; so is one whose own steps come back, see ruleFrom(). Rules of unlike scopes or triggers may meet so
// for some tasks and not for others: of them the linter warns.
namespace hmsact::domain {

// `others` may hold the saved version of the rule. Invalid: names the step that closes the circle, and the next rule in it.
[[nodiscard]] Status refuseCircle(const Rule &rule, const std::vector<Rule> &others);

[[nodiscard]] QStringList aimsOf(const Rule &rule); // the pools and workers it gives tasks to
// Whether these hand what comes to `pool` on to `home`.
[[nodiscard]] bool leadsTo(const QString &home, const QString &pool, const std::vector<const Rule *> &rules);

} // namespace hmsact::domain
