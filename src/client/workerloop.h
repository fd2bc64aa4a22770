// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/job.h"

#include <QHash>
#include <QTimer>

namespace hmsact::client {

// A bot: registers a worker, pulls its tasks by long poll, hands each to the handler of its skill, keeps the leases alive
// and reports. Lives in one thread with an event loop; has its own connections. Troubles that may pass are waited out
// with growing pauses.
//
//   WorkerLoop loop(settings, {.name = u"bot-health-7"_qs}, {.concurrency = 4});
//   loop.serve(u"fetch_vaccine_log"_qs, [](Job &job) { job.complete(QJsonObject {{u"doses"_qs, 2}}); });
//   loop.start();
class WorkerLoop final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Job &)>;
    struct Options {
        int concurrency = 1; // jobs at a time
        int waitS = 30; // long poll
        int leaseS = 60; // 0: the worker's default
        int graceMs = 30'000; // for running jobs after stop(); what is left then has 5 s to be handed back
        bool registered = false; // under spec.id already: a token of role worker may not register
    };

    WorkerLoop(Settings settings, WorkerSpec worker, Options options, QObject *parent = nullptr);
    ~WorkerLoop() override;

    void serve(const QString &skill, Handler handler); // before start(); the skill's level is 3 unless the spec says other
    void start();
    // No new work; running jobs have the grace to end, what is left is released; then stopped() is emitted.
    void stop();
    [[nodiscard]] qsizetype jobCount() const { return m_jobs.size(); }

signals:
    void stopped();
    void troubled(const hmsact::client::Error &error); // it goes on trying
    void failed(const hmsact::client::Error &error); // no waiting can mend it (a bad token); followed by stopped()

private:
    friend class Job;
    enum class State { Idle, Running, Draining, Ended };

    void registerWorker();
    void poll();
    void pollAgainAfter(const Error &error, bool mayPass);
    void take(const Lease &lease);
    void tell(); // a job has progress to show
    void beat(bool onlyNews);
    void beat(Job *job);
    void report(Job *job, Job::Send send, int tries = 0);
    void forget(Job *job);
    void endWhenEmpty();
    void finish();

    Client m_client;
    WorkerSpec m_worker;
    Options m_options;
    QString m_workerId;
    QHash<QString, Handler> m_handlers;
    QList<Job *> m_jobs;
    QFuture<Result<std::vector<Lease>>> m_poll;
    QTimer m_pulse;
    QTimer m_news;
    QTimer m_pause;
    QTimer m_grace;
    State m_state = State::Idle;
    int m_failures = 0;
    bool m_polling = false;
};

} // namespace hmsact::client
