// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/job.h"

#include "client/workerloop.h"

#include <algorithm>

namespace hmsact::client {

Job::Job(Lease lease, WorkerLoop &loop) : QObject(&loop), m_loop(loop), m_lease(std::move(lease)) { }

void Job::complete(const QJsonValue &result, std::optional<double> confidence)
{
    m_loop.report(this, [this, result, confidence] {
        return m_loop.m_client.complete(m_lease, m_loop.m_workerId, result, confidence);
    });
}

void Job::fail(const QString &reason, bool mayRetry)
{
    m_loop.report(this,
                  [this, reason, mayRetry] { return m_loop.m_client.fail(m_lease, m_loop.m_workerId, reason, mayRetry); });
}

void Job::abstain(const QString &reason)
{
    m_loop.report(this, [this, reason] { return m_loop.m_client.abstain(m_lease, m_loop.m_workerId, reason); });
}

void Job::progress(int percent, const QString &note)
{
    m_percent = std::clamp(percent, 0, 100);
    m_note = note.left(200);
    m_hasNews = true;
    m_loop.tell();
}

void Job::release()
{
    m_loop.report(this, [this] { return m_loop.m_client.release(m_lease, m_loop.m_workerId); });
}

void Job::forget()
{
    if (m_ended)
        return;
    m_ended = true;
    m_loop.forget(this);
}

} // namespace hmsact::client
