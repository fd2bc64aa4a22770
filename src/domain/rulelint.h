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

// What is known of the place where a rule is to work.
struct Surroundings {
    std::vector<Rule> rules; // may hold the saved version of the rule
    std::vector<Worker> workers;
    QSet<QString> reached; // addresses of the rule that something has arrived at
    bool knowsIntent = true; // there is a template for the rule's intent, or an activity that has it
};

// A scope that nothing fits, pools and workers that nobody is in or that cannot do it, steps that are never reached or that can
// do nothing, addresses that nothing has arrived at, reassigning in a circle with other rules, and what another rule does
// instead.
[[nodiscard]] std::vector<Remark> lint(const Rule &rule, const Surroundings &surroundings);

} // namespace hmsact::domain
