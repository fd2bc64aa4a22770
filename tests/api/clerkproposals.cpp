// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkcase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::clerkproposals_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// The page of a link where a machine has been at the task before: nobody decides unseen, and nothing is lost by a note.
class ClerkProposalsTest : public QObject
{
    Q_OBJECT

private slots:
    void aNoteIsKeptBesideAProposal();
    void theProposalIsShown();
    void takenBackItIsThereAgain();
    void whatNoMachineCouldJudgeNeedsANote();
    void moreTimeStaysWhenASlipIsTakenBack();
};

namespace {

// A task "judge" that an agent has given up to carol, with her link.
struct Judging : Case {
    QByteArray judged;

    explicit Judging(const QJsonObject &said, const QByteArray &action = "complete")
    {
        api.post("/workers", {{u"name"_s, u"agent"_s}, {u"kind"_s, u"agent"_s}, {u"skills"_s, QJsonArray{u"judge"_s}}});
        const QJsonObject task{
            {u"name"_s, u"judge"_s}, {u"sla"_s, u"24h"_s}, {u"needs"_s, QJsonArray()}, {u"confidence_floor"_s, 0.8}};
        api.post("/activities/" + activity + "/tasks", {{u"tasks"_s, QJsonArray{task}}});
        judged = "/activities/" + activity + "/tasks/judge";
        api.post("/queue/reserve", {{u"worker_id"_s, u"agent"_s}});
        api.post(
            "/workers",
            {{u"name"_s, u"carol"_s}, {u"skills"_s, QJsonArray{u"judge"_s}}, {u"channel"_s, u"email:carol@county.gov"_s}});
        QJsonObject body = said;
        body.insert(u"worker_id"_s, u"agent"_s);
        api.post(judged + '/' + action, body);
        const domain::Parcel mail = newestTo(u"carol"_s, u"judge"_s);
        path = "//t/" + sealOf(mail).signedLink.toLatin1();
        code = sealOf(mail).code;
    }
    [[nodiscard]] QJsonObject now() { return api.get(judged); }
    [[nodiscard]] QByteArray record() { return jsonText(api.get("/activities/" + activity + "/events?limit=1000")); }
};

QJsonObject proposing(const QJsonValue &result) { return {{u"result"_s, result}, {u"confidence"_s, 0.3}}; }

} // namespace

void ClerkProposalsTest::aNoteIsKeptBesideAProposal()
{
    Judging one(proposing(QJsonObject{{u"letter"_s, u"draft"_s}}));
    QCOMPARE(one.now()[u"worker_id"].toString(), u"carol"_s);
    QCOMPARE(one.answer(u"done"_s, one.code, u"looks fine to me"_s).status, 200);
    QCOMPARE(one.now()[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(one.now()[u"result"].toObject(), (QJsonObject{{u"letter"_s, u"draft"_s}}));
    QCOMPARE(one.now()[u"review_outcome"].toString(), u"approved"_s);
    QVERIFY(one.record().contains("looks fine to me"));
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkProposalsTest::theProposalIsShown()
{
    Judging one(proposing(QJsonObject{{u"letter"_s, u"<b>dear</b>"_s}, {u"more"_s, QString(5000, u'x')}}));
    const QByteArray page = one.open().body;
    QVERIFY(page.contains("“agent” proposes this, and is 30 % sure of it:"));
    QVERIFY(page.contains("&lt;b&gt;dear&lt;/b&gt;") && !page.contains("<b>dear"));
    QVERIFY(page.contains("xxx…</pre>") && !page.contains(QByteArray(1001, 'x')));
    QVERIFY(one.open("?lang=es").body.contains("Propuesta de una máquina"));
    QVERIFY(!Case().open().body.contains("<pre>")); // where none has proposed anything
    Judging text({{u"result"_s, u"plain words"_s}}); // and does not say how sure it is
    QVERIFY(text.open().body.contains("<pre>plain words</pre>"));
    QVERIFY(text.open().body.contains("does not say how sure it is"));
    Judging nothing(proposing(QJsonValue()));
    QVERIFY(nothing.open().body.contains("<pre>null</pre>"));
}

void ClerkProposalsTest::takenBackItIsThereAgain()
{
    Judging one(proposing(u"draft"_s));
    QCOMPARE(one.answer(u"done"_s, one.code, u"fine"_s).status, 200);
    QCOMPARE(one.answer(u"undo"_s, one.code).status, 200);
    const QJsonObject back = one.now();
    QCOMPARE(back[u"state"].toString(), u"IN_PROGRESS"_s);
    QVERIFY(back[u"for_humans"].toBool() && back[u"review_outcome"].isNull());
    QCOMPARE(back[u"result"].toString(), u"draft"_s);
    QVERIFY(one.open().body.contains("<pre>draft</pre>"));
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200);
    QCOMPARE(one.api.get("/stats")[u"reviews"][u"approved"].toInt(), 1); // not two
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkProposalsTest::whatNoMachineCouldJudgeNeedsANote()
{
    Judging one({{u"reason"_s, u"the scan is black"_s}, {u"outcome"_s, u"abstained"_s}}, "fail");
    QVERIFY(one.open().body.contains("A machine could not judge this"));
    const RawAnswer refused = one.answer(u"done"_s, one.code);
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("Say in a few words what came of it, or why."));
    QCOMPARE(one.now()[u"state"].toString(), u"PENDING"_s);
    QCOMPARE(one.api.get(one.judged + "/links")[u"items"][0][u"tries_left"].toInt(), 5);
    QCOMPARE(one.answer(u"done"_s, one.code, u"it says 42"_s).status, 200);
    QCOMPARE(one.now()[u"result"][u"note"].toString(), u"it says 42"_s);
    QCOMPARE(one.now()[u"review_outcome"].toString(), u"abstained"_s);
    QCOMPARE(one.api.misfits.join(u'\n'), QString());
}

void ClerkProposalsTest::moreTimeStaysWhenASlipIsTakenBack()
{
    Case one;
    const QString nonce = Case::nonceIn(one.open());
    one.wait(2000);
    QCOMPARE(one.send({{u"outcome"_s, u"more_time"_s},
                       {u"code"_s, one.code},
                       {u"nonce"_s, nonce},
                       {u"extend"_s, u"7"_s},
                       {u"reason"_s, u"waiting for the stamp"_s}})
                 .status,
             200);
    const QString until = one.task()[u"lease_expires_at"].toString();
    QCOMPARE(one.answer(u"done"_s, one.code).status, 200);
    QCOMPARE(one.answer(u"undo"_s, one.code).status, 200);
    QCOMPARE(one.task()[u"lease_expires_at"].toString(), until);
}

HMSACT_TEST(ClerkProposalsTest)

} // namespace hmsact::clerkproposals_test

#include "clerkproposals.moc"
