// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchprogram.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <csignal>
#include <sys/prctl.h>

namespace hmsact::cli {

static constexpr int startedWithinMs = 120'000; // with a million tasks on a slow disk
static constexpr int endsWithinMs = 15'000;

BenchProgram::BenchProgram(const QString &name)
{
    m_process.setProgram(QCoreApplication::applicationDirPath() + u'/' + name);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); }); // it does not outlive a signal to end
}

BenchProgram::~BenchProgram() { stop(); }

domain::Result<QString> BenchProgram::start(const QStringList &arguments, const QString &beginning)
{
    m_process.start(m_process.program(), arguments);
    const QDeadlineTimer deadline(startedWithinMs);
    while (m_process.state() != QProcess::NotRunning || m_process.canReadLine()) {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line.startsWith(beginning))
                return line.mid(beginning.size()).trimmed();
        }
        if (deadline.hasExpired() || !m_process.waitForReadyRead(int(deadline.remainingTime())))
            break;
    }
    const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed().section(u'\n', -1);
    return domain::makeError(domain::ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "%1 did not start: %2"),
                             {m_process.program(), said.isEmpty() ? m_process.errorString() : said});
}

void BenchProgram::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(endsWithinMs))
        m_process.kill();
    m_process.waitForFinished(endsWithinMs);
}

} // namespace hmsact::cli
