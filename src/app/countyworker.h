// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/county.h"
#include "client/workerloop.h"

namespace hmsact::app {

// One of the sample county's people or bots: pulls through the public API like anybody's program, takes its time, hands
// in, fails, or is not heard of again. Lives in a thread with an event loop.
class CountyWorker final : public QObject
{
    Q_OBJECT

public:
    // `county` outlives this object; the token in `settings` is the worker's own.
    CountyWorker(const County &county, const client::Settings &settings, const domain::WorkerSpec &worker,
                 QObject *parent = nullptr);

    // First goes on with what it held when the program ended the last time.
    void start();

private:
    void adopt(const client::Task &task);
    void work(client::Job &job);
    void handIn(client::Job &job, const Performance &performance);

    const County &m_county;
    QString m_id;
    client::Client m_client; // beside the loop's own: comments, papers
    client::WorkerLoop m_loop;
};

} // namespace hmsact::app
