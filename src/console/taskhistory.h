// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "engine/coreclient.h"

#include <QLabel>

namespace hmsact::console {

class EventFeed;

// What happened to one task and what people said about it, newest first. Asks anew only when the task has changed. GUI
// thread; the client must outlive it.
class TaskHistory final : public QLabel
{
    Q_OBJECT

public:
    explicit TaskHistory(QWidget *parent = nullptr);

    void show(engine::CoreClient &client, const domain::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(qint64 nowMs);

    EventFeed *m_feed = nullptr; // once something was shown
    domain::Task m_task;
    qint64 m_takenAtMs = 0;
};

} // namespace hmsact::console
