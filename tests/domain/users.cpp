// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

namespace hmsact::users_test {

using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// Who sits at a console, what somebody may there, and how that is said.
class UsersTest : public QObject
{
    Q_OBJECT

private slots:
    void whoSitsAtAConsole_data();
    void whoSitsAtAConsole();
    void aPersonIsReadAndWritten();
    void badFieldsAreNamed_data();
    void badFieldsAreNamed();
    void onlyAnAdminChangesThem();
    void aViewerActsForNobody();
};

static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

static QString pointersOf(const Error &error)
{
    QStringList pointers;
    for (const FieldError &field : error.fields)
        pointers << field.pointer;
    return pointers.join(u' ');
}

void UsersTest::whoSitsAtAConsole_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("isAnybodyListed");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("worker");
    QTest::newRow("nobody is listed: a desk alone") << u"dana"_s << false << u"admin"_s << QString();
    QTest::newRow("listed") << u"dana"_s << true << u"supervisor"_s << QString();
    QTest::newRow("listed as a worker") << u"alice"_s << true << u"worker"_s << u"alice-county-clerk"_s;
    QTest::newRow("not listed") << u"eve"_s << true << u"viewer"_s << QString();
    QTest::newRow("another in capitals") << u"Dana"_s << true << u"viewer"_s << QString();
    QTest::newRow("nobody's name") << u"uid-1000"_s << true << u"viewer"_s << QString();
}

void UsersTest::whoSitsAtAConsole()
{
    QFETCH(QString, login);
    QFETCH(bool, isAnybodyListed);
    QFETCH(QString, role);
    QFETCH(QString, worker);
    std::vector<User> listed;
    if (isAnybodyListed)
        listed = {{u"alice"_s, Role::Worker, {u"alice-county-clerk"_s}, 1, 1}, {u"dana"_s, Role::Supervisor, {}, 1, 1}};
    const Actor actor = atTheConsole(login, listed);
    QCOMPARE(actor.name, login);
    QCOMPARE(toString(actor.role), role);
    QCOMPARE(actor.worker.value, worker);
}

void UsersTest::aPersonIsReadAndWritten()
{
    const auto read = saveUserFrom(json(R"({"role": "clerk", "worker_id": "alice"})"), u"AD\\alice"_s);
    QVERIFY(read);
    QVERIFY(validate(*read).ok());
    QCOMPARE(read->login, u"AD\\alice"_s);
    QCOMPARE(toString(read->role), toString(Role::Clerk));
    QCOMPARE(read->worker.value, u"alice"_s);
    QCOMPARE(toJson(Command(*read)),
             json(R"({"command": "save_user", "login": "AD\\alice", "role": "clerk", "worker_id": "alice"})"));
    QCOMPARE(toJson(Command(RemoveUser{u"alice"_s})), json(R"({"command": "remove_user", "login": "alice"})"));
    QCOMPARE(toJson(User{u"dana"_s, Role::Admin, {}, 1, 2000}),
             json(R"({"login": "dana", "role": "admin", "worker_id": null, "created_at": "1970-01-01T00:00:00.001Z",
                      "updated_at": "1970-01-01T00:00:02.000Z"})"));
}

void UsersTest::badFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("pointers");
    QTest::newRow("nothing said") << QByteArray("{}") << u"dana"_s << u"/role"_s;
    QTest::newRow("no role") << QByteArray(R"({"role": "king", "zeal": 1})") << u"dana"_s << u"/role /zeal"_s;
    QTest::newRow("a worker is one") << QByteArray(R"({"role": "worker"})") << u"dana"_s << u"/worker_id"_s;
    QTest::newRow("empty login") << QByteArray(R"({"role": "clerk"})") << QString() << u"/login"_s;
    QTest::newRow("login of two lines") << QByteArray(R"({"role": "clerk"})") << u"da\nna"_s << u"/login"_s;
    QTest::newRow("endless login") << QByteArray(R"({"role": "clerk"})") << QString(limits::nameMax + 1, u'x')
                                   << u"/login"_s;
}

void UsersTest::badFieldsAreNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, login);
    QFETCH(QString, pointers);
    const auto read = saveUserFrom(json(body), login);
    const Status status = read ? validate(*read) : Status(read.error());
    QVERIFY(!status);
    QVERIFY(status.error().code == ErrorCode::Invalid);
    QCOMPARE(pointersOf(status.error()), pointers);
}

void UsersTest::onlyAnAdminChangesThem()
{
    for (const Role role : {Role::Viewer, Role::Worker, Role::Clerk, Role::Supervisor})
        QVERIFY(permitUserChange({u"x"_s, role, {}}).error().code == ErrorCode::Forbidden);
    QVERIFY(permitUserChange({u"x"_s, Role::Admin, {}}).ok());
}

void UsersTest::aViewerActsForNobody()
{
    const WorkerId alice{u"alice"_s};
    QVERIFY(!Actor({u"alice"_s, Role::Viewer, alice}).mayActFor(alice));
    QVERIFY(Actor({u"alice"_s, Role::Worker, alice}).mayActFor(alice));
    QVERIFY(!Actor({u"alice"_s, Role::Clerk, alice}).mayActFor({u"bob"_s}));
}

HMSACT_TEST(UsersTest)

} // namespace hmsact::users_test

#include "users.moc"
