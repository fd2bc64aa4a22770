// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/countyworker.h"

#include <QPointer>

namespace hmsact::app {
namespace {

constexpr int pollS = 30;
constexpr int leaseBotS = 20; // a bot that stalls is missed soon enough to be seen
constexpr int leaseHumanS = 600; // prolonged while they work
constexpr std::chrono::milliseconds minute{1000}; // live, the county's minutes are seconds

client::WorkerSpec specFor(const domain::WorkerSpec &worker)
{
    client::WorkerSpec spec;
    spec.name = *worker.name;
    spec.id = worker.id->value;
    spec.skills = *worker.skills;
    return spec;
}

client::WorkerLoop::Options optionsFor(const domain::WorkerSpec &worker)
{
    client::WorkerLoop::Options pulling;
    pulling.registered = true; // by the sandbox: a worker's token may not register anybody
    pulling.concurrency = *worker.capacity;
    pulling.waitS = pollS;
    pulling.leaseS = worker.kind == domain::WorkerKind::Human ? leaseHumanS : leaseBotS;
    return pulling;
}

} // namespace

CountyWorker::CountyWorker(const County &county, const client::Settings &settings, const domain::WorkerSpec &worker,
                           QObject *parent)
    : QObject(parent), m_county(county), m_id(worker.id->value), m_client(settings),
      m_loop(settings, specFor(worker), optionsFor(worker))
{
    for (auto it = worker.skills->begin(); it != worker.skills->end(); ++it)
        m_loop.serve(it.key(), [this](client::Job &job) { work(job); });
    connect(&m_loop, &client::WorkerLoop::failed, this, [this](const client::Error &error) {
        qWarning("sample county: %s gave up: %s", qUtf8Printable(m_id), qUtf8Printable(error.text()));
    });
}

void CountyWorker::start()
{
    QUrlQuery held;
    held.addQueryItem(QStringLiteral("state"), QStringLiteral("IN_PROGRESS"));
    held.addQueryItem(QStringLiteral("worker_id"), m_id);
    m_client.queue(held).then(this, [this](const client::Result<client::Page<client::Task>> &page) {
        if (page) {
            for (const client::Task &task : page->items)
                adopt(task);
        }
        m_loop.start();
    });
}

void CountyWorker::adopt(const client::Task &task)
{
    const QJsonObject payload = task.json.value(QStringLiteral("payload")).toObject();
    const Performance performance = m_county.perform(m_id, task.name, payload, 1);
    QTimer::singleShot(performance.minutes * minute, this, [this, task] {
        // Refused when somebody took it away in the meantime, and then there is nothing left to do.
        m_client.act(task.activityId, task.name, QStringLiteral("complete"), {{QStringLiteral("worker_id"), m_id}});
    });
}

void CountyWorker::work(client::Job &job)
{
    const client::Lease &lease = job.lease();
    const Performance performance = m_county.perform(m_id, lease.name, lease.payload, lease.leaseToken);
    if (performance.outcome == Performance::Outcome::Stalls) {
        job.forget();
        return;
    }
    QTimer::singleShot(performance.minutes * minute, &job, [this, &job, performance] { handIn(job, performance); });
}

void CountyWorker::handIn(client::Job &job, const Performance &performance)
{
    const client::Lease &lease = job.lease();
    if (!performance.remark.isEmpty())
        m_client.act(lease.activityId, lease.name, QStringLiteral("comment"),
                     {{QStringLiteral("text"), performance.remark}});
    if (performance.outcome == Performance::Outcome::Fails) {
        job.fail(performance.failReason);
        return;
    }
    if (!performance.paper) {
        job.complete(performance.result);
        return;
    }
    const SampleDocument &paper = *performance.paper;
    m_client.putArtefact(lease.activityId, lease.name, paper.fileName, paper.bytes, paper.mediaType.toLatin1())
        .then(this, [job = QPointer(&job), result = performance.result](const client::Result<client::Done> &) {
            if (job) // else the lease was lost meanwhile
                job->complete(result);
        });
}

} // namespace hmsact::app
