// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/beast.h"
#include "api/httpserver.h"

#include <map>
#include <thread>
#include <unordered_set>

namespace hmsact::api {

class Session;

struct Peer {
    asio::ip::address address;
    bool isLocal = false; // on this machine: by loopback, or by an address of its own
};

// What all sessions share. Everything but `live`, `loop` and `thread` belongs to the server's thread once it
// runs.
struct HttpServer::Private {
    HttpLimits limits;
    Admit admit;
    Tell tell;
    asio::io_context io{1};
    Loop loop{[this](Loop::Delay delay, Loop::Job job) {
        run(delay, std::move(job));
    }};
    asio::basic_socket_acceptor<tcp, Executor> acceptor{io.get_executor()};
    Timer sweep{io.get_executor()};
    Timer drainEnd{io.get_executor()};
    std::unordered_set<std::shared_ptr<Timer>> delayed; // jobs that wait for their time
    std::shared_ptr<ssl::context> tls;
    std::unordered_set<Session *> sessions;
    std::map<asio::ip::address, int> perAddress;
    std::array<int, 2> perKind{}; // [local]
    qint64 bodyBytes = 0; // announced or allowed, of the bodies that are being received, or answered
    qint64 answerBytes = 0; // of the large answers that are being written
    int busy = 0; // exchanges between head and answer
    bool draining = false;
    std::atomic<int> live{0};
    std::thread thread;

    Task<void> acceptLoop();
    Task<void> sweepLoop();
    void admitConnection(asio::basic_stream_socket<tcp, Executor> socket);
    void run();
    void run(milliseconds delay, Loop::Job job); // any thread
    void drain(milliseconds patience);
    void endIfDrained();
    void closeDoor();
};

} // namespace hmsact::api
