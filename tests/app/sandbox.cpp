// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QSet>

namespace hmsact::sandbox_test {

namespace {

constexpr int aMinuteMs = 60'000;

QJsonArray items(const Program::Answer &answer) { return answer.json.value(QStringLiteral("items")).toArray(); }

QSet<QString> values(const QJsonArray &rows, const char *field)
{
    QSet<QString> found;
    for (const QJsonValue &row : rows)
        found.insert(row.toObject().value(QLatin1String(field)).toString());
    return found;
}

} // namespace

// The sample county as a visitor finds it: full at once, alive within a minute.
class SandboxTest : public QObject
{
    Q_OBJECT

private slots:
    void aFullDeskAtOnceAndLifeWithinAMinute();
    void aKeptCountyGoesOn();
    void aTurnedClockGoesOnFromThere();
    void whatWasASandboxHonoursNoKnownToken();
    void aStartingSandboxRemovesTheFoldersOfDeadOnes();
};

void SandboxTest::aFullDeskAtOnceAndLifeWithinAMinute()
{
    const QString startedAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    Program daemon(QStringLiteral("hms-actd"));
    QVERIFY(daemon.serve({QStringLiteral("--sandbox")}));

    const QJsonArray queue = items(daemon.ask("GET", QStringLiteral("/queue?limit=1000")));
    QVERIFY2(queue.size() >= 40, qPrintable(QString::number(queue.size())));
    const QSet<QString> states = values(queue, "state");
    for (const char *state : {"WAITING", "OPTIONAL", "PENDING", "IN_PROGRESS", "IN_REVIEW", "ON_HOLD"})
        QVERIFY2(states.contains(QLatin1String(state)), state);
    QVERIFY(values(queue, "intent").size() >= 5);
    QVERIFY(values(queue, "sla_state").size() >= 3);
    QVERIFY(items(daemon.ask("GET", QStringLiteral("/workers"))).size() >= 10);
    const QJsonArray rules = items(daemon.ask("GET", QStringLiteral("/escalations/rules")));
    QVERIFY(rules.size() >= 5);
    const QJsonArray intents = items(daemon.ask("GET", QStringLiteral("/intents")));
    QVERIFY(values(intents, "name").contains(values(queue, "intent"))); // whatever is asked for has its template
    QVERIFY(values(intents, "confirmation").size() == 2);
    QVERIFY(std::ranges::any_of(rules, [](const QJsonValue &rule) { // they have lived
        return rule[QStringLiteral("name")] != QStringLiteral("Reassign on a breach")
            && !rule[QStringLiteral("last_fired_at")].isNull();
    }));
    QVERIFY(items(daemon.ask("GET", QStringLiteral("/activities?state=COMPLETED"))).size() >= 20);
    QVERIFY(!items(daemon.ask("GET", QStringLiteral("/alerts"))).isEmpty());
    QVERIFY(daemon.ask("GET", QStringLiteral("/audit/verify")).json.value(QStringLiteral("ok")).toBool());

    const auto newAlert = [&] {
        for (const QJsonValue &alert : items(daemon.ask("GET", QStringLiteral("/alerts")))) {
            if (alert.toObject().value(QStringLiteral("raised_at")).toString() > startedAt)
                return true;
        }
        return false;
    };
    const auto newlyDone = [&] {
        int count = 0;
        for (const QJsonValue &task : items(daemon.ask("GET", QStringLiteral("/queue?state=COMPLETED&limit=1000"))))
            count += task.toObject().value(QStringLiteral("ended_at")).toString() > startedAt ? 1 : 0;
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(newAlert(), aMinuteMs);
    QTRY_VERIFY_WITH_TIMEOUT(newlyDone() >= 5, aMinuteMs);
    QCOMPARE(daemon.stop(), 0);
    QCOMPARE(daemon.complaints(), QStringList());
}

// Set up when empty, kept across restarts: no second past, no second set of people.
void SandboxTest::aKeptCountyGoesOn()
{
    Program first(QStringLiteral("hms-actd"));
    const QStringList arguments{QStringLiteral("--sandbox"), QStringLiteral("--db"),
                                QStringLiteral("sqlite://") + first.home(QStringLiteral("county.db"))};
    QVERIFY(first.serve(arguments));
    const auto count = [](Program &program) {
        return program.ask("GET", QStringLiteral("/db/status")).json.value(QStringLiteral("activities")).toInt();
    };
    const int before = count(first);
    QVERIFY(before > 0);
    QCOMPARE(first.stop(), 0);

    Program second(QStringLiteral("hms-actd"));
    QVERIFY(second.serve(arguments));
    QVERIFY2(count(second) >= before && count(second) < before + 20, qPrintable(QString::number(count(second))));
    QCOMPARE(second.stop(), 0);
}

// Time does not run backwards because a program was killed: what was promised before falls due as it would have.
void SandboxTest::aTurnedClockGoesOnFromThere()
{
    Program first(QStringLiteral("hms-actd"));
    const QStringList arguments{QStringLiteral("--sandbox"), QStringLiteral("--no-sample"), QStringLiteral("--virtual-time"),
                                QStringLiteral("--db"),
                                QStringLiteral("sqlite://") + first.home(QStringLiteral("county.db"))};
    const auto advance = [](Program &program, const QString &by) {
        return program.ask("POST", QStringLiteral("/sandbox/advance"), {{QStringLiteral("by"), by}})
            .json.value(QStringLiteral("now"))
            .toString();
    };
    QVERIFY(first.serve(arguments));
    const QJsonObject task{{QStringLiteral("name"), QStringLiteral("dig")}, {QStringLiteral("sla"), QStringLiteral("4h")}};
    const QJsonObject activity = first
                                     .ask("POST", QStringLiteral("/activities"),
                                          {{QStringLiteral("citizen_id"), QStringLiteral("kim")},
                                           {QStringLiteral("intent"), QStringLiteral("dig")},
                                           {QStringLiteral("sla"), QStringLiteral("9h")},
                                           {QStringLiteral("tasks"), QJsonArray{task}}})
                                     .json;
    const auto turned = QDateTime::fromString(advance(first, QStringLiteral("3h")), Qt::ISODateWithMs);
    QVERIFY(turned.isValid());
    first.process.kill();
    QVERIFY(first.process.waitForFinished());

    Program second(QStringLiteral("hms-actd"));
    QVERIFY(second.serve(arguments));
    QVERIFY(items(second.ask("GET", QStringLiteral("/alerts"))).isEmpty());
    const QString later = advance(second, QStringLiteral("61m"));
    QCOMPARE(turned.msecsTo(QDateTime::fromString(later, Qt::ISODateWithMs)), 61 * aMinuteMs);
    const QString path = QStringLiteral("/activities/%1/tasks/dig").arg(activity.value(QStringLiteral("id")).toString());
    QCOMPARE(second.ask("GET", path).json.value(QStringLiteral("sla_state")).toString(), QStringLiteral("breached"));
    QVERIFY(!items(second.ask("GET", QStringLiteral("/alerts"))).isEmpty());
    QVERIFY(second.ask("GET", QStringLiteral("/audit/verify")).json.value(QStringLiteral("ok")).toBool());
    QCOMPARE(second.stop(), 0);
}

// Its tokens are in the handbook: served without --sandbox they open nothing, and the sandbox finds them again.
void SandboxTest::whatWasASandboxHonoursNoKnownToken()
{
    Program sandbox(QStringLiteral("hms-actd"));
    const QStringList database{QStringLiteral("--db"),
                               QStringLiteral("sqlite://") + sandbox.home(QStringLiteral("county.db"))};
    const QStringList arguments = QStringList{QStringLiteral("--sandbox"), QStringLiteral("--no-sample")} + database;
    QVERIFY(sandbox.serve(arguments));
    QCOMPARE(sandbox.ask("GET", QStringLiteral("/tokens")).status, 200);
    QCOMPARE(sandbox.stop(), 0);

    Program plain(QStringLiteral("hms-actd"));
    QVERIFY(plain.serve(database));
    QCOMPARE(plain.ask("GET", QStringLiteral("/tokens")).status, 401);
    QCOMPARE(plain.ask("POST", QStringLiteral("/tokens"), {{QStringLiteral("name"), QStringLiteral("mallory")}}).status,
             401);
    QCOMPARE(plain.stop(), 0);
    const QStringList said = plain.complaints();
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(QStringLiteral("was a sandbox's")), qPrintable(said.first()));

    Program again(QStringLiteral("hms-actd"));
    QVERIFY(again.serve(arguments));
    QCOMPARE(again.ask("GET", QStringLiteral("/tokens")).status, 200);
    QCOMPARE(again.stop(), 0);
    QCOMPARE(again.complaints(), QStringList());
}

void SandboxTest::aStartingSandboxRemovesTheFoldersOfDeadOnes()
{
    const QTemporaryDir temporary;
    const auto folders = [&] {
        return QDir(temporary.path()).entryList({QStringLiteral("hms-act-sandbox-*")}, QDir::Dirs);
    };
    const QStringList arguments{QStringLiteral("--sandbox"), QStringLiteral("--no-sample")};
    Program living(QStringLiteral("hms-actd"));
    Program killed(QStringLiteral("hms-actd"));
    Program next(QStringLiteral("hms-actd"));
    for (Program *program : {&living, &killed, &next})
        program->setVariable(QStringLiteral("TMPDIR"), temporary.path());

    QVERIFY(living.serve(arguments));
    QStringList left = folders();
    QCOMPARE(left.size(), 1);
    QVERIFY(QDir(temporary.path()).mkdir(QStringLiteral("hms-act-sandbox-being-made"))); // it has no lock yet
    left.append(QStringLiteral("hms-act-sandbox-being-made"));
    QVERIFY(killed.serve(arguments));
    killed.process.kill();
    QVERIFY(killed.process.waitForFinished());
    QCOMPARE(folders().size(), 3);

    QVERIFY(next.serve(arguments));
    QCOMPARE(folders().size(), 3); // the dead one's went, its own came
    for (const QString &folder : left)
        QVERIFY2(folders().contains(folder), qPrintable(folder));
    QCOMPARE(living.ask("GET", QStringLiteral("/queue")).status, 200);
    QCOMPARE(next.stop(), 0);
    QCOMPARE(living.stop(), 0);
    QCOMPARE(folders(), QStringList{QStringLiteral("hms-act-sandbox-being-made")});
}

HMSACT_TEST(SandboxTest)

} // namespace hmsact::sandbox_test

#include "sandbox.moc"
