// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgressettings.h"

#include <QCoreApplication>

namespace hmsact::store {

using domain::Finding;
using enum domain::Finding::Severity;

namespace {

constexpr int oldestVersion = 150000; // what the tests run on
constexpr int connectionsShareMax = 80; // of a hundred
constexpr int connectionsOfAProgram = 5;

struct Check {
    const char *setting;
    const char *wanted;
    Finding::Severity otherwise;
    const char *explanation;
};
constexpr Check switches[]{
    {"fsync", "on", Danger,
     QT_TRANSLATE_NOOP("Error", "without it a power cut can lose or destroy everything, also what was acknowledged")},
    {"full_page_writes", "on", Danger,
     QT_TRANSLATE_NOOP("Error", "without it a page that was half written at a power cut cannot be repaired")},
    {"synchronous_commit", "on", Danger,
     QT_TRANSLATE_NOOP("Error", "what is acknowledged must be on the disk; the program asks for it on each connection")},
    {"server_encoding", "UTF8", Danger, QT_TRANSLATE_NOOP("Error", "names of people do not fit into another encoding")},
    {"default_transaction_read_only", "off", Danger, QT_TRANSLATE_NOOP("Error", "nothing can be stored where it is on")},
    {"default_transaction_isolation", "read committed", Warning,
     QT_TRANSLATE_NOOP("Error", "a stricter one makes transactions fail and run again, so that everything is slower")},
    {"autovacuum", "on", Warning, QT_TRANSLATE_NOOP("Error", "without it the tables grow and everything gets slower")},
    {"data_checksums", "on", Note, QT_TRANSLATE_NOOP("Error", "with them the server notices when a disk damages data")},
};

Finding finding(const char *setting, QString value, const char *wanted, Finding::Severity severity, const char *explanation)
{
    return {QLatin1StringView(setting), std::move(value), QString::fromUtf8(wanted), severity, {explanation, {}}};
}

QString onOff(bool on) { return on ? QStringLiteral("on") : QStringLiteral("off"); }

} // namespace

PostgresSettings readPostgresSettings(Database &database)
{
    PostgresSettings settings;
    {
        Statement s = database.statement("statistics.settings");
        while (s.next())
            settings.values.insert(s.text(0), s.text(1));
    }
    Statement s = database.statement("statistics.server");
    if (s.next()) {
        settings.inRecovery = s.integer(0) != 0;
        settings.connections = s.integer(1);
        settings.superuser = s.integer(2) != 0;
        settings.roleLimit = s.integer(3);
        settings.roleConnections = s.integer(4);
    }
    return settings;
}

std::vector<Finding> judge(const PostgresSettings &settings)
{
    const auto value = [&](const char *name) {
        return settings.values.value(QLatin1StringView(name));
    };
    std::vector<Finding> findings;
    for (const Check &check : switches) {
        const QString is = value(check.setting);
        const bool good = is == QLatin1StringView(check.wanted);
        findings.push_back(finding(check.setting, is, check.wanted, good ? Good : check.otherwise, check.explanation));
    }
    const int version = value("server_version_num").toInt();
    findings.push_back(finding("server_version_num", QString::number(version), "≥ 150000",
                               version >= oldestVersion ? Good : Warning,
                               QT_TRANSLATE_NOOP("Error", "the program is tested with version 15 and later")));
    findings.push_back(finding("pg_is_in_recovery", onOff(settings.inRecovery), "off", settings.inRecovery ? Danger : Good,
                               QT_TRANSLATE_NOOP("Error", "a standby cannot be written: name the primary in the URL")));
    const int most = value("max_connections").toInt();
    const bool room = settings.connections * 100 <= static_cast<qint64>(most) * connectionsShareMax;
    findings.push_back(finding("max_connections", QStringLiteral("%1/%2").arg(settings.connections).arg(most), "≤ 80 %",
                               room ? Good : Warning,
                               QT_TRANSLATE_NOOP("Error", "when none is left, a program that starts is refused")));
    if (settings.roleLimit >= 0) {
        const qint64 wanted = std::max<qint64>(0, settings.roleLimit - connectionsOfAProgram);
        findings.push_back(
            finding("connection_limit", QStringLiteral("%1/%2").arg(settings.roleConnections).arg(settings.roleLimit),
                    qUtf8Printable(QStringLiteral("≤ %1").arg(wanted)), settings.roleConnections <= wanted ? Good : Warning,
                    QT_TRANSLATE_NOOP("Error", "when none is left, a program that starts is refused")));
    }
    const QString standby = value("synchronous_standby_names");
    findings.push_back(finding("synchronous_standby_names", standby, "≥ 1", standby.isEmpty() ? Note : Good,
                               QT_TRANSLATE_NOOP("Error",
                                                 "without a synchronous standby the loss of this server loses what came "
                                                 "after its last backup")));
    findings.push_back(finding("superuser", onOff(settings.superuser), "off", settings.superuser ? Note : Good,
                               QT_TRANSLATE_NOOP("Error", "the program needs no more than its own role, see create.sh")));
    return findings;
}

domain::Status acceptable(const PostgresSettings &settings)
{
    const QString encoding = settings.values.value(QStringLiteral("server_encoding"));
    if (encoding == QLatin1StringView("UTF8"))
        return domain::Done{};
    return domain::makeError(domain::ErrorCode::Unavailable,
                             QT_TRANSLATE_NOOP("Error", "the database is encoded as %1: make one with ENCODING 'UTF8'"),
                             {encoding});
}

} // namespace hmsact::store
