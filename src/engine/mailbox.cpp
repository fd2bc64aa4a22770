// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailbox.h"

#include <QCoreApplication>

#include <iterator>

namespace hmsact::engine {

using domain::Reserve;

static constexpr std::chrono::seconds patience{60}; // less than the API has: what it calls unanswered is not begun any more

bool Mailbox::Letter::hasGone() const { return gone && std::holds_alternative<Reserve>(request.command) && gone(); }

bool Mailbox::foundNothing(const domain::Reply &reply)
{
    const auto *leases = reply.result ? std::get_if<std::vector<domain::Lease>>(&*reply.result) : nullptr;
    return leases && leases->empty();
}

bool Mailbox::post(Letter &&letter)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return false;
    m_letters.push_back(std::move(letter));
    m_wake.notify_one();
    return true;
}

bool Mailbox::post(std::vector<Letter> &&letters)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return false;
    std::move(letters.begin(), letters.end(), std::back_inserter(m_letters));
    m_wake.notify_one();
    return true;
}

bool Mailbox::post(std::function<void()> job)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return false;
    m_jobs.push_back(std::move(job));
    m_wake.notify_one();
    return true;
}

void Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_wake.notify_one();
}

void Mailbox::refuse(const domain::Error &why)
{
    std::deque<Letter> refused;
    {
        const std::lock_guard lock(m_mutex);
        refused.swap(m_letters);
    }
    for (const Letter &letter : refused) {
        if (!letter.hasGone())
            letter.handler({why, {}});
    }
}

void Mailbox::dropLate(std::vector<Letter> &letters)
{
    std::erase_if(letters, [oldest = std::chrono::steady_clock::now() - patience](const Letter &letter) {
        if (letter.hasGone())
            return true;
        if (letter.written >= oldest)
            return false;
        const char *const late =
            QT_TRANSLATE_NOOP("Error", "this was not begun within a minute, and nothing was done; try again in a moment");
        letter.handler({domain::makeError(domain::ErrorCode::Unavailable, late), {}});
        return true;
    });
}

Mailbox::Delivery Mailbox::take(std::optional<Instant> until)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] {
        return m_closed || !m_letters.empty() || !m_jobs.empty();
    };
    if (until)
        m_wake.wait_until(lock, *until, ready);
    else
        m_wake.wait(lock, ready);
    Delivery delivery;
    const auto count = std::min(m_letters.size(), static_cast<size_t>(domain::limits::batchCommandsMax));
    const auto end = m_letters.begin() + static_cast<std::ptrdiff_t>(count);
    std::move(m_letters.begin(), end, std::back_inserter(delivery.letters));
    m_letters.erase(m_letters.begin(), end);
    delivery.jobs.swap(m_jobs);
    delivery.closed = m_closed && m_letters.empty() && delivery.letters.empty() && delivery.jobs.empty();
    return delivery;
}

} // namespace hmsact::engine
