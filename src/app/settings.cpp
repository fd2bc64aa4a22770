// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "app/settingsreader.h"
#include "store/databaseurl.h"

#include <QCoreApplication>
#include <QUrl>

namespace hmsact::app {
namespace {

domain::Status readDatabase(const SettingsReader &reader, Settings *settings)
{
    auto setting = reader.find(QStringLiteral("db"));
    if (settings->sandbox && setting && setting->isOfFile) // which names the county's own, and that is none to play with
        setting.reset();
    if (!setting) {
        if (!settings->sandbox)
            settings->databaseUrl = engine::Configuration::defaultDatabaseUrl();
        return domain::Done{};
    }
    const domain::Result<store::DatabaseUrl> url = store::DatabaseUrl::parse(setting->text);
    if (!url)
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: %2"), {setting->source, url.error().detail.english()});
    settings->databaseUrl = setting->text;
    return domain::Done{};
}

domain::Status readQuota(const SettingsReader &reader, Settings *settings)
{
    const auto setting = reader.find(QStringLiteral("artefact-quota"));
    if (!setting)
        return domain::Done{};
    constexpr qint64 gibibyte = 1024LL * 1024 * 1024;
    constexpr qint64 max = 1024 * 1024; // a pebibyte
    bool isNumber = false;
    const qint64 asked = setting->text.toLongLong(&isNumber);
    if (!isNumber || asked < 1 || asked > max)
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is not a number of GiB from 1 to %3"),
                      {setting->source, setting->text, QString::number(max)});
    settings->artefactBytesMax = asked * gibibyte;
    return domain::Done{};
}

domain::Status readListen(const SettingsReader &reader, Settings *settings)
{
    const auto setting = reader.find(QStringLiteral("listen"));
    if (!setting)
        return domain::Done{};
    const domain::Result<ListenAddress> address = ListenAddress::parse(setting->text);
    if (!address)
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: %2"), {setting->source, address.error().detail.english()});
    settings->listen = *address;
    return domain::Done{};
}

domain::Status readRemote(const SettingsReader &reader, Settings *settings)
{
    constexpr int max = 100'000;
    const std::pair<const char *, std::optional<int> *> numbers[] = {
        {"remote-connections", &settings->remote.connections},
        {"remote-connections-per-address", &settings->remote.connectionsPerAddress},
        {"remote-requests", &settings->remote.requestsPerS},
        {"remote-burst", &settings->remote.burst}};
    for (const auto &[key, number] : numbers) {
        const auto setting = reader.find(QString::fromLatin1(key));
        if (!setting)
            continue;
        bool isNumber = false;
        const int asked = setting->text.toInt(&isNumber);
        if (!isNumber || asked < 1 || asked > max)
            return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is not a number from 1 to %3"),
                          {setting->source, setting->text, QString::number(max)});
        *number = asked;
    }
    return domain::Done{};
}

domain::Status readPublicUrl(const SettingsReader &reader, Settings *settings)
{
    const auto setting = reader.find(QStringLiteral("public-url"));
    if (!setting)
        return domain::Done{};
    const QUrl url(setting->text, QUrl::StrictMode);
    const bool web = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is not of the form http[s]://HOST[:PORT][/PATH]"),
                      {setting->source, setting->text});
    settings->publicUrl = setting->text;
    while (settings->publicUrl.endsWith(u'/'))
        settings->publicUrl.chop(1);
    return domain::Done{};
}

domain::Status readSecurity(const SettingsReader &reader, Settings *settings)
{
    const auto certificate = reader.find(QStringLiteral("tls-cert"));
    const auto key = reader.find(QStringLiteral("tls-key"));
    if (certificate.has_value() != key.has_value())
        return refuse(QT_TRANSLATE_NOOP("Error", "TLS needs both --tls-cert and --tls-key"));
    if (certificate) {
        settings->tlsCertificateFile = certificate->text;
        settings->tlsKeyFile = key->text;
    }
    const domain::Result<bool> insecure = reader.flag(QStringLiteral("insecure"));
    if (!insecure)
        return insecure.error();
    if (settings->listen.isLoopback() || !settings->serveApi)
        return domain::Done{};
    if (settings->sandbox)
        return refuse(QT_TRANSLATE_NOOP("Error", "a sandbox listens on loopback only, not on %1: its token is known to all"),
                      {settings->listen.host});
    if (!certificate && !*insecure)
        return refuse(
            QT_TRANSLATE_NOOP("Error", "listening on %1 needs --tls-cert and --tls-key, or --insecure said out loud"),
            {settings->listen.host});
    return domain::Done{};
}

domain::Status readSandbox(const SettingsReader &reader, Settings *settings)
{
    settings->sandbox = reader.option(QStringLiteral("sandbox"));
    settings->virtualTime = reader.option(QStringLiteral("virtual-time"));
    const bool noSample = reader.option(QStringLiteral("no-sample"));
    settings->sampleCounty = settings->sandbox && !noSample;
    if (!settings->sandbox && (noSample || settings->virtualTime))
        return refuse(QT_TRANSLATE_NOOP("Error", "--%1 exists in a --sandbox only"),
                      {noSample ? QStringLiteral("no-sample") : QStringLiteral("virtual-time")});
    if (settings->sampleCounty && !settings->serveApi)
        return refuse(QT_TRANSLATE_NOOP(
            "Error", "the sample county works through the HTTP API: leave out --no-api or say --no-sample"));
    return domain::Done{};
}

} // namespace

domain::Result<Settings> Settings::read(Program program, const QStringList &arguments,
                                        const QProcessEnvironment &environment, const QString &configurationFile)
{
    const CommandLine line(program, arguments);
    if (const QString complaint = line.complaint(); !complaint.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Error", "%1 Try --help."), {complaint});
    const domain::Result<engine::Configuration> configuration = engine::Configuration::read(configurationFile, environment);
    if (!configuration)
        return configuration.error();

    const SettingsReader reader(line, *configuration);
    Settings settings;
    if (program == Program::Console) {
        const domain::Result<bool> noApi = reader.flag(QStringLiteral("no-api"));
        if (!noApi)
            return noApi.error();
        settings.serveApi = !*noApi;
        settings.errorWindow = reader.option(QStringLiteral("error-window"));
        settings.measure = line.value(QStringLiteral("measure")).value_or(QString());
        if (!QStringList{QString(), QStringLiteral("start"), QStringLiteral("view")}.contains(settings.measure))
            return refuse(QT_TRANSLATE_NOOP("Error", "--measure: \"%1\" is neither start nor view"), {settings.measure});
    }
    // In this order: what is allowed to listen depends on the sandbox.
    for (const auto &readPart :
         {readSandbox, readDatabase, readQuota, readListen, readRemote, readPublicUrl, readSecurity, readNotify}) {
        if (const domain::Status done = readPart(reader, &settings); !done)
            return done.error();
    }
    return settings;
}

std::optional<QString> informationAskedFor(Program program, const QStringList &arguments)
{
    const CommandLine line(program, arguments);
    if (line.wantsHelp())
        return line.helpText();
    if (line.wantsVersion())
        return line.versionText();
    return std::nullopt;
}

} // namespace hmsact::app
