// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QJsonArray>
#include <QSet>

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

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandbox.moc"
