// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reservation.h"
#include "engine/rulebook.h"

namespace hmsact::engine {

// Carries out the commands of one transaction, one after the other, on its workspace. What a command answers is noted while
// it is decided and finished by views() when everything is written.
class Executor
{
public:
    Executor(store::Database &database, Workspace &workspace, WorkerDirectory &workers, RuleBook &rules,
             CalendarBook &calendars, IntentBook &intents);

    // Everything but Reserve. ForgetArchived comes last, after flush(): what is gone must not be written again.
    [[nodiscard]] domain::Result<domain::Answer> execute(const domain::Command &command, const domain::Actor &actor);
    // The tasks that answers show; what they show of other tasks is to be filled in after flush().
    [[nodiscard]] static std::vector<domain::TaskView *> views(std::vector<domain::Reply> &replies);
    void showChosen(const std::vector<domain::TaskView *> &views); // after matching: for whom they are kept now

    void limitArtefacts(qint64 bytesMax) { m_artefactBytesMax = bytesMax; } // of all together

    [[nodiscard]] bool workersChanged() const { return m_workersChanged; }
    [[nodiscard]] bool calendarsChanged() const { return m_calendarsChanged; }
    [[nodiscard]] bool intentsChanged() const { return m_intentsChanged; }
    [[nodiscard]] bool rulesChanged() const { return m_rulesChanged; }
    [[nodiscard]] bool tokensChanged() const { return m_tokensChanged; }
    [[nodiscard]] bool messagesChanged() const { return m_messagesChanged; }
    [[nodiscard]] const std::vector<domain::ActivityId> &archived() const { return m_archived; }

private:
    using Answer = domain::Result<domain::Answer>;
    Answer run(const domain::CreateActivity &, const domain::Actor &);
    Answer run(const domain::EndActivity &, const domain::Actor &);
    Answer run(const domain::EnqueueTasks &, const domain::Actor &);
    Answer run(const domain::ActOnTask &, const domain::Actor &);
    Answer run(const domain::Reserve &, const domain::Actor &);
    Answer run(const domain::CompleteTasks &, const domain::Actor &);
    Answer run(const domain::SaveWorker &, const domain::Actor &);
    Answer run(const domain::RemoveWorker &, const domain::Actor &);
    Answer run(const domain::PutArtefact &, const domain::Actor &);
    Answer run(const domain::AcknowledgeAlert &, const domain::Actor &);
    Answer run(const domain::SnoozeAlert &, const domain::Actor &);
    Answer run(const domain::CreateToken &, const domain::Actor &);
    Answer run(const domain::RevokeToken &, const domain::Actor &);
    Answer run(const domain::ForgetArchived &, const domain::Actor &);
    Answer run(const domain::TakeNotifications &, const domain::Actor &);
    Answer run(const domain::SettleNotifications &, const domain::Actor &);
    Answer run(const domain::ResendNotification &, const domain::Actor &);
    Answer run(const domain::SendTest &, const domain::Actor &);
    Answer run(const domain::SaveRule &, const domain::Actor &);
    Answer run(const domain::RemoveRule &, const domain::Actor &);
    Answer run(const domain::SaveCalendar &, const domain::Actor &);
    Answer run(const domain::RemoveCalendar &, const domain::Actor &);
    Answer run(const domain::SaveIntent &, const domain::Actor &);
    Answer run(const domain::RemoveIntent &, const domain::Actor &);
    Answer run(const domain::SaveUser &, const domain::Actor &);
    Answer run(const domain::RemoveUser &, const domain::Actor &);
    Answer run(const domain::NoteLink &, const domain::Actor &);
    Answer run(const domain::AnswerLink &, const domain::Actor &);

    Answer create(const domain::CreateActivity &command, const domain::Actor &actor);
    // With what it takes from its template. Invalid where there is no such intent.
    [[nodiscard]] domain::Result<domain::CreateActivity> filledIn(const domain::CreateActivity &command) const;
    void lookAtUndoing(const domain::Task &task, const domain::Activity &activity, domain::ActionContext &context);
    void lookAtTaking(const domain::Task &task, domain::ActionContext &context);
    [[nodiscard]] bool isAloneIn(const QString &pool, const domain::Task &task) const;
    domain::Result<domain::TaskView> act(const domain::TaskRef &ref, const domain::ActionInput &input,
                                         const domain::Actor &actor);
    domain::Result<std::vector<domain::TaskView>>
    enqueue(domain::Activity &activity, const std::vector<domain::TaskSpec> &specs, const domain::Actor &actor);
    [[nodiscard]] bool needsLink(const domain::Task &task, const domain::Worker &worker);
    void hasAgain(const domain::Task &task, const domain::Worker &worker, const domain::Actor &actor);
    [[nodiscard]] domain::Status isStillItsWork(const domain::PutArtefact &command, const domain::Task &task,
                                                const domain::Actor &actor);
    [[nodiscard]] domain::Status hasRoom(const domain::Artefact &artefact, domain::ActivityId activity);
    [[nodiscard]] domain::Status carryOut(const domain::AnswerLink &said, domain::Link &link, domain::Task &task);
    void seal(domain::Parcels &parcels);
    [[nodiscard]] std::vector<qint64> offersTo(const domain::WorkerId &worker); // tasks, which are locked
    void withdrawOffers(const domain::WorkerId &worker); // it is not there for them
    void takeRules(store::RuleStore &store); // as they are when nobody else can change them any more
    void readRulesAgain(store::RuleStore &store);
    // A worker as it is to be saved; `known` as it is, nullptr for a new one.
    [[nodiscard]] domain::Result<domain::Worker> workerAfter(const domain::WorkerSpec &spec, const domain::Worker *known,
                                                             const domain::Actor &actor) const;
    [[nodiscard]] domain::Status knowsCalendar(const QString &name) const; // Invalid when there is none
    void readCalendarsAgain(store::CalendarStore &store);
    [[nodiscard]] std::vector<domain::TaskView> add(std::vector<domain::PlannedTask> &&planned, const domain::Actor &actor);
    [[nodiscard]] domain::TaskView view(const domain::Task &task);

    store::Database &m_database;
    Workspace &m_workspace;
    WorkerDirectory &m_workers;
    RuleBook &m_rules;
    CalendarBook &m_calendars;
    IntentBook &m_intents;
    qint64 m_artefactBytesMax = domain::limits::artefactBytesTotalDefault;
    bool m_workersChanged = false;
    bool m_rulesChanged = false;
    bool m_calendarsChanged = false;
    bool m_intentsChanged = false;
    bool m_tokensChanged = false;
    bool m_messagesChanged = false;
    std::vector<domain::ActivityId> m_archived;
};

} // namespace hmsact::engine
