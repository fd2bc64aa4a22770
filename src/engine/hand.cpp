// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hand.h"

#include "store/migrator.h"

#include <future>

namespace hmsact::engine {

using namespace domain;
using std::chrono::steady_clock;

Hand::Hand(CoreSettings settings, std::shared_ptr<Clock> clock, Meters &meters, Links links)
    : m_settings(std::move(settings)), m_clock(std::move(clock)), m_meters(meters), m_links(std::move(links))
{
}

Hand::~Hand() { stop(); }

Status Hand::start()
{
    std::promise<Status> ready;
    std::future<Status> result = ready.get_future();
    m_thread = std::jthread([this, &ready] {
        Status status = open();
        const bool ok = status.ok();
        ready.set_value(std::move(status));
        if (ok)
            run();
        m_engine.reset();
        m_database.reset(); // on the thread that opened it
    });
    Status status = result.get();
    if (!status)
        m_thread.join();
    return status;
}

void Hand::stop()
{
    mailbox.close();
    if (m_thread.joinable())
        m_thread.join();
}

Status Hand::open()
{
    const Result<store::DatabaseUrl> url = store::DatabaseUrl::parse(m_settings.databaseUrl);
    if (!url)
        return url.error();
    auto database = store::Database::open(*url, store::Access::ReadWrite);
    if (!database)
        return database.error();
    m_database = std::move(*database);
    m_database->whileLost([this](const Error &why) { mailbox.refuse(why); });
    const Result<qint64> core = m_database->enrol(m_settings.program, m_clock->nowMs());
    if (!core)
        return core.error();
    m_core = *core;
    m_engine.emplace(*m_database, static_cast<quint32>(m_core), m_settings.seed);
    m_engine->limitArtefacts(m_settings.artefactBytesMax);
    return Done{};
}

void Hand::run()
{
    for (;;) {
        Mailbox::Delivery delivery = mailbox.take({});
        if (delivery.closed)
            return;
        for (const auto &job : delivery.jobs)
            job();
        if (!delivery.letters.empty())
            execute(std::move(delivery.letters));
        m_engine->forgetWoken(); // nobody waits here
    }
}

void Hand::execute(std::vector<Mailbox::Letter> letters)
{
    Mailbox::dropLate(letters);
    std::vector<const Request *> requests;
    for (const Mailbox::Letter &letter : letters)
        requests.push_back(&letter.request);
    const auto begin = steady_clock::now();
    ++m_turns;
    Engine::Outcome outcome = m_engine->execute(requests, {}, m_clock->nowMs());
    ++m_turns;
    m_isConnected = m_database->isConnected();
    m_meters.executed(requests, steady_clock::now() - begin);

    if (Hint news = m_engine->takeNews(); !news.isEmpty()) {
        ++m_meters.commits;
        news.core = m_core;
        news.upTo = m_database->changes();
        m_links.committed(*this, news);
    }
    for (size_t i = 0; i < letters.size(); ++i) {
        Reply &reply = outcome.replies[i];
        if (Mailbox::foundNothing(reply)) {
            m_links.askCore(std::move(letters[i]));
            continue;
        }
        m_meters.answered(letters[i].request.command, reply);
        letters[i].handler(std::move(reply));
    }
    if (m_isAwaited.exchange(false))
        m_links.rested();
}

const WorkerId *Hand::workerOf(const Command &command)
{
    if (const auto *reserve = std::get_if<Reserve>(&command))
        return &reserve->worker;
    if (const auto *many = std::get_if<CompleteTasks>(&command))
        return many->items.empty() ? nullptr : &many->items.front().input.worker;
    const auto *one = std::get_if<ActOnTask>(&command);
    return one && !one->input.worker.value.isEmpty() ? &one->input.worker : nullptr;
}

void Hand::hear(const Hint &hint)
{
    (void)mailbox.post([this, hint] { m_engine->hear(hint); }); // closed: nobody cares any more
}

void Hand::look(bool again)
{
    (void)mailbox.post([this, again] {
        const Status status = store::refuseIfNewer(*m_database); // it is said to whoever wants something
        m_isConnected = m_database->isConnected();
        if (again || !status)
            m_engine->lookAgain();
        (void)m_engine->noteRules(m_clock->nowMs()); // or else at the next look
    });
}

} // namespace hmsact::engine
