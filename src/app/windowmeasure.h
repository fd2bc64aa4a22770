// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/coreclient.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

#include <vector>

namespace hmsact::app {

// What `hms-act bench start` and `view` want to know of the window: prints "measured {…}" on standard output and ends the
// program. start: when the first rows of the queue are painted. view: after ten more seconds of scrolling through the queue
// while 500 tasks a second change, with first_rows_ms, block_p99_ms and block_max_ms (how long the GUI thread served no
// event) and resident_mb. Make it before the window is shown.
class WindowMeasure final : public QObject
{
    Q_OBJECT

public:
    WindowMeasure(QWidget &window, engine::CoreClient &client, bool view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void tick();
    void change();
    void scroll();
    void end();

    engine::CoreClient &m_client;
    QTableView *m_table;
    const bool m_view;
    QElapsedTimer m_sinceShown;
    QElapsedTimer m_sinceTick;
    qint64 m_firstRowsMs = -1;
    std::vector<double> m_gapsMs;
    std::vector<domain::TaskId> m_tasks;
    size_t m_next = 0;
    int m_step = 1;
    QTimer m_ticks, m_changes, m_scrolls;
};

} // namespace hmsact::app
