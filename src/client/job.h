// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"

#include <QJsonValue>
#include <QObject>

namespace hmsact::client {

class WorkerLoop;

// A reserved task in the hands of a handler, which ends it by one of complete(), fail(), release() or forget(), at once or
// later. Owned by its loop and destroyed soon after its end: keep a QPointer, not a pointer.
class Job final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] const Lease &lease() const { return m_lease; }

    void complete(const QJsonValue &result = QJsonValue::Undefined);
    void fail(const QString &reason, bool mayRetry = true);
    void release(); // back into the queue, no attempt used up
    void forget(); // says nothing more to the server: the lease runs out there

signals:
    void lost(); // the lease is somebody else's now: stop; nothing is reported any more

private:
    friend class WorkerLoop;
    Job(Lease lease, WorkerLoop &loop);

    WorkerLoop &m_loop;
    Lease m_lease;
    bool m_ended = false;
};

} // namespace hmsact::client
