// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/course.h"
#include "domain/dryrunreport.h"
#include "domain/escalation.h"
#include "domain/transition.h"

#include <functional>
#include <unordered_map>
#include <unordered_set>

// What a rule would have done: the record is played back, and the same evaluation that the engine does looks on, as if the rule
// were in force from the beginning of the period and an engine there all the time. Where a step does what the record does not
// tell, or what the record tells was done by another version of it, the activity goes its own way, see Course: what was
// reassigned waits anew, a clock that was restarted runs out again, what waited for a skipped task begins. What people did
// stays as it was where it is still possible; what they or other rules would have done instead is left open. A task is given to
// who would get it if nobody had anything else to do. Who has which skill, and what the calendars say, is as it is today.
namespace hmsact::domain {

// One rule over one activity after the other.
class DryRun
{
public:
    struct Directory { // of workers and calendars
        Course::Another another; // has the skill and may
        // Who would be given it then, see RuleStep::to; nullptr: nobody.
        std::function<const Worker *(const Task &, const QString &to, qint64 atMs)> backup;
        std::function<const WorkingTime &(const QString &calendar)> hours;
        std::function<const Worker *(const WorkerId &)> worker; // nullptr: nobody is known as that
    };

    // `others`: the rules beside it, for of several one reassigns at most.
    DryRun(const Rule &rule, const std::vector<Rule> &others, Period period, Directory directory);

    [[nodiscard]] std::vector<WouldFire> over(const Recorded &recorded); // → in order of time

    // The same of a rule about a queue, which is about the first in line until they are fewer, from that instant on: see
    // QueueLine. The record stays with the caller until the end.
    void beginWith(const Recorded &recorded, TaskId first, qint64 atMs);
    // Until then, or until a step has taken from the line what the record does not take: others in line come first then.
    struct Ending {
        qint64 atMs = 0;
        TaskId task; // 0: all of the activity
    };
    [[nodiscard]] std::optional<Ending> goOn(qint64 untilMs);
    [[nodiscard]] std::vector<WouldFire> end() { return std::move(m_fired); }

private:
    void open(const Recorded &recorded);
    void play(qint64 untilMs);
    void meet(const Event &event);
    void begin(const Occurrence &occurrence);
    [[nodiscard]] bool isSomebodyThere(const Task &task) const;
    void follow(Escalation &&escalation);
    void fireUntil(qint64 untilMs);
    void fireAt(qint64 nowMs, qint64 untilMs);
    void fire(Escalation &escalation, qint64 nowMs, qint64 untilMs);
    void acknowledge(const Event &event);
    void snooze(const Event &event);
    [[nodiscard]] const WorkingTime &hours() const;
    void carryOut(const RuleStep &step, Escalation &escalation, const Task *task, qint64 nowMs);
    void cancel(qint64 nowMs);
    void act(const Task &task, TaskAction action, QLatin1StringView event, qint64 nowMs);
    void reassign(const RuleStep &step, Escalation &escalation, const Task &task, qint64 nowMs);
    void become(const Task &before, const Task &after, QLatin1StringView event, qint64 nowMs,
                std::optional<qint64> keptUntilMs = {});
    void noticed(const Task &before, const Task &after, QLatin1StringView event, qint64 nowMs);
    void begin(); // of what was found
    void goOnFrom(qint64 nowMs); // what follows from time and from needs
    [[nodiscard]] bool isTold(QLatin1StringView event, TaskId task, qint64 nowMs);
    [[nodiscard]] bool wouldNotBe(const Event &event) const;
    [[nodiscard]] const Rule *ruleBehind(size_t place) const;
    [[nodiscard]] bool isOfAnEarlierRule(size_t place) const;
    [[nodiscard]] bool isOwed(const Escalation &escalation) const;

    Rule m_rule;
    std::vector<Rule> m_rules; // of its trigger
    const Period m_period;
    const Directory m_directory;
    const Watched m_watched;
    // Of the activity that is played back.
    std::optional<Course> m_course;
    const std::vector<Event> *m_events = nullptr;
    size_t m_place = 0; // of the next event
    std::unordered_map<qint64, qint64> m_othersActedAtMs; // rules of its trigger, by task; 0: on the activity
    std::unordered_map<qint64, qint64> m_madeLateAtMs; // by task, see lateness.h; 0: the activity
    std::unordered_map<qint64, WorkerId> m_keepers; // by task: who has not reacted to the offer, and nobody else could
    std::unordered_map<qint64, qint64> m_putOffMs; // alerts of its trigger that were, and until when, by task
    std::unordered_set<qint64> m_own; // by number in the record: what a step did there, and does here
    std::optional<Ending> m_ending; // just now
    std::vector<Occurrence> m_found; // not begun yet
    std::vector<Escalation> m_running;
    std::vector<WouldFire> m_fired;
    qint64 m_nowMs = 0;
    qint64 m_nextMs = 0; // the earliest of the running ones, at most
};

} // namespace hmsact::domain
