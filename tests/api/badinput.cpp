// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace hmsact::badinput_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// What promises are made of, when it is none: rules, calendars, files of holidays, addresses. Each is named at its place, and
// nothing of it is stored.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }
    void isNamedAndNothingIsStored_data();
    void isNamedAndNothingIsStored();
    void noFilterIsNoneWhereItIsEmpty();
    void whatIsNotThereIsSaidInTheSameWords();

private:
    std::optional<ApiFixture> m_api;
};

namespace {

constexpr int mebibyte = 1024 * 1024;

struct Case {
    const char *name;
    QByteArray body;
    int status;
    QStringList pointers;
};

// What the API shows of all that is stored, without when the engine last looked at a rule: it goes on looking.
QString stored(ApiFixture &api)
{
    static const QRegularExpression looked(u"\"last_evaluated_at\":(null|\"[^\"]*\")"_s);
    QString all;
    for (const char *path : {"/escalations/rules", "/calendars", "/workers", "/notifications", "/activities", "/alerts"})
        all += QString::fromUtf8(jsonText(api.get(path))) + u'\n';
    return all.remove(looked) + QString::number(api.get("/db/status")[u"events"].toInteger());
}

std::vector<Case> rules()
{
    const auto told = [](const QByteArray &address) {
        return R"({"when": "sla_breach", "then": "notify", "notify": [)" + address + "]}";
    };
    const auto steps = [](const QByteArray &list) {
        return R"({"when": "sla_breach", "steps": [)" + list + "]}";
    };
    return {
        {"unknown fields",
         R"({"when": "sla_breach", "then": "hold", "zeal": 1, "Then": "x"})",
         422,
         {u"/Then"_s, u"/zeal"_s}},
        {"an unknown field of a step", steps(R"({"then": "hold", "loud": true})"), 422, {u"/steps/0/loud"_s}},
        {"a negative delay", steps(R"({"after": "-1h", "then": "hold"})"), 422, {u"/steps/0/after"_s}},
        {"negative times",
         R"({"when": "sla_breach", "then": "hold", "grace": "-1s", "digest": "-5m", "acknowledged_for": "-1d"})",
         422,
         {u"/acknowledged_for"_s, u"/digest"_s, u"/grace"_s}},
        {"a number for a time", steps(R"({"after": 60, "then": "hold"})"), 422, {u"/steps/0/after"_s}},
        {"10,000 steps", steps(QByteArray(R"({"then": "hold"},)").repeated(10'000).chopped(1)), 422, {u"/steps"_s}},
        {"no step", steps({}), 422, {u"/steps"_s}},
        {"in a circle",
         steps(R"({"then": "reassign", "to": "a"}, {"after": "1h", "then": "reassign", "to": "b"},
                  {"after": "2h", "then": "reassign", "to": "a"})"),
         422,
         {u"/steps/2/to"_s}},
        {"no scheme", told(R"("bob")"), 422, {u"/notify/0"_s}},
        {"addresses that are none",
         told(R"("email:bob", "email:a@b\r\nBcc: c@d", "sms:5551234", "slack:ops", "webhook:http://a.gov/",
                 "webhook:https://", "fax:+15551234", "console:")"),
         422,
         {u"/notify/0"_s, u"/notify/1"_s, u"/notify/2"_s, u"/notify/3"_s, u"/notify/4"_s, u"/notify/5"_s, u"/notify/6"_s,
          u"/notify/7"_s}},
        {"too many addresses", told(QByteArray(R"("slack:#a",)").repeated(1001).chopped(1)), 422, {u"/notify"_s}},
    };
}

std::vector<Case> calendars()
{
    const auto in = [](const QByteArray &zone) {
        return R"({"name": "new", "time_zone": ")" + zone + R"(", "hours": {"monday": ["09:00-17:00"]}})";
    };
    const auto open = [](const QByteArray &hours, const QByteArray &more = {}) {
        return R"({"name": "new", "time_zone": "UTC", "hours": )" + hours + more + '}';
    };
    const auto closed = [&open](const QByteArray &holidays) {
        return open(R"({"monday": ["09:00-17:00"]})", R"(, "holidays": [)" + holidays + ']');
    };
    return {
        {"without hours", R"({"name": "new", "time_zone": "UTC"})", 422, {u"/hours"_s}},
        {"no day with hours", open("{}"), 422, {u"/hours"_s}},
        {"days without hours", open(R"({"monday": [], "friday": []})"), 422, {u"/hours"_s}},
        {"a day that is none", open(R"({"moonday": ["09:00-17:00"]})"), 422, {u"/hours/moonday"_s}},
        {"hours that are none",
         open(R"({"monday": ["9-5", "25:00-26:00"]})"),
         422,
         {u"/hours/monday/0"_s, u"/hours/monday/1"_s}},
        {"past midnight", open(R"({"monday": ["22:00-06:00"]})"), 422, {u"/hours/monday/0"_s}},
        {"one over the other", open(R"({"monday": ["09:00-12:00", "11:00-13:00"]})"), 422, {u"/hours/monday/1"_s}},
        {"without a zone", R"({"name": "new", "hours": {"monday": ["09:00-17:00"]}})", 422, {u"/time_zone"_s}},
        {"a zone on Mars", in("Mars/Base"), 422, {u"/time_zone"_s}},
        {"an offset", in("UTC+02:00"), 422, {u"/time_zone"_s}},
        {"a path", in("../../etc/passwd"), 422, {u"/time_zone"_s}},
        {"a day that there is not", closed(R"({"date": "2026-02-30"})"), 422, {u"/holidays/0/date"_s}},
        {"a day that is not said", closed(R"({"date": ""})"), 422, {u"/holidays/0/date"_s}},
        {"a day twice", closed(R"({"date": "2026-12-25"}, {"date": "2026-12-25"})"), 422, {u"/holidays/1"_s}},
    };
}

// Which rule is asked about.
std::vector<Case> choices()
{
    return {
        {"no name", R"({"rule": ""})", 422, {u"/rule"_s}},
        {"a name with a control character", R"({"rule": "a\u0000b"})", 422, {u"/rule"_s}},
        {"a number", R"({"rule": 5})", 422, {u"/rule"_s}},
    };
}

std::vector<Case> files()
{
    const auto ics = [](const QByteArray &text) {
        return R"({"ics": ")" + text + R"("})";
    };
    return {
        {"50 MB", ics(QByteArray(50 * mebibyte, 'x')), 413, {}},
        {"more than a calendar has", ics("BEGIN:VCALENDAR" + QByteArray(2 * mebibyte, ' ')), 413, {}},
        {"nothing", "{}", 422, {u"/ics"_s}},
        {"empty", ics({}), 422, {u"/ics"_s}},
        {"no text", R"({"ics": 7})", 422, {u"/ics"_s}},
        {"nonsense", ics("%PDF-1.4 hello"), 422, {u"/ics"_s}},
        {"what does not end", ics("BEGIN:VCALENDAR\\nBEGIN:VEVENT\\n"), 422, {u"/ics"_s}},
        {"no holidays", ics("BEGIN:VCALENDAR\\nVERSION:2.0\\nEND:VCALENDAR\\n"), 422, {u"/ics"_s}},
        {"not sent as JSON", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", 400, {}},
    };
}

std::vector<Case> workers()
{
    return {
        {"a worker's address",
         R"({"name": "Ann", "skills": ["dig"], "channel": "ann at county.gov"})",
         422,
         {u"/channel"_s}},
        {"a worker's calendar", R"({"name": "Ann", "skills": ["dig"], "calendar": "nowhere"})", 422, {u"/calendar"_s}},
    };
}

} // namespace

void TestBadInput::initTestCase()
{
    const QJsonObject hours{{u"monday"_s, QJsonArray{u"09:00-17:00"_s}}};
    m_api.emplace();
    m_api->post("/calendars", {{u"name"_s, u"office"_s}, {u"time_zone"_s, u"UTC"_s}, {u"hours"_s, hours}});
}

void TestBadInput::isNamedAndNothingIsStored_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("pointers");
    const auto add = [](const QByteArray &path, const std::vector<Case> &cases) {
        for (const Case &one : cases)
            QTest::addRow("%s: %s", path.constData(), one.name) << path << one.body << one.status << one.pointers;
    };
    add("/escalations/rules", rules());
    add("/escalations/dry-run", choices());
    add("/escalations/lint", choices());
    add("/calendars", calendars());
    add("/calendars/office/import", files());
    add("/workers", workers());
    add("/notifications/test",
        {{"an address", R"({"to": "ann"})", 422, {u"/to"_s}},
         {"an address with a zero byte", R"({"to": "slack:#a\u0000b"})", 422, {u"/to"_s}},
         {"an address that runs to the left", R"({"to": "slack:#a\u202eb"})", 422, {u"/to"_s}}});
}

void TestBadInput::isNamedAndNothingIsStored()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QStringList, pointers);
    ApiFixture &api = *m_api;
    const QString before = stored(api);
    const RawAnswer answer = api.call("POST", path, "admin-token", body);
    QCOMPARE(answer.status, status);
    const int twice = body.contains("Bcc:") ? 1 : 0; // it is no address, and no line of text
    QStringList found;
    for (const QJsonValue &error : answer.json()[u"errors"].toArray()) {
        found << error[u"pointer"].toString();
        QVERIFY(!error[u"detail"].toString().isEmpty());
    }
    found.sort();
    QCOMPARE(found.removeDuplicates(), twice);
    QCOMPARE(found, pointers);
    QCOMPARE(stored(api), before);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// A script whose variable is empty would be told everybody's.
void TestBadInput::noFilterIsNoneWhereItIsEmpty()
{
    const QByteArray open311 = "//open311/v2/requests.json?";
    for (const QByteArray query : {"/activities?citizen_id=", "/queue?worker_id=", "/queue?state=", "/queue?state=,",
                                   "/queue?explain=", "/activities?intent=&state=OPEN"}) {
        const RawAnswer answer = m_api->call("GET", query, "viewer-token");
        QCOMPARE(answer.status, 422);
        const QString pointer = answer.json()[u"errors"_s][0][u"pointer"_s].toString();
        QCOMPARE(pointer.toLatin1(), '/' + query.mid(query.indexOf('?') + 1).split('=').front());
    }
    QCOMPARE(m_api->call("GET", open311 + "service_request_id=", "viewer-token").status, 400);
    for (const QByteArray &query :
         {QByteArray("/queue?limit=&cursor=&q="),
          open311 + "jurisdiction_id=&service_code=&status=&start_date="}) // a form with all its fields
        QCOMPARE(m_api->call("GET", query, "viewer-token").status, 200);
}

void TestBadInput::whatIsNotThereIsSaidInTheSameWords()
{
    const auto said = [this](const QByteArray &path, const QByteArray &id, const QByteArray &body = {}) {
        const RawAnswer answer = m_api->call(body.isEmpty() ? "GET" : "POST", path + id, "admin-token", body);
        return answer.json()[u"detail"_s].toString().replace(QString::fromLatin1(id), u"…"_s);
    };
    QCOMPARE(said("/activities/", "x"), u"there is no activity …"_s); // that can be no id …
    QCOMPARE(said("/activities/", "act-01jd8q2m5xk7c"), u"there is no activity …"_s); // … and that is none
    QCOMPARE(said("/alerts/", "x"), u"there is no alert …"_s);
    QCOMPARE(said("/alerts/", "alr-01jd8q2m5xk7c"), u"there is no alert …"_s);
    QCOMPARE(said("/workers/", "nobody"), u"there is no worker “…”"_s);
    QCOMPARE(said("/queue/", "reserve", R"({"worker_id": "nobody"})"), u"there is no worker “nobody”"_s);
}

HMSACT_TEST(TestBadInput)

} // namespace hmsact::badinput_test

#include "badinput.moc"
