// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalationdesk.h"
#include "store/archivefile.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::archiving_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What ended long ago goes into a file: all of it, nothing else, and wherever it is interrupted nothing is lost.
class ArchivingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.reset(); }
    void whatEndedLongAgoGoes();
    void aRuleRemembersWhenItActed();
    void contentsGoWithTheLastOfTheirArtefacts();
    void whatChangedSinceItWasWrittenStays();
    void whatChangesInTheSameBatchStays();
    void whatSomebodyHoldsIsLeft();
    void whatARuleStillFollowsIsLeft();
    void whatWasPutOffIsNotToldAfterwards_data();
    void whatWasPutOffIsNotToldAfterwards();
    void aStepIsSmall();
    void whatIsWrittenTwiceIsStillAnArchive();
    void anUnfinishedLineIsCutOff();
    void whatWasCutOffIsMissed();
    void whatLiesOnAnotherMachineIsNotJudged();
    void anArchiveWithoutEndsGoesOn();
    void anotherFileIsLeftAlone();
    void aSpoiltArchiveIsNamed_data();
    void aSpoiltArchiveIsNamed();

private:
    // One that ended now: its task done, one left out, an artefact, a breached promise with its alert.
    ActivityId ended()
    {
        const ActivityId id = m_desk->open({Desk::task(s("dig")), Desk::task(s("paint"))});
        PutArtefact put{{id, s("dig"), {}}, {}, s("hole.txt"), s("text/plain"), "a hole"};
        put.worker = {s("ana")};
        if (!m_desk->say(put) || !m_desk->act(id, s("dig"), TaskAction::Complete, s("ana"))
            || !m_desk->act(id, s("paint"), TaskAction::Skip, {}, s("no paint")))
            qFatal("the activity cannot be ended");
        return id;
    }
    Result<ArchivePart> write(ArchiveKey after = {})
    {
        return m_desk->ask(WriteArchive{m_desk->nowMs - limits::msPerDay, m_file, after});
    }
    bool isThere(ActivityId id) { return m_desk->ask(GetActivity{id}).ok(); }
    qint64 rows(const char *table)
    {
        qint64 count = 0;
        const auto connection = store::Connection::open(m_desk->url, store::Access::ReadOnly);
        auto counting = connection->prepare({QStringLiteral("SELECT count(*) FROM ") + s(table), {}});
        counting->next();
        count = counting->integer(0);
        return count;
    }
    QByteArrayList lines()
    {
        QFile file(m_file);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll().split('\n');
    }
    void rewrite(const QByteArray &bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void verifies(qint64 chains)
    {
        const auto report = store::verifyArchive(m_file);
        QVERIFY(report);
        QVERIFY2(report->ok, qPrintable(report->firstBroken));
        QCOMPARE(report->chains, chains);
    }

    void endsInTheMiddle()
    {
        const auto report = store::verifyArchive(m_file);
        QVERIFY(!report->ok);
        QVERIFY2(report->firstBroken.contains(s("the last part has no end")), qPrintable(report->firstBroken));
    }
    // One more part of one activity.
    void move()
    {
        ended();
        m_desk->nowMs += 2 * limits::msPerDay;
        QVERIFY(m_desk->say(ForgetArchived{write().value()}));
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void ArchivingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(s("archive.jsonl"));
    m_desk = std::make_unique<Desk>();
    m_desk->hire(s("ana"), {s("dig"), s("paint")});
}

void ArchivingTest::whatEndedLongAgoGoes()
{
    const ActivityId late = m_desk->open({Desk::task(s("dig"), limits::msPerMinute)});
    const ActivityId old = ended();
    m_desk->nowMs += limits::msPerHour;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs)); // an alert
    QVERIFY(m_desk->act(late, s("dig"), TaskAction::Complete, s("ana")));
    m_desk->nowMs += 2 * limits::msPerDay;
    const ActivityId young = ended();
    const ActivityId open = m_desk->open({Desk::task(s("dig"))});
    QCOMPARE(rows("alert"), 1);

    const auto count = m_desk->ask(CountArchivable{m_desk->nowMs - limits::msPerDay});
    QCOMPARE(count->activities, 2);
    QCOMPARE(count->tasks, 3);
    const auto part = write();
    QVERIFY(part);
    QCOMPARE(part->activities.size(), 2u);
    QVERIFY(isThere(old)); // until it is said that they may go
    const auto gone = m_desk->say(ForgetArchived{*part});
    QVERIFY(gone);
    QCOMPARE(gone->activities, 2);
    QCOMPARE(gone->tasks, count->tasks);
    QCOMPARE(gone->events, count->events);
    if (m_desk->url.dialect == store::Dialect::PostgreSql)
        QCOMPARE(rows("activity_request"), rows("activity"));
    QVERIFY(!isThere(old) && !isThere(late) && isThere(young) && isThere(open));
    QCOMPARE(rows("alert"), 0);
    QVERIFY(m_desk->auditIsFine());
    QVERIFY(m_desk->ask(VerifyDatabase{})->problems.empty());
    verifies(2);
    const auto record = m_desk->ask(ListEvents{{}, limits::pageMax, {}});
    QCOMPARE(record->items.back().kind, s("activities.archived"));
    QVERIFY(record->items.back().detail.contains(part->sha256.toHex()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.seek(part->offset + part->bytes)); // its end
    QVERIFY(file.readLine().startsWith("{\"part\":{\"bytes\":" + QByteArray::number(part->bytes)));
    QVERIFY(file.atEnd());
    QVERIFY(write(part->last)->activities.empty());
}

// Whatever is archived first.
void ArchivingTest::aRuleRemembersWhenItActed()
{
    const auto lastMs = [this] {
        return m_desk->ask(ListRules{})->front().lastFiredAtMs;
    };
    const auto breach = [this] {
        const ActivityId id = m_desk->open({Desk::task(s("dig"), limits::msPerMinute)});
        m_desk->nowMs += limits::msPerHour;
        if (!m_desk->engine->tick(m_desk->nowMs))
            qFatal("the clock cannot be turned");
        return id;
    };
    const auto archive = [this](ActivityId id) {
        QVERIFY(m_desk->act(id, s("dig"), TaskAction::Complete, s("ana")));
        m_desk->nowMs += 2 * limits::msPerDay;
        QVERIFY(m_desk->say(ForgetArchived{write().value()}));
        QVERIFY(!isThere(id));
    };
    QCOMPARE(lastMs(), 0);
    const ActivityId first = breach();
    const qint64 firstMs = lastMs();
    QVERIFY(firstMs > 0);
    const ActivityId second = breach();
    const qint64 secondMs = lastMs();
    QVERIFY(secondMs > firstMs);
    archive(second);
    QCOMPARE(lastMs(), secondMs);
    archive(first);
    QCOMPARE(rows("escalation_firing"), 0);
    QCOMPARE(lastMs(), secondMs);
}

void ArchivingTest::contentsGoWithTheLastOfTheirArtefacts()
{
    ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    ended(); // the same content, which is kept once
    QCOMPARE(rows("artefact_content"), 1);
    QVERIFY(m_desk->say(ForgetArchived{write().value()}));
    QCOMPARE(rows("artefact"), 1);
    QCOMPARE(rows("artefact_content"), 1);
    m_desk->nowMs += 2 * limits::msPerDay;
    QVERIFY(m_desk->say(ForgetArchived{write().value()}));
    QCOMPARE(rows("artefact_content"), 0);
    QCOMPARE(lines().join().count("{\"content\""), 2);
    verifies(2);
}

void ArchivingTest::whatChangedSinceItWasWrittenStays()
{
    const ActivityId id = ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    const ArchivePart part = write().value();
    ActionInput comment;
    comment.action = TaskAction::Comment;
    comment.text = s("the hole is back");
    QVERIFY(m_desk->say(ActOnTask{{id, s("dig"), {}}, comment}));
    QCOMPARE(m_desk->say(ForgetArchived{part})->activities, 0);
    QVERIFY(isThere(id));
    QVERIFY(m_desk->auditIsFine());
}

void ArchivingTest::whatChangesInTheSameBatchStays()
{
    const ActivityId id = ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    ActionInput comment;
    comment.action = TaskAction::Comment;
    comment.text = s("the hole is back");
    const Actor boss{s("boss"), Role::Admin, {}};
    const Request forget{ForgetArchived{write().value()}, boss, {}};
    const Request say{ActOnTask{{id, s("dig"), {}}, comment}, boss, {}};
    const auto outcome = m_desk->engine->execute({&forget, &say}, {}, m_desk->nowMs);
    QVERIFY(outcome.replies[1].result);
    QCOMPARE(std::get<ArchiveCount>(*outcome.replies[0].result).activities, 0);
    QVERIFY(isThere(id));
    QVERIFY(m_desk->auditIsFine());
}

void ArchivingTest::whatSomebodyHoldsIsLeft()
{
    const ActivityId held = ended();
    const ActivityId free = ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    const ArchivePart part = write().value();
    if (test::TestDatabase::onPostgreSql()) { // on SQLite nobody else could
        const auto other = store::Connection::open(m_desk->url, store::Access::ReadWrite);
        other->begin(store::Access::ReadWrite);
        auto lock = other->prepare({s("SELECT id FROM activity WHERE id = $1 FOR UPDATE"), {s("id")}});
        lock->bind(0, held.value);
        QVERIFY(lock->next());
        QCOMPARE(m_desk->say(ForgetArchived{part})->activities, 1); // at once, without waiting
        lock->reset();
        other->rollback();
    }
    QVERIFY(isThere(held));
    QVERIFY(m_desk->say(ForgetArchived{part}));
    QVERIFY(!isThere(held) && !isThere(free));
    QVERIFY(m_desk->auditIsFine());
}

// What is told of a queue that is too long is told of its first task, and once, whatever becomes of that.
void ArchivingTest::whatARuleStillFollowsIsLeft()
{
    save(*m_desk,
         {{s("when"), s("queue_depth")},
          {s("threshold"), 1},
          {s("scope"), QJsonObject{{s("skill"), s("dig")}}},
          {s("then"), s("notify")},
          {s("notify"), list({"slack:#crew"})}});
    const ActivityId first = m_desk->open({Desk::task(s("dig"))});
    const ActivityId second = m_desk->open({Desk::task(s("dig"), 30 * limits::msPerDay)}, 30 * limits::msPerDay);
    m_desk->open({Desk::task(s("dig"), 30 * limits::msPerDay)}, 30 * limits::msPerDay);
    turnTo(*m_desk, m_desk->nowMs + limits::msPerHour);
    QCOMPARE(told(*m_desk), QStringList{s("slack:#crew")});
    QVERIFY(m_desk->act(first, s("dig"), TaskAction::Complete, s("ana")));
    turnTo(*m_desk, m_desk->nowMs + 2 * limits::msPerDay);
    QCOMPARE(m_desk->ask(CountArchivable{m_desk->nowMs - limits::msPerDay})->activities, 0);
    QVERIFY(m_desk->say(ForgetArchived{write().value()}));
    turnTo(*m_desk, m_desk->nowMs + limits::msPerHour);
    QCOMPARE(told(*m_desk), QStringList{s("slack:#crew")});
    QVERIFY(m_desk->act(second, s("dig"), TaskAction::Complete, s("ana"))); // it is short enough now
    turnTo(*m_desk, m_desk->nowMs + limits::msPerHour);
    QCOMPARE(m_desk->say(ForgetArchived{write().value()})->activities, 1);
}

void ArchivingTest::whatWasPutOffIsNotToldAfterwards_data()
{
    QTest::addColumn<QJsonObject>("about");
    QTest::newRow("a breach") << QJsonObject{{s("when"), s("sla_breach")}};
    QTest::newRow("a queue") << QJsonObject{
        {s("when"), s("queue_depth")}, {s("threshold"), 1}, {s("scope"), QJsonObject{{s("skill"), s("dig")}}}};
}

// Nor what nobody could send: the alert that it waited for goes into the archive, and so does what says that it is over.
void ArchivingTest::whatWasPutOffIsNotToldAfterwards()
{
    QFETCH(QJsonObject, about);
    about.insert(s("then"), s("notify"));
    about.insert(s("notify"), list({"console:desk", "slack:#crew"}));
    save(*m_desk, about);
    const std::array ids{m_desk->open({Desk::task(s("dig"), limits::msPerHour)}),
                         m_desk->open({Desk::task(s("dig"), limits::msPerHour)})};
    turnTo(*m_desk, m_desk->nowMs + limits::msPerHour);
    const auto alerts = m_desk->ask(ListAlerts{});
    for (const Alert &alert : alerts->items)
        QVERIFY(m_desk->say(SnoozeAlert{alert.id, 5 * limits::msPerDay}));
    for (const ActivityId id : ids)
        QVERIFY(m_desk->act(id, s("dig"), TaskAction::Complete, s("ana")));
    turnTo(*m_desk, m_desk->nowMs + 2 * limits::msPerDay);
    const auto waiting = [this] {
        return m_desk->ask(ListNotifications{NotificationState::Queued, Channel::Slack, 10, {}})->items.size();
    };
    QVERIFY(waiting() > 0);
    QVERIFY(m_desk->say(ForgetArchived{write().value()}));
    QVERIFY(!isThere(ids[0]) && !isThere(ids[1]));
    QCOMPARE(sent(*m_desk), QStringList());
    QCOMPARE(waiting(), 0u);
}

void ArchivingTest::aStepIsSmall()
{
    constexpr int many = limits::archiveActivitiesMax + 20;
    for (int i = 0; i < many; ++i) {
        const ActivityId id = m_desk->open();
        QVERIFY(m_desk->say(EndActivity{id, EndKind::Cancel, s("over")}));
    }
    std::vector<TaskSpec> crowd;
    for (int i = 0; i <= limits::archiveTasksMax; ++i)
        crowd.push_back(Desk::task(s("t%1").arg(i)));
    m_desk->nowMs += 1;
    for (int i = 0; i < 2; ++i)
        QVERIFY(m_desk->say(EndActivity{m_desk->open(crowd), EndKind::Cancel, s("over")}));
    m_desk->nowMs += 2 * limits::msPerDay;
    ArchiveKey last;
    QList<size_t> steps;
    for (;;) {
        const ArchivePart part = write(last).value();
        if (part.activities.empty())
            break;
        steps << part.activities.size();
        QVERIFY(m_desk->say(ForgetArchived{part}));
        last = part.last;
    }
    QCOMPARE(steps, (QList<size_t>{limits::archiveActivitiesMax, 20, 1, 1}));
    QCOMPARE(rows("task"), 0);
    verifies(many + 2);
}

void ArchivingTest::whatIsWrittenTwiceIsStillAnArchive()
{
    ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    QVERIFY(write()); // and then the program was killed
    const ArchivePart again = write().value();
    QVERIFY(again.offset > 0);
    QVERIFY(m_desk->say(ForgetArchived{again}));
    verifies(2);
}

void ArchivingTest::anUnfinishedLineIsCutOff()
{
    ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    QVERIFY(write());
    QFile file(m_file);
    QVERIFY(file.resize(file.size() - 7));
    endsInTheMiddle();
    QVERIFY(write());
    verifies(2); // what is there of the part before is passed over
    rewrite("{\"archive\":\"hm");
    QVERIFY(write());
    verifies(1);
}

// Lines at its end, or whole parts: those are known to the database only.
void ArchivingTest::whatWasCutOffIsMissed()
{
    move();
    const QByteArray first = lines().join('\n');
    move();
    const QByteArray both = lines().join('\n');
    const auto problems = [this] {
        const auto report = m_desk->ask(VerifyDatabase{});
        return report->problems.empty() ? QString() : report->problems.front().english();
    };
    verifies(2);
    QCOMPARE(problems(), QString());
    QByteArrayList left = both.split('\n');
    left.removeLast(); // behind the last line
    for (left.removeLast(); left.size() > 4;
         left.removeLast()) { // the heading, and the first part: a content, an activity, its end
        rewrite(left.join('\n') + '\n');
        endsInTheMiddle();
    }
    rewrite(first);
    verifies(1);
    QCOMPARE(problems(), s("the archive %1 does not hold what was moved there").arg(m_file));
    QByteArrayList without = both.split('\n');
    without.remove(1, 3); // the first part
    rewrite(without.join('\n'));
    QVERIFY(store::verifyArchive(m_file)->firstBroken.contains(s("is not as it was written")));
    QVERIFY(QFile::remove(m_file)); // put elsewhere
    QCOMPARE(problems(), QString());
    move(); // into a new one
    QCOMPARE(problems(), QString());
    QVERIFY(QFile::remove(m_file));
    QVERIFY(write()->activities.empty()); // begins one, with nothing to move
    move();
    QCOMPARE(problems(), QString());
}

// Where a database is shared, another machine's archive may have the name of one that is here.
void ArchivingTest::whatLiesOnAnotherMachineIsNotJudged()
{
    move();
    const auto judged = [this] {
        const auto report = m_desk->ask(VerifyDatabase{});
        return std::ranges::any_of(report->problems, [](const Message &problem) {
            return problem.english().contains(s("does not hold what was moved there"));
        });
    };
    QVERIFY(!judged());
    store::Connection::open(m_desk->url, store::Access::ReadWrite)
        ->script("INSERT INTO event (activity_id, seq, at, actor, kind, task_id, detail, hash) "
                 "SELECT activity_id, seq + 1, at, actor, kind, task_id, "
                 "replace(replace(detail, '\"host\":\"', '\"host\":\"not-'), '\"sha256\":\"', '\"sha256\":\"0'), hash "
                 "FROM event WHERE activity_id = 0 AND kind = 'activities.archived'");
    QCOMPARE(judged(), m_desk->url.dialect == store::Dialect::Sqlite);
}

void ArchivingTest::anArchiveWithoutEndsGoesOn()
{
    rewrite("{\"archive\":\"hms-act\",\"format\":1}\n");
    move();
    move();
    QVERIFY(!lines().join().contains("\"part\""));
    verifies(2);
}

void ArchivingTest::anotherFileIsLeftAlone()
{
    ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    rewrite("minutes of the county board");
    QVERIFY(write().error().code == ErrorCode::Conflict);
    QCOMPARE(lines().front(), QByteArray("minutes of the county board"));
    QVERIFY(!store::verifyArchive(m_file)->ok);
    m_file = m_folder->filePath(s("nowhere/archive.jsonl"));
    QVERIFY(write().error().code == ErrorCode::Conflict);
}

void ArchivingTest::aSpoiltArchiveIsNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named");
    QTest::newRow("an actor") << QByteArray("\"actor\":\"boss\"") << QByteArray("\"actor\":\"eve\"")
                              << s("the hash does not match");
    QTest::newRow("a missing event") << QByteArray("\"seq\":2") << QByteArray("\"seq\":9") << s("event 2: it is missing");
    QTest::newRow("a state") << QByteArray("\"state\":\"SKIPPED\"") << QByteArray("\"state\":\"COMPLETED\"")
                             << s("its events say SKIPPED");
    QTest::newRow("an artefact") << QByteArray("{\"content\":\"") << QByteArray("{\"content\":\"AAAA")
                                 << s("does not match its hash");
    QTest::newRow("no artefact") << QByteArray("{\"content\":\"YSBob2xl\",\"sha256\"") << QByteArray("{\"word\":\"\",\"id\"")
                                 << s("neither an activity nor an artefact");
    QTest::newRow("another format") << QByteArray("\"format\":2") << QByteArray("\"format\":3")
                                    << s("no archive that this program can read");
}

void ArchivingTest::aSpoiltArchiveIsNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    ended();
    m_desk->nowMs += 2 * limits::msPerDay;
    QVERIFY(write());
    verifies(1);
    QByteArray bytes = lines().join('\n');
    QVERIFY(bytes.contains(from));
    rewrite(bytes.replace(from, to));
    const auto report = store::verifyArchive(m_file);
    QVERIFY(!report->ok);
    QVERIFY2(report->firstBroken.contains(named), qPrintable(report->firstBroken));
}

HMSACT_TEST(ArchivingTest)

} // namespace hmsact::archiving_test

#include "archiving.moc"
