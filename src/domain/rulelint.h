// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/rule.h"
#include "domain/worker.h"

#include <QSet>

// A rule may be in order and still not do what its author thinks. Each remark names the place.
namespace hmsact::domain {

enum class Severity { Problem, Doubt }; // it cannot work · it may not be meant
[[nodiscard]] QLatin1StringView toString(Severity);

struct Remark {
    Severity severity = Severity::Problem;
    QString pointer; // into the rule: "/steps/1/to"
    Message text;
};
[[nodiscard]] QJsonObject toJson(const Remark &remark);

// Pools and workers that nobody is in or that cannot do it, steps that are never reached, addresses that nothing has arrived at
// (`reached`: those where something has), reassigning in a circle with other rules, and what another rule does instead.
// `others` may hold the saved version of the rule.
[[nodiscard]] std::vector<Remark> lint(const Rule &rule, const std::vector<Rule> &others, const std::vector<Worker> &workers,
                                       const QSet<QString> &reached);

} // namespace hmsact::domain
