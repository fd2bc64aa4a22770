// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "client/workerloop.h"
#include "support/testprogram.h"

#include <QFile>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>

namespace hmsact::live_test {

using namespace hmsact::client;

// Every call against the real hms-actd: what the scripted server cannot know.
class TestLive : public QObject
{
    Q_OBJECT

    std::unique_ptr<Program> m_server;
    std::unique_ptr<Client> m_client;

    template <class T>
    T value(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("the test waited in vain");
        const Result<T> result = future.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        return *result;
    }
    template <class T>
    ErrorKind refusal(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) || future.result())
            qFatal("this should have been refused");
        return future.result().error().kind;
    }
    QString activityWith(const std::vector<TaskSpec> &tasks)
    {
        return value(m_client->createActivity(
                         {.citizenId = u"jordan"_qs, .intent = u"live"_qs, .sla = u"48h"_qs, .tasks = tasks}))
            .id;
    }
    QStringList names(const std::vector<QJsonObject> &items)
    {
        QStringList all;
        for (const QJsonObject &item : items)
            all << item.value(u"name"_qs).toString();
        return all;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<Program>(u"hms-actd"_qs);
        QVERIFY(m_server->serve({u"--sandbox"_qs, u"--no-sample"_qs}));
        Settings settings;
        settings.url = QUrl(m_server->address);
        settings.token = u"demo-sandbox-token"_qs;
        m_client = std::make_unique<Client>(settings);
        value(m_client->registerWorker({.name = u"bot-1"_qs, .skills = {{u"dig"_qs, 3}}, .capacity = 10}));
    }
    void cleanupTestCase()
    {
        m_client.reset();
        QCOMPARE(m_server->stop(), 0);
    }

    void everyActionOnATask()
    {
        Client &c = *m_client;
        const QString id = activityWith({{.name = u"a"_qs, .sla = u"1h"_qs, .needs = QStringList(), .skill = u"dig"_qs},
                                         {.name = u"b"_qs, .sla = u"1h"_qs, .needs = QStringList(), .review = u"human"_qs},
                                         {.name = u"c"_qs, .sla = u"1h"_qs, .optional = true},
                                         {.name = u"d"_qs, .sla = u"1h"_qs, .optional = true},
                                         {.name = u"e"_qs, .sla = u"1h"_qs, .needs = QStringList(), .maxAttempts = 1}});
        QCOMPARE(value(c.hold(id, u"a"_qs, u"wait"_qs)).state, u"ON_HOLD"_qs);
        QCOMPARE(value(c.resume(id, u"a"_qs)).state, u"PENDING"_qs);
        QCOMPARE(value(c.reassignToWorker(id, u"a"_qs, u"bot-1"_qs)).workerId, u"bot-1"_qs);
        QCOMPARE(refusal(c.reassignToPool(id, u"a"_qs, u"nobody"_qs)), ErrorKind::Validation);
        const Lease lease = value(c.reserve({.workerId = u"bot-1"_qs})).at(0);
        QCOMPARE(value(c.heartbeat(lease, u"bot-1"_qs, {.percent = 40})).state, u"IN_PROGRESS"_qs);
        QCOMPARE(value(c.release(lease, u"bot-1"_qs, u"broken spade"_qs)).state, u"PENDING"_qs);
        QCOMPARE(value(c.complete(id, u"a"_qs, u"bot-1"_qs, QJsonObject{{u"depth"_qs, 2}})).state, u"COMPLETED"_qs);
        QCOMPARE(value(c.undo(id, u"a"_qs, u"bot-1"_qs)).state, u"IN_PROGRESS"_qs);
        QCOMPARE(value(c.skip(id, u"a"_qs, u"no need"_qs)).state, u"SKIPPED"_qs);
        QCOMPARE(value(c.complete(id, u"b"_qs, u"bot-2"_qs)).state, u"IN_REVIEW"_qs);
        QCOMPARE(value(c.sendBack(id, u"b"_qs, u"again"_qs)).state, u"PENDING"_qs);
        QCOMPARE(value(c.complete(id, u"b"_qs, u"bot-2"_qs)).state, u"IN_REVIEW"_qs);
        QCOMPARE(value(c.approve(id, u"b"_qs, 7)).json.value(u"result"_qs), QJsonValue(7));
        QCOMPARE(value(c.optIn(id, u"c"_qs)).state, u"PENDING"_qs);
        QCOMPARE(value(c.decline(id, u"d"_qs, u"too dear"_qs)).state, u"SKIPPED"_qs);
        QCOMPARE(value(c.comment(id, u"c"_qs, u"hello"_qs)).state, u"PENDING"_qs);
        QVERIFY(value(c.events(id)).value(u"items"_qs).toArray().size() > 10);
        QCOMPARE(value(c.explainDue(id, u"c"_qs)).value(u"sla"_qs).toString(), u"1h"_qs);
        QCOMPARE(value(c.activity(id)).tasks.size(), size_t(5));
    }

    void whatAWorkerSaysOfItsWorkIsPutAsTheServerTakesIt()
    {
        const QString id = activityWith({{.name = u"vivid"_qs, .sla = u"1h"_qs, .needs = QStringList()}});
        const QString faces = u"\U0001f600"_qs.repeated(1001);
        Settings settings;
        settings.url = QUrl(m_server->address);
        settings.token = u"demo-sandbox-token"_qs;
        WorkerLoop loop(settings, {.name = u"vivid-bot"_qs}, {});
        QPointer<Job> job;
        loop.serve(u"vivid"_qs, [&](Job &one) {
            job = &one;
            one.progress(40, u"\x1b[32mdone \xd83d"_qs + faces);
        });
        QSignalSpy troubled(&loop, &WorkerLoop::troubled);
        loop.start();
        const auto task = [&] {
            return value(m_client->task(id, u"vivid"_qs)).json;
        };
        QTRY_COMPARE(task().value(u"progress"_qs).toInt(), 40);
        QVERIFY(task().value(u"progress_note"_qs).toString().startsWith(u"\xfffd[32mdone ?\U0001f600"_qs));
        job->fail(u"\x1b[31mbad"_qs + faces);
        QTRY_VERIFY(task().value(u"reason"_qs).toString().startsWith(u"\xfffd[31mbad\U0001f600"_qs));
        QCOMPARE(troubled.count(), 0);
    }

    void aFailedTaskRaisesAnAlert()
    {
        Client &c = *m_client;
        const QString id = activityWith({{.name = u"f"_qs, .sla = u"1h"_qs, .skill = u"dig"_qs, .maxAttempts = 1}});
        const Lease lease = value(c.reserve({.workerId = u"bot-1"_qs})).at(0);
        QCOMPARE(value(c.fail(lease, u"bot-1"_qs, u"rock"_qs)).state, u"FAILED"_qs);
        const Page<Alert> open = value(c.alerts({{u"open"_qs, u"true"_qs}}));
        QCOMPARE(open.items.at(0).activityId, id);
        QVERIFY(value(c.snoozeAlert(open.items[0].id, u"30m"_qs)).snoozedUntil.isValid());
        QVERIFY(value(c.acknowledgeAlert(open.items[0].id)).acknowledgedAt.isValid());
        QCOMPARE(value(c.retry(id, u"f"_qs)).state, u"PENDING"_qs);
        QCOMPARE(value(c.cancelActivity(id, u"enough"_qs)).state, u"CANCELLED"_qs);
    }

    void rules()
    {
        Client &c = *m_client;
        const QJsonObject oneLine{{u"when"_qs, u"sla_breach"_qs}, {u"then"_qs, u"reassign"_qs}, {u"to"_qs, u"nowhere"_qs}};
        const QJsonObject rule = value(c.setRule(oneLine));
        const QString id = rule.value(u"id"_qs).toString();
        QVERIFY(names(value(c.rules())).contains(u"sla_breach: reassign to nowhere"_qs));
        QCOMPARE(value(c.rule(id)).value(u"version"_qs).toInt(), 1);
        QJsonObject changed{
            {u"name"_qs, u"later"_qs}, {u"when"_qs, u"sla_breach"_qs}, {u"steps"_qs, rule.value(u"steps"_qs)}};
        QCOMPARE(value(c.changeRule(id, changed)).value(u"version"_qs).toInt(), 2);
        QVERIFY(value(c.dryRun(u"later"_qs)).contains(u"would"_qs));
        QVERIFY(!value(c.lint(id)).empty()); // nobody is there
        QVERIFY(value(c.firings(id)).value(u"items"_qs).isArray());
        value(c.removeRule(id));
        QCOMPARE(refusal(c.rule(id)), ErrorKind::NotFound);
        QCOMPARE(value(c.ruleVersions(id)).value(u"items"_qs).toArray().size(), 2); // what it fired names them
        QCOMPARE(value(c.ruleVersion(id, 1)).value(u"rule"_qs).toObject().value(u"when"_qs).toString(), u"sla_breach"_qs);
    }

    void intentsAndTheirTemplates()
    {
        Client &c = *m_client;
        const QJsonObject intent = value(c.setIntent({.name = u"card"_qs,
                                                      .sla = u"48h"_qs,
                                                      .title = u"Replace a card"_qs,
                                                      .tasks = {{.name = u"verify"_qs, .sla = u"2h"_qs}},
                                                      .dueSoon = 0.6,
                                                      .atRisk = 0.85}));
        QCOMPARE(intent.value(u"title"_qs).toString(), u"Replace a card"_qs);
        const Activity made = value(c.createActivity(
            {.citizenId = u"jordan"_qs, .intent = u"card"_qs, .fromTemplate = u"card"_qs, .calendar = u"24x7"_qs}));
        QCOMPARE(value(c.activity(made.id)).tasks.at(0).name, u"verify"_qs);
        QCOMPARE(names(value(c.intents())), QStringList{u"card"_qs});
        QCOMPARE(value(c.intent(u"card"_qs)).value(u"sla"_qs).toString(), u"2d"_qs);
        value(c.removeIntent(u"card"_qs));
        QCOMPARE(refusal(c.intent(u"card"_qs)), ErrorKind::NotFound);
    }

    void calendars()
    {
        Client &c = *m_client;
        CalendarSpec office{.name = u"office"_qs,
                            .timeZone = u"America/New_York"_qs,
                            .hours = {{u"monday"_qs, {u"09:00-12:00"_qs, u"13:00-17:00"_qs}}},
                            .holidays = {{u"2026-12-25"_qs, u"Christmas"_qs}}};
        QCOMPARE(value(c.setCalendar(office)).value(u"holidays"_qs).toArray().size(), 1);
        QVERIFY(value(c.previewCalendar(office)).contains(u"moved"_qs));
        const QString holidays =
            u"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
            "DTSTART;VALUE=DATE:20270101\r\nSUMMARY:New Year\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"_qs;
        value(c.importHolidays(u"office"_qs, holidays, Client::Import::Preview));
        QCOMPARE(value(c.calendar(u"office"_qs)).value(u"holidays"_qs).toArray().size(), 1);
        value(c.importHolidays(u"office"_qs, holidays));
        QCOMPARE(value(c.calendar(u"office"_qs)).value(u"holidays"_qs).toArray().size(), 2);
        QCOMPARE(names(value(c.calendars())), QStringList({u"24x7"_qs, u"office"_qs}));
        value(c.removeCalendar(u"office"_qs));
        QCOMPARE(refusal(c.calendar(u"office"_qs)), ErrorKind::NotFound);
    }

    void messagesAndPeople()
    {
        Client &c = *m_client;
        const Notification test = value(c.sendTest(u"console:supervisor"_qs));
        QCOMPARE(test.channel, u"console"_qs);
        QCOMPARE(value(c.notifications()).items.at(0).id, test.id);
        QCOMPARE(refusal(c.resend(test.id)), ErrorKind::Conflict);
        QVERIFY(value(c.staffing()).contains(u"items"_qs));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(!value(c.absenceDrill(u"bot-1"_qs, now, now.addDays(1))).isEmpty());
        QVERIFY(!value(c.stats()).isEmpty());
    }

    void tasksAreAddedListedAndHaveFiles()
    {
        Client &c = *m_client;
        const QString id = activityWith({});
        value(c.enqueue(id,
                        {{.name = u"scan"_qs, .sla = u"1h"_qs, .skill = u"scan"_qs},
                         {.name = u"burn"_qs, .sla = u"1h"_qs, .needs = QStringList(), .skill = u"scan"_qs},
                         {.name = u"file"_qs, .sla = u"1h"_qs, .optional = true}}));
        QCOMPARE(value(c.tasks(id)).items.size(), size_t(3));
        QCOMPARE(value(c.queue({{u"skill"_qs, u"scan"_qs}})).items.at(0).activityId, id);
        QCOMPARE(value(c.act(id, u"file"_qs, u"opt-in"_qs)).state, u"WAITING"_qs);
        value(c.registerWorker({.name = u"scan-bot"_qs, .skills = {{u"scan"_qs, 3}}}));
        value(c.registerWorker({.name = u"scan-clerk"_qs, .skills = {{u"scan"_qs, 3}}, .kind = u"human"_qs}));
        const Lease lease = value(c.reserve({.workerId = u"scan-bot"_qs})).at(0);
        value(c.putArtefact(id, u"scan"_qs, u"card.pdf"_qs, "%PDF", "application/pdf", lease.leaseToken));
        QCOMPARE(value(c.artefact(id, u"scan"_qs, u"card.pdf"_qs)), QByteArray("%PDF"));
        QCOMPARE(value(c.abstain(lease, u"scan-bot"_qs, u"blurred"_qs)).state, u"PENDING"_qs);
        const Lease next = value(c.reserve({.workerId = u"scan-bot"_qs})).at(0);
        QCOMPARE(value(c.fail(next, u"scan-bot"_qs, u"no fire"_qs, false)).state, u"FAILED"_qs);
        QCOMPARE(value(c.failActivity(id, u"lost"_qs)).state, u"FAILED"_qs);
        QCOMPARE(value(c.activities({{u"state"_qs, u"FAILED"_qs}})).items.at(0).id, id);
    }

    void workersComeChangeAndGo()
    {
        Client &c = *m_client;
        value(c.registerWorker({.name = u"temp"_qs, .skills = {{u"lift"_qs, 3}}}));
        QCOMPARE(value(c.updateWorker(u"temp"_qs, {{u"capacity"_qs, 7}})).json.value(u"capacity"_qs).toInt(), 7);
        QCOMPARE(value(c.worker(u"temp"_qs)).json.value(u"capacity"_qs).toInt(), 7);
        const auto all = value(c.workers()).items;
        QVERIFY(std::ranges::any_of(all, [](const Worker &one) { return one.id == u"temp"_qs; }));
        value(c.removeWorker(u"temp"_qs));
        QCOMPARE(refusal(c.worker(u"temp"_qs)), ErrorKind::NotFound);
    }

    void everyCallIsMadeHere()
    {
        const auto text = [](const char *name) {
            QFile file(QStringLiteral(HMSACT_SOURCE_DIR) + QString::fromLatin1(name));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString calls = text("/src/client/client.h") + text("/src/client/administration.h");
        const QString here = text("/tests/client/live.cpp");
        static const QRegularExpression call(u"^    Future<.*> (\\w+)\\("_qs, QRegularExpression::MultilineOption);
        QStringList missing;
        int count = 0;
        for (const auto &match : call.globalMatch(calls)) {
            ++count;
            if (!here.contains(u"c."_qs + match.captured(1) + u'(') && !here.contains(u"->"_qs + match.captured(1) + u'('))
                missing << match.captured(1);
        }
        QVERIFY(count > 60);
        QCOMPARE(missing, QStringList());
    }

    void manyAtOnce()
    {
        Client &c = *m_client;
        activityWith({{.name = u"x"_qs, .sla = u"1h"_qs, .needs = QStringList(), .skill = u"dig"_qs},
                      {.name = u"y"_qs, .sla = u"1h"_qs, .needs = QStringList(), .skill = u"dig"_qs}});
        std::vector<Lease> leases = value(c.reserve({.workerId = u"bot-1"_qs, .max = 2}));
        QCOMPARE(leases.size(), size_t(2));
        leases[0].taskId = u"x"_qs; // a bad one does not spoil the rest
        const QJsonArray results = value(c.completeAll(leases, u"bot-1"_qs));
        QCOMPARE(results[0][u"status"].toInt(), 404);
        QCOMPARE(results[1][u"ok"].toBool(), true);
    }
};

HMSACT_TEST(TestLive)

} // namespace hmsact::live_test

#include "live.moc"
