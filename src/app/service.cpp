// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service.h"

#include "api/server.h"
#include "app/countyhistory.h"
#include "app/countylife.h"
#include "app/startwatch.h"
#include "app/stoplimit.h"
#include "engine/coredoor.h"
#include "notify/delivery.h"
#include "store/databaseurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpServer>

namespace hmsact::app {
namespace {

constexpr quint64 countySeed = 311;
constexpr qint64 countyPastMs = 30 * domain::limits::msPerHour; // a day, a night and a morning
constexpr qint64 virtualPollMs = 250; // a clock that was turned says nothing
constexpr std::chrono::milliseconds stopMax{9'500}; // it is to be over within 10 s
constexpr qint64 drainMs = 7 * domain::limits::msPerSecond; // of that; closing needs the rest

// The folder of the default database; of another one the user says where it is, and a typing error makes no folders.
domain::Status makeDefaultFolder(const QString &databaseUrl)
{
    if (databaseUrl != engine::Configuration::defaultDatabaseUrl())
        return domain::Done{};
    const domain::Result<store::DatabaseUrl> url = store::DatabaseUrl::parse(databaseUrl);
    if (!url)
        return url.error();
    const QString folder = QFileInfo(url->file).path();
    // What is made here is for this user alone: main() has set the umask.
    if (QDir().mkpath(folder))
        return domain::Done{};
    return domain::makeError(domain::ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "cannot make the folder %1"),
                             {folder});
}

// Asked before anything is made: a port in use must not leave a database behind. The API's own start has the last word.
domain::Status probePort(const ListenAddress &listen)
{
    QTcpServer probe;
    if (listen.port == 0 || probe.listen(QHostAddress(listen.host), listen.port))
        return domain::Done{};
    return domain::makeError(domain::ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "cannot listen on %1 port %2: %3"),
                             {listen.host, QString::number(listen.port), probe.errorString()});
}

// For whoever can read the lock file, that is, the owner of the database.
QString randomSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), static_cast<int>(sizeof words)).toHex());
}

// What nobody elsewhere can open, or where the program is served but to nobody by that name.
bool isOfOneMachine(const QString &url)
{
    const QString host = QUrl(url).host();
    const QHostAddress address(host);
    return host == QLatin1StringView("localhost") || address.isLoopback() || address == QHostAddress::AnyIPv4
        || address == QHostAddress::AnyIPv6;
}

std::shared_ptr<engine::Clock> makeClock(bool virtualTime)
{
    if (virtualTime)
        return std::make_shared<engine::VirtualClock>(engine::SystemClock().nowMs());
    return std::make_shared<engine::SystemClock>();
}

} // namespace

Service::Service(Settings settings) : m_settings(std::move(settings)) { }

Service::~Service() { stop(); }

domain::Result<std::unique_ptr<Service>> Service::start(const Settings &settings)
{
    StartWatch watch;
    std::unique_ptr<Service> service(new Service(settings));
    service->m_watch = &watch;
    for (const auto step : {&Service::findDatabase, &Service::openCore, &Service::furnishSandbox, &Service::serve,
                            &Service::deliver, &Service::enliven}) {
        if (const domain::Status done = (service.get()->*step)(); !done) {
            service->m_failure = done.error().detail.english();
            return done.error();
        }
    }
    service->m_watch = nullptr;
    return service;
}

domain::Status Service::findDatabase()
{
    if (m_settings.serveApi) {
        if (const domain::Status free = probePort(m_settings.listen); !free)
            return free;
        if (const domain::Status usable =
                api::Server::certificateIsUsable(m_settings.tlsCertificateFile, m_settings.tlsKeyFile);
            !usable)
            return usable;
    }
    if (!m_settings.databaseUrl.isEmpty()) {
        const domain::Status free = m_settings.sandbox ? sandbox::lookAt(m_settings.databaseUrl) : domain::Done{};
        return free ? makeDefaultFolder(m_settings.databaseUrl) : free;
    }
    auto folder = sandbox::Folder::make();
    if (!folder)
        return folder.error();
    m_throwAway = std::move(*folder);
    m_watch->removeAtTheEnd(m_throwAway->path());
    m_settings.databaseUrl = QStringLiteral("sqlite://") + m_throwAway->filePath(QStringLiteral("sandbox.db"));
    return domain::Done{};
}

domain::Status Service::openCore() { return openCoreWith(makeClock(m_settings.virtualTime)); }

domain::Status Service::openCoreWith(std::shared_ptr<engine::Clock> clock)
{
    engine::CoreSettings settings;
    settings.databaseUrl = m_settings.databaseUrl;
    settings.clock = std::move(clock);
    settings.artefactBytesMax = m_settings.artefactBytesMax;
    settings.seed = QRandomGenerator::system()->generate();
    settings.program = QCoreApplication::applicationName();
    auto core = engine::Core::open(std::move(settings));
    if (!core)
        return core.error();
    m_core = std::move(core).value();
    return domain::Done{};
}

domain::Status Service::furnishSandbox()
{
    if (!m_settings.sandbox)
        return sayWasSandbox();
    const domain::Result<sandbox::Condition> condition = sandbox::inspect(*m_core);
    if (!condition)
        return condition.error();
    if (m_settings.sampleCounty && *condition == sandbox::Condition::Empty) {
        if (const domain::Status done = makePast(); !done)
            return done;
    }
    return sandbox::furnish(*m_core, m_settings.sampleCounty);
}

domain::Status Service::sayWasSandbox()
{
    const auto token = askAndWait(*m_core, domain::FindToken{sandbox::adminSecret});
    if (!token && token.error().code != domain::ErrorCode::NotFound)
        return token.error();
    if (token)
        qWarning("this database was a sandbox's: its tokens, which everybody knows, open nothing now; "
                 "make others with hms-act token create");
    return domain::Done{};
}

// The past needs a clock that begins in it, so the core is opened once more with one, and then again with the present's.
domain::Status Service::makePast()
{
    m_core.reset();
    const qint64 beginMs = engine::SystemClock().nowMs() - countyPastMs;
    if (const domain::Status opened = openCoreWith(std::make_shared<engine::VirtualClock>(beginMs)); !opened)
        return opened;
    if (const domain::Status done = sandbox::furnish(*m_core, true); !done)
        return done;
    const County county(countySeed);
    if (const domain::Status done = CountyHistory(*m_core, county).run(countyPastMs); !done)
        return done;
    m_core.reset();
    return openCore();
}

domain::Status Service::serve()
{
    if (!m_settings.serveApi)
        return domain::Done{};
    api::ApiSettings settings;
    settings.address = m_settings.listen.host;
    settings.port = m_settings.listen.port;
    settings.tlsCertFile = m_settings.tlsCertificateFile;
    settings.tlsKeyFile = m_settings.tlsKeyFile;
    settings.publicUrl = m_settings.publicUrl;
    api::PeerLimits &remote = settings.limits.remote;
    remote.connections = m_settings.remote.connections.value_or(remote.connections);
    remote.connectionsPerAddress = m_settings.remote.connectionsPerAddress.value_or(remote.connectionsPerAddress);
    remote.requestsPerS = m_settings.remote.requestsPerS.value_or(remote.requestsPerS);
    remote.burst = m_settings.remote.burst.value_or(remote.burst);
    settings.virtualTime = m_settings.virtualTime;
    settings.isKnownToAll = m_settings.sandbox;
    if (!m_settings.sandbox)
        settings.refusedSecrets = sandbox::knownSecrets();
    const QString secret = randomSecret();
    settings.operatorSecret = secret.toLatin1();
    m_server = std::make_unique<api::Server>(*m_core, std::move(settings));
    domain::Result<QString> address = m_server->start();
    if (!address)
        return address.error();
    m_address = std::move(address).value();
    m_core->publishAddress(m_address, secret);
    return domain::Done{};
}

// By real time also where the core's clock stands still: the world outside goes on.
domain::Status Service::deliver()
{
    notify::Settings settings = m_settings.notify;
    if (settings.publicUrl.isEmpty())
        settings.publicUrl = m_address;
    if (!m_settings.sandbox && !settings.smtp.isEmpty() && isOfOneMachine(settings.publicUrl))
        qWarning(
            "the links in mail begin with %s, which opens on this machine alone: set --public-url to the address by which "
            "clerks reach it",
            qUtf8Printable(settings.publicUrl));
    if (!m_settings.virtualTime) {
        m_delivery = std::make_unique<notify::Delivery>(*m_core, std::move(settings), [this] { return m_core->nowMs(); });
        return domain::Done{};
    }
    settings.patience.pollMs = virtualPollMs;
    m_delivery =
        std::make_unique<notify::Delivery>(*m_core, std::move(settings), [] { return engine::SystemClock().nowMs(); });
    return domain::Done{};
}

domain::Status Service::enliven()
{
    if (!m_settings.sampleCounty)
        return domain::Done{};
    if (m_address.startsWith(QStringLiteral("https"))) {
        qWarning("the sample county's workers come by plain HTTP only: in this sandbox nobody works");
        return domain::Done{};
    }
    const auto status = askAndWait(*m_core, domain::GetDatabaseStatus{});
    if (!status)
        return status.error();
    m_life = std::make_unique<CountyLife>(County(countySeed), QUrl(m_address), static_cast<int>(status->activities) + 1);
    m_life->start();
    return domain::Done{};
}

void Service::reloadCertificate()
{
    if (!m_server || m_settings.tlsCertificateFile.isEmpty())
        return;
    if (const domain::Status done = m_server->reloadCertificate(); !done)
        qWarning("%s", qUtf8Printable(done.error().detail.english()));
    else
        qInfo("certificate read again");
}

void Service::stop()
{
    const StopLimit limit(stopMax, m_failure);
    m_life.reset();
    if (m_server)
        m_server->stop(drainMs);
    m_server.reset();
    m_delivery.reset();
    if (m_core)
        m_core->stop();
    m_core.reset();
    m_throwAway.reset();
}

} // namespace hmsact::app
