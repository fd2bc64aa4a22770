// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

#include <QFuture>
#include <QFutureInterface>
#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace hmsact::engine {

// The GUI thread's door to the core: every command and question gives a future that resolves on this object's thread, and
// changes arrive as a signal there. Lives in the thread that made it; must not outlive the core.
//
//   QFuture<domain::Result<domain::TaskView>> task = client->send(domain::ActOnTask{…}); // views wait by console::whenReady()
class CoreClient final : public QObject
{
    Q_OBJECT

public:
    CoreClient(Core &core, domain::Actor actor, QObject *parent = nullptr);
    ~CoreClient() override;

    [[nodiscard]] const domain::Actor &actor() const { return m_actor; }
    // From now on this actor speaks for that worker too, or for none; only for one who may act for anyone.
    void speakFor(const domain::WorkerId &worker);
    [[nodiscard]] qint64 nowMs() const { return m_core.nowMs(); }
    [[nodiscard]] QString databaseUrl() const { return m_core.databaseUrl(); }
    [[nodiscard]] Health health() const { return m_core.health(); }
    [[nodiscard]] qint64 silentMs() const { return m_core.silentMs(); }

    template <class C>
    [[nodiscard]] QFuture<domain::Result<typename C::Answer>> send(C command)
    {
        return resolve<domain::Result<typename C::Answer>>([&](auto deliver) {
            m_core.submit({std::move(command), m_actor, {}},
                          [deliver](domain::Reply reply) { deliver(unpack<typename C::Answer>(std::move(reply.result))); });
        });
    }

    template <class Q>
    [[nodiscard]] QFuture<domain::Result<typename Q::Answer>> ask(Q query)
    {
        return resolve<domain::Result<typename Q::Answer>>([&](auto deliver) {
            m_core.ask(std::move(query), [deliver](domain::Result<domain::QueryAnswer> answer) {
                deliver(unpack<typename Q::Answer>(std::move(answer)));
            });
        });
    }

signals:
    void changed(const hmsact::domain::ChangeSet &changes);
    void actorChanged();

private:
    template <class T, class Variant>
    static domain::Result<T> unpack(domain::Result<Variant> result)
    {
        if (!result)
            return result.error();
        return std::get<T>(std::move(*result));
    }

    template <class T, class Start>
    QFuture<T> resolve(Start start)
    {
        auto promise = std::make_shared<QFutureInterface<T>>(QFutureInterfaceBase::Started);
        QFuture<T> future = promise->future();
        start([promise, relay = m_relay](T value) {
            // Resolved on this object's thread, and not at all once it is gone.
            relay->post([promise, value = std::move(value)] { promise->reportFinished(&value); });
        });
        return future;
    }

    // What the core's threads hold of this object: outlives it, and drops what comes after it is gone.
    struct Relay {
        std::mutex mutex;
        QObject *target = nullptr; // guarded by mutex, as are the calls
        std::deque<std::function<void()>> calls; // handed over under our own lock: Qt's is not seen by the thread sanitizer
        void post(std::function<void()> call);
        std::function<void()> take();
    };
    void customEvent(QEvent *) override; // one for each call

    Core &m_core;
    domain::Actor m_actor;
    std::shared_ptr<Relay> m_relay;
    std::unique_ptr<Core::Subscription> m_subscription;
};

} // namespace hmsact::engine
