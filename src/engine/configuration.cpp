// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/configuration.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace hmsact::engine {
namespace {

// Every key that one of the programs reads: a typing error in the file must not pass in silence.
constexpr std::array knownKeys{"db",
                               "listen",
                               "public-url",
                               "tls-cert",
                               "tls-key",
                               "insecure",
                               "remote-connections",
                               "remote-connections-per-address",
                               "remote-requests",
                               "remote-burst",
                               "artefact-quota",
                               "no-api",
                               "url",
                               "token",
                               "smtp",
                               "mail-from",
                               "slack",
                               "slack-token",
                               "sms",
                               "sms-account",
                               "sms-token",
                               "sms-from",
                               "webhook-secret",
                               "allow-private-webhooks",
                               "ca-file",
                               "delivery-backoff",
                               "delivery-timeout",
                               "delivery-attempts"};
constexpr qint64 fileBytesMax = 64 * 1024; // a few dozen lines; more is some other file

domain::Error fileError(const char *key, const QStringList &args)
{
    return domain::makeError(domain::ErrorCode::Invalid, key, args);
}

bool saysNothing(const QString &line)
{
    return line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';')
        || (line.startsWith(u'[') && line.endsWith(u']'));
}

domain::Result<QString> readText(const QString &fileName)
{
    QFile file(fileName);
    if (!file.exists())
        return QString();
    if (!file.open(QIODevice::ReadOnly))
        return fileError(QT_TRANSLATE_NOOP("Error", "cannot read %1: %2"), {fileName, file.errorString()});
    const QByteArray bytes = file.read(fileBytesMax + 1);
    if (bytes.size() > fileBytesMax)
        return fileError(QT_TRANSLATE_NOOP("Error", "%1 is too large for a configuration file"), {fileName});
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError())
        return fileError(QT_TRANSLATE_NOOP("Error", "%1 is not UTF-8 text"), {fileName});
    return text;
}

// What is no whole path the specification of these folders wants to be passed over.
QString folderOf(QStandardPaths::StandardLocation kind, const QString &otherwise)
{
    const QString folder = QStandardPaths::writableLocation(kind);
    return (folder.startsWith(u'/') ? folder : QDir::homePath() + otherwise) + QStringLiteral("/hms-act");
}

} // namespace

QString Configuration::defaultFile()
{
    return folderOf(QStandardPaths::GenericConfigLocation, QStringLiteral("/.config")) + QStringLiteral("/hms-act.ini");
}

QString Configuration::dataFolder()
{
    return folderOf(QStandardPaths::GenericDataLocation, QStringLiteral("/.local/share"));
}

QString Configuration::defaultDatabaseUrl()
{
    return QStringLiteral("sqlite:///") + dataFolder() + QStringLiteral("/hms-act.db");
}

domain::Result<Configuration> Configuration::read(const QString &file, const QProcessEnvironment &environment)
{
    domain::Result<QString> text = readText(file);
    if (!text)
        return text.error();

    Configuration configuration;
    configuration.m_file = file;
    configuration.m_environment = environment;
    int number = 0;
    for (const QString &rawLine : text->split(u'\n')) {
        ++number;
        const QString line = rawLine.trimmed();
        if (saysNothing(line))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1)
            return fileError(QT_TRANSLATE_NOOP("Error", "line %1 of %2 is not of the form key = value"),
                             {QString::number(number), file});
        const QString key = line.left(equals).trimmed();
        const bool known =
            std::any_of(knownKeys.begin(), knownKeys.end(), [&](const char *name) { return key == QLatin1String(name); });
        if (!known)
            return fileError(QT_TRANSLATE_NOOP("Error", "line %1 of %2: unknown key \"%3\""),
                             {QString::number(number), file, key});
        if (configuration.m_values.contains(key))
            return fileError(QT_TRANSLATE_NOOP("Error", "line %1 of %2: \"%3\" is said twice"),
                             {QString::number(number), file, key});
        const QString value = line.mid(equals + 1).trimmed();
        if (value.isEmpty()) // whoever leaves a line out says so with a # before it
            return fileError(QT_TRANSLATE_NOOP("Error", "line %1 of %2: \"%3\" has no value"),
                             {QString::number(number), file, key});
        configuration.m_values.insert(key, value);
    }
    return configuration;
}

std::optional<Configuration::Setting> Configuration::value(const std::optional<QString> &option, const QString &variable,
                                                           const QString &key) const
{
    if (option)
        return Setting{*option, QStringLiteral("--") + key};
    if (const QString text = m_environment.value(variable); !text.isEmpty())
        return Setting{text, variable};
    if (const auto it = m_values.constFind(key); it != m_values.constEnd())
        return Setting{*it, QStringLiteral("key %1 in %2").arg(key, m_file), true};
    return std::nullopt;
}

} // namespace hmsact::engine
