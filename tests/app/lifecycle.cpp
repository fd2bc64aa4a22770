// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "app/startup.h"
#include "app/stoplimit.h"
#include "support/testprogram.h"

#include <QJsonArray>

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace hmsact::lifecycle_test {

namespace {

const QStringList emptySandbox{QStringLiteral("--sandbox"), QStringLiteral("--no-sample")};

QJsonObject vaccineCard()
{
    return {{QStringLiteral("citizen_id"), QStringLiteral("sandbox-jordan-77")},
            {QStringLiteral("intent"), QStringLiteral("replace_vaccine_card")},
            {QStringLiteral("sla"), QStringLiteral("48h")}};
}

QJsonObject task(const char *name, const char *sla)
{
    return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("sla"), QLatin1String(sla)}};
}

QJsonObject vaccineCardTasks()
{
    QJsonObject pdf = task("generate_pdf", "1h");
    pdf.insert(QStringLiteral("needs"), QJsonArray{QStringLiteral("fetch_vaccine_log")});
    QJsonObject shipping = task("ship_physical", "24h");
    shipping.insert(QStringLiteral("optional"), true);
    return {{QStringLiteral("tasks"),
             QJsonArray{task("verify_identity", "2h"), task("fetch_vaccine_log", "4h"), pdf, shipping}}};
}

QStringList queueLines(const QJsonObject &answer)
{
    QStringList lines;
    for (const QJsonValue &value : answer.value(QStringLiteral("items")).toArray()) {
        const QJsonObject task = value.toObject();
        lines << task.value(QStringLiteral("name")).toString() + u' ' + task.value(QStringLiteral("status")).toString();
    }
    return lines;
}

} // namespace

// hms-actd from its start to its end, as a process.
class LifecycleTest : public QObject
{
    Q_OBJECT

private slots:
    void theVaccineCard();
    void standardOutputIsTheReadyLineAlone();
    void mailWithoutAPublicAddressIsWarnedOf_data();
    void mailWithoutAPublicAddressIsWarnedOf();
    void aStartThatFailsSaysWhyHoweverLongItTakes();
    void terminationDrainsALongPoll_data();
    void terminationDrainsALongPoll();
    void aRestartKeepsTheData();
    void theThrowAwayDatabaseIsThrownAway();
    void theDefaultDatabaseIsPrivate();
    void virtualTimeStandsStillUntilItIsAdvanced();
    void aTurnOfTheClockEndsWithTheProgram();
    void realTimeCannotBeAdvanced();
};

// Chapters 3.2 to 3.4 of the product's text, over HTTP.
void LifecycleTest::theVaccineCard()
{
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(emptySandbox));
    const auto created = daemon.ask("POST", QStringLiteral("/activities"), vaccineCard());
    QCOMPARE(created.status, 201);
    const QString tasks = QStringLiteral("/activities/%1/tasks").arg(created.json.value(QStringLiteral("id")).toString());
    QCOMPARE(daemon.ask("POST", tasks, vaccineCardTasks()).status, 201);
    QCOMPARE(queueLines(daemon.ask("GET", tasks).json),
             QStringList({QStringLiteral("verify_identity PENDING"),
                          QStringLiteral("fetch_vaccine_log WAITING(for:verify_identity)"),
                          QStringLiteral("generate_pdf WAITING"), QStringLiteral("ship_physical OPTIONAL")}));

    const QJsonObject worker{{QStringLiteral("worker_id"), QStringLiteral("bot-dmv-3")}};
    QCOMPARE(daemon.ask("POST", tasks + QStringLiteral("/verify_identity/complete"), worker).status, 200);
    QCOMPARE(queueLines(daemon.ask("GET", tasks).json).at(1), QStringLiteral("fetch_vaccine_log PENDING"));

    QJsonObject alice{{QStringLiteral("name"), QStringLiteral("Alice (County Clerk)")},
                      {QStringLiteral("skills"), QJsonArray{QStringLiteral("ship_physical")}},
                      {QStringLiteral("channel"), QStringLiteral("email:alice@county.gov")}};
    const auto registered = daemon.ask("POST", QStringLiteral("/workers"), alice);
    QCOMPARE(registered.json.value(QStringLiteral("id")).toString(), QStringLiteral("alice-county-clerk"));
    QCOMPARE(daemon.stop(), 0);
}

void LifecycleTest::standardOutputIsTheReadyLineAlone()
{
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(emptySandbox));
    QVERIFY(daemon.address.startsWith(QStringLiteral("http://127.0.0.1:")));
    QCOMPARE(daemon.ask("GET", QStringLiteral("/queue")).status, 200);
    QCOMPARE(daemon.stop(), 0);
    QCOMPARE(daemon.process.readAllStandardOutput(), QByteArray());
}

void LifecycleTest::mailWithoutAPublicAddressIsWarnedOf_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isWarned");
    const QStringList mail{QStringLiteral("--smtp"), QStringLiteral("smtp://127.0.0.1:9"), QStringLiteral("--mail-from"),
                           QStringLiteral("desk@county.gov")};
    const QString url = QStringLiteral("--public-url");
    QTest::newRow("no mail") << QStringList() << false;
    QTest::newRow("its own address") << mail << true;
    QTest::newRow("said out loud") << mail + QStringList{url, QStringLiteral("http://localhost:8311")} << true;
    QTest::newRow("everybody's") << mail + QStringList{url, QStringLiteral("https://tasks.county.example")} << false;
}

// Clerks on other machines follow the links to themselves.
void LifecycleTest::mailWithoutAPublicAddressIsWarnedOf()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, isWarned);
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(arguments));
    QCOMPARE(daemon.stop(), 0);
    QCOMPARE(daemon.complaints().filter(QStringLiteral("--public-url")).size(), isWarned ? 1 : 0);
}

// The database may hang while it is closed again.
void LifecycleTest::aStartThatFailsSaysWhyHoweverLongItTakes()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDERR_FILENO);
        const app::StopLimit limit(std::chrono::milliseconds(1), QStringLiteral("the port is taken"));
        while (true)
            ::pause();
    }
    ::close(ends[1]);
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), app::exitRefused);
    QFile said;
    QVERIFY(said.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    QVERIFY(said.readAll().endsWith(": the port is taken\n"));
}

void LifecycleTest::terminationDrainsALongPoll_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void LifecycleTest::terminationDrainsALongPoll()
{
    QFETCH(int, signal);
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(emptySandbox));
    const QJsonObject worker{{QStringLiteral("name"), QStringLiteral("bot")},
                             {QStringLiteral("skills"), QJsonArray{QStringLiteral("wait")}}};
    QCOMPARE(daemon.ask("POST", QStringLiteral("/workers"), worker).status, 201);
    QNetworkReply *poll =
        daemon.request("POST", QStringLiteral("/queue/reserve"),
                       {{QStringLiteral("worker_id"), QStringLiteral("bot")}, {QStringLiteral("wait_s"), 60}});
    // The server has read the poll and waits once it has seen the worker.
    QTRY_VERIFY(daemon.ask("GET", QStringLiteral("/workers/bot")).json[u"last_seen_at"].isString());
    QVERIFY(!poll->isFinished());

    QVERIFY(::kill(static_cast<pid_t>(daemon.process.processId()), signal) == 0);
    QTRY_VERIFY_WITH_TIMEOUT(poll->isFinished(), 10'000);
    QCOMPARE(poll->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200); // answered, not cut off
    QCOMPARE(QJsonDocument::fromJson(poll->readAll()).object().value(QStringLiteral("items")).toArray().size(), 0);
    delete poll;
    QCOMPARE(daemon.exitCode(10'000), 0);
}

void LifecycleTest::aRestartKeepsTheData()
{
    Program first(QStringLiteral("hms-actd"));
    const QStringList arguments = emptySandbox
        + QStringList{QStringLiteral("--db"), QStringLiteral("sqlite://") + first.home(QStringLiteral("kept.db"))};
    QVERIFY(first.serve(arguments));
    const QString id =
        first.ask("POST", QStringLiteral("/activities"), vaccineCard()).json.value(QStringLiteral("id")).toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(first.stop(), 0);

    Program second(QStringLiteral("hms-actd"));
    QVERIFY(second.serve(arguments));
    const auto kept = second.ask("GET", QStringLiteral("/activities/") + id);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.json.value(QStringLiteral("citizen_id")).toString(), QStringLiteral("sandbox-jordan-77"));
    QCOMPARE(second.stop(), 0);
}

void LifecycleTest::theThrowAwayDatabaseIsThrownAway()
{
    Program daemon(QStringLiteral("hms-actd"));
    daemon.setVariable(QStringLiteral("TMPDIR"), daemon.home({}));
    QVERIFY(daemon.serve(emptySandbox));
    const QDir home(daemon.home({}));
    QCOMPARE(home.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(daemon.stop(), 0);
    QCOMPARE(home.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void LifecycleTest::theDefaultDatabaseIsPrivate()
{
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve({}));
    const auto everybody =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const char *name : {"data/hms-act", "data/hms-act/hms-act.db"}) {
        const QFileInfo file(daemon.home(QLatin1String(name)));
        QVERIFY2(file.exists(), name);
        QVERIFY2(!(file.permissions() & everybody), name);
    }
    QCOMPARE(daemon.stop(), 0);
}

void LifecycleTest::virtualTimeStandsStillUntilItIsAdvanced()
{
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(emptySandbox + QStringList{QStringLiteral("--virtual-time")}));
    const QString advance = QStringLiteral("/sandbox/advance");
    const QString id =
        daemon.ask("POST", QStringLiteral("/activities"), vaccineCard()).json.value(QStringLiteral("id")).toString();
    QCOMPARE(daemon.ask("POST", QStringLiteral("/activities/%1/tasks").arg(id), vaccineCardTasks()).status, 201);
    const QString verify = QStringLiteral("/activities/%1/tasks/verify_identity").arg(id);
    QCOMPARE(daemon.ask("GET", verify).json.value(QStringLiteral("sla_state")).toString(), QStringLiteral("on_track"));

    const auto turned = daemon.ask("POST", advance, {{QStringLiteral("by"), QStringLiteral("2h1m")}});
    QCOMPARE(turned.status, 200);
    const QDateTime now = QDateTime::fromString(turned.json.value(QStringLiteral("now")).toString(), Qt::ISODateWithMs);
    QVERIFY(now > QDateTime::currentDateTimeUtc().addSecs(2 * 3600));
    QCOMPARE(daemon.ask("GET", verify).json.value(QStringLiteral("sla_state")).toString(), QStringLiteral("breached"));
    QCOMPARE(daemon.ask("POST", advance, {{QStringLiteral("by"), QStringLiteral("0s")}}).status, 422);
    QCOMPARE(daemon.stop(), 0);
}

// What waits for somebody who is away is looked at every minute: ten years of that take long.
void LifecycleTest::aTurnOfTheClockEndsWithTheProgram()
{
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(emptySandbox + QStringList{QStringLiteral("--virtual-time")}));
    const QJsonObject away{{QStringLiteral("name"), QStringLiteral("Ann")},
                           {QStringLiteral("skills"), QJsonArray{QStringLiteral("verify_identity")}},
                           {QStringLiteral("channel"), QStringLiteral("email:ann@county.gov")},
                           {QStringLiteral("available"), false}};
    QCOMPARE(daemon.ask("POST", QStringLiteral("/workers"), away).status, 201);
    const QString id =
        daemon.ask("POST", QStringLiteral("/activities"), vaccineCard()).json.value(QStringLiteral("id")).toString();
    QCOMPARE(daemon.ask("POST", QStringLiteral("/activities/%1/tasks").arg(id), vaccineCardTasks()).status, 201);
    const auto now = [&daemon] {
        return daemon.ask("GET", QStringLiteral("/stats")).json.value(QStringLiteral("now")).toString();
    };
    const QString before = now();
    const std::unique_ptr<QNetworkReply> turning(
        daemon.request("POST", QStringLiteral("/sandbox/advance"), {{QStringLiteral("by"), QStringLiteral("3660d")}}));
    QTRY_VERIFY_WITH_TIMEOUT(now() > before, 10'000);
    QVERIFY(!turning->isFinished());
    QCOMPARE(daemon.stop(), 0);
}

void LifecycleTest::realTimeCannotBeAdvanced()
{
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve(emptySandbox));
    QCOMPARE(daemon.ask("POST", QStringLiteral("/sandbox/advance"), {{QStringLiteral("by"), QStringLiteral("1h")}}).status,
             404);
    QCOMPARE(daemon.stop(), 0);
}

HMSACT_TEST(LifecycleTest)

} // namespace hmsact::lifecycle_test

#include "lifecycle.moc"
