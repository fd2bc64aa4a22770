// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rule.h"

// What is asked of a dry run, and what it answers; DryRun makes it.
namespace hmsact::domain {

struct Period {
    qint64 fromMs = 0;
    qint64 toMs = 0; // not included
};

struct WouldFire {
    qint64 atMs = 0;
    ActivityId activity;
    TaskId task; // 0: it is about the activity
    QString taskName;
    int step = 0;
    bool isPassedOver = false; // a step for those that nobody has, or somebody; or the next was due already
    bool isSkipped = false; // there was nobody to give it to
    bool operator==(const WouldFire &) const = default;
};

struct DryRunReport;

// A rule to try, saved or being edited. One that is being edited is compared to the saved one of its id, else of its name.
struct DryRunRule {
    using Answer = DryRunReport;
    RuleChoice choice;
    Period period;
};

struct DryRunSum {
    struct Messages {
        QString address;
        qint64 count = 0; // a digest is one
    };
    qint64 activities = 0;
    qint64 tasks = 0;
    qint64 firings = 0;
    std::vector<qint64> steps; // firings of each
    std::vector<Messages> messages;
};

struct DryRunReport {
    Rule rule;
    Period period;
    qint64 activitiesRead = 0;
    bool isComplete = false; // false: it stopped at limits::dryRunFiringsMax
    DryRunSum would;
    std::optional<DryRunSum> does; // the saved version, when another is tried; nothing where it is off or a shadow
    qint64 firingsMore = 0; // that the saved version does not do
    qint64 firingsLess = 0; // that only the saved version does
    std::vector<WouldFire> firings; // the first limits::dryRunShown in order of time

    void add(const std::vector<WouldFire> &fired);
    void compare(const std::vector<WouldFire> &saved, const std::vector<WouldFire> &tried); // of one activity
};
[[nodiscard]] QJsonObject toJson(const DryRunReport &report);
// {rule, from, to}, see readRuleChoice(); RFC 3339, and what is not given is 0.
// Errors: Invalid with a pointer for each bad field.
[[nodiscard]] Result<DryRunRule> dryRunFrom(const QJsonObject &body);
// Until now, the last limits::dryRunDefaultMs, where it does not say. Errors: Invalid.
[[nodiscard]] Result<Period> wholePeriod(Period period, qint64 nowMs);

} // namespace hmsact::domain
