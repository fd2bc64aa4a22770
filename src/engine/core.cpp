// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core.h"

#include "engine/corethread.h"
#include "engine/hand.h"
#include "engine/reader.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

struct Core::Private {
    explicit Private(CoreSettings coreSettings)
        : settings(coreSettings), thread(std::make_shared<CoreThread>(std::move(coreSettings)))
    {
    }
    ~Private() { stop(); }
    [[nodiscard]] Status addHand();
    [[nodiscard]] Mailbox &mailbox(size_t place) { return place == 0 ? thread->mailbox : hands[place - 1]->mailbox; }
    [[nodiscard]] Mailbox &mailboxFor(const Request &request);
    [[nodiscard]] size_t handsFor(const std::vector<Request> &requests) const;
    void stop();

    CoreSettings settings;
    std::shared_ptr<CoreThread> thread; // subscriptions may outlive the core
    std::vector<std::unique_ptr<Hand>> hands; // none on SQLite, nor where a test turns the clock: one after the other
    std::unique_ptr<Reader> reader;
    std::unique_ptr<Reader> longReader; // verification and backup, which take minutes
    std::atomic<quint64> subscriptions{0};
};

// With one hand the batches of a core are prepared while those of the other are written; more take the time of the server.
static constexpr size_t handsOnPostgres = 1;
static constexpr size_t createdByHandMin = 100; // fewer share one commit

Status Core::Private::addHand()
{
    Hand::Links links;
    links.committed = [core = thread.get()](const Hand &hand, const Hint &hint) {
        core->heardOf(hand, hint);
    };
    links.rested = [core = thread.get()] {
        core->handRested();
    };
    links.askCore = [core = thread.get()](Mailbox::Letter &&letter) {
        if (!core->mailbox.post(std::move(letter)))
            letter.handler({Answer(std::vector<Lease>()), {}});
    };
    hands.push_back(std::make_unique<Hand>(settings, thread->clock(), thread->meters, std::move(links)));
    thread->add(*hands.back());
    return hands.back()->start();
}

Mailbox &Core::Private::mailboxFor(const Request &request)
{
    const WorkerId *worker = hands.empty() ? nullptr : Hand::workerOf(request.command);
    const size_t number = worker ? qHash(worker->value, 0) % (hands.size() + 1) : 0;
    return mailbox(number > 0 && !hands[number - 1]->isConnected() ? 0 : number);
}

// How many hands help with what is said in one go: many activities, of which none needs another.
size_t Core::Private::handsFor(const std::vector<Request> &requests) const
{
    const bool isMany = requests.size() >= createdByHandMin * (hands.size() + 1);
    const bool areThere = std::ranges::all_of(hands, &Hand::isConnected);
    const auto isCreation = [](const Request &request) {
        return std::holds_alternative<CreateActivity>(request.command);
    };
    return isMany && areThere && std::ranges::all_of(requests, isCreation) ? hands.size() : 0;
}

void Core::Private::stop()
{
    // Readers first: the connection that writes and checkpoints closes last. What a hand has done the core still tells.
    if (reader)
        reader->stop();
    if (longReader)
        longReader->stop();
    for (const auto &hand : hands)
        hand->stop();
    thread->stop();
}

static Error shuttingDown()
{
    return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the program is shutting down"));
}

Core::Core(std::unique_ptr<Private> data) : d(std::move(data)) { }

Result<std::unique_ptr<Core>> Core::open(CoreSettings settings)
{
    auto d = std::make_unique<Private>(std::move(settings));
    if (const Status status = d->thread->start(); !status)
        return status.error();
    const store::DatabaseUrl url = *store::DatabaseUrl::parse(d->settings.databaseUrl);
    while (url.dialect == store::Dialect::PostgreSql && !d->thread->clock()->isVirtual()
           && d->hands.size() < handsOnPostgres)
        if (const Status status = d->addHand(); !status)
            return status.error();
    d->reader = std::make_unique<Reader>(url, d->thread->clock(), store::Patience::Short);
    d->longReader = std::make_unique<Reader>(url, d->thread->clock(), store::Patience::Long);
    return std::unique_ptr<Core>(new Core(std::move(d)));
}

Core::~Core() { stop(); }

void Core::submit(Request request, ReplyHandler handler, Gone gone)
{
    Mailbox::Letter letter{std::move(request), std::move(handler), std::move(gone)};
    if (!d->mailboxFor(letter.request).post(std::move(letter)))
        letter.handler({shuttingDown(), {}});
}

void Core::submit(std::vector<Request> requests, RepliesHandler handler)
{
    struct Collected {
        std::vector<Reply> replies;
        std::atomic<size_t> missing;
        RepliesHandler handler;

        void had(size_t count)
        {
            if (missing.fetch_sub(count) == count)
                handler(std::move(replies));
        }
    };
    if (requests.empty())
        return handler({});
    auto collected = std::make_shared<Collected>();
    collected->replies.assign(requests.size(), {shuttingDown(), {}});
    collected->missing = requests.size();
    collected->handler = std::move(handler);
    std::vector<std::vector<Mailbox::Letter>> letters(d->handsFor(requests) + 1);
    const size_t each = (requests.size() + letters.size() - 1) / letters.size();
    for (size_t i = 0; i < requests.size(); ++i) {
        letters[i / each].push_back({std::move(requests[i]),
                                     [collected, i](Reply reply) {
                                         collected->replies[i] = std::move(reply);
                                         collected->had(1);
                                     },
                                     {}});
    }
    for (size_t place = 0; place < letters.size(); ++place) {
        const size_t count = letters[place].size();
        if (!d->mailbox(place).post(std::move(letters[place])))
            collected->had(count);
    }
}

void Core::ask(Query query, QueryHandler handler, Gone gone)
{
    const bool isLong = std::holds_alternative<VerifyAudit>(query) || std::holds_alternative<VerifyDatabase>(query)
        || std::holds_alternative<BackUp>(query) || std::holds_alternative<CountArchivable>(query)
        || std::holds_alternative<WriteArchive>(query) || std::holds_alternative<DryRunRule>(query);
    (isLong ? d->longReader : d->reader)->ask(std::move(query), std::move(handler), std::move(gone));
}

namespace {

class Subscribed final : public Core::Subscription
{
public:
    Subscribed(std::shared_ptr<CoreThread> thread, quint64 id) : m_thread(std::move(thread)), m_id(id) { }
    ~Subscribed() override { m_thread->removeSubscriber(m_id); }

private:
    std::shared_ptr<CoreThread> m_thread;
    quint64 m_id;
};

} // namespace

std::unique_ptr<Core::Subscription> Core::subscribe(ChangeHandler handler)
{
    const quint64 id = ++d->subscriptions;
    d->thread->addSubscriber(id, std::move(handler));
    return std::make_unique<Subscribed>(d->thread, id);
}

void Core::advance(qint64 byMs, std::function<void(Result<qint64>)> handler)
{
    auto shared = std::make_shared<std::function<void(Result<qint64>)>>(std::move(handler));
    CoreThread *thread = d->thread.get();
    if (!thread->mailbox.post([thread, byMs, shared] { (*shared)(thread->advance(byMs)); }))
        (*shared)(shuttingDown());
}

qint64 Core::nowMs() const { return d->thread->clock()->nowMs(); }

QString Core::databaseUrl() const { return store::DatabaseUrl::parse(d->settings.databaseUrl)->withoutPassword(); }

Health Core::health() const { return d->thread->health(); }

const Meters &Core::meters() const { return d->thread->meters; }

qint64 Core::lateMs() const
{
    const qint64 dueMs = d->thread->meters.nextTimerMs;
    return dueMs == 0 ? 0 : std::max<qint64>(0, nowMs() - dueMs);
}

qint64 Core::silentMs() const { return std::max<qint64>(0, nowMs() - d->thread->meters.tickedAtMs); }

void Core::publishAddress(const QString &url, const QString &operatorSecret)
{
    d->thread->publishAddress(url, operatorSecret);
}

void Core::endWaits()
{
    d->longReader->end();
    CoreThread *thread = d->thread.get();
    thread->ending = true;
    // Closed already means ended already.
    [[maybe_unused]] const bool posted = thread->mailbox.post([thread] { thread->endWaits(); });
}

void Core::stop() { d->stop(); }

} // namespace hmsact::engine
