// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/waiting.h"

#include "support/testprogram.h"

#include <QTest>

namespace hmsact::waiting_test {

using namespace hmsact::domain;

// Why nobody works on a task: every cause there is, and the true one where several could be named.
class WaitingTest : public QObject
{
    Q_OBJECT

private slots:
    void theCause_data();
    void theCause();
    void everyCauseIsInTheTable();
    void whatIsWorkedOnDoesNotWait();
};

namespace {

constexpr qint64 nowMs = 1'795'000'000'000;

struct Case {
    const char *name;
    WaitingCause cause;
    const char *text;
    Task task;
    std::vector<OpenNeed> needs = {};
    std::vector<Worker> workers = {};
    std::vector<int> loads = {}; // of each
    qint64 offerUntilMs = 0;
    std::optional<PlaceInLine> place = {};
    WorkingTime hours = WorkingTime::always(); // of all workers
    bool isAssigned = false; // to the first of them
};

QString s(const char *text) { return QString::fromUtf8(text); }

Task pending()
{
    Task task;
    task.id = {1};
    task.name = s("dig");
    task.skill = s("dig");
    return task;
}

template <class Change>
Task with(Change change)
{
    Task task = pending();
    change(task);
    return task;
}

Worker digger(const char *id, int capacity = 1, int level = 3)
{
    Worker worker;
    worker.id = {s(id)};
    worker.kind = WorkerKind::Human;
    worker.skills = {{s("dig"), level}};
    worker.capacity = capacity;
    return worker;
}

Worker away(Worker worker)
{
    worker.leave = {{nowMs - 1, nowMs + 1000, {}, true}};
    return worker;
}

WorkingTime afternoons() // it is before noon now
{
    Calendar calendar;
    calendar.name = s("afternoons");
    calendar.timeZone = s("UTC");
    calendar.week.fill({{12 * 60, 17 * 60}});
    return WorkingTime(calendar);
}

Worker offDuty(Worker worker)
{
    worker.available = false;
    return worker;
}

Worker silentBot(const char *id, int level = 3)
{
    Worker worker = digger(id, 1, level);
    worker.kind = WorkerKind::Bot;
    return worker;
}

std::vector<Case> byItsState()
{
    using enum WaitingCause;
    const auto state = [](TaskState value) {
        return with([value](Task &task) { task.state = value; });
    };
    return {
        {"optional", Undecided, "optional: nobody has opted in or declined", state(TaskState::Optional)},
        {"needs that nobody works on",
         Needs,
         "waits for a, b",
         state(TaskState::Waiting),
         {{s("a"), TaskState::Waiting, {}, 0}, {s("b"), TaskState::Pending, {}, 0}}},
        {"needs that somebody holds",
         Needs,
         "waits for b, held by ann until 2026-11-18T15:06:40.000Z",
         state(TaskState::Waiting),
         {{s("a"), TaskState::Waiting, {}, 0}, {s("b"), TaskState::InProgress, {s("ann")}, 1'795'014'400'000}}},
        {"a need that failed, before one that somebody holds",
         Needs,
         "waits for a, which failed: retry or skip it",
         state(TaskState::Waiting),
         {{s("b"), TaskState::InProgress, {s("ann")}, 1'795'014'400'000},
          {s("a"), TaskState::Failed, {s("bob")}, 0, s("no ink")}}},
        {"a need on hold",
         Needs,
         "waits for a, on hold: waits for the citizen",
         state(TaskState::Waiting),
         {{s("b"), TaskState::Pending, {}, 0}, {s("a"), TaskState::OnHold, {}, 0, s("waits\nfor the citizen\n")}}},
        {"a need nobody has chosen",
         Needs,
         "waits for a, which waits for the citizen's choice",
         state(TaskState::Waiting),
         {{s("b"), TaskState::InProgress, {s("ann")}, 1'795'014'400'000}, {s("a"), TaskState::Optional, {}, 0}}},
        {"a need in review",
         Needs,
         "waits for a, which waits for a person to decide",
         state(TaskState::Waiting),
         {{s("a"), TaskState::InReview, {s("bot")}, 0}}},
        {"held", OnHold, "on hold since 2026-11-18T11:06:40.000Z: waits for the citizen", with([](Task &task) {
             task.state = TaskState::OnHold;
             task.pausedAtMs = nowMs;
             task.reason = s("waits for\n\tthe citizen"); // one line all the same
         })},
        {"in review", InReview, "done by bot; a person must approve", with([](Task &task) {
             task.state = TaskState::InReview;
             task.worker = {s("bot")};
         })},
        {"abstained", InReview, "bot abstained; a person must decide", with([](Task &task) {
             task.state = TaskState::InReview;
             task.worker = {s("bot")};
             task.oversight.outcome = ReviewOutcome::Abstained;
         })},
        {"back-off",
         BackOff,
         "attempt 1 failed; again from 2026-11-18T11:06:45.000Z",
         with([](Task &task) {
             task.attempt = 2;
             task.notBeforeMs = nowMs + 5000;
         }),
         {},
         {digger("ann")},
         {0}},
    };
}

std::vector<Case> byWhoHasTheOffer()
{
    using enum WaitingCause;
    const Task offered = with([](Task &task) { task.worker = {s("ann")}; });
    return {
        {"offered",
         Offered,
         "offered to ann until 2026-11-18T11:06:41.000Z",
         offered,
         {},
         {digger("ann")},
         {1},
         nowMs + 1000,
         {},
         WorkingTime::always(),
         true},
        {"kept", Offered, "kept for ann", offered, {}, {digger("ann")}, {1}},
        {"offered to one who is not available",
         Offered,
         "kept for ann, who is not available",
         offered,
         {},
         {offDuty(digger("ann"))},
         {1},
         nowMs + 1000,
         {},
         WorkingTime::always(),
         true},
        {"offered to one on leave",
         Offered,
         "kept for ann, who is off shift or on leave until 2026-11-18T11:06:41.000Z",
         offered,
         {},
         {away(digger("ann"))},
         {1},
         0,
         {},
         WorkingTime::always(),
         true},
        {"offered to one off shift",
         Offered,
         "kept for ann, who is off shift or on leave until 2026-11-18T12:00:00.000Z",
         offered,
         {},
         {digger("ann")},
         {1},
         nowMs + 1000,
         {},
         afternoons(),
         true},
    };
}

std::vector<Case> byWhoIsPassedOver()
{
    using enum WaitingCause;
    const auto excluding = with([](Task &task) { task.excluded = {s("ann")}; });
    return {
        {"the only one excluded",
         AllExcluded,
         "the only one eligible, ann, had it before, and may ask for it",
         excluding,
         {},
         {digger("ann")},
         {0}},
        {"the only one excluded, and not available",
         AllExcluded,
         "the only one eligible, ann, had it before, and is away",
         excluding,
         {},
         {offDuty(digger("ann"))},
         {0}},
        {"the only one excluded, and on leave",
         AllExcluded,
         "the only one eligible, ann, had it before, and is away",
         excluding,
         {},
         {away(digger("ann"))},
         {0}},
        {"the only one excluded, off shift, who may ask all the same",
         AllExcluded,
         "the only one eligible, ann, had it before, and may ask for it",
         excluding,
         {},
         {digger("ann")},
         {0},
         0,
         {},
         afternoons()},
        {"the only one excluded, and full",
         AllExcluded,
         "the only one eligible, ann, had it before, and is at capacity",
         excluding,
         {},
         {digger("ann")},
         {1}},
        {"all excluded, one away and one full",
         AllExcluded,
         "all 2 eligible had it before; away: 1, at capacity: 1",
         with([](Task &task) {
             task.excluded = {s("ann"), s("bob")};
         }),
         {},
         {offDuty(digger("ann")), digger("bob")},
         {0, 1}},
        {"all excluded",
         AllExcluded,
         "all 2 eligible had it before; one of them may ask for it",
         with([](Task &task) {
             task.excluded = {s("ann"), s("bob")};
         }),
         {},
         {digger("ann"), digger("bob")},
         {0, 0}},
    };
}

std::vector<Case> byWhomItIsLeftTo()
{
    using enum WaitingCause;
    const auto excluding = with([](Task &task) { task.excluded = {s("ann")}; });
    return {
        {"one excluded, who may ask while the other is on leave",
         AllExcluded,
         "the only one eligible, ann, had it before, and may ask for it",
         excluding,
         {},
         {digger("ann"), away(digger("bob"))},
         {0, 0}},
        {"one excluded, who is left out while the other is full",
         AllAtCapacity,
         "1 eligible, all at capacity",
         excluding,
         {},
         {digger("ann"), digger("bob")},
         {0, 1}},
        {"one excluded and full, the other on leave",
         AllAway,
         "1 could do it, all are off shift or on leave, the first until 2026-11-18T11:06:41.000Z",
         excluding,
         {},
         {digger("ann"), away(digger("bob"))},
         {1, 0}},
    };
}

std::vector<Case> byTheWorkers()
{
    using enum WaitingCause;
    const auto toBackup = with([](Task &task) { task.pool = s("backup"); });
    const auto forHumans = with([](Task &task) {
        task.oversight.forHumans = true;
        task.wishes.levelMin = 4;
    });
    return {
        {"nobody has the skill", NobodyHasSkill, "nobody has the skill dig", pending()},
        {"empty pool",
         EmptyPool,
         "kept for the pool backup, in which nobody has the skill dig",
         toBackup,
         {},
         {digger("ann")},
         {0}},
        {"machines only, of any level",
         NoHuman,
         "for a human to look at: 2 have the skill dig, none is a human",
         forHumans,
         {},
         {silentBot("good", 5), silentBot("poor", 3)},
         {0, 0}},
        {"a human whose level is too low",
         LevelTooLow,
         "1 have the skill dig, none at level 4",
         forHumans,
         {},
         {silentBot("good", 5), digger("ann", 1, 3)},
         {0, 0}},
        {"level",
         LevelTooLow,
         "1 have the skill dig, none at level 5",
         with([](Task &task) { task.wishes.levelMin = 5; }),
         {},
         {digger("ann", 1, 4)},
         {0}},
    };
}

std::vector<Case> byWhoIsThere()
{
    using enum WaitingCause;
    return {
        {"leave",
         AllAway,
         "1 could do it, all are off shift or on leave, the first until 2026-11-18T11:06:41.000Z",
         pending(),
         {},
         {away(digger("ann"))},
         {0}},
        {"off shift",
         AllAway,
         "2 could do it, all are off shift or on leave, the first until 2026-11-18T12:00:00.000Z",
         pending(),
         {},
         {digger("ann"), silentBot("bot")},
         {0, 0},
         0,
         {},
         afternoons()},
        {"not available", AllAway, "1 could do it, none is available", pending(), {}, {offDuty(digger("ann"))}, {0}},
        {"full", AllAtCapacity, "2 eligible, all at capacity", pending(), {}, {digger("ann"), digger("bob")}, {1, 1}},
        {"full, and one away",
         AllAtCapacity,
         "1 eligible, all at capacity",
         pending(),
         {},
         {digger("ann"), away(digger("bob"))},
         {1, 0}},
        {"too big",
         AllAtCapacity,
         "1 eligible, none has a capacity of 3",
         with([](Task &task) { task.cost = 3; }),
         {},
         {digger("ann")},
         {0}},
        {"ready", Ready, "2 eligible: whoever asks next gets it", pending(), {}, {digger("ann"), digger("bob")}, {0, 0}},
        {"in line",
         Ready,
         "1 eligible; tasks that come before it: 3",
         pending(),
         {},
         {digger("ann")},
         {0},
         0,
         PlaceInLine{3, false, {}, 0}},
        {"far back in line",
         Ready,
         "1 eligible; 200 tasks or more come before it",
         pending(),
         {},
         {digger("ann")},
         {0},
         0,
         PlaceInLine{200, true, {}, 0}},
        {"behind one too big",
         Behind,
         "behind move, which takes 4 of a capacity: none of the 1 eligible has so much room",
         pending(),
         {},
         {digger("ann", 5)},
         {2},
         0,
         PlaceInLine{1, false, s("move"), 4}},
        {"ready, all silent", Ready, "1 eligible, none has asked for work lately", pending(), {}, {silentBot("bot")}, {0}},
    };
}

const std::vector<Case> &table()
{
    static const std::vector<Case> cases = [] {
        std::vector<Case> all = byItsState();
        for (auto &&more : {byWhoHasTheOffer(), byTheWorkers(), byWhoIsPassedOver(), byWhomItIsLeftTo(), byWhoIsThere()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return cases;
}

} // namespace

void WaitingTest::theCause_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < table().size(); ++i)
        QTest::newRow(table()[i].name) << int(i);
}

void WaitingTest::theCause()
{
    QFETCH(int, index);
    const Case &one = table()[size_t(index)];
    std::vector<Standing> standings;
    for (size_t i = 0; i < one.workers.size(); ++i) {
        standings.push_back(standingOf(one.workers[i], one.hours, nowMs));
        standings.back().load = one.loads[i];
    }
    const std::optional<Standing> assignee = one.isAssigned ? std::optional(standings.front()) : std::nullopt;
    const auto reason = whyWaiting({&one.task, one.needs, one.offerUntilMs, &standings, nowMs, one.place, assignee});
    QVERIFY(reason.has_value());
    QCOMPARE(toString(reason->cause), toString(one.cause));
    QCOMPARE(reason->text.english(), s(one.text));
    QCOMPARE(toJson(*reason)[u"cause"].toString(), QString(toString(one.cause)));
}

void WaitingTest::everyCauseIsInTheTable()
{
    for (int cause = 0; cause <= int(WaitingCause::Ready); ++cause) {
        const auto isIt = [cause](const Case &one) {
            return int(one.cause) == cause;
        };
        QVERIFY2(std::any_of(table().begin(), table().end(), isIt), toString(WaitingCause(cause)).data());
    }
}

void WaitingTest::whatIsWorkedOnDoesNotWait()
{
    for (const TaskState state : {TaskState::InProgress, TaskState::Completed, TaskState::Failed, TaskState::Cancelled}) {
        const Task task = with([state](Task &one) { one.state = state; });
        QVERIFY(!whyWaiting({&task, {}, 0, nullptr, nowMs}));
    }
}

HMSACT_TEST(WaitingTest)

} // namespace hmsact::waiting_test

#include "waiting.moc"
