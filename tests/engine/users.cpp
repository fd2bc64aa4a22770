// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QJsonDocument>

namespace hmsact::users_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using namespace Qt::StringLiterals;

// The list of who sits at consoles, and what is recorded of its changes.
class UsersTest : public QObject
{
    Q_OBJECT

private slots:
    void personsAreListedChangedAndRemoved();
    void eachChangeIsRecorded();
    void whatIsNotSoundChangesNothing();
    void onlyAnAdminChangesThem();
    void aListedViewerTakesNoWork();
};

static QStringList rolesOf(Desk &desk)
{
    QStringList roles;
    const auto listed = desk.ask(ListUsers{});
    for (const User &user : *listed)
        roles << user.login + u' ' + toString(user.role);
    return roles;
}

void UsersTest::personsAreListedChangedAndRemoved()
{
    Desk desk;
    desk.hire(u"alice"_s, {u"dig"_s});
    QVERIFY(desk.ask(ListUsers{})->empty());
    const qint64 beganMs = desk.nowMs;
    QVERIFY(desk.say(SaveUser{u"dana"_s, Role::Supervisor, {}}));
    QVERIFY(desk.say(SaveUser{u"alice"_s, Role::Worker, {u"alice"_s}}));
    QCOMPARE(rolesOf(desk), (QStringList{u"alice worker"_s, u"dana supervisor"_s}));
    desk.nowMs += 1000;
    const auto changed = desk.say(SaveUser{u"alice"_s, Role::Clerk, {u"alice"_s}});
    QVERIFY(changed);
    QCOMPARE(changed->createdAtMs, beganMs);
    QCOMPARE(changed->updatedAtMs, desk.nowMs);
    const auto stored = desk.ask(GetUser{u"alice"_s});
    QCOMPARE(toString(stored->role), toString(Role::Clerk));
    QCOMPARE(stored->worker.value, u"alice"_s);
    QCOMPARE(stored->createdAtMs, beganMs);
    QCOMPARE(stored->updatedAtMs, desk.nowMs);
    QVERIFY(desk.say(RemoveUser{u"alice"_s}));
    QCOMPARE(rolesOf(desk), QStringList{u"dana supervisor"_s});
    QVERIFY(desk.ask(GetUser{u"alice"_s}).error().code == ErrorCode::NotFound);
    QCOMPARE(desk.say(RemoveUser{u"alice"_s}).error().detail.english(), u"there is no user “alice”"_s);
}

void UsersTest::eachChangeIsRecorded()
{
    Desk desk;
    desk.hire(u"alice"_s, {u"dig"_s});
    const size_t before = desk.ask(ListEvents{})->items.size();
    const Actor ops{u"ops"_s, Role::Admin, {}};
    QVERIFY(desk.say(SaveUser{u"alice"_s, Role::Viewer, {}}, ops));
    QVERIFY(desk.say(SaveUser{u"alice"_s, Role::Worker, {u"alice"_s}}, ops));
    QVERIFY(desk.say(SaveUser{u"alice"_s, Role::Worker, {u"alice"_s}}, ops)); // as it is already
    QVERIFY(desk.say(RemoveUser{u"alice"_s}, ops));
    QStringList told;
    const auto events = desk.ask(ListEvents{});
    for (size_t i = before; i < events->items.size(); ++i)
        told << events->items[i].actor + u' ' + events->items[i].kind + u' ' + QString::fromUtf8(events->items[i].detail);
    const QString viewer = u"{\"role\":\"viewer\",\"worker_id\":\"\"}"_s;
    const QString worker = u"{\"role\":\"worker\",\"worker_id\":\"alice\"}"_s;
    QCOMPARE(told,
             (QStringList{u"ops user.set {\"after\":%1,\"before\":null,\"login\":\"alice\"}"_s.arg(viewer),
                          u"ops user.set {\"after\":%1,\"before\":%2,\"login\":\"alice\"}"_s.arg(worker, viewer),
                          u"ops user.removed {\"before\":%1,\"login\":\"alice\"}"_s.arg(worker)}));
    QVERIFY(desk.auditIsFine());
}

void UsersTest::whatIsNotSoundChangesNothing()
{
    Desk desk;
    const auto unknown = desk.say(SaveUser{u"alice"_s, Role::Worker, {u"alice"_s}});
    QVERIFY(unknown.error().code == ErrorCode::Invalid);
    QCOMPARE(unknown.error().fields.front().pointer, u"/worker_id"_s);
    QCOMPARE(unknown.error().fields.front().detail.english(), u"there is no worker “alice”"_s);
    QVERIFY(desk.say(SaveUser{u"alice"_s, Role::Worker, {}}).error().code == ErrorCode::Invalid);
    QVERIFY(desk.say(SaveUser{u"a\x1f"_s, Role::Clerk, {}}).error().code == ErrorCode::Invalid);
    QVERIFY(desk.ask(ListUsers{})->empty());
    QVERIFY(desk.ask(ListEvents{})->items.empty());
}

void UsersTest::onlyAnAdminChangesThem()
{
    Desk desk;
    QVERIFY(desk.say(SaveUser{u"dana"_s, Role::Clerk, {}}));
    for (const Role role : {Role::Viewer, Role::Worker, Role::Clerk, Role::Supervisor}) {
        const Actor somebody{u"eve"_s, role, {}};
        QVERIFY(desk.say(SaveUser{u"eve"_s, Role::Admin, {}}, somebody).error().code == ErrorCode::Forbidden);
        QVERIFY(desk.say(RemoveUser{u"dana"_s}, somebody).error().code == ErrorCode::Forbidden);
    }
    QCOMPARE(rolesOf(desk), QStringList{u"dana clerk"_s});
}

void UsersTest::aListedViewerTakesNoWork()
{
    Desk desk;
    desk.hire(u"alice"_s, {u"dig"_s});
    desk.open({Desk::task(u"dig"_s)});
    Reserve reserve;
    reserve.worker = {u"alice"_s};
    for (const auto &[role, isAllowed] : {std::pair{Role::Viewer, false}, std::pair{Role::Worker, true}}) {
        QVERIFY(desk.say(SaveUser{u"alice"_s, role, {u"alice"_s}}));
        const Actor alice = atTheConsole(u"alice"_s, *desk.ask(ListUsers{}));
        const auto leases = desk.say(reserve, alice);
        QCOMPARE(leases.ok(), isAllowed);
    }
}

HMSACT_TEST(UsersTest)

} // namespace hmsact::users_test

#include "users.moc"
