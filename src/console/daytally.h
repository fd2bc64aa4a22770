// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDate>
#include <QDateTime>
#include <QSettings>

namespace hmsact::console {

// How many tasks somebody has done in this window today, in the time of the place.
class DayTally
{
public:
    void count(const domain::WorkerId &worker, qint64 nowMs, int by)
    {
        begin(worker, nowMs);
        m_done = std::max(0, m_done + by);
    }
    [[nodiscard]] int done(const domain::WorkerId &worker, qint64 nowMs)
    {
        begin(worker, nowMs);
        return m_done;
    }
    void save(QSettings &settings) const
    {
        settings.setValue(QStringLiteral("ui/mywork/tally"), QVariantList{m_worker.value, m_day, m_done});
    }
    void restore(const QSettings &settings)
    {
        const QVariantList kept = settings.value(QStringLiteral("ui/mywork/tally")).toList();
        if (kept.size() == 3) {
            m_worker.value = kept[0].toString();
            m_day = kept[1].toDate();
            m_done = kept[2].toInt();
        }
    }

private:
    void begin(const domain::WorkerId &worker, qint64 nowMs) // another day, or another person: from nothing
    {
        const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
        if (worker == m_worker && today == m_day)
            return;
        m_worker = worker;
        m_day = today;
        m_done = 0;
    }

    domain::WorkerId m_worker;
    QDate m_day;
    int m_done = 0;
};

} // namespace hmsact::console
