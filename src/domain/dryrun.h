// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "domain/replay.h"

#include <functional>

// What a rule would have done: the record is played back, and the same evaluation that the engine does looks on. The rule is
// taken to be in force from the beginning of the period, and an engine to be there all the time. What others did stays as it
// was, so for a rule that was not in force it is not known what people would have done instead; but where its step ends a task
// or restarts its clock, it has. Who has which skill, and what the calendars say, is as it is today.
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
    bool isSkipped = false; // there was nobody to give it to, and the next step came at once
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
    std::optional<DryRunSum> does; // the saved version, when another is tried
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

// One rule over one activity after the other.
class DryRun
{
public:
    struct Directory { // of workers and calendars
        std::function<bool(const Task &)> anybody; // has the skill and may
        std::function<bool(const Task &, const QString &to, qint64 atMs)> anotherOf; // could take it then, see RuleStep::to
        std::function<const WorkingTime &(const QString &calendar)> hours; // none: all is 24x7
    };

    // `others`: the rules beside it, for of several one reassigns at most.
    DryRun(const Rule &rule, const std::vector<Rule> &others, Period period, Directory directory);

    // As they are now, and all events of the activity in order. → in order of time
    [[nodiscard]] std::vector<WouldFire> over(const Activity &activity, const std::vector<Task> &tasks,
                                              const std::vector<Event> &events);

    // The same of a rule about a queue, which is about the first in line until they are fewer: see QueueLine. From that instant
    // on; all three stay with the caller until the end.
    void beginWith(const Activity &activity, const std::vector<Task> &tasks, const std::vector<Event> &events, TaskId first,
                   qint64 atMs);
    // Until then, or until a step has ended what the record does not end: others in line come first then.
    struct Ending {
        qint64 atMs = 0;
        TaskId task; // 0: all of the activity
    };
    [[nodiscard]] std::optional<Ending> goOn(qint64 untilMs);
    [[nodiscard]] std::vector<WouldFire> end() { return std::move(m_fired); }

private:
    void open(const Activity &activity, const std::vector<Task> &tasks, const std::vector<Event> &events);
    void play(qint64 untilMs);
    void ends(qint64 id, TaskId task, qint64 nowMs);
    [[nodiscard]] bool isInTheRecord(const Ending &ending) const;
    void meet(const Event &event);
    void begin(const Occurrence &occurrence);
    void follow(Escalation &&escalation);
    void fireUntil(qint64 untilMs);
    void fire(Escalation &escalation, qint64 nowMs, qint64 untilMs);
    void carryOut(const RuleStep &step, Escalation &escalation, const Task *task, qint64 nowMs);
    void reassign(const RuleStep &step, Escalation &escalation, const Task &task, qint64 nowMs);
    void acknowledge(const Event &event);
    [[nodiscard]] const WorkingTime &hours() const;
    void snooze(const Event &event);
    [[nodiscard]] bool isOver(const Escalation &escalation, const Task *task) const;

    Rule m_rule;
    std::vector<Rule> m_rules;
    const Period m_period;
    const Directory m_directory;
    const Watched m_watched;

    // Of the activity that is played back.
    std::optional<Replay> m_replay;
    const std::vector<Event> *m_events = nullptr;
    size_t m_place = 0; // of the next event
    std::optional<Ending> m_ending; // just now
    std::vector<Escalation> m_running;
    std::unordered_map<qint64, qint64> m_endedAtMs; // what a step has ended, a task or all of it, and when
    std::vector<WouldFire> m_fired;
    qint64 m_nowMs = 0;
    qint64 m_nextMs = 0; // the earliest of the running ones, at most
};

} // namespace hmsact::domain
