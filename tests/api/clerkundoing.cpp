// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkcase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::clerkundoing_test {

using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Who has a task again because something was undone: it stays with nobody in silence, and the link in a mail leads to it.
class ClerkUndoingTest : public QObject
{
    Q_OBJECT

private slots:
    void anOfferGoesToTheNextInTime_data();
    void anOfferGoesToTheNextInTime();
    void whatIsInHandAgainHasALink_data();
    void whatIsInHandAgainHasALink();
};

void ClerkUndoingTest::anOfferGoesToTheNextInTime_data()
{
    QTest::addColumn<QString>("said");
    QTest::newRow("declined") << u"decline"_s;
    QTest::newRow("more time") << u"more_time"_s;
}

void ClerkUndoingTest::anOfferGoesToTheNextInTime()
{
    QFETCH(const QString, said);
    Case one;
    for (const QByteArray worker : {"alice", "bob"})
        QCOMPARE(
            one.api.call("PATCH", "/workers/" + worker, "admin-token", R"({"kind": "human", "return_after": "30m"})").status,
            200);
    QCOMPARE(one.answer(said, one.code, u"the stamp is missing"_s).status, 200);
    QCOMPARE(one.answer(u"undo"_s, one.code).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"PENDING"_s);
    QVERIFY(one.newestTo(u"alice"_s, u"ship"_s).notification.id.isNull()); // her link is good: no other mail
    QCOMPARE(one.open().status, 200);
    const auto hasAfter = [&one](const QString &by) {
        one.api.post("/sandbox/advance", {{u"by"_s, by}});
        return one.task()[u"worker_id"].toString();
    };
    QCOMPARE(hasAfter(u"29m"_s), u"alice"_s);
    QCOMPARE(hasAfter(u"2m"_s), u"bob"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkUndoingTest::whatIsInHandAgainHasALink_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("undone by a supervisor") << u"supervisor"_s;
    QTest::newRow("undone by herself, elsewhere") << u"herself"_s;
    QTest::newRow("undone on the page") << u"page"_s;
}

void ClerkUndoingTest::whatIsInHandAgainHasALink()
{
    QFETCH(const QString, by);
    Case one;
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200);
    const QByteArray undo = "/activities/" + one.activity + "/tasks/ship/undo";
    if (by == u"page") {
        QCOMPARE(one.answer(u"undo"_s, one.code).status, 200);
    } else if (by == u"supervisor") {
        one.api.post(undo, {});
    } else {
        const QJsonObject made =
            one.api.post("/tokens", {{u"name"_s, u"hers"_s}, {u"role"_s, u"clerk"_s}, {u"worker_id"_s, u"alice"_s}});
        QCOMPARE(one.api.call("POST", undo, made[u"token"].toString().toLatin1(), "{}").status, 200);
    }
    QCOMPARE(one.task()[u"state"].toString(), u"IN_PROGRESS"_s);
    const hmsact::domain::Parcel mail = one.newestTo(u"alice"_s, u"ship"_s);
    QCOMPARE(mail.notification.id.isNull(), by == u"page");
    if (by != u"page") {
        one.path = "//t/" + Case::sealOf(mail).signedLink.toLatin1();
        one.code = Case::sealOf(mail).code;
    }
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200);
    QCOMPARE(one.task()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(ClerkUndoingTest)

} // namespace hmsact::clerkundoing_test

#include "clerkundoing.moc"
