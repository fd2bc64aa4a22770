// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

namespace hmsact::auditing_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// What is in the record, and that an edit behind the program's back shows.
class Auditing : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFirstBrokenEntry_data();
    void namesTheFirstBrokenEntry();
    void muchIsReadPageByPage();
    void aContentThatWasAlteredIsNamed();
    void eventsCannotBeChangedByAccident();
    void allThatIsSavedOfAWorkerIsInTheRecord();
};

void Auditing::namesTheFirstBrokenEntry_data()
{
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("named");
    const QString trigger =
        hmsact::test::TestDatabase::onPostgreSql() ? s("event_never_changed ON event") : s("event_never_changed");
    QTest::newRow("an actor") << s("DROP TRIGGER %1;\nUPDATE event SET actor = 'mallory' WHERE seq = 3").arg(trigger)
                              << s("event 3: the hash does not match");
    QTest::newRow("a deleted event") << s("DELETE FROM event WHERE activity_id > 0 AND seq = 2")
                                     << s("event 3: event 2 is missing");
    QTest::newRow("a cut end") << s("DELETE FROM event WHERE activity_id > 0 AND seq = 5") << s("the chain ends at 4");
    QTest::newRow("a task's state") << s("UPDATE task SET state = 'SKIPPED' WHERE name = 'one'")
                                    << s("the state is SKIPPED, its events say COMPLETED");
    QTest::newRow("a task's worker") << s("UPDATE task SET worker_id = 'mallory' WHERE name = 'one'")
                                     << s("the worker is mallory, its events say a");
    QTest::newRow("a worker where nobody was") << s("UPDATE task SET worker_id = 'mallory' WHERE name = 'two'")
                                               << s("the worker is mallory, its events say nothing");
    QTest::newRow("an activity's state") << s("UPDATE activity SET state = 'COMPLETED', ended_at = 7")
                                         << s("the state is COMPLETED, its events say OPEN");
    QTest::newRow("a counter") << s("UPDATE activity SET open_count = 7") << s("its counters do not match");
    QTest::newRow("the installation's chain")
        << s("DELETE FROM event WHERE activity_id = 0") << s("installation event 1: the chain ends at 0");
}

void Auditing::namesTheFirstBrokenEntry()
{
    QFETCH(QString, edit);
    QFETCH(QString, named);
    Desk desk;
    desk.hire(s("a"), {s("one")});
    const ActivityId id = desk.open({Desk::task(s("one")), Desk::task(s("two"))});
    QVERIFY(desk.act(id, s("one"), TaskAction::Complete, s("a")));
    QVERIFY(desk.auditIsFine());
    QVERIFY(desk.database->transact<Done>([&]() -> Status {
        desk.database->script(edit);
        return Done{};
    }));
    const auto report = desk.ask(VerifyAudit{});
    QVERIFY(!report->ok);
    QVERIFY2(report->firstBroken.contains(named), qPrintable(report->firstBroken));
}

void Auditing::muchIsReadPageByPage()
{
    Desk desk;
    std::vector<Request> requests(
        1100,
        Request{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}},
                {s("boss"), Role::Admin, {}},
                {}});
    std::vector<const Request *> batch;
    for (const Request &request : requests)
        batch.push_back(&request);
    (void)desk.engine->execute(batch, {}, desk.nowMs);
    const auto report = desk.ask(VerifyAudit{});
    QVERIFY2(report->ok, qPrintable(report->firstBroken));
    QVERIFY(report->chains >= 1100 && report->events >= 2200);
    for (const QByteArray name : {"event.after", "event.activity_heads", "event.task_states"}) {
        const auto rows = desk.database->read<int>([&]() -> Result<int> {
            store::Statement page = desk.database->statement(name.constData());
            name == "event.after" ? page.bind(qint64(-1), qint64(0)) : page.bind(qint64(-1));
            int count = 0;
            while (page.next())
                ++count;
            return count;
        });
        QCOMPARE(*rows, 1000);
    }
    const auto breaks = [&](const char *edit, const char *named) {
        desk.database->script(s(edit));
        const QString broken = desk.ask(VerifyAudit{})->firstBroken;
        QVERIFY2(broken.contains(s(named)), qPrintable(broken));
    };
    breaks("UPDATE task SET state = 'CANCELLED', ended_at = 7 WHERE id = (SELECT max(id) FROM task)",
           "its events say PENDING");
    breaks("UPDATE activity SET state = 'CANCELLED', ended_at = 7 WHERE id = (SELECT max(id) FROM activity)",
           "its events say OPEN");
    breaks("DELETE FROM event WHERE seq = 1 AND activity_id = (SELECT max(id) FROM activity)", "event 1 is missing");
}

void Auditing::aContentThatWasAlteredIsNamed()
{
    Desk desk;
    desk.hire(s("a"), {s("one")});
    const ActivityId id = desk.open({Desk::task(s("one"))});
    for (const char *text : {"a hole", "a wall"}) {
        PutArtefact put{{id, s("one"), {}}, {}, s(text), s("text/plain"), text};
        put.worker = {s("a")};
        QVERIFY(desk.say(put));
    }
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
    const QString bytes = hmsact::test::TestDatabase::onPostgreSql() ? s("bytea") : s("BLOB");
    QVERIFY(desk.database->transact<Done>([&]() -> Status {
        desk.database->script(s("UPDATE artefact_chunk SET bytes = CAST('a hull' AS %1) "
                                "WHERE bytes = CAST('a hole' AS %1)")
                                  .arg(bytes));
        return Done{};
    }));
    const std::vector<Message> problems = desk.ask(VerifyDatabase{})->problems;
    QCOMPARE(problems.size(), size_t(1));
    const QString problem = problems.front().english();
    QVERIFY2(problem.endsWith(s(" (one): the content of a file of it does not match its hash")), qPrintable(problem));
}

void Auditing::eventsCannotBeChangedByAccident()
{
    Desk desk;
    desk.open();
    const Status edited = desk.database->transact<Done>([&]() -> Status {
        desk.database->script(s("UPDATE event SET actor = 'mallory'"));
        return Done{};
    });
    QVERIFY(!edited);
    QVERIFY(desk.auditIsFine());
}

void Auditing::allThatIsSavedOfAWorkerIsInTheRecord()
{
    Desk desk;
    desk.hire(s("a"), {s("one")});
    SaveWorker command;
    command.spec.id = WorkerId{s("a")};
    command.spec.kind = WorkerKind::Human; // who may approve by now
    command.spec.language = s("es");
    command.spec.returnMs = limits::msPerHour;
    QVERIFY(desk.say(command));
    const QJsonObject now = toJson(desk.ask(GetWorker{{s("a")}})->worker);
    const QJsonObject said = QJsonDocument::fromJson(desk.ask(ListEvents{})->items.back().detail).object();
    QCOMPARE(said[u"worker_id"], now[u"id"]);
    for (const QString &field : now.keys()) {
        if (field != u"id" && field != u"last_seen_at")
            QCOMPARE(said[field], now[field]);
    }
}

HMSACT_TEST(Auditing)

} // namespace hmsact::auditing_test

#include "auditing.moc"
