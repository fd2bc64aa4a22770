// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::listing_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// Lists in pages: complete, without repetition, in order, whatever the filter and the sort.
class Listing : public QObject
{
    Q_OBJECT

private slots:
    void everySortGoesThroughAllPages_data();
    void everySortGoesThroughAllPages();
    void filtersFindWhatTheyName();
    void activitiesAreFoundByAgeEndAndId();
    void whatPeopleTypeIsTakenLiterally();
    void slaStatesAgreeWithTheRows();
    void aForeignCursorIsRefused();
    void blockersAreNamedTransitively();
    void heavyTasksComeInParts();
};

// 40 activities of three tasks in many states.
static void fill(Desk &desk)
{
    desk.hire(s("a"), {s("dig"), s("paint")}, 1000);
    for (int i = 0; i < 40; ++i) {
        TaskSpec dig = Desk::task(s("dig"), (i % 7 + 1) * limits::msPerHour);
        dig.priority = i % 10;
        const ActivityId id = desk.open({dig, Desk::task(s("paint")), Desk::task(s("tidy"))});
        if (i % 4 == 0)
            QVERIFY(desk.act(id, s("dig"), TaskAction::Hold, {}, s("rain")));
        if (i % 4 == 1)
            QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a")));
        desk.nowMs += 10 * limits::msPerMinute;
    }
    QVERIFY(desk.engine->tick(desk.nowMs));
}

void Listing::everySortGoesThroughAllPages_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<bool>("ascending");
    for (int sort = 0; sort <= static_cast<int>(QueueSort::Activity); ++sort) {
        QTest::addRow("%d ascending", sort) << sort << true;
        QTest::addRow("%d descending", sort) << sort << false;
    }
}

void Listing::everySortGoesThroughAllPages()
{
    QFETCH(int, sort);
    QFETCH(bool, ascending);
    Desk desk;
    fill(desk);
    ListQueue query;
    query.sort = static_cast<QueueSort>(sort);
    query.order = ascending ? SortOrder::Ascending : SortOrder::Descending;
    query.limit = 1000;
    const auto all = desk.ask(query);
    QCOMPARE(all->items.size(), size_t(110)); // 120 less the completed ones
    query.limit = 7;
    std::vector<qint64> paged;
    for (;;) {
        const auto page = desk.ask(query);
        QVERIFY(page);
        for (const TaskView &view : page->items)
            paged.push_back(view.task.id.value);
        if (page->nextCursor.isEmpty())
            break;
        query.cursor = page->nextCursor;
    }
    QCOMPARE(paged.size(), all->items.size());
    for (size_t i = 0; i < paged.size(); ++i)
        QCOMPARE(paged[i], all->items[i].task.id.value);
}

void Listing::filtersFindWhatTheyName()
{
    Desk desk;
    fill(desk);
    const auto count = [&](auto change) {
        ListQueue query;
        query.limit = 1000;
        change(query);
        const auto page = desk.ask(query);
        return page ? static_cast<int>(page->items.size()) : -1;
    };
    QCOMPARE(count([](ListQueue &q) { q.skill = s("dig"); }), 30);
    QCOMPARE(count([](ListQueue &q) { q.states = {TaskState::OnHold}; }), 10);
    QCOMPARE(count([](ListQueue &q) { q.states = {TaskState::Completed}; }), 10);
    QCOMPARE(count([](ListQueue &q) { q.states = {TaskState::Completed, TaskState::OnHold}; }), 20);
    QCOMPARE(count([](ListQueue &q) { q.intent = s("replace_vaccine_card"); }), 110);
    QCOMPARE(count([](ListQueue &q) { q.intent = s("other"); }), 0);
    QCOMPARE(count([](ListQueue &q) { q.text = s("pain"); }), 40);
    QCOMPARE(count([](ListQueue &q) { q.worker = {s("nobody")}; }), 0);
    QCOMPARE(count([](ListQueue &q) { q.limit = 0; }), -1);
    ListActivities activities;
    activities.overdue = true;
    QVERIFY(desk.ask(activities)->items.empty());
    activities.overdue.reset();
    activities.limit = 9;
    int seen = 0;
    do {
        const auto page = desk.ask(activities);
        seen += static_cast<int>(page->items.size());
        activities.cursor = page->nextCursor;
    } while (!activities.cursor.isEmpty());
    QCOMPARE(seen, 40);
}

void Listing::activitiesAreFoundByAgeEndAndId()
{
    Desk desk;
    fill(desk); // one each ten minutes
    const auto found = [&](auto narrow) {
        ListActivities query;
        narrow(query);
        std::vector<ActivityId> ids;
        const auto page = desk.ask(query);
        for (const ActivityView &view : page->items)
            ids.push_back(view.activity.id);
        return ids;
    };
    const std::vector<ActivityId> all = found([](ListActivities &) {});
    QCOMPARE(all.size(), size_t(40));
    const qint64 tenMinutes = 10 * limits::msPerMinute;
    const qint64 begin = desk.nowMs - 40 * tenMinutes;
    QCOMPARE(found([&](ListActivities &q) { q.createdFromMs = begin + 2 * tenMinutes; }).size(), size_t(38));
    QCOMPARE(found([&](ListActivities &q) { q.createdBeforeMs = begin + 2 * tenMinutes; }).size(), size_t(2));
    QCOMPARE(found([&](ListActivities &q) { q.createdWithinMs = 3 * tenMinutes; }).size(), size_t(3));
    const qint64 farMs = 4'102'358'400'000; // 2099-12-31: more than ids reach
    QVERIFY(found([&](ListActivities &q) { q.createdFromMs = farMs; }).empty());
    QCOMPARE(found([&](ListActivities &q) { q.createdBeforeMs = farMs; }).size(), size_t(40));
    QVERIFY(desk.say(EndActivity{all[5], EndKind::Cancel, s("no")}));
    QCOMPARE(found([](ListActivities &q) { q.ended = true; }), std::vector{all[5]});
    QCOMPARE(found([](ListActivities &q) { q.ended = false; }).size(), size_t(39));
    QCOMPARE(found([&](ListActivities &q) { q.ids = {all[9], all[2], ActivityId{7}}; }), (std::vector{all[2], all[9]}));
    QCOMPARE(found([](ListActivities &q) { q.intents = {s("replace_vaccine_card"), s("x")}; }).size(), size_t(40));
    QVERIFY(found([](ListActivities &q) { q.intents = {s("x")}; }).empty());
}

void Listing::whatPeopleTypeIsTakenLiterally()
{
    Desk desk;
    QVERIFY(desk.say(CreateActivity{s("100%_sure"), s("x"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}}));
    QVERIFY(desk.say(
        CreateActivity{s("100 sure"), s("y'; DROP TABLE task;--"), limits::msPerDay, 5, {}, {Desk::task(s("dig"))}}));
    ListQueue query;
    query.text = s("%_s");
    QCOMPARE(desk.ask(query)->items.size(), size_t(1));
    query.text = s("'; DROP");
    QCOMPARE(desk.ask(query)->items.size(), size_t(1));
    query.text = s("\\");
    QCOMPARE(desk.ask(query)->items.size(), size_t(0));
}

void Listing::slaStatesAgreeWithTheRows()
{
    Desk desk;
    fill(desk);
    const ActivityId sharp = desk.open({Desk::task(s("dig"), limits::msPerHour)}); // to the millisecond
    desk.nowMs += limits::msPerHour;
    QVERIFY(desk.act(sharp, s("dig"), TaskAction::Complete, s("a")));
    int found = 0;
    for (const SlaState state : {SlaState::None, SlaState::OnTrack, SlaState::DueSoon, SlaState::AtRisk, SlaState::Breached,
                                 SlaState::Paused, SlaState::Met}) {
        ListQueue query;
        query.limit = 1000;
        query.states = {TaskState::Waiting, TaskState::Pending, TaskState::OnHold, TaskState::Completed};
        query.slaState = state;
        const auto page = desk.ask(query);
        QVERIFY(page);
        for (const TaskView &view : page->items)
            QVERIFY2(view.slaState == state, qPrintable(toString(state) + view.task.name));
        found += static_cast<int>(page->items.size());
    }
    QCOMPARE(found, 121); // each task in exactly one
}

void Listing::aForeignCursorIsRefused()
{
    Desk desk;
    fill(desk);
    for (const char *cursor : {"x", "!!", "MTIz", "AAAA"}) {
        ListQueue query;
        query.cursor = s(cursor);
        QCOMPARE(desk.ask(query).error().code, ErrorCode::Invalid);
        ListActivities activities;
        activities.cursor = s(cursor);
        QCOMPARE(desk.ask(activities).error().code, ErrorCode::Invalid);
    }
}

void Listing::blockersAreNamedTransitively()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("one")), Desk::task(s("two")), Desk::task(s("three"))});
    const auto detail = desk.ask(GetTask{{id, s("three"), {}}});
    QCOMPARE(detail->blockedBy.size(), size_t(2));
    QCOMPARE(detail->blockedBy[0].name, s("one"));
    QCOMPARE(detail->blockedBy[1].status, s("WAITING(for:one)"));
    QCOMPARE(desk.ask(GetTask{{id, s("four"), {}}}).error().code, ErrorCode::NotFound);
}

// All of it in one answer would be 512 KB for each of ten thousand.
void Listing::heavyTasksComeInParts()
{
    constexpr int count = 40;
    Desk desk;
    ActivityId id;
    for (int i = 0; i < count; ++i) {
        TaskSpec spec = Desk::task(s("t%1").arg(i));
        spec.payload = {{s("form"), QString(250'000, QChar(u'x'))}};
        if (i == 0)
            id = desk.open({spec});
        else
            QVERIFY(desk.say(EnqueueTasks{id, {spec}}));
    }
    const auto view = desk.ask(GetActivity{id});
    QCOMPARE(view->tasks.size(), size_t(count));
    for (int i = 0; i < count; ++i) {
        const TaskView &task = view->tasks[size_t(i)];
        QCOMPARE(task.task.name, s("t%1").arg(i));
        QCOMPARE(task.needs.size(), i == 0 ? 0 : 1);
        QCOMPARE(task.isShort, i >= 16); // 4 MB
        QCOMPARE(task.task.payload.isEmpty(), task.isShort);
        QCOMPARE(toJson(task).value(s("payload")).isNull(), task.isShort);
        QCOMPARE(toJson(task).contains(s("left_out")), task.isShort);
    }
    ListTasks list{id, limits::pageMax, {}};
    QList<size_t> sizes;
    int next = 0;
    do {
        const auto page = desk.ask(list);
        QVERIFY(page);
        sizes << page->items.size();
        for (const TaskView &task : page->items) {
            QCOMPARE(task.task.name, s("t%1").arg(next++));
            QVERIFY(!task.isShort && !task.task.payload.isEmpty());
        }
        list.cursor = page->nextCursor;
    } while (!list.cursor.isEmpty());
    QCOMPARE(sizes, QList<size_t>({16, 16, 8}));
    for (const char *cursor : {"next", "-1"})
        QCOMPARE(desk.ask(ListTasks{id, 10, s(cursor)}).error().code, ErrorCode::Invalid);
    QCOMPARE(desk.ask(ListTasks{{7}, 10, {}}).error().code, ErrorCode::NotFound);
    const auto ended = desk.say(EndActivity{id, EndKind::Cancel, s("moved away")});
    QCOMPARE(ended->tasks.size(), size_t(count));
    QVERIFY(!ended->tasks.front().isShort && ended->tasks.back().isShort);
}

HMSACT_TEST(Listing)

} // namespace hmsact::listing_test

#include "listing.moc"
