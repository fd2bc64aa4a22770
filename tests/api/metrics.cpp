// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "api/metricstext.h"
#include "api/toyserver.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace hmsact::metrics_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// GET /metrics and /readyz: what they say, and that it does not grow with what is asked or stored.
class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void figuresAreThoseOfTheWork();
    void whatIsPutOffIsNotLate();
    void commandsAreCountedByKindAndOutcome();
    void probesAreNoWork();
    void waitsAreMeasured();
    void requestsAreCountedByRoute();
    void labelsAreBounded();
    void textIsEscapedAndCumulative();
    void onlyKnownCallersScrape();
    void lateEngineIsNotReady();
    void silentEngineIsAnAlarm();
};

namespace {

QMap<QByteArray, double> scrape(ApiFixture &api)
{
    QMap<QByteArray, double> samples;
    for (const QByteArray &line : api.call("GET", "//metrics", "viewer-token").body.split('\n')) {
        const qsizetype blank = line.lastIndexOf(' ');
        if (!line.isEmpty() && !line.startsWith('#'))
            samples.insert(line.first(blank), line.mid(blank + 1).toDouble());
    }
    return samples;
}

const QByteArray createDone = R"(hms_act_commands_total{command="create_activity",outcome="done"})";
const QByteArray actNotFound = R"(hms_act_commands_total{command="act_on_task",outcome="not_found"})";

} // namespace

void TestMetrics::figuresAreThoseOfTheWork()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    api.makeWorker(u"bot-2"_s, {u"s"_s}); // for what is late
    api.makeActivity({u"a"_s, u"b"_s}, u"s"_s);
    QCOMPARE(api.post("/queue/reserve", {{u"worker_id"_s, u"bot-1"_s}})[u"items"].toArray().size(), 1);
    auto samples = scrape(api);
    QCOMPARE(samples[R"(hms_act_tasks{state="PENDING"})"], 1.0);
    QCOMPARE(samples[R"(hms_act_tasks{state="IN_PROGRESS"})"], 1.0);
    QCOMPARE(samples[R"(hms_act_tasks{state="WAITING"})"], 0.0);
    QCOMPARE(samples["hms_act_activities_open"], 1.0);
    QCOMPARE(samples["hms_act_workers"], 2.0);
    QCOMPARE(samples["hms_act_alerts_open"], 0.0);
    QVERIFY(samples["hms_act_database_size_bytes"] > 10'000);
    QVERIFY(samples["process_resident_memory_bytes"] > 1'000'000);
    api.post("/sandbox/advance", {{u"by"_s, u"2h"_s}});
    samples = scrape(api);
    QCOMPARE(samples["hms_act_alerts_open"], 2.0);
    QCOMPARE(samples[R"(hms_act_tasks_pressed{sla_state="breached"})"], 2.0);
    QCOMPARE(samples["hms_act_engine_late_seconds"], 0.0);
    QCOMPARE(api.get("/stats")[u"database_bytes"].toDouble(), samples["hms_act_database_size_bytes"]);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestMetrics::whatIsPutOffIsNotLate()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeWorker(u"bot-1"_s, {u"s"_s}); // else that nobody can do it is an alert as well
    api.post("/escalations/rules",
             {{u"when"_s, u"sla_breach"_s},
              {u"then"_s, u"notify"_s},
              {u"notify"_s, QJsonArray{u"console:supervisor"_s, u"email:a@b.org"_s}}});
    api.makeActivity({u"a"_s}, u"s"_s);
    api.post("/sandbox/advance", {{u"by"_s, u"61m"_s}});
    const QByteArray oldest = "hms_act_notification_oldest_seconds";
    QTRY_VERIFY(scrape(api)[oldest] > 0);
    const QByteArray alert = api.get("/alerts")[u"items"][0][u"id"].toString().toUtf8();
    api.post("/alerts/" + alert + "/snooze", {{u"for"_s, u"30m"_s}});
    QTRY_COMPARE(scrape(api)[oldest], 0.0); // figures are kept for a moment
    api.post("/sandbox/advance", {{u"by"_s, u"30m"_s}});
    QTRY_VERIFY(scrape(api)[oldest] > 0);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestMetrics::commandsAreCountedByKindAndOutcome()
{
    ApiFixture api;
    const auto before = scrape(api);
    const QByteArray id = api.makeActivity();
    api.makeActivity();
    QCOMPARE(api.call("POST", "/activities/" + id + "/tasks/none/hold", "admin-token", R"({"reason": "x"})").status, 404);
    const auto after = scrape(api);
    QCOMPARE(after[createDone] - before[createDone], 2.0);
    QCOMPARE(after[actNotFound] - before[actNotFound], 1.0);
    const QByteArray commits = "hms_act_batch_commit_seconds_count";
    QCOMPARE(after[commits] - before[commits], 3.0);
    QCOMPARE(after["hms_act_batch_commands_sum"] - before["hms_act_batch_commands_sum"], 3.0);
    QVERIFY(after["hms_act_batch_commit_seconds_sum"] > before["hms_act_batch_commit_seconds_sum"]);
}

void TestMetrics::probesAreNoWork()
{
    ApiFixture api;
    const auto before = scrape(api);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(api.call("GET", "//readyz", "").status, 200);
    const auto after = scrape(api);
    for (const QByteArray &figure : {QByteArray(R"(hms_act_commands_total{command="complete_tasks",outcome="done"})"),
                                     QByteArray("hms_act_batch_commit_seconds_count")})
        QCOMPARE(after[figure], before[figure]);
}

void TestMetrics::waitsAreMeasured()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    api.post("/queue/reserve", {{u"worker_id"_s, u"bot-1"_s}, {u"wait_s"_s, 1}});
    const auto samples = scrape(api);
    QCOMPARE(samples["hms_act_reserve_wait_seconds_count"], 1.0);
    QVERIFY(samples["hms_act_reserve_wait_seconds_sum"] >= 0.9);
}

void TestMetrics::requestsAreCountedByRoute()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity();
    api.get("/activities/" + id);
    api.get("/activities/" + id);
    QCOMPARE(api.call("GET", "/activities/act-0000000000000", "admin-token").status, 404);
    const auto samples = scrape(api);
    const QByteArray route = R"(method="GET",route="/api/v1/activities/{id}")";
    QCOMPARE(samples["hms_act_http_requests_total{" + route + R"(,code="200"})"], 2.0);
    QCOMPARE(samples["hms_act_http_requests_total{" + route + R"(,code="404"})"], 1.0);
    QCOMPARE(samples["hms_act_http_request_duration_seconds_count{" + route + "}"], 3.0);
}

void TestMetrics::labelsAreBounded()
{
    ApiFixture api;
    const auto before = scrape(api).size();
    for (int i = 0; i < 50; ++i) {
        const QByteArray number = QByteArray::number(i);
        QCOMPARE(api.call("GET", "/nothing-" + number, "admin-token").status, 404);
        QVERIFY(api.call("BREW" + number, "/queue", "admin-token").status >= 400);
        api.makeWorker(u"bot-%1"_s.arg(i), {u"skill-%1"_s.arg(i)});
    }
    const auto samples = scrape(api);
    QVERIFY2(samples.size() < before + 100, qPrintable(QString::number(samples.size() - before)));
    for (auto it = samples.cbegin(); it != samples.cend(); ++it)
        QVERIFY2(!it.key().contains("bot-") && !it.key().contains("nothing"), it.key().constData());
}

void TestMetrics::textIsEscapedAndCumulative()
{
    static constexpr std::array bounds{1.0, 2.5};
    engine::Histogram histogram(bounds);
    for (const double value : {0.5, 1.0, 2.0, 9.0})
        histogram.record(value);
    MetricsText out;
    out.gauge("x", "Help.");
    out.sample({{"a", "q\"b\\c\nd"}}, 1.5);
    out.histogram("h", "Help.");
    out.sample({}, histogram);
    QCOMPARE(out.text(),
             QByteArray("# HELP x Help.\n# TYPE x gauge\nx{a=\"q\\\"b\\\\c\\nd\"} 1.5\n# HELP h Help.\n# TYPE h histogram\n"
                        "h_bucket{le=\"1\"} 2\nh_bucket{le=\"2.5\"} 3\nh_bucket{le=\"+Inf\"} 4\nh_sum 12.5\nh_count 4\n"));
}

void TestMetrics::onlyKnownCallersScrape()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "//metrics", "").status, 401);
    QCOMPARE(api.call("GET", "//metrics", "viewer-token").status, 200);
    QCOMPARE(api.misfits.join(u'\n'), QString());
    api.closeCore(); // without a database the process still tells of itself
    const RawAnswer answer = api.call("GET", "//metrics", "operator-secret");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("\nhms_act_build_info{"));
    QVERIFY(!answer.body.contains("\nhms_act_tasks{"));
    QVERIFY(!RawClient(api.port()).isClosedWithin(2'100)); // a token is looked up every other second
    QCOMPARE(api.call("GET", "//metrics", "viewer-token").status, 200); // it was known, and nobody can ask
    QCOMPARE(api.call("GET", "//metrics", "clerk-token").status, 503); // it has not been seen here
    QCOMPARE(api.call("GET", "/stats", "viewer-token").status, 503);
}

void TestMetrics::lateEngineIsNotReady()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.makeActivity({u"a"_s});
    QCOMPARE(api.call("GET", "//readyz", "").status, 200);
    api.clock().set(api.clock().nowMs() + domain::limits::msPerHour + 3000); // nobody wakes the engine
    QCOMPARE(api.core().lateMs(), 3000);
    QCOMPARE(scrape(api)["hms_act_engine_late_seconds"], 3.0);
    api.clock().set(api.clock().nowMs() + 4000);
    const RawAnswer late = api.call("GET", "//readyz", "");
    QCOMPARE(late.status, 503);
    QVERIFY2(late.body.contains("late by 7 s"), late.body.constData());
    QTRY_COMPARE(api.call("GET", "//readyz", "").status, 200); // asking woke it
    QCOMPARE(api.core().lateMs(), 0);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// Nothing is late, for nothing is due; but nobody would see it if it were.
void TestMetrics::silentEngineIsAnAlarm()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.clock().set(api.clock().nowMs() + domain::limits::engineSilentMs);
    QCOMPARE(scrape(api)["hms_act_engine_silent_seconds"], 60.0);
    api.clock().set(api.clock().nowMs() + 1'000);
    QCOMPARE(scrape(api)["hms_act_engine_silent_seconds"], 61.0);
    const RawAnswer silent = api.call("GET", "//readyz", "");
    QCOMPARE(silent.status, 503);
    QVERIFY2(silent.body.contains("no engine has looked at the timers for 61 s"), silent.body.constData());
    QTRY_COMPARE(api.call("GET", "//readyz", "").status, 200); // asking woke it
    QCOMPARE(scrape(api)["hms_act_engine_silent_seconds"], 0.0);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestMetrics)

} // namespace hmsact::metrics_test

#include "metrics.moc"
