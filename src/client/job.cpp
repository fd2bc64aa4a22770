// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/job.h"

#include "client/workerloop.h"

#include <QRegularExpression>

#include <algorithm>

namespace hmsact::client {

static constexpr int reasonMax = 2000; // the server's bounds
static constexpr int noteMax = 200;

// As much of it as the server takes, which refuses control and text direction characters, and halves of others, and nothing.
static QString sayable(QString text, int most, const QString &otherwise = {})
{
    static const QRegularExpression unsayable(QStringLiteral(
        "[\\x{00}-\\x{08}\\x{0b}\\x{0c}\\x{0e}-\\x{1f}\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
    text = QString::fromUtf8(text.trimmed().toUtf8()).replace(unsayable, QString(QChar::ReplacementCharacter)); // no halves
    if (text.isEmpty())
        return otherwise;
    const bool isCutAmid = text.size() > most && text[most].isLowSurrogate();
    return text.left(isCutAmid ? most - 1 : most);
}

Job::Job(Lease lease, WorkerLoop &loop) : QObject(&loop), m_loop(loop), m_lease(std::move(lease)) { }

void Job::complete(const QJsonValue &result, std::optional<double> confidence)
{
    m_loop.report(this, [this, result, confidence] {
        return m_loop.m_client.complete(m_lease, m_loop.m_workerId, result, confidence);
    });
}

void Job::fail(const QString &reason, bool mayRetry) { m_loop.report(this, failing(reason, mayRetry)); }

Job::Send Job::failing(const QString &reason, bool mayRetry)
{
    return [this, said = sayable(reason, reasonMax, QStringLiteral("failed without a reason")), mayRetry] {
        return m_loop.m_client.fail(m_lease, m_loop.m_workerId, said, mayRetry);
    };
}

void Job::abstain(const QString &reason)
{
    m_loop.report(this, [this, said = sayable(reason, reasonMax, QStringLiteral("cannot judge"))] {
        return m_loop.m_client.abstain(m_lease, m_loop.m_workerId, said);
    });
}

void Job::progress(int percent, const QString &note)
{
    m_percent = std::clamp(percent, 0, 100);
    m_note = sayable(note, noteMax);
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
