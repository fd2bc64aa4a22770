// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/server.h"

#include "api/changefeed.h"
#include "api/clerkpages.h"
#include "api/gateway.h"
#include "api/georeport.h"
#include "api/jsonanswer.h"
#include "api/openapi.h"
#include "api/routes.h"

#include <QFile>
#include <QFileInfo>

namespace hmsact::api {

using namespace Qt::StringLiterals;

struct Server::Private {
    engine::Core &core;
    ApiSettings settings;
    std::shared_ptr<ClerkPages> clerkPages = std::make_shared<ClerkPages>();
    HttpServer http;
    Gateway gateway;
    std::shared_ptr<ChangeFeed> feed;
    bool started = false;

    Private(engine::Core &theCore, ApiSettings theSettings)
        : core(theCore), settings(std::move(theSettings)),
          http(
              settings.limits, [this](const HttpHead &head) { return gateway.admit(head); },
              [this](const HttpHead &head) {
                  auto tell = clerkPages->tellingPeople(head);
                  return tell ? tell : georeport::tellingErrors(head);
              }),
          gateway(core, http.loop(), settings.limits, {settings.operatorSecret, settings.refusedSecrets},
                  settings.isKnownToAll ? Gateway::Tokens::KnownToAll : Gateway::Tokens::Secret),
          feed(std::make_shared<ChangeFeed>(core, http.loop()))
    {
        feed->start();
    }
};

namespace {

Routes makeRoutes(engine::Core &core, const std::shared_ptr<ChangeFeed> &feed, const Loop &loop, const HttpMeters &meters,
                  const ApiSettings &settings, const std::shared_ptr<ClerkPages> &clerkPages, const QString &publicUrl)
{
    Routes routes;
    addActivityRoutes(routes);
    addTaskRoutes(routes);
    addArtefactRoutes(routes, core);
    addQueueRoutes(routes, core, loop);
    addWorkerRoutes(routes);
    addOversightRoutes(routes);
    addNotificationRoutes(routes);
    addRuleRoutes(routes);
    addCalendarRoutes(routes, core);
    addIntentRoutes(routes);
    addStreamRoutes(routes, feed);
    addClerkRoutes(routes, core, loop, settings, clerkPages);
    addOpen311Routes(routes, core, loop);
    addTokenRoutes(routes);
    addUserRoutes(routes);
    addOperatorRoutes(routes, core);
    addHealthRoutes(routes, core, loop);
    addMetricsRoutes(routes, core, loop, meters);
    if (settings.virtualTime)
        addSandboxRoutes(routes, core);

    auto description = std::make_shared<HttpResponse>();
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/openapi.json"_s),
                      .role = {},
                      .action = Serve([description](const std::shared_ptr<const Input> &, const HttpReply &reply) {
                          reply.send(*description);
                      }),
                      .tag = u"Health"_s,
                      .summary = u"This description"_s,
                      .responseSchema = u"OpenApi"_s});
    *description = jsonAnswer(200, describe(routes, publicUrl));
    return routes;
}

domain::Result<QByteArray> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return domain::makeError(domain::ErrorCode::Invalid, QT_TRANSLATE_NOOP("Error", "Cannot read %1: %2"),
                                 {fileName, file.errorString()});
    return file.readAll();
}

domain::Status useCertificate(HttpServer &http, const QString &certFile, const QString &keyFile)
{
    const auto chain = contentOf(certFile);
    if (!chain)
        return chain.error();
    const auto key = contentOf(keyFile);
    if (!key)
        return key.error();
    return http.useCertificate(*chain, *key);
}

} // namespace

Server::Server(engine::Core &core, ApiSettings settings) : d(std::make_unique<Private>(core, std::move(settings)))
{
    if (d->settings.address == u"localhost")
        d->settings.address = u"127.0.0.1"_s;
}

Server::~Server() { stop(0); }

domain::Result<QString> Server::start()
{
    const bool isTls = !d->settings.tlsCertFile.isEmpty() || !d->settings.tlsKeyFile.isEmpty();
    if (isTls) {
        if (const auto loaded = reloadCertificate(); !loaded)
            return loaded.error();
    }
    const auto port = d->http.listen(d->settings.address, d->settings.port);
    if (!port)
        return port.error();
    const QString host = d->settings.address.contains(u':') ? u'[' + d->settings.address + u']' : d->settings.address;
    const QString url = u"%1://%2:%3"_s.arg(isTls ? u"https"_s : u"http"_s, host).arg(*port);
    const QString publicUrl = d->settings.publicUrl.isEmpty() ? url : d->settings.publicUrl;
    d->gateway.setRoutes(
        makeRoutes(d->core, d->feed, d->http.loop(), d->gateway.meters(), d->settings, d->clerkPages, publicUrl));
    d->http.serve();
    d->started = true;
    return url;
}

domain::Status Server::reloadCertificate()
{
    return useCertificate(d->http, d->settings.tlsCertFile, d->settings.tlsKeyFile);
}

domain::Status Server::certificateIsUsable(const QString &certFile, const QString &keyFile)
{
    const auto isReadOnce = [](const QString &name) {
        const QFileInfo file(name);
        return file.exists() && !file.isFile(); // a pipe: it would be empty when it counts
    };
    if ((certFile.isEmpty() && keyFile.isEmpty()) || isReadOnce(certFile) || isReadOnce(keyFile))
        return domain::Done{};
    HttpServer nobodys({}, {});
    return useCertificate(nobodys, certFile, keyFile);
}

void Server::stop(qint64 drainMs)
{
    if (!d->started)
        return;
    d->started = false;
    d->core.endWaits();
    d->http.stop(std::chrono::milliseconds(drainMs));
}

int Server::connections() const { return d->http.connections(); }

} // namespace hmsact::api
