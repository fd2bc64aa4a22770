// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/workerloop.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace hmsact::client {

static int backoffMs(int failures, const Error &error)
{
    const qint64 base = std::min<qint64>(30'000, 500LL << std::min(failures, 10));
    const qint64 jittered = base * (80 + QRandomGenerator::global()->bounded(41)) / 100;
    return int(std::max(jittered, std::min<qint64>(error.retryAfterMs, 60'000)));
}

static constexpr int handBackMs = 5'000; // for what is left at the end
static constexpr int leaseUsualS = 60; // of a machine, where it says nothing; people have more

// Three of them a lease.
static int pulseMs(int leaseS) { return (leaseS > 0 ? leaseS : leaseUsualS) * 1000 / 3; }

WorkerLoop::WorkerLoop(Settings settings, WorkerSpec worker, Options options, QObject *parent)
    : QObject(parent), m_client(std::move(settings)), m_worker(std::move(worker)), m_options(options)
{
    if (m_options.registered)
        m_workerId = m_worker.id;
    m_pulse.setInterval(pulseMs(m_options.leaseS));
    m_pause.setSingleShot(true);
    m_grace.setSingleShot(true);
    m_news.setSingleShot(true);
    m_news.setInterval(std::min(1000, pulseMs(m_options.leaseS)));
    connect(&m_pulse, &QTimer::timeout, this, [this] { beat(false); });
    connect(&m_news, &QTimer::timeout, this, [this] { beat(true); });
    connect(&m_pause, &QTimer::timeout, this, &WorkerLoop::poll);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        const QList<Job *> left = m_jobs;
        for (Job *job : left) {
            job->m_whyLost = QStringLiteral("the worker stops");
            emit job->lost();
        }
        for (Job *job : left)
            job->release();
        m_grace.disconnect();
        connect(&m_grace, &QTimer::timeout, this, &WorkerLoop::finish); // the server does not answer either
        m_grace.start(handBackMs);
    });
}

WorkerLoop::~WorkerLoop() = default;

void WorkerLoop::serve(const QString &skill, Handler handler)
{
    m_handlers.insert(skill, std::move(handler));
    if (!m_worker.skills.contains(skill))
        m_worker.skills.insert(skill, WorkerSpec::levelUnsaid);
}

void WorkerLoop::start()
{
    Q_ASSERT(m_state == State::Idle && !m_handlers.isEmpty());
    m_state = State::Running;
    m_pulse.start();
    poll();
}

void WorkerLoop::registerWorker()
{
    m_polling = true;
    m_client.registerWorker(m_worker).then(this, [this](const Result<Worker> &worker) {
        m_polling = false;
        if (m_state != State::Running)
            return;
        if (!worker)
            return pollAgainAfter(worker.error(), worker.error().mayPass());
        m_failures = 0;
        m_workerId = worker->id;
        poll();
    });
}

void WorkerLoop::poll()
{
    const int room = m_options.concurrency - int(m_jobs.size());
    if (m_state != State::Running || m_polling || room <= 0 || m_pause.isActive())
        return;
    if (m_workerId.isEmpty())
        return registerWorker();
    m_polling = true;
    m_poll = m_client.reserve({m_workerId, room, m_options.waitS, m_options.leaseS});
    m_poll.then(this, [this](const Result<std::vector<Lease>> &leases) {
        m_polling = false;
        if (!leases) {
            if (m_state != State::Running)
                return;
            const bool mayComeBack = leases.error().kind == ErrorKind::NotFound && !m_options.registered;
            if (mayComeBack)
                m_workerId.clear(); // it was removed; come back as a new one
            return pollAgainAfter(leases.error(), mayComeBack || leases.error().mayPass());
        }
        m_failures = 0;
        for (const Lease &lease : *leases)
            take(lease);
        poll();
    });
}

void WorkerLoop::pollAgainAfter(const Error &error, bool mayPass)
{
    if (!mayPass) {
        emit failed(error);
        return stop();
    }
    emit troubled(error);
    m_pause.start(backoffMs(m_failures++, error));
}

void WorkerLoop::take(const Lease &lease)
{
    auto *job = new Job(lease, *this);
    m_jobs.append(job);
    if (m_state != State::Running)
        return job->release();
    const auto handler = m_handlers.constFind(lease.skill);
    if (handler == m_handlers.constEnd())
        job->fail(QStringLiteral("this worker has no function for the skill %1").arg(lease.skill));
    else
        (*handler)(*job);
}

void WorkerLoop::tell()
{
    if (!m_news.isActive())
        m_news.start();
}

void WorkerLoop::beat(bool onlyNews)
{
    for (Job *job : std::as_const(m_jobs)) {
        if (!job->m_ended && (job->m_hasNews || !onlyNews)) // else its report is on the way
            beat(job);
    }
}

void WorkerLoop::beat(Job *job)
{
    job->m_hasNews = false;
    const auto beaten = [this, job = QPointer<Job>(job)](const Result<Task> &task) {
        if (task || !job || job->m_ended)
            return;
        if (task.error().kind != ErrorKind::Conflict && task.error().kind != ErrorKind::NotFound) {
            emit troubled(task.error());
            return;
        }
        job->m_ended = true;
        job->m_whyLost = task.error().detail.isEmpty() ? task.error().title : task.error().detail;
        emit job->lost();
        forget(job);
    };
    // Not with the job as context: it may end before this is answered, and Qt 6.4 wants a context that is still there.
    m_client.heartbeat(job->m_lease, m_workerId, {m_options.leaseS, job->m_percent, job->m_note}).then(this, beaten);
}

// Said until it gets through; to a server with a defect for as long as the lease lasts. The lease token makes a repetition
// harmless: once it took effect it is refused. What the server does not take, as it is too large, fails the task in its words.
void WorkerLoop::report(Job *job, Job::Send send, int tries)
{
    if (job->m_ended && tries == 0)
        return;
    job->m_ended = true;
    send().then(this, [this, job = QPointer<Job>(job), send, tries](const Result<Task> &task) {
        if (!job)
            return;
        if (!task && task.error().kind == ErrorKind::Validation && !std::exchange(job->m_refused, true)) {
            emit troubled(task.error());
            return report(job, job->failing(QStringLiteral("the result was refused: ") + task.error().text(), false),
                          tries + 1);
        }
        const bool isDefect = !task && task.error().kind == ErrorKind::Server;
        if (isDefect && job->m_leaseOver.isForever())
            job->m_leaseOver = QDeadlineTimer(3 * pulseMs(m_options.leaseS));
        if (task || !task.error().mayPass() || (isDefect && job->m_leaseOver.hasExpired())) {
            if (!task && task.error().kind != ErrorKind::Conflict)
                emit troubled(task.error());
            return forget(job);
        }
        emit troubled(task.error());
        QTimer::singleShot(backoffMs(tries, task.error()), job.data(),
                           [this, job, send, tries] { report(job, send, tries + 1); });
    });
}

void WorkerLoop::forget(Job *job)
{
    m_jobs.removeOne(job);
    job->deleteLater();
    if (m_state == State::Draining)
        endWhenEmpty();
    else
        poll();
}

void WorkerLoop::stop()
{
    if (m_state == State::Draining || m_state == State::Ended)
        return;
    m_state = State::Draining;
    m_pause.stop();
    m_poll.cancel();
    m_grace.start(m_options.graceMs);
    QMetaObject::invokeMethod(this, &WorkerLoop::endWhenEmpty, Qt::QueuedConnection);
}

void WorkerLoop::endWhenEmpty()
{
    if (m_state == State::Draining && m_jobs.isEmpty())
        finish();
}

void WorkerLoop::finish()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_pulse.stop();
    m_grace.stop();
    emit stopped();
}

} // namespace hmsact::client
