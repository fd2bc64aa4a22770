// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::users_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Who sits at consoles, over HTTP, in the documented form.
class TestUsers : public QObject
{
    Q_OBJECT

private slots:
    void personsAreListedChangedAndRemoved();
    void badOnesAreNotStored();
};

void TestUsers::personsAreListedChangedAndRemoved()
{
    ApiFixture api;
    api.makeWorker(u"alice"_s, {u"dig"_s});
    const QByteArray one = "/users/AD%5Calice%2Fdesk";
    QVERIFY(api.get("/users")[u"items"].toArray().isEmpty());
    QCOMPARE(api.call("GET", one, "admin-token").status, 404);
    const QByteArray body = R"({"role": "worker", "worker_id": "alice"})";
    QCOMPARE(api.call("PUT", one, "supervisor-token", body).status, 403);
    const RawAnswer made = api.call("PUT", one, "admin-token", body);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.json()[u"login"].toString(), u"AD\\alice/desk"_s);
    QCOMPARE(api.call("PUT", one, "admin-token", R"({"role": "clerk"})").status, 200);
    const QJsonObject stored = api.get(one);
    QCOMPARE(stored[u"role"].toString(), u"clerk"_s);
    QVERIFY(stored[u"worker_id"].isNull()); // whole
    QCOMPARE(api.call("PUT", "/users/dana", "admin-token", R"({"role": "admin"})").status, 200);
    const QJsonObject page = api.get("/users?limit=1");
    QCOMPARE(page[u"items"].toArray().size(), 1);
    QCOMPARE(api.get("/users?cursor=" + page[u"next_cursor"].toString().toLatin1())[u"items"][0][u"login"].toString(),
             u"dana"_s);
    for (const char *token : {"supervisor-token", "viewer-token"}) {
        QCOMPARE(api.call("GET", "/users", token).status, 403);
        QCOMPARE(api.call("GET", one, token).status, 403);
        QCOMPARE(api.call("DELETE", one, token).status, 403);
    }
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 204);
    QCOMPARE(api.call("DELETE", one, "admin-token").status, 404);
    QCOMPARE(api.get("/users")[u"items"].toArray().size(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestUsers::badOnesAreNotStored()
{
    ApiFixture api;
    const auto refused = [&](const QByteArray &path, const QByteArray &body, const char *pointer) {
        const RawAnswer answer = api.call("PUT", path, "admin-token", body);
        QCOMPARE(answer.status, 422);
        QVERIFY2(answer.body.contains(pointer), answer.body.constData());
    };
    refused("/users/dana", "{}", "/role");
    refused("/users/dana", R"({"role": "king"})", "/role");
    refused("/users/dana", R"({"role": "clerk", "login": "eve"})", "/login");
    refused("/users/dana", R"({"role": "worker"})", "/worker_id");
    refused("/users/dana", R"({"role": "worker", "worker_id": "nobody"})", "there is no worker “nobody”");
    refused("/users/da%0Ana", R"({"role": "clerk"})", "/login");
    QVERIFY(api.get("/users")[u"items"].toArray().isEmpty());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestUsers)

} // namespace hmsact::users_test

#include "users.moc"
