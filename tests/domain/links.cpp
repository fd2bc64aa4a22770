// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fixtures.h"
#include "domain/linkanswer.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QSet>

namespace hmsact::links_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// The link in a mail: what it is good for, and until when; its code; which answers are taken.
class LinksTest : public QObject
{
    Q_OBJECT

private slots:
    void everyLinkHasItsOwnTextAndCode();
    void whatIsNotOursIsNot_data();
    void whatIsNotOursIsNot();
    void codesAreTypedAsPeopleType();
    void theTaskSaysWhatALinkIsGoodFor_data();
    void theTaskSaysWhatALinkIsGoodFor();
    void itEnds();
    void undoingHasAnEnd();
    void whatWasGivenBackIsTakenBackUntilSomebodyBegins();
    void answersAreJudged_data();
    void answersAreJudged();
    void whereTheButtonIsEnoughNoCodeIsLookedAt();
    void programsAreToldFromPeople();
};

namespace {

const QByteArray key(32, 'k');

Link link(qint64 id = 5)
{
    Link link;
    link.id = {id};
    link.task = {7};
    link.worker = workerId("alice");
    link.epoch = 5;
    link.madeAtMs = nowMs - limits::msPerHour;
    link.expiresAtMs = nowMs + limits::msPerHour;
    return link;
}

Task offered()
{
    Task task = taskIn(TaskState::Pending);
    task.worker = workerId("alice");
    task.leaseEpoch = 4;
    return task;
}

} // namespace

void LinksTest::everyLinkHasItsOwnTextAndCode()
{
    const QRegularExpression form(QStringLiteral("^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}$"));
    QSet<QString> texts;
    QSet<QString> codes;
    for (qint64 id = 1; id <= 5000; ++id) {
        const QString code = codeOf(key, link(id));
        QVERIFY2(form.match(code).hasMatch(), qPrintable(code));
        QVERIFY2(std::any_of(code.begin(), code.end(), [](QChar c) { return c.isDigit(); }), qPrintable(code));
        codes.insert(code);
        const QString text = signedText(key, link(id));
        QVERIFY(linkIn(text) == LinkId{id});
        QVERIFY(isSignedText(text, key, link(id)));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), 5000);
    QVERIFY(codes.size() > 4900);
}

void LinksTest::whatIsNotOursIsNot_data()
{
    QTest::addColumn<QString>("text");
    const QString good = signedText(key, link());
    QTest::newRow("truncated") << good.chopped(1);
    QTest::newRow("longer") << good + u'A';
    QTest::newRow("of another key") << signedText(QByteArray(32, 'x'), link());
    QTest::newRow("of no key") << signedText({}, link());
    QTest::newRow("of another link") << signedText(key, link(6));
    QTest::newRow("its nonce") << nonceOf(key, link(), 5);
    Link foreign = link();
    foreign.worker = workerId("bob");
    QTest::newRow("of another worker") << signedText(key, foreign);
    Link other = link();
    other.task = {8};
    QTest::newRow("of another task") << signedText(key, other);
    QString changed = good;
    changed[good.size() / 2] = changed[good.size() / 2] == u'A' ? u'B' : u'A';
    QTest::newRow("one letter changed") << changed;
    QTest::newRow("no base 64") << QStringLiteral("{}");
    QTest::newRow("not ASCII") << QString(good.size(), QChar(0x0414));
    QTest::newRow("empty") << QString();
}

void LinksTest::whatIsNotOursIsNot()
{
    QFETCH(QString, text);
    QVERIFY(!isSignedText(text, key, link()));
    QVERIFY(isSignedText(signedText(key, link()), key, link()));
}

void LinksTest::codesAreTypedAsPeopleType()
{
    const QString code = codeOf(key, link());
    QVERIFY(isCode(code, key, link()));
    QVERIFY(isCode(u' ' + code.toLower() + u' ', key, link()));
    QVERIFY(isCode(code.left(3) + u'-' + code.mid(3), key, link()));
    QVERIFY(!isCode(code.chopped(1), key, link()));
    QVERIFY(!isCode(QString(), key, link()));
    QVERIFY(!isCode(codeOf(key, link(6)), key, link()));
}

void LinksTest::theTaskSaysWhatALinkIsGoodFor_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, const char *state, const Task &task) {
        QTest::newRow(name) << task << QString::fromLatin1(state);
    };
    const auto with = [](TaskState state, qint64 epoch, const char *worker = "alice") {
        Task task = taskIn(state);
        task.worker = workerId(worker);
        task.leaseEpoch = epoch;
        return task;
    };
    row("offered", "open", offered());
    row("begun by her", "open", with(TaskState::InProgress, 5));
    row("offered to another", "withdrawn", with(TaskState::Pending, 4, "bob"));
    row("offered to nobody", "withdrawn", with(TaskState::Pending, 4, ""));
    row("hers once more, later", "withdrawn", with(TaskState::InProgress, 6));
    row("begun by another", "withdrawn", with(TaskState::InProgress, 5, "bob"));
    row("put back after a lease", "withdrawn", with(TaskState::Pending, 5));
    row("on hold", "on_hold", with(TaskState::OnHold, 4));
    row("on hold, begun", "on_hold", with(TaskState::OnHold, 5));
    for (const TaskState state : {TaskState::Completed, TaskState::InReview, TaskState::Failed, TaskState::Skipped,
                                  TaskState::Cancelled, TaskState::Waiting}) {
        QTest::newRow(qPrintable(toString(state))) << with(state, 5) << QStringLiteral("withdrawn");
    }
}

void LinksTest::theTaskSaysWhatALinkIsGoodFor()
{
    QFETCH(Task, task);
    QFETCH(QString, state);
    QCOMPARE(toString(stateOf(link(), &task, nowMs)), state);
}

void LinksTest::itEnds()
{
    const Task task = offered();
    QCOMPARE(toString(stateOf(link(), nullptr, nowMs)), QLatin1StringView("withdrawn"));
    QCOMPARE(toString(stateOf(link(), &task, link().expiresAtMs - 1)), QLatin1StringView("open"));
    QCOMPARE(toString(stateOf(link(), &task, link().expiresAtMs)), QLatin1StringView("expired"));
    Link spent = link();
    spent.triesLeft = 0;
    QCOMPARE(toString(stateOf(spent, &task, nowMs)), QLatin1StringView("spent"));
    Link older = link();
    older.isLatest = false; // she was given it again, with a newer one
    QCOMPARE(toString(stateOf(older, &task, nowMs)), QLatin1StringView("withdrawn"));
    Link used = link();
    used.outcome = LinkOutcome::Decline;
    QCOMPARE(toString(stateOf(used, nullptr, nowMs + limits::msPerDay)), QLatin1StringView("used"));
}

void LinksTest::undoingHasAnEnd()
{
    Task task = taskIn(TaskState::Completed);
    task.worker = workerId("alice");
    Link used = link();
    used.outcome = LinkOutcome::Done;
    used.answeredAtMs = task.endedAtMs;
    const qint64 until = task.endedAtMs + limits::undoMs;
    QCOMPARE(undoUntilMs(used, &task, until), until);
    QCOMPARE(undoUntilMs(used, &task, until + 1), 0);
    Link guessedAt = used;
    guessedAt.triesLeft = 0;
    QCOMPARE(undoUntilMs(guessedAt, &task, until), 0);
    task.review = Review::Human;
    QCOMPARE(undoUntilMs(used, &task, nowMs), 0);
    QCOMPARE(undoUntilMs(link(), &task, nowMs), 0);
    QCOMPARE(undoUntilMs(used, nullptr, nowMs), 0);
}

void LinksTest::whatWasGivenBackIsTakenBackUntilSomebodyBegins()
{
    Task task = taskIn(TaskState::Pending);
    task.worker = workerId("bob"); // it is offered to him meanwhile
    Link used = link();
    used.outcome = LinkOutcome::Decline;
    used.answeredAtMs = nowMs;
    used.epoch = task.leaseEpoch;
    const qint64 until = nowMs + limits::undoMs;
    QCOMPARE(undoUntilMs(used, &task, until), until);
    QCOMPARE(undoUntilMs(used, &task, until + 1), 0);
    ++task.leaseEpoch; // he had begun, and gave it back
    QCOMPARE(undoUntilMs(used, &task, nowMs), 0);
    const Task begun = taskIn(TaskState::InProgress);
    used.epoch = begun.leaseEpoch;
    QCOMPARE(undoUntilMs(used, &begun, nowMs), 0);
}

void LinksTest::answersAreJudged_data()
{
    QTest::addColumn<AnswerLink>("said");
    QTest::addColumn<LinkVerdict>("verdict");
    AnswerLink good;
    good.action = LinkAction::Done;
    good.code = codeOf(key, link());
    good.nonce = nonceOf(key, link(), nowMs);
    good.realNowMs = nowMs + limits::linkReadingMs;
    const auto row = [&](const char *name, LinkVerdict verdict, auto change) {
        AnswerLink said = good;
        change(said);
        QTest::newRow(name) << said << verdict;
    };
    row("done", LinkVerdict::Accepted, [](AnswerLink &) {});
    row("no choice", LinkVerdict::NoChoice, [](AnswerLink &said) { said.action = {}; });
    row("no nonce", LinkVerdict::StaleForm, [](AnswerLink &said) { said.nonce.clear(); });
    row("a nonce of another link", LinkVerdict::StaleForm,
        [](AnswerLink &said) { said.nonce = nonceOf(key, link(6), nowMs); });
    row("the text of the link as nonce", LinkVerdict::StaleForm,
        [](AnswerLink &said) { said.nonce = signedText(key, link()); });
    row("after a day", LinkVerdict::StaleForm, [](AnswerLink &said) { said.realNowMs = nowMs + limits::linkFormMs + 1; });
    row("within two seconds", LinkVerdict::TooSoon, [](AnswerLink &said) { --said.realNowMs; });
    row("before it was shown", LinkVerdict::TooSoon, [](AnswerLink &said) { said.realNowMs = nowMs - 1; });
    row("no code", LinkVerdict::NoCode, [](AnswerLink &said) { said.code = QStringLiteral("  "); });
    row("no code and no reason", LinkVerdict::NoCode, [](AnswerLink &said) {
        said.action = LinkAction::Decline;
        said.code.clear();
    });
    row("a wrong code", LinkVerdict::WrongCode, [](AnswerLink &said) { said.code = codeOf(key, link(6)); });
    row("declined without a reason", LinkVerdict::NoReason, [](AnswerLink &said) { said.action = LinkAction::Decline; });
    row("more time without a reason", LinkVerdict::NoReason, [](AnswerLink &said) {
        said.action = LinkAction::MoreTime;
        said.reason = QStringLiteral(" \n");
    });
    for (const qint64 extendMs : {qint64(0), -limits::msPerDay, limits::leaseMaxMs + 1})
        row(qPrintable(QStringLiteral("%1 ms more").arg(extendMs)), LinkVerdict::NoTime, [extendMs](AnswerLink &said) {
            said.action = LinkAction::MoreTime;
            said.extendMs = extendMs;
        });
    row("declined", LinkVerdict::Accepted, [](AnswerLink &said) {
        said.action = LinkAction::Decline;
        said.reason = QStringLiteral("on leave");
    });
    row("a reason that is too long", LinkVerdict::LongReason,
        [](AnswerLink &said) { said.reason = QString(limits::reasonMax + 1, u'x'); });
    row("nothing to undo", LinkVerdict::Closed, [](AnswerLink &said) { said.action = LinkAction::Undo; });
}

void LinksTest::answersAreJudged()
{
    QFETCH(AnswerLink, said);
    QFETCH(LinkVerdict, verdict);
    LinkView view;
    view.link = link();
    view.state = LinkState::Open;
    QVERIFY(judge(said, view, key) == verdict);
    for (const LinkState state :
         {LinkState::OnHold, LinkState::Used, LinkState::Spent, LinkState::Expired, LinkState::Withdrawn}) {
        view.state = state;
        QVERIFY(judge(said, view, key) == LinkVerdict::Closed);
    }
    if (said.action == LinkAction::Undo) {
        view.state = LinkState::Used;
        view.undoUntilMs = nowMs;
        QVERIFY(judge(said, view, key) == LinkVerdict::Accepted);
    }
}

void LinksTest::whereTheButtonIsEnoughNoCodeIsLookedAt()
{
    LinkView view;
    view.link = link();
    view.link.confirmation = Confirmation::Button;
    view.state = LinkState::Open;
    AnswerLink said;
    said.action = LinkAction::Done;
    said.nonce = nonceOf(key, link(), nowMs);
    said.realNowMs = nowMs + limits::linkReadingMs;
    QVERIFY(judge(said, view, key) == LinkVerdict::Accepted);
    said.code = QStringLiteral("222222");
    QVERIFY(judge(said, view, key) == LinkVerdict::Accepted);
    AnswerLink other = said;
    other.action = LinkAction::Decline;
    QVERIFY(judge(other, view, key) == LinkVerdict::NoReason);
    other = said;
    other.action = {};
    QVERIFY(judge(other, view, key) == LinkVerdict::NoChoice);
    other = said;
    other.nonce.clear();
    QVERIFY(judge(other, view, key) == LinkVerdict::StaleForm);
    --said.realNowMs;
    QVERIFY(judge(said, view, key) == LinkVerdict::TooSoon);
}

void LinksTest::programsAreToldFromPeople()
{
    Link seen = link();
    opened(seen, 1, false, nowMs);
    opened(seen, 1, false, nowMs + 1000);
    QCOMPARE(seen.traces.opens, 2);
    QCOMPARE(seen.traces.openedAtMs, nowMs);
    QVERIFY(seen.traces.signs.isEmpty());
    opened(seen, 2, false, nowMs + 2000);
    opened(seen, 2, true, nowMs + 3000);
    QCOMPARE(seen.traces.signs, QStringList({QStringLiteral("agents"), QStringLiteral("head")}));
    QCOMPARE(seen.traces.opens, 3); // a HEAD opens nothing
    Link early = link();
    opened(early, 1, false, early.madeAtMs + limits::linkEarlyMs - 1);
    QCOMPARE(early.traces.signs, QStringList{QStringLiteral("early")});
}

HMSACT_TEST(LinksTest)

} // namespace hmsact::links_test

#include "links.moc"
