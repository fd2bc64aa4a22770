// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/changefeed.h"

#include "domain/codec.h"
#include "domain/describe.h"

#include <QRandomGenerator>

#include <algorithm>

namespace hmsact::api {

namespace limits = domain::limits;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds unreadFirst{100};
constexpr milliseconds unreadLast{5'000};
constexpr quint64 hole = 1; // a number that no event has: what happened there is not known

// Takes at most limits::streamRowsMax ids, each once.
template <class Id>
std::vector<Id> takeSome(std::vector<Id> &ids)
{
    const auto less = [](Id a, Id b) {
        return a.value < b.value;
    };
    std::sort(ids.begin(), ids.end(), less);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto count = std::min(ids.size(), static_cast<size_t>(limits::streamRowsMax));
    std::vector<Id> some(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count));
    ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count));
    return some;
}

QByteArray frame(const QByteArray &id, const char *event, const QByteArray &json)
{
    return "id: " + id + "\nevent: " + event + "\ndata: " + json + "\n\n";
}

bool isFlood(const domain::ChangeSet &changes)
{
    return changes.overflow
        || changes.activities.size() + changes.tasks.size() + changes.alerts.size() > limits::streamPendingMax;
}

} // namespace

ChangeFeed::ChangeFeed(engine::Core &core, Loop loop)
    : m_core(core), m_loop(std::move(loop)), m_epoch(QByteArray::number(QRandomGenerator::system()->generate64(), 36))
{
}

ChangeFeed::~ChangeFeed() = default;

void ChangeFeed::start()
{
    m_subscription = m_core.subscribe([this](const domain::ChangeSet &changes) { gather(changes); });
}

void ChangeFeed::gather(const domain::ChangeSet &changes)
{
    const std::lock_guard lock(m_gathered->mutex);
    if (!m_gathered->listening)
        return;
    domain::ChangeSet &all = m_gathered->changes;
    if (!isFlood(all))
        all.merge(changes);
    all.tokens |= changes.mayConcernTokens();
    if (isFlood(all)) { // the ids are of no use any more
        const bool tokens = all.tokens;
        all = {};
        all.tokens = tokens;
        all.overflow = true;
    }
    if (!std::exchange(m_gathered->scheduled, true))
        schedule(milliseconds(limits::streamCoalesceMs));
}

void ChangeFeed::schedule(milliseconds delay)
{
    m_loop.postAfter(delay, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->flush();
    });
}

void ChangeFeed::flush()
{
    domain::ReadChanged query;
    bool flood = false;
    bool tokens = false;
    {
        const std::lock_guard lock(m_gathered->mutex);
        domain::ChangeSet all = std::exchange(m_gathered->changes, {});
        if (all.isEmpty() && m_unreadFor == milliseconds(0)) {
            m_gathered->scheduled = false;
            return;
        }
        flood = all.overflow;
        tokens = all.tokens;
        query.activities = takeSome(all.activities);
        query.tasks = takeSome(all.tasks);
        query.alerts = takeSome(all.alerts);
        domain::ChangeSet &left = m_gathered->changes; // for the next time; of everything else nobody is told
        left.activities = std::move(all.activities);
        left.tasks = std::move(all.tasks);
        left.alerts = std::move(all.alerts);
    }
    if (tokens) {
        for (ChangeStream *stream : m_streams)
            stream->check();
    }
    askForStats();
    if (flood) {
        append("resync", R"({"reason":"flood"})");
        wakeAll();
        return schedule(milliseconds(limits::streamOverflowMs));
    }
    m_core.ask(std::move(query), [loop = m_loop, weak = weak_from_this()](domain::Result<domain::QueryAnswer> answer) {
        loop.post([weak, answer = std::move(answer)] {
            const auto self = weak.lock();
            if (!self)
                return;
            if (answer)
                self->tell(std::get<domain::Changed>(*answer));
            self->schedule(self->rest(answer.ok()));
            self->wakeAll();
        });
    });
}

// Until it is looked at again. While nothing can be read it is tried ever more seldom, and listeners hear of it twice: when it
// begins, and when it is over.
milliseconds ChangeFeed::rest(bool wasRead)
{
    const milliseconds before = std::exchange(m_unreadFor, milliseconds(0));
    if (wasRead != (before == milliseconds(0)))
        append("resync", R"({"reason":"unread"})");
    if (!wasRead)
        m_unreadFor = std::clamp(2 * before, unreadFirst, unreadLast);
    return std::max(m_unreadFor, milliseconds(limits::streamCoalesceMs));
}

void ChangeFeed::tell(const domain::Changed &changed)
{
    for (const domain::ActivityView &activity : changed.activities) {
        domain::JsonWriter json;
        describeListed(json, activity);
        append("activity", json.json());
    }
    for (const domain::TaskView &task : changed.tasks)
        append("task", domain::jsonText(task));
    for (const domain::Alert &alert : changed.alerts)
        append("alert", domain::compact(domain::toJson(alert)));
}

// The figures cost more than a row: asked for once in a while, told when they are other ones.
void ChangeFeed::askForStats()
{
    if (std::exchange(m_statsAsked, true))
        return;
    m_loop.postAfter(milliseconds(m_stats.isEmpty() ? 0 : limits::streamStatsMs), [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        self->m_statsAsked = false;
        const qint64 nowMs = self->m_core.nowMs();
        self->m_core.ask(domain::GetStats{}, [loop = self->m_loop, weak, nowMs](domain::Result<domain::QueryAnswer> answer) {
            loop.post([weak, nowMs, answer = std::move(answer)] {
                if (const auto feed = weak.lock(); feed && answer)
                    feed->tellStats(std::get<domain::Stats>(*answer), nowMs);
            });
        });
    });
}

// Figures that were read before they were asked for may lack what was asked for.
void ChangeFeed::tellStats(const domain::Stats &stats, qint64 askedAtMs)
{
    QJsonObject json = domain::toJson(stats);
    const QByteArray told = domain::compact(json);
    json.remove(QLatin1StringView("now"));
    const QByteArray figures = domain::compact(json);
    const QByteArray before = std::exchange(m_stats, figures);
    if (stats.nowMs < askedAtMs)
        askForStats();
    if (figures == before)
        return;
    m_statsTold = told;
    append("stats", told);
    wakeAll();
}

void ChangeFeed::append(const char *event, const QByteArray &json)
{
    m_ring.push_back(frame(idOf(end()), event, json));
    m_ringBytes += m_ring.back().size();
    while (m_ring.size() > limits::streamKeptMax || m_ringBytes > limits::streamKeptBytes) {
        m_ringBytes -= m_ring.front().size();
        m_ring.pop_front();
        ++m_first;
    }
}

void ChangeFeed::wakeAll()
{
    for (const ChangeStream *stream : m_streams)
        stream->wake();
}

QByteArray ChangeFeed::idOf(quint64 number) const { return m_epoch + '-' + QByteArray::number(number); }

std::shared_ptr<ChangeStream> ChangeFeed::open(const QByteArray &lastEventId, std::function<void(Verdict)> allowed)
{
    if (m_streams.size() >= limits::streamsMax)
        return nullptr;
    ++m_visits;
    {
        const std::lock_guard lock(m_gathered->mutex);
        m_gathered->listening = true;
    }
    auto stream = std::make_shared<ChangeStream>(shared_from_this(), std::move(allowed));
    m_streams.insert(stream.get());
    stream->m_next = end();
    if (!lastEventId.isEmpty()) {
        const qsizetype dash = lastEventId.lastIndexOf('-');
        bool isNumber = false;
        const quint64 last = lastEventId.mid(dash + 1).toULongLong(&isNumber);
        if (lastEventId.left(dash) != m_epoch || !isNumber || last >= end())
            stream->resync("unknown_id");
        else if (last + 1 < m_first)
            stream->resync("too_old");
        else
            stream->m_next = last + 1;
    }
    if (m_streams.size() == 1)
        m_stats.clear(); // nobody was told them for a while
    else if (!m_stats.isEmpty())
        stream->m_own += frame(idOf(stream->m_next - 1), "stats", m_statsTold);
    askForStats();
    return stream;
}

// Changes go on being read for a while, so that a listener that lost its connection finds its place again.
void ChangeFeed::closed()
{
    if (!m_streams.empty())
        return;
    m_loop.postAfter(milliseconds(limits::streamLingerMs), [weak = weak_from_this(), visits = m_visits] {
        const auto self = weak.lock();
        if (!self || self->m_visits != visits)
            return;
        const std::lock_guard lock(self->m_gathered->mutex);
        self->m_gathered->listening = false;
        self->m_gathered->changes = {};
        self->m_first = self->end() + hole;
        self->m_ring.clear();
        self->m_ringBytes = 0;
    });
}

ChangeStream::ChangeStream(std::shared_ptr<ChangeFeed> feed, std::function<void(ChangeFeed::Verdict)> allowed)
    : m_feed(std::move(feed)), m_allowed(std::move(allowed)), m_own(": hms-act\nretry: 2000\n\n")
{
}

ChangeStream::~ChangeStream()
{
    m_feed->m_streams.erase(this);
    m_feed->closed();
}

BodyStream::Piece ChangeStream::next()
{
    if (*m_ended)
        return {{}, true};
    if (m_next < m_feed->m_first)
        resync("too_slow");
    Piece piece{std::exchange(m_own, {}), false};
    while (m_next < m_feed->end() && piece.bytes.size() < limits::streamPieceBytes) {
        piece.bytes += m_feed->m_ring[m_next - m_feed->m_first];
        ++m_next;
    }
    return piece;
}

QByteArray ChangeStream::beat()
{
    check();
    return ": still here\n\n";
}

void ChangeStream::whenThereIsMore(std::function<void()> wake) { m_wake = std::move(wake); }

void ChangeStream::wake() const
{
    if (m_wake)
        m_wake();
}

void ChangeStream::check()
{
    m_allowed([ended = m_ended, wake = m_wake](bool allowed) {
        if (allowed)
            return;
        *ended = true;
        if (wake)
            wake();
    });
}

void ChangeStream::resync(const char *reason)
{
    m_next = m_feed->end();
    m_own += frame(m_feed->idOf(m_next - 1), "resync", QByteArray(R"({"reason":")") + reason + R"("})");
}

} // namespace hmsact::api
