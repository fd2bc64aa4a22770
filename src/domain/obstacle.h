// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/rule.h"

#include <optional>

// Why a step of a rule could not do what it says, as its firing keeps it: a cause and what it was, of which words are made
// where it is shown.
namespace hmsact::domain {

//   wrong_state    the task is in a state that has no such action     state
//   as_urgent      it is as urgent already, or more                   priority
//   over           another rule of the same instant has ended what it follows
[[nodiscard]] QJsonObject obstacleTo(RuleAction then, const Task &task); // {"cause", …}
[[nodiscard]] QJsonObject obstacleOfBeingOver();

// Of the outcome of a firing, or of its event in the record: their field "not_possible". Nothing where it was possible.
[[nodiscard]] std::optional<Message> obstacleIn(const QJsonObject &outcome);

} // namespace hmsact::domain
