// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "engine/clock.h"
#include "engine/health.h"

#include <functional>
#include <memory>

namespace hmsact::engine {

class Meters;

struct CoreSettings {
    QString databaseUrl; // "sqlite:///path/file.db", "postgresql://host/database"
    std::shared_ptr<Clock> clock; // shared with whoever turns it
    quint32 seed = 0; // of the ids' instance number and the back-off jitter
    QString program = QStringLiteral("hms-act"); // named in the lock file
    qint64 artefactBytesMax = domain::limits::artefactBytesTotalDefault; // of all files together
    // A server's database of an earlier version is brought up only where that is what was asked for: others may be at work on
    // it.
    enum class Migrates { FilesOnly, AlsoServers } migrates = Migrates::FilesOnly;
};

// The orchestrator in its own thread, with those of readers and hands beside it. Any thread may call any function. Callbacks
// run on the core's (submit, subscribe, advance), a hand's (submit, where a worker speaks), a reader's (ask) or the neighbours'
// (subscribe) thread and must return quickly: post what takes time. Owned by the composition root; the destructor is stop().
class Core
{
public:
    using ReplyHandler = std::function<void(domain::Reply)>;
    using RepliesHandler = std::function<void(std::vector<domain::Reply>)>;
    using QueryHandler = std::function<void(domain::Result<domain::QueryAnswer>)>;
    using ChangeHandler = std::function<void(const domain::ChangeSet &)>;
    using Gone = std::function<bool()>; // asked on the core's threads

    // Takes the process lock, opens and migrates the database, recovers, starts the threads, and returns when the core takes
    // commands. Errors (nothing is left behind, the file is untouched): Unavailable — another process holds it, the text says
    // which; it cannot be opened, is no database, newer than this program, or a server's and older.
    [[nodiscard]] static domain::Result<std::unique_ptr<Core>> open(CoreSettings settings);
    ~Core();

    // The handler is called once, after the commit or the refusal; after stop() at once with Busy. The one exception: a
    // Reserve whose `gone` says true leases nothing and is not answered.
    void submit(domain::Request request, ReplyHandler handler, Gone gone = {});
    // All in one go, so that they share commits: executed and answered in order, when the last is done; of many new activities
    // some at the same time.
    void submit(std::vector<domain::Request> requests, RepliesHandler handler);
    // A question whose `gone` says true at its turn is not answered.
    void ask(domain::Query query, QueryHandler handler, Gone gone = {});

    // Called after every commit that changed something, until the subscription is destroyed.
    class Subscription
    {
    public:
        virtual ~Subscription() = default;
    };
    [[nodiscard]] std::unique_ptr<Subscription> subscribe(ChangeHandler handler);

    // Turns a virtual clock; timers that fall due on the way fire in order, each at its own instant. Answers with the new
    // now. Conflict with any other clock.
    void advance(qint64 byMs, std::function<void(domain::Result<qint64>)> handler);
    [[nodiscard]] qint64 nowMs() const;

    [[nodiscard]] QString databaseUrl() const; // without its password
    [[nodiscard]] Health health() const; // a ChangeSet says when it has changed
    [[nodiscard]] const Meters &meters() const;
    // How long a timer has been due that the engine has not looked at; 0 when it keeps up.
    [[nodiscard]] qint64 lateMs() const;
    // How long no core on this database has looked at its timers; over limits::engineSilentMs nothing escalates.
    [[nodiscard]] qint64 silentMs() const;

    // Says in the lock file where this process serves, and the secret with which the owner of the file may
    // act through it; does nothing where there is no file.
    void publishAddress(const QString &url, const QString &operatorSecret);

    // Answers waiting reserves with nothing and takes no new waits, and breaks off the questions that take minutes, so that
    // connections can drain.
    void endWaits();
    // Finishes the running batch, refuses what comes later, ends the threads, closes the database. Idempotent.
    void stop();

    struct Private;

private:
    explicit Core(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace hmsact::engine
