// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/result.h"
#include "client/values.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QJsonValue>
#include <QObject>

#include <functional>
#include <optional>

namespace hmsact::client {

class WorkerLoop;

// A reserved task in the hands of a handler, which ends it by complete(), fail(), abstain(), release() or forget(), at once or
// later. Owned by its loop and destroyed soon after its end: keep a QPointer, not a pointer.
class Job final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] const Lease &lease() const { return m_lease; }

    // `confidence` from 0 to 1: the task may have a floor, below which a human sees to it.
    void complete(const QJsonValue &result = QJsonValue::Undefined, std::optional<double> confidence = {});
    void fail(const QString &reason, bool mayRetry = true);
    void abstain(const QString &reason); // it cannot judge: a human is to see to it, no attempt used up
    void release(); // back into the queue, no attempt used up
    void forget(); // says nothing more to the server: the lease runs out there

    // Shows people how far the work is: per cent, and a line of text. Goes out within about a second.
    void progress(int percent, const QString &note = {});
    [[nodiscard]] QString whyLost() const { return m_whyLost; } // what the server said; empty: it is not lost

signals:
    // The lease ran out, or somebody cancelled, held, skipped or reassigned the task: stop; nothing is reported any more.
    void lost();

private:
    friend class WorkerLoop;
    using Send = std::function<QFuture<Result<Task>>()>;
    Job(Lease lease, WorkerLoop &loop);
    [[nodiscard]] Send failing(const QString &reason, bool mayRetry);

    WorkerLoop &m_loop;
    Lease m_lease;
    int m_percent = -1;
    QString m_note;
    QString m_whyLost;
    bool m_hasNews = false;
    bool m_ended = false;
    bool m_refused = false; // what it said: its failure is reported instead
    QDeadlineTimer m_leaseOver{QDeadlineTimer::Forever}; // once a report of it has met a defect of the server
};

} // namespace hmsact::client
