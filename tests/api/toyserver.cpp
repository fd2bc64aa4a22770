// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/toyserver.h"

#include "api/problem.h"

#include <QTest>

#include <stdexcept>

namespace hmsact::api::test {

HttpResponse textResponse(const QByteArray &text)
{
    HttpResponse response;
    response.contentType = "text/plain";
    response.body = text;
    return response;
}

bool eventually(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 10'000); }

ToyServer::ToyServer(HttpLimits limits) : m_http(limits, [this](const HttpHead &head) { return admit(head); })
{
    const auto port = m_http.listen(QStringLiteral("127.0.0.1"), 0);
    if (!port)
        qFatal("no port");
    m_port = *port;
    m_http.serve();
}

HttpReply ToyServer::takeWaiting()
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return !m_waiting.empty(); });
    HttpReply reply = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    return reply;
}

HttpServer::Admission ToyServer::admit(const HttpHead &head)
{
    HttpServer::Admission admission;
    const bool isLate = head.target == "/late" || head.target == "/late-answer";
    const bool isHeld = head.target == "/wait" || isLate;
    admission.onlyAsks = head.method == "GET" || head.target == "/late-answer";
    if (head.target == "/ping")
        admission.handler = [](HttpRequest, HttpReply reply) {
            reply.send(textResponse("pong"));
        };
    else if (head.target == "/big")
        admission.handler = [](HttpRequest, HttpReply reply) {
            reply.send(textResponse(QByteArray(5'000'000, 'x')));
        };
    else if (head.target == "/throw")
        admission.handler = [](const HttpRequest &, const HttpReply &) {
            throw std::runtime_error("on purpose");
        };
    else if (isHeld)
        admission.handler = [this](HttpRequest, HttpReply reply) {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(reply));
            m_arrived.notify_one();
        };
    else if (head.target == "/echo" || head.target == "/upload" || head.target == "/guarded")
        admission.handler = [](HttpRequest request, HttpReply reply) {
            reply.send(textResponse(request.body));
        };
    else
        admission.refusal = problem(404);
    if (head.target == "/guarded")
        admission.guard = [](const HttpRequest &request, const HttpReply &reply) {
            HttpResponse word = problem(401);
            if (request.head.count("Authorization") > 0)
                word.status = HttpServer::goOn;
            reply.send(word);
        };
    if (isHeld || head.target == "/big")
        admission.bodyLimit = 1000;
    if (isLate)
        admission.replyWithin = std::chrono::milliseconds(50);
    if (head.target == "/echo" || head.target == "/upload" || head.target == "/guarded") {
        admission.bodyLimit = head.target == "/echo" ? 1000 : 25 * 1024 * 1024;
        admission.needsBody = true;
    }
    return admission;
}

} // namespace hmsact::api::test
