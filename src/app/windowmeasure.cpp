// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowmeasure.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace hmsact::app {

using namespace Qt::StringLiterals;

static constexpr int viewForMs = 10'000;
static constexpr int changesEveryMs = 20;
static constexpr int changesAtOnce = 10; // 500 a second
static constexpr int frameMs = 16;

WindowMeasure::WindowMeasure(QWidget &window, engine::CoreClient &client, bool view)
    : QObject(&window), m_client(client), m_table(window.findChild<QTableView *>(u"queueTable"_s)), m_view(view)
{
    m_table->viewport()->installEventFilter(this);
    connect(&m_ticks, &QTimer::timeout, this, &WindowMeasure::tick);
    connect(&m_changes, &QTimer::timeout, this, &WindowMeasure::change);
    connect(&m_scrolls, &QTimer::timeout, this, &WindowMeasure::scroll);
    m_sinceShown.start();
}

bool WindowMeasure::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_firstRowsMs < 0 && m_table->model()->rowCount() > 0) {
        m_firstRowsMs = m_sinceShown.elapsed();
        QTimer::singleShot(0, this, m_view ? &WindowMeasure::begin : &WindowMeasure::end); // when it has been painted
    }
    return QObject::eventFilter(watched, event);
}

void WindowMeasure::begin()
{
    domain::ListQueue query;
    query.limit = domain::limits::pageMax;
    m_client.ask(query).then(this, [this](domain::Result<domain::Page<domain::TaskView>> page) {
        if (!page)
            return end();
        for (const domain::TaskView &row : page->items)
            m_tasks.push_back(row.task.id);
        m_ticks.setTimerType(Qt::PreciseTimer);
        m_sinceTick.start();
        m_ticks.start(1);
        m_changes.start(changesEveryMs);
        m_scrolls.start(frameMs);
        QTimer::singleShot(viewForMs, this, &WindowMeasure::end);
    });
}

void WindowMeasure::tick()
{
    m_gapsMs.push_back(double(m_sinceTick.nsecsElapsed()) / 1e6);
    m_sinceTick.restart();
}

void WindowMeasure::change()
{
    for (int i = 0; i < changesAtOnce; ++i) {
        domain::ActOnTask comment;
        comment.task.id = m_tasks[m_next++ % m_tasks.size()];
        comment.input.action = domain::TaskAction::Comment;
        comment.input.text = u"seen"_s;
        (void)m_client.send(std::move(comment)); // refused or not: the window has to follow either way
    }
}

void WindowMeasure::scroll()
{
    QScrollBar *bar = m_table->verticalScrollBar();
    if (bar->value() >= bar->maximum() || bar->value() <= bar->minimum())
        m_step = bar->value() <= bar->minimum() ? 1 : -1;
    bar->setValue(bar->value() + m_step);
}

static double residentMb()
{
    QFile file(u"/proc/self/statm"_s); // pages: all, resident, …
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

void WindowMeasure::end()
{
    QJsonObject figures{{u"first_rows_ms"_s, m_firstRowsMs}, {u"resident_mb"_s, residentMb()}};
    if (!m_gapsMs.empty()) {
        std::ranges::sort(m_gapsMs);
        figures.insert(u"block_p99_ms"_s, m_gapsMs[m_gapsMs.size() * 99 / 100]);
        figures.insert(u"block_max_ms"_s, m_gapsMs.back());
        figures.insert(u"changes"_s, double(m_next));
    }
    const QByteArray json = QJsonDocument(figures).toJson(QJsonDocument::Compact);
    std::fprintf(stdout, "measured %s\n", json.constData());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace hmsact::app
