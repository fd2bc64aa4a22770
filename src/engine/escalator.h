// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dispatcher.h"
#include "engine/rulebook.h"
#include "store/assignmentstore.h"
#include "store/outboxstore.h"
#include "store/queuedepth.h"

#include <set>

namespace hmsact::engine {

// Escalation in one transaction: what happened begins the rules that match it; a step that is due is carried out, recorded and
// told, all at once or not at all. Throws SqlError.
class Escalator
{
public:
    Escalator(store::Database &database, Workspace &workspace, RuleBook &rules, WorkerDirectory &workers);

    void begin(); // of everything the workspace has met since; flush() is the caller's
    int fireDue(int limit); // → how many were looked at; flushes
    // Whether more tasks of a skill wait than a rule allows, or no longer. Flushes.
    void weighQueues();
    // Looks for what should have been seen and was not, among the next tasks and activities: a new rule applies to what is
    // waiting already. → where to go on; nothing: that was all. Flushes.
    struct Place {
        qint64 task = 0;
        qint64 activity = 0;
    };
    [[nodiscard]] std::optional<Place> sweep(Place from);

    // Where nobody could take a task, however little it asked for, and somebody could when it was last looked.
    struct Deserted {
        std::set<store::TaskStore::Queue> known; // all, as it was last looked
        std::vector<store::TaskStore::Queue> left; // of which all that waits is still to be held against the rules
        store::TaskStore::RankKey after; // in the last of them
    };
    void lookForDeserted(Deserted &deserted);
    void sweep(Deserted &deserted); // a part. Flushes.

    void reckonAnew(const domain::Activity &activity, const domain::WorkingTime &hours); // when its next steps come

    // A person has it: later steps wait, for ever or as long as their rule says.
    void acknowledge(const domain::Alert &alert); // as it was before, here and below
    void snooze(const domain::Alert &alert, qint64 untilMs); // later steps wait until then

private:
    void begin(domain::Occurrence occurrence);
    [[nodiscard]] bool isSomebodyThere(const domain::Task &task, const domain::WorkerId &keeper);
    [[nodiscard]] domain::WorkerId keeperOf(const domain::Task &task, qint64 sinceMs);
    void moveAlong(domain::Escalation &anew);
    bool replan(const domain::Rule &rule, domain::Escalation &escalation);
    void stayPutOff(const domain::Rule &rule, domain::Escalation &escalation);
    [[nodiscard]] std::vector<domain::Escalation> ofTheSame(const domain::Escalation &escalation);
    [[nodiscard]] bool isOwed(const domain::Escalation &escalation, const domain::Activity &activity,
                              const domain::Task *task);
    [[nodiscard]] bool anotherReassigns(const domain::Escalation &escalation);
    void letAnotherReassign(const domain::Escalation &escalation, qint64 dueAtMs, domain::Activity &activity,
                            domain::Task &task, QJsonObject &outcome);
    void weigh(const domain::Rule &rule);
    void endOf(domain::Escalation &deep);
    bool follow(domain::Escalation &escalation); // → whether it is followed only now
    void joinOthers(domain::Escalation &escalation);
    void fire(domain::Escalation &escalation);
    void carryOut(const domain::Rule &rule, const domain::RuleStep &step, const domain::Escalation &escalation,
                  domain::Activity &activity, domain::Task *task, QJsonObject &outcome);
    void reassign(const domain::Rule &rule, const QString &to, domain::Activity &activity, domain::Task &task,
                  QJsonObject &outcome);
    [[nodiscard]] std::vector<domain::Escalation> following(const domain::Alert &alert);
    void reopen(const domain::Rule &rule, const domain::RuleStep &step, const domain::Escalation &escalation);
    void nobody(domain::Activity &activity, domain::Task &task, QJsonObject &outcome);
    void pretend(const domain::RuleStep &step, const domain::Task *task, QJsonObject &outcome);
    [[nodiscard]] QJsonObject valuesOf(const domain::Rule &rule, const domain::Escalation &escalation,
                                       const domain::Activity &activity, const domain::Task *task);
    bool act(domain::Activity &activity, domain::Task &task, const domain::ActionInput &input, QJsonObject &outcome);
    [[nodiscard]] domain::AlertId knownAlertFor(const domain::Rule &rule, const domain::Escalation &escalation);
    [[nodiscard]] domain::AlertId alertFor(const domain::Rule &rule, const domain::Escalation &escalation);
    void tell(const domain::Rule &rule, const domain::RuleStep &step, domain::Escalation &escalation,
              const domain::Task *task, const QJsonObject &facts, bool isLate);
    void record(const domain::Rule &rule, int step, qint64 dueAtMs, domain::Activity &activity, domain::Task *task,
                const QJsonObject &outcome);

    Workspace &m_workspace;
    store::RuleStore m_store;
    store::AlertStore m_alerts;
    store::QueueDepth m_queues;
    store::OutboxStore m_messages;
    store::AssignmentStore m_assignments;
    RuleBook &m_rules;
    const WorkerDirectory &m_workers;
    Dispatcher m_dispatcher;
};

} // namespace hmsact::engine
