// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/countyworker.h"

#include <QUrl>

#include <memory>
#include <vector>

namespace hmsact::app {

// The sample county of a running sandbox: citizens that keep asking, workers that pull, and a supervisor who keeps the
// desk from filling up but leaves the visitor something to decide. All of them are clients of the HTTP API. Bounded: the
// more is open, the slower the citizens; nothing is kept in memory. Lives in a thread with an event loop.
class CountyLife final : public QObject
{
    Q_OBJECT

public:
    // `firstCase` is the number of the next request: cases are counted on through restarts.
    CountyLife(const County &county, const QUrl &address, int firstCase, QObject *parent = nullptr);
    ~CountyLife() override;

    void start();

private:
    using Tasks = std::vector<client::Task>;

    void ask();
    void request(County::Period period);
    void decide();
    void supervise();
    void review(const client::Task &task);
    void holdSomething();
    void acknowledge();
    void act(client::Client &who, const client::Task &task, const char *action, const QString &reason = {});

    County m_county;
    client::Client m_portal; // speaks for the citizens
    client::Client m_supervisor;
    std::vector<std::unique_ptr<CountyWorker>> m_workers;
    int m_case;
    int m_round = 0; // of the supervisor, for the dice
    QTimer m_asking;
    QTimer m_deciding;
    QTimer m_supervising;
};

} // namespace hmsact::app
