// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reader.h"

#include "engine/queries.h"

#include <QCoreApplication>

namespace hmsact::engine {

static constexpr std::chrono::milliseconds dearReading{20};
static constexpr std::chrono::seconds figuresKept{3};
static constexpr int figuresShare = 10; // reading them takes at most this part of the reader's time

using domain::ErrorCode;
using domain::makeError;

Reader::Reader(store::DatabaseUrl url, std::shared_ptr<Clock> clock, store::Patience limit)
    : m_url(std::move(url)), m_clock(std::move(clock)), m_patience(limit), m_thread([this] { run(); })
{
}

Reader::~Reader() { stop(); }

void Reader::ask(domain::Query query, Handler handler, Gone gone)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_questions.push_back({std::move(query), std::move(handler), std::move(gone)});
            m_wake.notify_one();
            return;
        }
    }
    handler(makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the program is shutting down")));
}

void Reader::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    m_ending.request_stop();
}

void Reader::stop()
{
    end();
    if (m_thread.joinable())
        m_thread.join();
}

void Reader::run()
{
    std::unique_ptr<store::Database> database;
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stopping || !m_questions.empty(); });
        if (m_questions.empty())
            return;
        Question question = std::move(m_questions.front());
        m_questions.pop_front();
        const bool stopping = m_stopping;
        lock.unlock();
        if (question.gone && question.gone())
            continue;
        if (stopping) {
            question.handler(makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the program is shutting down")));
            continue;
        }
        if (!database) {
            auto opened = store::Database::open(m_url, store::Access::ReadOnly, m_ending.get_token(), m_patience);
            if (!opened) {
                question.handler(opened.error());
                continue;
            }
            database = std::move(*opened);
        }
        question.handler(answerTo(*database, question.query));
    }
}

// Figures over everything cost what there is: where that is much, one reading serves all who ask within a moment; its `nowMs`
// says of when it is. Not on a virtual clock, where every moment has the same.
domain::Result<domain::QueryAnswer> Reader::answerTo(store::Database &database, const domain::Query &query)
{
    using std::chrono::steady_clock;
    if (m_clock->isVirtual() || !std::holds_alternative<domain::GetStats>(query))
        return answer(database, query, m_clock->nowMs());
    const auto begin = steady_clock::now();
    if (m_stats && begin < m_statsUntil)
        return *m_stats;
    auto stats = answer(database, query, m_clock->nowMs());
    const auto end = steady_clock::now();
    m_stats.reset();
    if (stats && end - begin > dearReading) {
        m_stats = *stats;
        m_statsUntil = end + std::max<steady_clock::duration>(figuresKept, figuresShare * (end - begin));
    }
    return stats;
}

} // namespace hmsact::engine
