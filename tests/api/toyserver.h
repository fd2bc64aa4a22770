// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpserver.h"

#include <condition_variable>

namespace hmsact::api::test {

// An HTTP server with a few plain handlers: /ping, /echo (POST, 1,000 bytes), /upload (PUT, 25 MiB), /big, /throw,
// /guarded (an /upload for those with any Authorization), and /wait, which answers when the test says so; /late is given up
// before it does, and so is /late-answer, which asks whatever its method.
class ToyServer
{
public:
    explicit ToyServer(HttpLimits limits = {});

    [[nodiscard]] quint16 port() const { return m_port; }
    HttpServer &http() { return m_http; }

    HttpReply takeWaiting(); // the next exchange that /wait holds; blocks until there is one

private:
    HttpServer::Admission admit(const HttpHead &head);

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<HttpReply> m_waiting; // guarded by m_mutex
    HttpServer m_http;
    quint16 m_port = 0;
};

[[nodiscard]] HttpResponse textResponse(const QByteArray &text);

// True as soon as the condition holds, false after 10 s.
bool eventually(const std::function<bool()> &condition);

} // namespace hmsact::api::test
