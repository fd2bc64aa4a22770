// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/job.h"

#include "client/workerloop.h"

namespace hmsact::client {

Job::Job(Lease lease, WorkerLoop &loop) : QObject(&loop), m_loop(loop), m_lease(std::move(lease)) { }

void Job::complete(const QJsonValue &result)
{
    m_loop.report(this, [this, result] { return m_loop.m_client.complete(m_lease, m_loop.m_workerId, result); });
}

void Job::fail(const QString &reason, bool mayRetry)
{
    m_loop.report(this,
                  [this, reason, mayRetry] { return m_loop.m_client.fail(m_lease, m_loop.m_workerId, reason, mayRetry); });
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
