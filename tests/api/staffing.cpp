// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::staffing_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Who is there, who goes away, and why work waits, over HTTP in the documented form.
class TestStaffing : public QObject
{
    Q_OBJECT

private slots:
    void whoIsThereAndWhatNobodyHas();
    void aDrillSaysWhatLeaveDoes();
    void everyCauseOfWaitingIsSaid();
    void badWorkersAreRefused_data();
    void badWorkersAreRefused();
    void whatWasSetCanBeTakenBack();
    void skillsAndPoolsThatNobodyHasAreNamed();
    void aWorkersLanguageIsKept();
    void workersSayWhetherTheyAreThere();
    void anotherWorkersNameIsRefused();
    void badCursorsAreRefused();
};

namespace {

QJsonObject worker(const QString &name, const QJsonObject &more = {})
{
    QJsonObject body{{u"name"_s, name}, {u"skills"_s, QJsonArray{u"dig"_s}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

QJsonObject told(const QString &name, const QJsonObject &more = {})
{
    QJsonObject body = worker(name, more);
    body.insert(u"channel"_s, u"email:%1@county.gov"_s.arg(name));
    return body;
}

QJsonObject row(const QJsonObject &staff, const QString &key, const QString &value)
{
    const QJsonArray rows = staff[key == u"id" ? u"items"_s : u"skills"_s].toArray();
    for (const QJsonValue &each : rows) {
        if (each[key].toString() == value)
            return each.toObject();
    }
    return {};
}

// An activity with one task "dig"; the path of the task.
QByteArray open(ApiFixture &api, const QJsonObject &more = {})
{
    QJsonObject task{{u"name"_s, u"dig"_s}, {u"sla"_s, u"48h"_s}, {u"needs"_s, QJsonArray()}};
    for (auto it = more.begin(); it != more.end(); ++it)
        task.insert(it.key(), it.value());
    const QByteArray id = api.makeActivity();
    api.post("/activities/" + id + "/tasks", {{u"tasks"_s, QJsonArray{task}}});
    return "/activities/" + id + "/tasks/dig";
}

QString causeOf(ApiFixture &api, const QByteArray &task)
{
    const QJsonObject read = api.get(task);
    return read[u"why_waiting"].toString().isEmpty() ? u"no words"_s : read[u"waiting_reason"][u"cause"].toString();
}

} // namespace

void TestStaffing::whoIsThereAndWhatNobodyHas()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.post("/workers", told(u"ann"_s));
    api.post("/workers", worker(u"mole"_s));
    open(api, {{u"skill"_s, u"fly"_s}});
    QJsonObject staff = api.get("/staffing");
    QCOMPARE(row(staff, u"id"_s, u"ann"_s)[u"presence"].toString(), u"here"_s);
    QCOMPARE(row(staff, u"skill"_s, u"fly"_s)[u"gap"].toBool(), true);
    QCOMPARE(row(staff, u"skill"_s, u"fly"_s)[u"waiting"].toInt(), 1);
    QCOMPARE(row(staff, u"skill"_s, u"dig"_s)[u"here"].toInt(), 2);
    const RawAnswer away = api.call("PATCH", "/workers/ann", "supervisor-token", R"({"available": false})");
    QCOMPARE(away.status, 200);
    staff = api.get("/staffing");
    QCOMPARE(row(staff, u"id"_s, u"ann"_s)[u"presence"].toString(), u"not_available"_s);
    QCOMPARE(row(staff, u"skill"_s, u"dig"_s)[u"here"].toInt(), 1);
    const QByteArray task = open(api);
    QCOMPARE(api.get(task)[u"worker_id"].toString(), QString()); // not offered to who is away
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::aDrillSaysWhatLeaveDoes()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    api.post("/workers", told(u"ann"_s, {{u"skills"_s, QJsonObject{{u"dig"_s, 5}}}}));
    const QByteArray task = open(api);
    QCOMPARE(api.get(task)[u"worker_id"].toString(), u"ann"_s);
    api.post("/workers", told(u"bob"_s));
    const QDateTime now = QDateTime::fromString(api.get("/stats")[u"now"].toString(), Qt::ISODateWithMs);
    const QJsonObject leave{{u"from"_s, now.addSecs(3600).toString(Qt::ISODateWithMs)},
                            {u"to"_s, now.addSecs(7200).toString(Qt::ISODateWithMs)},
                            {u"substitute"_s, u"bob"_s}};
    const QJsonObject plan = api.post("/workers/ann/absence-drill", leave);
    QCOMPARE(plan[u"tasks"].toArray().size(), 1);
    QCOMPARE(plan[u"tasks"][0][u"to"].toString(), u"bob"_s);
    QCOMPARE(plan[u"tasks"][0][u"how"].toString(), u"substitute"_s);
    QCOMPARE(api.get(task)[u"worker_id"].toString(), u"ann"_s); // a drill changes nothing
    QCOMPARE(api.get("/workers/ann")[u"leave"].toArray().size(), 0);
    QCOMPARE(api.call("PATCH", "/workers/ann", "supervisor-token", jsonText({{u"leave"_s, QJsonArray{leave}}})).status, 200);
    api.post("/sandbox/advance", {{u"by"_s, u"59m"_s}});
    QCOMPARE(api.get(task)[u"worker_id"].toString(), u"ann"_s);
    api.post("/sandbox/advance", {{u"by"_s, u"1m"_s}});
    QCOMPARE(api.get(task)[u"worker_id"].toString(), u"bob"_s);
    QCOMPARE(row(api.get("/staffing"), u"id"_s, u"ann"_s)[u"presence"].toString(), u"on_leave"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::everyCauseOfWaitingIsSaid()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    const auto skill = [](const char *name) {
        return QJsonObject{{u"skill"_s, QString::fromLatin1(name)}};
    };
    const auto hire = [&](const char *name, const char *knows, QJsonObject more = {}) {
        more.insert(u"skills"_s, QJsonArray{QString::fromLatin1(knows)});
        api.post("/workers", worker(QString::fromLatin1(name), more));
    };
    const auto by = [](const char *name) {
        return QJsonObject{{u"worker_id"_s, QString::fromLatin1(name)}};
    };
    hire("clumsy", "fail");
    const QByteArray failed = open(api, skill("fail"));
    api.post("/queue/reserve", by("clumsy"));
    QJsonObject why = by("clumsy");
    why.insert(u"reason"_s, u"broken"_s);
    api.post(failed + "/fail", why);
    QCOMPARE(causeOf(api, failed), u"back_off"_s);
    api.post("/sandbox/advance", {{u"by"_s, u"1h"_s}});
    QCOMPARE(causeOf(api, failed), u"all_excluded"_s);

    QCOMPARE(causeOf(api, open(api, {{u"optional"_s, true}})), u"undecided"_s);
    const QByteArray first = open(api, skill("nothing"));
    QCOMPARE(causeOf(api, first), u"nobody_has_skill"_s);
    api.post(first.chopped(4), {{u"tasks"_s, QJsonArray{QJsonObject{{u"name"_s, u"then"_s}, {u"sla"_s, u"1h"_s}}}}});
    QCOMPARE(causeOf(api, first.chopped(3) + "then"), u"needs"_s);
    api.post(first + "/hold", {{u"reason"_s, u"the citizen"_s}});
    QCOMPARE(causeOf(api, first), u"on_hold"_s);
    hire("reader", "read");
    const QByteArray reviewed = open(api, {{u"skill"_s, u"read"_s}, {u"review"_s, u"human"_s}});
    QCOMPARE(causeOf(api, reviewed), u"ready"_s);
    api.post(reviewed + "/complete", by("reader"));
    QCOMPARE(causeOf(api, reviewed), u"in_review"_s);
    hire("cec", "ship", {{u"channel"_s, u"email:cec@county.gov"_s}});
    QCOMPARE(causeOf(api, open(api, skill("ship"))), u"offered"_s);
    hire("night", "sleep", {{u"pools"_s, QJsonArray{u"night"_s}}});
    const QByteArray kept = open(api, skill("read"));
    api.post(kept + "/reassign", {{u"pool"_s, u"night"_s}});
    QCOMPARE(causeOf(api, kept), u"empty_pool"_s);
    QCOMPARE(causeOf(api, open(api, {{u"skill"_s, u"read"_s}, {u"skill_level_min"_s, 5}})), u"level_too_low"_s);
    hire("small", "lift", {{u"capacity"_s, 1}});
    open(api, skill("lift"));
    api.post("/queue/reserve", by("small"));
    QCOMPARE(causeOf(api, open(api, skill("lift"))), u"all_at_capacity"_s);
    hire("gone", "row", {{u"available"_s, false}});
    QCOMPARE(causeOf(api, open(api, skill("row"))), u"all_away"_s);
    hire("agent", "judge", {{u"kind"_s, u"agent"_s}});
    hire("hal", "judge", {{u"kind"_s, u"human"_s}});
    const QByteArray doubted = open(api, {{u"skill"_s, u"judge"_s}, {u"confidence_floor"_s, 0.8}});
    QJsonObject unsure = by("agent");
    unsure.insert(u"confidence"_s, 0.1);
    api.post(doubted + "/complete", unsure);
    QCOMPARE(api.call("DELETE", "/workers/hal", "admin-token").status, 204);
    QCOMPARE(causeOf(api, doubted), u"no_human"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::badWorkersAreRefused_data()
{
    QTest::addColumn<QByteArray>("field"); // of a body
    QTest::addColumn<QByteArray>("pointer");
    const auto row = [](const char *field, const char *pointer) {
        QTest::newRow(field) << QByteArray(field) << QByteArray(pointer);
    };
    row(R"("capacity": 0)", "/capacity");
    row(R"("capacity": -1)", "/capacity");
    row(R"("capacity": 1.5)", "/capacity");
    row(R"("capacity": 10001)", "/capacity");
    row(R"("skills": {"dig": 0})", "/skills/dig");
    row(R"("skills": {"dig": 6})", "/skills/dig");
    row(R"("skills": [""])", "/skills/0");
    row(R"("skills": "dig")", "/skills");
    row(R"("channel": "alice@county.gov")", "/channel");
    row(R"("channel": "email:")", "/channel");
    row(R"("channel": "email:alice county.gov")", "/channel");
    row(R"("channel": "email:a@b\r\nBcc: c@d")", "/channel");
    row(R"("channel": "fax:+15550100")", "/channel");
    row(R"-("channel": "webhook:javascript:alert(1)")-", "/channel");
    row(R"("language": "fr")", "/language");
    row(R"("language": 1)", "/language");
    row(R"("pools": [""])", "/pools/0");
    row(R"("return_after": "0s")", "/return_after");
    row(R"("return_after": "10s")", "/return_after");
    row(R"("return_after": 5)", "/return_after");
    row(R"("calendar": "nowhere")", "/calendar");
    row(R"("leave": [{"from": "2030-01-02T00:00:00Z", "to": "2030-01-01T00:00:00Z"}])", "/leave/0/to");
    row(R"("leave": [{"from": "2030-01-01T00:00:00Z", "to": "2030-01-02T00:00:00Z", "substitute": "zoe"}])",
        "/leave/0/substitute");
    row(R"("skill": "dig")", "/skill");
}

void TestStaffing::badWorkersAreRefused()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, pointer);
    static ApiFixture api;
    api.post("/workers", told(u"ann"_s, {{u"capacity"_s, 3}}));
    const QJsonObject before = api.get("/workers/ann");
    const RawAnswer changed = api.call("PATCH", "/workers/ann", "admin-token", '{' + field + '}');
    QCOMPARE(changed.status, 422);
    QVERIFY2(changed.body.count('"' + pointer + '"') == 1, changed.body.constData());
    QCOMPARE(api.get("/workers/ann"), before);
    QByteArray body = R"({"name": "bob", "skills": ["dig"]})";
    if (field.startsWith(R"("skills")"))
        body = R"({"name": "bob"})";
    const RawAnswer made = api.call("POST", "/workers", "admin-token", body.chopped(1) + ", " + field + '}');
    QCOMPARE(made.status, 422);
    QVERIFY2(made.body.contains('"' + pointer + '"'), made.body.constData());
    QCOMPARE(api.get("/workers")[u"items"].toArray().size(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::whatWasSetCanBeTakenBack()
{
    ApiFixture api;
    const QJsonObject before = api.post("/workers", worker(u"ann"_s));
    const auto change = [&api](const QByteArray &body) {
        return api.call("PATCH", "/workers/ann", "admin-token", body).json();
    };
    const QJsonObject set = change(R"({"return_after": "2h", "channel": "email:a@b", "language": "es", "pools": ["p"]})");
    QCOMPARE(set[u"return_after"].toString(), u"2h"_s);
    const QJsonObject back = change(R"({"return_after": "", "channel": "", "language": "", "pools": []})");
    for (const QString &field : {u"return_after"_s, u"channel"_s, u"language"_s, u"pools"_s})
        QCOMPARE(back[field], before[field]);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::skillsAndPoolsThatNobodyHasAreNamed()
{
    ApiFixture api;
    api.post("/workers", worker(u"mole"_s));
    const QByteArray task = open(api, {{u"skill"_s, u"fly"_s}}); // nobody has it yet: taken, and said
    QCOMPARE(causeOf(api, task), u"nobody_has_skill"_s);
    QVERIFY(api.get(task)[u"why_waiting"].toString().contains(u"fly"));
    const QJsonObject before = api.get(task);
    for (const auto &[body, said] : {std::pair(R"({"worker_id": "mole"})", "does not have the skill"),
                                     std::pair(R"({"worker_id": "zoe"})", "there is no worker"),
                                     std::pair(R"({"pool": "night"})", "no worker is in the pool")}) {
        const RawAnswer refused = api.call("POST", task + "/reassign", "admin-token", body);
        QCOMPARE(refused.status, 422);
        QVERIFY2(refused.body.contains(said), refused.body.constData());
    }
    QCOMPARE(api.get(task), before);
    QVERIFY(api.post("/queue/reserve", {{u"worker_id"_s, u"mole"_s}})[u"items"].toArray().isEmpty());
    QCOMPARE(api.call("POST", "/queue/reserve", "admin-token", R"({"worker_id": "zoe"})").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::aWorkersLanguageIsKept()
{
    ApiFixture api;
    QCOMPARE(api.post("/workers", told(u"ann"_s, {{u"language"_s, u"es"_s}}))[u"language"].toString(), u"es"_s);
    api.post("/workers", told(u"ann"_s)); // what is not said stays
    QCOMPARE(api.get("/workers/ann")[u"language"].toString(), u"es"_s);
    QCOMPARE(api.call("PATCH", "/workers/ann", "admin-token", R"({"language": ""})").status, 200);
    QVERIFY(api.get("/workers/ann")[u"language"].isNull());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::workersSayWhetherTheyAreThere()
{
    ApiFixture api;
    api.post("/workers", told(u"ann"_s));
    api.post("/workers", told(u"bob"_s));
    const QByteArray token =
        api.post("/tokens", {{u"name"_s, u"ann's"_s}, {u"role"_s, u"worker"_s}, {u"worker_id"_s, u"ann"_s}})[u"token"]
            .toString()
            .toLatin1();
    QVERIFY(!token.isEmpty());
    QCOMPARE(api.call("PATCH", "/workers/ann", token, R"({"available": false})").status, 200);
    QCOMPARE(api.get("/workers/ann")[u"available"].toBool(), false);
    QCOMPARE(api.call("PATCH", "/workers/ann", token, R"({"available": true, "language": "es"})").status, 200);
    for (const auto &[who, body] : {std::pair("bob", R"({"available": false})"), std::pair("ann", R"({"capacity": 90})"),
                                    std::pair("ann", R"({"available": false, "pools": ["x"]})")}) {
        const QJsonObject before = api.get(QByteArray("/workers/") + who);
        QCOMPARE(api.call("PATCH", QByteArray("/workers/") + who, token, body).status, 403);
        QCOMPARE(api.get(QByteArray("/workers/") + who), before);
    }
    QCOMPARE(api.call("DELETE", "/workers/ann", token).status, 403);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// Whose name makes the same id is somebody else, and nobody is renamed to another.
void TestStaffing::anotherWorkersNameIsRefused()
{
    ApiFixture api;
    api.post("/workers", worker(u"Alice (County Clerk)"_s, {{u"channel"_s, u"email:alice@county.gov"_s}}));
    const QJsonObject alice = api.get("/workers/alice-county-clerk");
    const QByteArray other = jsonText(worker(u"Alice County-Clerk"_s, {{u"channel"_s, u"email:other@county.gov"_s}}));
    const RawAnswer collides = api.call("POST", "/workers", "admin-token", other);
    QCOMPARE(collides.status, 409);
    QCOMPARE(collides.json()[u"errors"][0][u"pointer"].toString(), u"/name"_s);
    QVERIFY2(collides.body.contains("alice-county-clerk"), collides.body.constData());
    QCOMPARE(api.get("/workers/alice-county-clerk"), alice);
    api.post("/workers", worker(u"bob"_s));
    const QByteArray asAlice = jsonText({{u"name"_s, u"Alice (County Clerk)"_s}});
    const RawAnswer renamed = api.call("PATCH", "/workers/bob", "admin-token", asAlice);
    QCOMPARE(renamed.status, 409);
    QCOMPARE(renamed.json()[u"errors"][0][u"pointer"].toString(), u"/name"_s);
    QCOMPARE(api.get("/workers/bob")[u"name"].toString(), u"bob"_s);
    QCOMPARE(api.call("PATCH", "/workers/bob", "admin-token", R"({"name": "Bob"})").status, 200);
    QCOMPARE(api.call("PATCH", "/workers/bob", "admin-token", R"({"name": "Bob"})").status, 200);
    QCOMPARE(api.call("POST", "/workers", "admin-token", jsonText(worker(u"Bob"_s))).status, 200);
    QJsonObject byId = worker(u"bob"_s); // which is only its id
    QCOMPARE(api.call("POST", "/workers", "admin-token", jsonText(byId)).status, 409);
    QCOMPARE(api.call("POST", "/workers", "admin-token", jsonText(worker(u"alice-county-clerk"_s))).status, 409);
    QCOMPARE(api.get("/workers/alice-county-clerk"), alice);
    byId.insert(u"id"_s, u"bob"_s);
    QCOMPARE(api.call("POST", "/workers", "admin-token", jsonText(byId)).status, 200);
    QCOMPARE(api.get("/workers/bob")[u"name"].toString(), u"bob"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestStaffing::badCursorsAreRefused()
{
    ApiFixture api;
    for (const char *name : {"a", "b", "c"})
        api.post("/workers", worker(QString::fromLatin1(name)));
    for (const QByteArray &list : {QByteArray("/workers"), QByteArray("/staffing")}) {
        QCOMPARE(api.call("GET", list + "?cursor=AAAA", "admin-token").status, 422);
        const QByteArray next = api.get(list + "?limit=2")[u"next_cursor"].toString().toUtf8();
        const QJsonArray rest = api.get(list + "?limit=2&cursor=" + next)[u"items"].toArray();
        QCOMPARE(rest.size(), 1);
        QCOMPARE(rest[0][u"id"].toString(), u"c"_s);
    }
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestStaffing)

} // namespace hmsact::staffing_test

#include "staffing.moc"
