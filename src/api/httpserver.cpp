// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpserver.h"

#include "api/sessionend.h"
#include "api/streamsessionread.h"
#include "api/streamsessionwrite.h"

namespace hmsact::api {

constexpr milliseconds sweepEvery{500};

void HttpReply::send(HttpResponse response) const
{
    m_state->loop.post([state = m_state, response = std::move(response)]() mutable {
        if (const auto session = state->session.lock())
            session->deliver(state, std::move(response));
    });
}

bool HttpReply::isGone() const { return m_state->gone; }

void HttpReply::watch() const
{
    if (const auto session = m_state->session.lock())
        session->watchForItsEnd();
}

Task<void> HttpServer::Private::acceptLoop()
{
    while (acceptor.is_open()) {
        auto [ec, socket] = co_await acceptor.async_accept(await);
        if (ec == asio::error::operation_aborted)
            break;
        if (ec) { // for example out of descriptors: do not spin
            Timer pause(io.get_executor(), milliseconds(100));
            (void)co_await pause.async_wait(await);
            continue;
        }
        try {
            admitConnection(std::move(socket));
        } catch (const std::exception &e) {
            qCritical("A connection was lost: %s",
                      e.what()); // out of memory: lose this client, keep accepting
        }
    }
}

void HttpServer::Private::admitConnection(asio::basic_stream_socket<tcp, Executor> socket)
{
    error_code gone;
    Peer peer{unmapped(socket.remote_endpoint(gone).address())};
    error_code unknown;
    peer.isLocal = peer.address.is_loopback() || peer.address == unmapped(socket.local_endpoint(unknown).address());
    const PeerLimits &most = peer.isLocal ? limits.loopback : limits.remote;
    const auto known = perAddress.find(peer.address);
    if (gone || perKind[peer.isLocal] >= most.connections
        || (known != perAddress.end() && known->second >= most.connectionsPerAddress))
        return; // the socket closes
    socket.set_option(tcp::no_delay(true), gone);
    std::shared_ptr<Session> session;
    if (tls)
        session = std::make_shared<StreamSession<Secure>>(*this, tls, peer, std::move(socket), *tls);
    else
        session = std::make_shared<StreamSession<Plain>>(*this, nullptr, peer, std::move(socket));
    asio::co_spawn(io.get_executor(), session->run(), [session](const std::exception_ptr &failure) {
        if (failure)
            qCritical("A connection failed with an exception");
    });
}

Task<void> HttpServer::Private::sweepLoop()
{
    while (acceptor.is_open()) {
        sweep.expires_after(sweepEvery);
        (void)co_await sweep.async_wait(await);
        for (Session *session : sessions)
            session->closeIfAbandoned();
    }
}

void HttpServer::Private::run()
{
    for (bool ended = false; !ended;) {
        try {
            io.run(); // returns when the door is closed and the last session has ended
            ended = true;
        } catch (const std::exception &e) {
            qCritical("A job of the HTTP server failed: %s", e.what());
        }
    }
    loop.close();
}

void HttpServer::Private::run(milliseconds delay, Loop::Job job)
{
    if (delay.count() == 0)
        return asio::post(io, std::move(job));
    // Begun on the server's thread, where all timers live.
    asio::post(io, [this, delay, job = std::move(job)]() mutable {
        if (!acceptor.is_open())
            return; // ending: nothing may hold it up
        const auto timer = std::make_shared<Timer>(io.get_executor(), delay);
        delayed.insert(timer);
        timer->async_wait([this, timer, job = std::move(job)](error_code cancelled) {
            delayed.erase(timer);
            if (!cancelled)
                job();
        });
    });
}

void HttpServer::Private::drain(milliseconds patience)
{
    draining = true;
    for (Session *session : sessions)
        session->wakeStream();
    drainEnd.expires_after(patience);
    drainEnd.async_wait([this](error_code cancelled) {
        if (cancelled)
            return;
        closeDoor();
        for (Session *session : sessions)
            session->close();
    });
    endIfDrained();
}

// While answers are pending the door stays open, so that new clients hear 503 instead of nothing.
void HttpServer::Private::endIfDrained()
{
    if (!draining || busy > 0)
        return;
    closeDoor();
    for (Session *session : sessions)
        session->closeIfIdle();
    if (sessions.empty())
        drainEnd.cancel();
}

void HttpServer::Private::closeDoor()
{
    error_code ignored;
    acceptor.close(ignored);
    sweep.cancel();
    for (const auto &timer : delayed)
        timer->cancel();
}

HttpServer::HttpServer(HttpLimits limits, Admit admit, Tell tell) : d(std::make_unique<Private>())
{
    d->tell = std::move(tell);
    d->limits = limits;
    d->admit = std::move(admit);
}

HttpServer::~HttpServer() { stop(milliseconds(0)); }

domain::Status HttpServer::useCertificate(const QByteArray &chainPem, const QByteArray &keyPem)
{
    const auto isLocked = std::make_shared<bool>(false);
    try {
        auto fresh = std::make_shared<ssl::context>(ssl::context::tls_server);
        fresh->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
        fresh->set_password_callback([isLocked](std::size_t, ssl::context::password_purpose) { // else the terminal is asked
            *isLocked = true;
            return std::string();
        });
        fresh->use_certificate_chain(asio::buffer(chainPem.constData(), static_cast<std::size_t>(chainPem.size())));
        fresh->use_private_key(asio::buffer(keyPem.constData(), static_cast<std::size_t>(keyPem.size())), ssl::context::pem);
        d->loop.post([this, fresh] { d->tls = fresh; });
        return domain::Done{};
    } catch (const boost::system::system_error &e) {
        if (*isLocked)
            return domain::makeError(domain::ErrorCode::Invalid,
                                     QT_TRANSLATE_NOOP("Error",
                                                       "The key of the certificate has a passphrase, which nobody can "
                                                       "give here; openssl pkey writes it without one"));
        return domain::makeError(domain::ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("Error", "The certificate and its key cannot be used: %1"),
                                 {QString::fromLocal8Bit(e.what())});
    }
}

domain::Result<quint16> HttpServer::listen(const QString &address, quint16 port)
{
    error_code ec;
    const tcp::endpoint endpoint(asio::ip::make_address(address.toStdString(), ec), port);
    if (ec)
        return domain::makeError(domain::ErrorCode::Invalid, QT_TRANSLATE_NOOP("Error", "“%1” is not an IP address"),
                                 {address});
    const auto check = [&](auto step) {
        if (!ec)
            step();
    };
    check([&] { d->acceptor.open(endpoint.protocol(), ec); });
    check([&] { d->acceptor.set_option(tcp::acceptor::reuse_address(true), ec); });
    check([&] { d->acceptor.bind(endpoint, ec); });
    check([&] { d->acceptor.listen(asio::socket_base::max_listen_connections, ec); });
    if (ec) {
        const QString where = QStringLiteral("%1:%2").arg(address).arg(port);
        d->closeDoor();
        if (ec == asio::error::address_in_use)
            return domain::makeError(domain::ErrorCode::Conflict,
                                     QT_TRANSLATE_NOOP("Error", "Port in use: another program listens on %1"), {where});
        return domain::makeError(domain::ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "Cannot listen on %1: %2"),
                                 {where, QString::fromStdString(ec.message())});
    }
    return d->acceptor.local_endpoint().port();
}

void HttpServer::serve()
{
    asio::co_spawn(d->io, d->acceptLoop(), asio::detached);
    asio::co_spawn(d->io, d->sweepLoop(), asio::detached);
    d->thread = std::thread([this] { d->run(); });
}

void HttpServer::stop(milliseconds drain)
{
    if (!d->thread.joinable())
        return;
    d->loop.post([this, drain] { d->drain(drain); });
    d->thread.join();
}

Loop HttpServer::loop() const { return d->loop; }

int HttpServer::connections() const { return d->live; }

} // namespace hmsact::api
