// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "domain/result.h"
#include "domain/rulelint.h"
#include "domain/views.h"

// Commands and questions about escalation rules, but for the dry run.
namespace hmsact::domain {

struct SaveRule { // a new one, or the one of that name or id anew
    using Answer = Rule;
    Rule rule;
    RuleId existing; // NotFound when it is named and not there
    std::optional<int> knownVersion = {}; // that its author has seen, 0: none; Conflict when it is another by now
};

struct RemoveRule { // Conflict for the built-in one: it can be switched off
    using Answer = Done;
    RuleId rule;
};

struct ListRules { // the built-in one first, then by age
    using Answer = std::vector<Rule>;
};

struct GetRule {
    using Answer = Rule;
    RuleId rule;
};

struct ListFirings { // newest first
    using Answer = Page<Firing>;
    RuleId rule;
    int limit = limits::pageDefault;
    QString cursor;
};

// One text of a rule, as it was saved. A firing names the version that it was fired by.
struct RuleVersion {
    RuleId rule;
    int version = 0;
    qint64 savedAtMs = 0;
    QString savedBy;
    QJsonObject body; // as rules were written then
};
[[nodiscard]] QJsonObject toJson(const RuleVersion &version);

struct ListRuleVersions { // the newest first, also of a rule that was removed; NotFound where there was none
    using Answer = Page<RuleVersion>;
    RuleId rule;
    int limit = limits::pageDefault;
    QString cursor;
};

struct GetRuleVersion {
    using Answer = RuleVersion;
    RuleId rule;
    int version = 0;
};

struct LintRule { // what a rule that may be saved would still not do as its author thinks
    using Answer = std::vector<Remark>;
    RuleChoice choice;
};

} // namespace hmsact::domain
