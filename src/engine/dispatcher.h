// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/matchmaker.h"
#include "engine/workerdirectory.h"
#include "engine/workspace.h"

namespace hmsact::engine {

// Matching in one transaction: chooses who is told of a task that can be worked on, offers it to that worker alone, and keeps
// why. Where the best is one that asks by itself, nobody is told and whoever asks first gets it. Throws SqlError.
class Dispatcher
{
public:
    Dispatcher(store::Database &database, Workspace &workspace, WorkerDirectory &workers);

    // Of what became workable in this transaction. Done at once where nobody who can be told has its skill. `locking`: workers
    // that the transaction is about to lock as well; all are locked in one go. Flushes.
    void run(QStringList locking = {});
    // Among the tasks that wait already, because somebody has room, or none any more, came or went: those that somebody could
    // be told of, and those kept for pools, which go on to the next where nobody is there. Of these no more than could be begun
    // there, so that it takes as long as what changed, not as what waits. Looks at `limit` of them, queue by queue, and goes on
    // `from` where it stopped, so that what nobody can have holds up nothing behind it. Flushes.
    struct Place {
        QString skill;
        QString kept; // as TaskStore::offerFor…() says
        store::TaskStore::RankKey after;
    };
    struct Progress {
        int looked = 0;
        int offered = 0;
        bool waiting = false; // some were left
        bool kept = false; // some of them for a pool
        std::optional<Place> next; // nothing: all was looked at
    };
    [[nodiscard]] Progress offerWaiting(const std::optional<Place> &from, int limit);

    // Kept for a worker who is no more, or for a pool in which nobody has the skill: to the next pool, or anyone, and people
    // are told where nobody is left, or somebody had chosen that pool. → how many, and in how many more places another is at
    // work on all that is stranded: not 0, so look again. Flushes.
    int freeStranded(int limit);

    // The best who can take the task but for its present worker, of a pool or a worker or, empty, of anyone; also one that has
    // no room left, where nobody has. nullptr: nobody.
    struct Choice {
        const domain::Worker *worker = nullptr;
        QJsonObject reasons;
    };
    [[nodiscard]] Choice backup(const domain::Task &task, const QString &to);
    // It was given to this worker: remembers why, starts the return timer of a person, tells whom there is a way to tell.
    // No: it goes on by its own word, and nothing is taken back. Silent: it knows already.
    enum class Reminder { Yes, No, Silent };
    void offered(const domain::Task &task, const domain::Worker &worker, QJsonObject reasons,
                 Reminder reminder = Reminder::Yes);

    // Whoever could be told of tasks of these skills, and these, before it is asked what they have: two cores count one after
    // the other. run(), offerWaiting(), backup() and clear() do so themselves.
    void lockTold(const QStringList &skills, QStringList locking);
    // Until when an offer stands all the same, now that it was not reacted to: a machine that is heard of comes to it, unless
    // it is full while another has room; who is the only one that could take it keeps it, and people are told once. 0: without
    // end; nothing: it is over.
    [[nodiscard]] std::optional<qint64> staysUntilMs(domain::Task &task);
    // The offer of a task is over, without a reaction or because another has room: the next best, or anyone, and an alert where
    // nobody is left. Those who could be told of it are locked.
    void returned(domain::Task &task);
    // What a worker has goes to others, as its leave begins; a part at a time. → whether that was all of it; not where another
    // core has changed the leave. Flushes.
    [[nodiscard]] bool clear(const domain::WorkerId &worker, const domain::Leave &leave, int limit);

    // What is in review only because no human could take it: to humans, as soon as one could. → whether some is left. Flushes.
    [[nodiscard]] bool referToHumans(int limit);

private:
    [[nodiscard]] Matchmaker &maker();
    enum class Outcome {
        Told,
        Moved,
        NotNow,
        NotAtAll
    }; // Moved: to another pool. NotNow: nor would another that is like it. NotAtAll: nobody told could have it
    enum class Keep { Anyhow, WhereItCanBegin }; // for another pool
    enum class Again { Yes, No }; // to who had it before, where nobody else is
    Outcome offer(domain::Task &task, Keep keep = Keep::Anyhow, Again again = Again::Yes);
    [[nodiscard]] domain::Ranking rankingFor(const domain::Task &task, Again again);
    void comeBack(domain::Task &task, const MatchNotes::Back &how);
    void offerAgain(const domain::Task &task, const domain::Worker &worker, const MatchNotes::Back &how);
    [[nodiscard]] bool takeOpening(const QString &pool, const QString &skill);
    [[nodiscard]] std::vector<Place> places(); // where to look, in order
    [[nodiscard]] bool hasRoom(const Place &place); // somebody who can be told, or could ask
    [[nodiscard]] bool goThrough(Place &place, int limit, Progress &progress); // → whether to its end
    void noteUnread(const Place &place, Progress &progress);
    void tellOfForsaken();
    [[nodiscard]] QStringList offersOf(const QString &skill) const;
    void handOver(domain::Task &task, const domain::Worker &worker, const domain::Leave &leave);
    void nobodyLeft(const domain::Task &task);
    // It has no room for it, and another who comes has.
    [[nodiscard]] bool isFreerElsewhere(const domain::Task &task, const domain::Worker &worker);
    [[nodiscard]] bool isForSomebody(const store::TaskStore::Keeping &kept) const;

    store::Database &m_database;
    Workspace &m_workspace;
    WorkerDirectory &m_workers;
    std::optional<Matchmaker> m_maker;
    std::map<std::pair<QString, QString>, qint64> m_openings; // takeOpening(), by pool and skill
    int m_edition = -1; // of the workers that it knows
    QSet<QString> m_locked; // skills whose workers are
};

// Where there is a way to tell the worker.
void tellAssigned(Workspace &workspace, const domain::Task &task, const domain::Worker &worker);

// Where a task goes when its worker goes away.
struct Move {
    domain::Handover how = domain::Handover::Nobody;
    const domain::Worker *to = nullptr;
    double score = 0;
    domain::Ranking ranking;
};
[[nodiscard]] Move moveOf(Matchmaker &maker, const domain::Task &task, const domain::Worker &from,
                          const domain::Worker *substitute);

} // namespace hmsact::engine
