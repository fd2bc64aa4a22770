// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/neighbours.h"

#include "store/notificationchannel.h"

#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace hmsact::engine {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using store::NotificationChannel;

// A notification takes a lock that all commits with one share: said together, at this distance.
static constexpr milliseconds sayEvery{50};
static constexpr size_t namedMax = NotificationChannel::payloadMax / 20; // each with its quotes and a comma
static constexpr milliseconds askEvery{10'000}; // whether the server is there, where there is nothing to say
static constexpr milliseconds reconnectFirst{100};
static constexpr milliseconds reconnectLast{5'000};

static constexpr int noSocket = -1;

static int makeEventFd()
{
    const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0)
        throw std::system_error(errno, std::generic_category(), "eventfd");
    return fd;
}

Neighbours::Neighbours(store::DatabaseUrl url, Heard heard, Connected connected)
    : m_url(std::move(url)), m_heard(std::move(heard)), m_connected(std::move(connected)), m_wake(makeEventFd()),
      m_thread([this] { run(); })
{
}

Neighbours::~Neighbours()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    wake();
    m_thread.join();
    ::close(m_wake);
}

void Neighbours::tell(const Hint &hint)
{
    {
        const std::lock_guard lock(m_mutex);
        Hint &untold = m_untold[hint.core];
        untold.exactly.reset(); // for hands only, and no set of theirs is kept here
        untold.merge(hint);
        domain::ChangeSet &changes = untold.changes;
        if (changes.overflow || changes.activities.size() + changes.tasks.size() + changes.alerts.size() > namedMax)
            changes.forgetIds();
    }
    wake();
}

void Neighbours::wake()
{
    const quint64 one = 1;
    // It fails only where it has been woken 2^64 times.
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}

void Neighbours::run()
{
    milliseconds pause = reconnectFirst;
    bool isConnected = true;
    for (;;) {
        if (auto channel = NotificationChannel::open(m_url)) {
            pause = reconnectFirst;
            if (!std::exchange(isConnected, true))
                m_connected(true);
            if (serve(**channel))
                return;
        }
        if (std::exchange(isConnected, false))
            m_connected(false);
        if (!rest(pause))
            return;
        pause = std::min(2 * pause, reconnectLast);
    }
}

bool Neighbours::serve(NotificationChannel &channel)
{
    for (;;) {
        const bool ends = isStopping(); // before the last is said
        if (!say(channel))
            return false;
        const std::optional<std::vector<QByteArray>> texts = channel.receive(); // some may have come with the answer
        if (!texts)
            return false;
        for (const QByteArray &text : *texts) {
            if (auto hint = hintFrom(text))
                m_heard(std::move(*hint));
        }
        if (ends)
            return true;
        wait(channel.socket(), untilSaid());
    }
}

bool Neighbours::say(NotificationChannel &channel)
{
    std::map<qint64, Hint> hints;
    {
        const std::lock_guard lock(m_mutex);
        const auto silent = steady_clock::now() - m_lastSaid;
        if (m_untold.empty() ? m_stopping || silent < askEvery : !m_stopping && silent < sayEvery)
            return true;
        std::swap(hints, m_untold);
    }
    m_lastSaid = steady_clock::now();
    if (hints.empty())
        return channel.isAlive();
    while (!hints.empty() && channel.send(toText(hints.begin()->second, NotificationChannel::payloadMax)))
        hints.erase(hints.begin());
    const std::lock_guard lock(m_mutex);
    for (const auto &[core, hint] : hints)
        m_untold[core].merge(hint);
    return hints.empty();
}

bool Neighbours::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

// Until there may be something to say, or to ask.
milliseconds Neighbours::untilSaid()
{
    const std::lock_guard lock(m_mutex);
    const milliseconds every = m_untold.empty() ? askEvery : sayEvery;
    return std::clamp(std::chrono::ceil<milliseconds>(m_lastSaid + every - steady_clock::now()), milliseconds(0), every);
}

// Until the socket has something, somebody wakes this thread, or the time is over.
void Neighbours::wait(int socket, milliseconds timeout)
{
    std::array<pollfd, 2> what{pollfd{m_wake, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
    ::poll(what.data(), what.size(), static_cast<int>(timeout.count()));
    quint64 count = 0;
    [[maybe_unused]] const auto drained = ::read(m_wake, &count, sizeof count);
}

// Of a lost connection. Told meanwhile means told later.
bool Neighbours::rest(milliseconds time)
{
    const Instant until = steady_clock::now() + time;
    for (;;) {
        if (isStopping())
            return false;
        const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now());
        if (left <= milliseconds(0))
            return true;
        wait(noSocket, left);
    }
}

} // namespace hmsact::engine
