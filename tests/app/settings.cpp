// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "engine/configuration.h"
#include "support/testprogram.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace hmsact::settings_test {

using app::Program;
using app::Settings;

namespace {

QStringList words(const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); }

} // namespace

// Option beats variable beats file; whatever a program refuses is said in one line.
class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void precedence_data();
    void precedence();
    void refusals_data();
    void refusals();
    void fileRefusals_data();
    void fileRefusals();
    void defaults();
    void aFolderThatIsNoPathIsPassedOver();
    void sandboxHasItsOwnDatabase();
    void whatOthersMayTake();
    void everyOptionIsAKeyOfTheFile();
    void publicUrlLosesItsLastSlash();
    void waysOfMessages();
    void helpNamesEveryOption();

private:
    domain::Result<Settings> read(Program program, const QString &arguments, const QString &variables,
                                  const QByteArray &file);

    QTemporaryDir m_folder;
};

domain::Result<Settings> SettingsTest::read(Program program, const QString &arguments, const QString &variables,
                                            const QByteArray &file)
{
    const QString fileName = m_folder.filePath(QStringLiteral("hms-act.ini"));
    QFile out(fileName);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(file) != file.size())
        qFatal("cannot write the test's configuration file");
    out.close();
    QProcessEnvironment environment;
    for (const QString &variable : words(variables))
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return Settings::read(program, QStringList(QStringLiteral("program")) + words(arguments), environment, fileName);
}

void SettingsTest::precedence_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("database");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("serveApi");

    const QString none;
    QTest::newRow("file") << none << none << QByteArray("db = sqlite:////tmp/file.db\nlisten=[::1]:1\nno-api=true")
                          << "sqlite:////tmp/file.db" << 1 << false;
    QTest::newRow("variable beats file") << none
                                         << "HMS_ACT_DB=sqlite:////tmp/var.db HMS_ACT_LISTEN=127.0.0.1:2 HMS_ACT_NO_API=0"
                                         << QByteArray("db=sqlite:////tmp/file.db\nlisten=127.0.0.1:1\nno-api=yes")
                                         << "sqlite:////tmp/var.db" << 2 << true;
    QTest::newRow("option beats variable")
        << "--db sqlite:////tmp/opt.db --listen=127.0.0.1:3 --no-api"
        << "HMS_ACT_DB=sqlite:////tmp/var.db HMS_ACT_LISTEN=127.0.0.1:2 HMS_ACT_NO_API=0"
        << QByteArray("db=sqlite:////tmp/file.db") << "sqlite:////tmp/opt.db" << 3 << false;
    QTest::newRow("empty variable is none")
        << none << "HMS_ACT_DB=" << QByteArray("db=sqlite:////tmp/file.db") << "sqlite:////tmp/file.db" << 8311 << true;
    QTest::newRow("postgresql") << "--db postgresql://me@a,b:1/c?sslmode=require" << none << QByteArray()
                                << "postgresql://me@a,b:1/c?sslmode=require" << 8311 << true;
    QTest::newRow("comments and sections")
        << none << none << QByteArray("# a\n; b\r\n\n[General]\r\n  db =  sqlite:////tmp/a=b.db  \r\n")
        << "sqlite:////tmp/a=b.db" << 8311 << true;
}

void SettingsTest::precedence()
{
    QFETCH(QString, arguments);
    QFETCH(QString, variables);
    QFETCH(QByteArray, file);
    const auto settings = read(Program::Console, arguments, variables, file);
    QVERIFY2(settings.ok(), settings ? "" : qPrintable(settings.error().detail.english()));
    QTEST(settings->databaseUrl, "database");
    QTEST(int{settings->listen.port}, "port");
    QTEST(settings->serveApi, "serveApi");
}

void SettingsTest::refusals_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("names"); // what the line must name

    const QString none;
    QTest::newRow("unknown option") << "--frobnicate" << none << "frobnicate";
    QTest::newRow("mail without a sender") << "--smtp smtp://localhost" << none << "--mail-from";
    QTest::newRow("mail server of another kind") << "--smtp http://me:secret@x --mail-from a@b" << none << "--smtp";
    QTest::newRow("mail server with a path") << "--smtp smtp://me:secret@x/y --mail-from a@b" << none << "--smtp";
    QTest::newRow("sender with a name") << "--mail-from Desk<a@b>" << none << "--mail-from";
    QTest::newRow("Slack in the clear") << "--slack http://example.org/secret" << none << "--slack";
    QTest::newRow("text messages in the clear") << none << "HMS_ACT_SMS=http://example.org/secret"
                                                << "HMS_ACT_SMS";
    QTest::newRow("no webhook secret") << none << "HMS_ACT_WEBHOOK_SECRET=whsec_secret"
                                       << "HMS_ACT_WEBHOOK_SECRET";
    QTest::newRow("authorities that are not there") << "--ca-file /no/where.pem" << none << "/no/where.pem";
    QTest::newRow("authorities that are none") << "--ca-file /proc/version" << none << "--ca-file";
    QTest::newRow("a token is no option") << "--slack-token secret" << none << "slack-token";
    QTest::newRow("no connections") << "--remote-connections 0" << none << "--remote-connections";
    QTest::newRow("requests in words") << none << "HMS_ACT_REMOTE_REQUESTS=many"
                                       << "HMS_ACT_REMOTE_REQUESTS";
    QTest::newRow("patience of another kind") << "--delivery-timeout 3h" << none << "--delivery-timeout";
    QTest::newRow("no tries") << "--delivery-attempts 0" << none << "--delivery-attempts";
    QTest::newRow("console's option") << "--no-api" << none << "no-api";
    QTest::newRow("argument") << "please" << none << "please";
    QTest::newRow("value missing") << "--db" << none << "--db";
    QTest::newRow("value needless") << "--sandbox=yes" << none << "sandbox";
    QTest::newRow("option twice") << "--listen 127.0.0.1:1 --listen 127.0.0.1:2" << none << "--listen is given twice";
    QTest::newRow("url without scheme") << "--db /tmp/x.db" << none << "--db";
    QTest::newRow("url empty") << "--db=" << none << "--db";
    QTest::newRow("url of another database") << "--db mysql://x/y" << none << "mysql";
    QTest::newRow("url of the variable") << none << "HMS_ACT_DB=mysql://x/y"
                                         << "HMS_ACT_DB";
    QTest::newRow("port missing") << "--listen 127.0.0.1" << none << "--listen";
    QTest::newRow("port too large") << "--listen 127.0.0.1:65536" << none << "65536";
    QTest::newRow("port with a sign") << "--listen 127.0.0.1:+80" << none << "+80";
    QTest::newRow("port empty") << "--listen 127.0.0.1:" << none << "--listen";
    QTest::newRow("host name") << "--listen example.org:80" << none << "example.org";
    QTest::newRow("address empty") << "--listen :80" << none << "--listen";
    QTest::newRow("IPv6 without brackets") << "--listen ::1:80" << none << "::1:80";
    QTest::newRow("beyond loopback") << "--listen 0.0.0.0:80" << none << "--insecure";
    QTest::newRow("certificate and key empty") << "--listen 0.0.0.0:80 --tls-cert= --tls-key=" << none << "--tls-cert";
    QTest::newRow("authorities empty") << "--ca-file=" << none << "--ca-file";
    QTest::newRow("certificate alone") << "--tls-cert a.pem" << none << "--tls-key";
    QTest::newRow("key alone") << none << "HMS_ACT_TLS_KEY=k.pem"
                               << "--tls-cert";
    QTest::newRow("public url") << "--public-url ftp://x" << none << "--public-url";
    QTest::newRow("public url with a query") << "--public-url https://x/?a=b" << none << "--public-url";
    QTest::newRow("no truth") << none << "HMS_ACT_INSECURE=maybe"
                              << "maybe";
    QTest::newRow("open sandbox") << "--sandbox --listen 0.0.0.0:80 --insecure" << none << "loopback";
    QTest::newRow("virtual time outside") << "--virtual-time" << none << "--sandbox";
    QTest::newRow("no sample outside") << "--no-sample" << none << "--sandbox";
}

void SettingsTest::refusals()
{
    QFETCH(QString, arguments);
    QFETCH(QString, variables);
    QFETCH(QString, names);
    const auto settings = read(Program::Daemon, arguments, variables, {});
    QVERIFY(!settings.ok());
    const QString line = settings.error().detail.english();
    QVERIFY2(line.contains(names), qPrintable(line));
    QVERIFY2(!line.contains(u'\n'), qPrintable(line));
    QVERIFY2(!line.contains(QStringLiteral("secret")), qPrintable(line));
}

void SettingsTest::fileRefusals_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("names");
    QTest::newRow("no pair") << QByteArray("db = sqlite:////tmp/a.db\nwhat") << "line 2";
    QTest::newRow("unknown key") << QByteArray("databse = x") << "databse";
    QTest::newRow("sandbox is no key") << QByteArray("sandbox = true") << "sandbox";
    QTest::newRow("twice") << QByteArray("db = a\ndb = b") << "twice";
    QTest::newRow("no value") << QByteArray("listen = 0.0.0.0:80\ntls-cert =\ntls-key = ") << "line 2";
    QTest::newRow("no token's value") << QByteArray("slack-token=") << "slack-token";
    QTest::newRow("no text") << QByteArray("db = \xff\xfe") << "UTF-8";
    QTest::newRow("another file") << QByteArray(70'000, 'x') << "large";
}

void SettingsTest::fileRefusals()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, names);
    const auto settings = read(Program::Daemon, {}, {}, file);
    QVERIFY(!settings.ok());
    const QString line = settings.error().detail.english();
    QVERIFY2(line.contains(names), qPrintable(line));
    QVERIFY2(line.contains(QStringLiteral("hms-act.ini")), qPrintable(line));
}

void SettingsTest::defaults()
{
    qputenv("XDG_DATA_HOME", "/somewhere/data");
    const auto settings = read(Program::Daemon, {}, {}, {});
    qunsetenv("XDG_DATA_HOME");
    QVERIFY(settings.ok());
    QCOMPARE(settings->databaseUrl, QStringLiteral("sqlite:////somewhere/data/hms-act/hms-act.db"));
    QCOMPARE(settings->listen.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(settings->listen.port, 8311);
    QVERIFY(settings->serveApi && !settings->sandbox && !settings->sampleCounty && !settings->virtualTime);
}

void SettingsTest::aFolderThatIsNoPathIsPassedOver()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    for (const char *folder : {"rel/data", ":data"}) {
        qputenv("XDG_DATA_HOME", folder);
        qputenv("XDG_CONFIG_HOME", folder);
        const auto settings = read(Program::Daemon, {}, {}, {});
        const QString file = engine::Configuration::defaultFile();
        qunsetenv("XDG_DATA_HOME");
        before.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
        QVERIFY(settings.ok());
        QCOMPARE(file, QDir::homePath() + QStringLiteral("/.config/hms-act/hms-act.ini"));
        QCOMPARE(settings->databaseUrl,
                 QStringLiteral("sqlite:///") + QDir::homePath() + QStringLiteral("/.local/share/hms-act/hms-act.db"));
    }
}

void SettingsTest::sandboxHasItsOwnDatabase()
{
    const auto own = read(Program::Daemon, QStringLiteral("--sandbox"), {}, {});
    QVERIFY(own.ok());
    QVERIFY(own->databaseUrl.isEmpty());
    QVERIFY(own->sampleCounty);
    const auto county = read(Program::Daemon, QStringLiteral("--sandbox"), {}, "db = sqlite:////tmp/c.db");
    QVERIFY(county.ok());
    QVERIFY(county->databaseUrl.isEmpty());
    const auto said = read(Program::Daemon, QStringLiteral("--sandbox"), QStringLiteral("HMS_ACT_DB=sqlite:////tmp/v.db"),
                           "db = sqlite:////tmp/c.db");
    QVERIFY(said.ok());
    QCOMPARE(said->databaseUrl, QStringLiteral("sqlite:////tmp/v.db"));
    const auto given = read(Program::Daemon, QStringLiteral("--sandbox --no-sample --db sqlite:////tmp/kept.db"), {}, {});
    QVERIFY(given.ok());
    QCOMPARE(given->databaseUrl, QStringLiteral("sqlite:////tmp/kept.db"));
    QVERIFY(!given->sampleCounty);
    // The sample county's workers need the door they come in by.
    QVERIFY(!read(Program::Console, QStringLiteral("--sandbox --no-api"), {}, {}).ok());
    QVERIFY(read(Program::Console, QStringLiteral("--sandbox --no-api --no-sample"), {}, {}).ok());
}

void SettingsTest::waysOfMessages()
{
    const auto settings = read(
        Program::Daemon, QStringLiteral("--mail-from desk@county.gov --slack http://127.0.0.1:1/x --delivery-backoff 1m"),
        QStringLiteral("HMS_ACT_SMTP=smtps://desk:a%40b@mail.county.gov HMS_ACT_SLACK_TOKEN=xoxb "
                       "HMS_ACT_WEBHOOK_SECRET=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        "sms = https://sms.example.org/m\nsms-from = +15550001111\nallow-private-webhooks = true");
    QVERIFY2(settings.ok(), settings ? "" : qPrintable(settings.error().detail.english()));
    QCOMPARE(settings->notify.smtp.password(QUrl::FullyDecoded), QStringLiteral("a@b"));
    QCOMPARE(settings->notify.slackToken, QStringLiteral("xoxb"));
    QCOMPARE(settings->notify.smsFrom, QStringLiteral("+15550001111"));
    QCOMPARE(settings->notify.webhookKey.size(), 24);
    QVERIFY(settings->notify.allowPrivateWebhooks);
    QCOMPARE(settings->notify.patience.backoffMs, 60'000);
}

void SettingsTest::whatOthersMayTake()
{
    const auto settings = read(Program::Daemon, QStringLiteral("--remote-connections 500"),
                               QStringLiteral("HMS_ACT_REMOTE_REQUESTS=1000"), "remote-connections-per-address = 300");
    QVERIFY2(settings.ok(), settings ? "" : qPrintable(settings.error().detail.english()));
    QCOMPARE(settings->remote.connections, std::optional(500));
    QCOMPARE(settings->remote.connectionsPerAddress, std::optional(300));
    QCOMPARE(settings->remote.requestsPerS, std::optional(1000));
    QVERIFY(!settings->remote.burst);
}

// As --help promises of all but a few, which are named there.
void SettingsTest::everyOptionIsAKeyOfTheFile()
{
    const QStringList onlyOptions{QStringLiteral("sandbox"),      QStringLiteral("no-sample"),
                                  QStringLiteral("virtual-time"), QStringLiteral("error-window"),
                                  QStringLiteral("measure"),      QStringLiteral("help"),
                                  QStringLiteral("version")};
    static const QRegularExpression option(QStringLiteral("^ +(?:-\\w, )?--([a-z-]+)"), QRegularExpression::MultilineOption);
    const QString help = *app::informationAskedFor(Program::Console, {QStringLiteral("program"), QStringLiteral("--help")});
    int keys = 0;
    for (const auto &match : option.globalMatch(help)) {
        const QString name = match.captured(1);
        const auto settings = read(Program::Console, {}, {}, name.toUtf8() + " = 1");
        const bool unknown = !settings.ok() && settings.error().detail.english().contains(QStringLiteral("unknown key"));
        QCOMPARE(unknown, onlyOptions.contains(name));
        keys += unknown ? 0 : 1;
    }
    QVERIFY(keys > 15);
}

void SettingsTest::publicUrlLosesItsLastSlash()
{
    const auto settings = read(Program::Daemon, QStringLiteral("--public-url https://act.example.org/desk/"), {}, {});
    QVERIFY(settings.ok());
    QCOMPARE(settings->publicUrl, QStringLiteral("https://act.example.org/desk"));
}

void SettingsTest::helpNamesEveryOption()
{
    const auto help = app::informationAskedFor(Program::Console, {QStringLiteral("program"), QStringLiteral("--help")});
    QVERIFY(help.has_value());
    for (const char *option : {"--db URL", "--listen ADDR:PORT", "--public-url", "--tls-cert", "--tls-key", "--insecure",
                               "--no-api", "--sandbox", "--no-sample", "--virtual-time", "HMS_ACT_"})
        QVERIFY2(help->contains(QLatin1String(option)), option);
    const auto version = app::informationAskedFor(Program::Daemon, {QStringLiteral("program"), QStringLiteral("--version")});
    QVERIFY(version.has_value());
    QVERIFY(version->startsWith(QStringLiteral("hms-actd ")));
    QVERIFY(!app::informationAskedFor(Program::Daemon, {QStringLiteral("program")}).has_value());
}

HMSACT_TEST(SettingsTest)

} // namespace hmsact::settings_test

#include "settings.moc"
