// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"
#include "api/loop.h"
#include "domain/result.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace hmsact::api {

// The client's end of one exchange. Copyable, usable from any thread, harmless once the client or the server
// is gone.
class HttpReply
{
public:
    struct State;
    explicit HttpReply(std::shared_ptr<State> state) : m_state(std::move(state)) { }

    void send(HttpResponse response) const; // the first one counts

    // True when nobody waits for the answer any more: answered, timed out, or the client hung up, which is noticed only when
    // the answer has been waited for for 20 ms; at once after watch(), which is called on the server's thread.
    [[nodiscard]] bool isGone() const;
    void watch() const;

private:
    std::shared_ptr<State> m_state;
};

// HTTP/1.1 over TCP or TLS in one thread of its own: framing, limits, deadlines, pipelining, drain. Knows
// nothing of what is served: `admit` and its guard decide that for each request when its head has arrived, before the body
// is read; where there is no guard, the handler does.
class HttpServer
{
public:
    using Handler = std::function<void(HttpRequest, HttpReply)>; // runs on the server's thread, must not block
    struct Admission {
        std::optional<HttpResponse> refusal; // answered at once; the rest is not used then
        qint64 bodyLimit = 0; // bytes
        bool needsBody = false; // 411 when no length is announced
        std::chrono::milliseconds replyWithin{75'000}; // 503 after that
        bool onlyAsks = false; // who hears that may say it again
        Handler guard; // hears of the head before the body is read; its answer is the last word unless it is `goOn`
        Handler handler;
        std::function<void(int status)> answered = {}; // told once, unless the client left first
    };
    static constexpr int goOn = 100;
    using Admit = std::function<Admission(const HttpHead &)>; // runs on the server's thread
    // How answers to this request are told, refusals of the server's own among them; nothing: as they are.
    using Tell = std::function<std::function<void(HttpResponse &)>(const HttpHead &)>;

    HttpServer(HttpLimits limits, Admit admit, Tell tell = {});
    ~HttpServer(); // stop(0)

    // From now on new connections speak TLS (1.2 and up) with this pair; those that are open go on with
    // theirs. Any time, any thread. Invalid when the pair cannot be used: then the old one stays.
    [[nodiscard]] domain::Status useCertificate(const QByteArray &chainPem, const QByteArray &keyPem);

    // Binds; who connects waits until serve(). Call it once. Answers with the port, also when 0 let the system choose. Errors:
    // Invalid — not an address; Conflict — somebody else listens there; Unavailable — anything else.
    [[nodiscard]] domain::Result<quint16> listen(const QString &address, quint16 port);

    // Starts the thread, after listen().
    void serve();

    // Answers what is pending, refuses what is new (503), for at most that long. Returns when the thread has
    // ended; idempotent, not from the server's thread.
    void stop(std::chrono::milliseconds drain);

    [[nodiscard]] Loop loop() const;
    [[nodiscard]] int connections() const; // any thread

    struct Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace hmsact::api
