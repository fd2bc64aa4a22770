// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"

namespace hmsact::console {

// An escalation rule in words, in the language of the window.
[[nodiscard]] QString sentenceOf(const domain::Rule &rule, qint64 nowMs); // all of it: "When a task is overdue: at once …"
[[nodiscard]] QString conditionText(const domain::Rule &rule); // "Task overdue by 10 min"
[[nodiscard]] QString scopeText(const domain::RuleScope &scope); // "skill ship, pool crew"; "everything"
[[nodiscard]] QString stepsText(const domain::Rule &rule); // "reassign; 30 min: tell"
[[nodiscard]] QString deedText(const domain::RuleStep &step); // "give it to backup and tell sms:+15551234"
[[nodiscard]] QString livenessText(const domain::Rule &rule, qint64 nowMs); // "next step in 4 min · fired 2 h 3 min ago"
[[nodiscard]] QString outcomeText(const domain::Firing &firing); // what a step came to: "given to bot-7 · told slack:#desk"
[[nodiscard]] QString placeText(const QString &pointer); // into a rule: "/steps/1/to" → "Step 2, to"

[[nodiscard]] QString text(domain::RuleAction action); // "reassign"
[[nodiscard]] QString text(domain::StepFor only); // "only if nobody works on it"
// The built-in rule is called in the language of the window, as long as nobody has renamed it.
[[nodiscard]] QString ruleName(const QString &stored);

} // namespace hmsact::console
