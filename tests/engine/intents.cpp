// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "store/intentstore.h"
#include "support/testprogram.h"

namespace hmsact::intents_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using limits::msPerHour;
using namespace Qt::StringLiterals;

namespace {

Intent card()
{
    Intent intent;
    intent.name = u"card"_s;
    intent.title = u"Replace a card"_s;
    intent.slaMs = 10 * msPerHour;
    intent.tasks = {Desk::task(u"verify"_s, 4 * msPerHour), Desk::task(u"print"_s, 4 * msPerHour)};
    intent.thresholds = {500'000, 800'000};
    return intent;
}

CreateActivity request(qint64 slaMs = 0, const std::vector<TaskSpec> &tasks = {})
{
    CreateActivity command{u"jordan"_s, u"card"_s, slaMs, 5, {}, tasks};
    command.templateOf = u"card"_s;
    return command;
}

const Actor boss{u"boss"_s, Role::Admin, {}};

} // namespace

class IntentsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savingAndRemoving();
    void anotherVersion();
    void thereAreNotTooMany();
    void anActivityTakesWhatIsNotSaid();
    void aTemplateOfAnotherIntent();
    void withoutATemplateNothingIsMade();
    void aKeyIsGoodForOneActivity();
    void thresholdsAreThoseOfTheBeginning();
    void theQueueIsFilteredByThem();
    void theyOutliveAnotherCalendar();
    void anotherCoreIsHeardOf();

private:
    Task task(ActivityId activity, const QString &name)
    {
        const auto found = m_desk->ask(GetTask{{activity, name, {}}});
        return found ? found->view.task : Task();
    }
    ActivityId made(const CreateActivity &command)
    {
        const auto activity = m_desk->say(command);
        return activity ? activity->activity.id : ActivityId();
    }
    std::optional<Desk> m_desk;
};

void IntentsTest::init()
{
    m_desk.emplace();
    QVERIFY(m_desk->say(SaveIntent{card()}));
}

void IntentsTest::savingAndRemoving()
{
    Intent stored = *m_desk->ask(GetIntent{u"card"_s});
    QCOMPARE(stored.updatedAtMs, m_desk->nowMs);
    stored.updatedAtMs = 0;
    QVERIFY(stored == card());
    const ActivityId activity = made(request());
    QVERIFY(m_desk->say(RemoveIntent{u"card"_s}));
    QCOMPARE(m_desk->say(RemoveIntent{u"card"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->ask(GetIntent{u"card"_s}).error().code, ErrorCode::NotFound);
    QVERIFY(m_desk->ask(ListIntents{})->empty());
    QCOMPARE(m_desk->ask(GetActivity{activity})->tasks.size(), size_t(2)); // stays as it is
    const auto events = m_desk->ask(ListEvents{});
    QCOMPARE(events->items.front().kind, u"intent.made"_s);
    QCOMPARE(events->items.back().kind, u"intent.removed"_s);
    QVERIFY(m_desk->auditIsFine());
}

void IntentsTest::anotherVersion()
{
    Intent later = card();
    later.title = u"Renew a card"_s;
    QCOMPARE(m_desk->say(SaveIntent{later, true, 1})->version, 2);
    QCOMPARE(m_desk->say(SaveIntent{later, true, 1}).error().code, ErrorCode::Conflict);
    QCOMPARE(m_desk->ask(GetIntent{u"card"_s})->title, u"Renew a card"_s);
    later.name = u"pass"_s;
    QCOMPARE(m_desk->say(SaveIntent{later, true}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->say(SaveIntent{later})->version, 1);
    QCOMPARE(m_desk->ask(ListIntents{})->back().name, u"pass"_s);
}

void IntentsTest::thereAreNotTooMany()
{
    std::vector<Request> all;
    for (int i = 0; i < limits::intentsMax; ++i) {
        Intent intent = card();
        intent.name = QString::number(i);
        all.push_back({SaveIntent{intent}, boss, {}});
    }
    std::vector<const Request *> requests;
    for (const Request &request : all)
        requests.push_back(&request);
    const auto replies = m_desk->engine->execute(requests, {}, m_desk->nowMs).replies;
    QVERIFY(replies[replies.size() - 2].result);
    QCOMPARE(replies.back().result.error().code, ErrorCode::Conflict);
    QCOMPARE(m_desk->ask(ListIntents{})->size(), size_t(limits::intentsMax));
    QCOMPARE(m_desk->say(SaveIntent{card()})->version, 2); // those that there are may be changed
}

void IntentsTest::anActivityTakesWhatIsNotSaid()
{
    const auto all = m_desk->say(request());
    QVERIFY(all);
    QCOMPARE(all->activity.slaMs, 10 * msPerHour);
    QCOMPARE(m_desk->statuses(all->activity.id), QStringList({u"verify PENDING"_s, u"print WAITING(for:verify)"_s}));
    const auto sooner = m_desk->say(request(2 * msPerHour));
    QCOMPARE(sooner->activity.slaMs, 2 * msPerHour);
    QCOMPARE(sooner->tasks.size(), size_t(2));
    const auto other = m_desk->say(request(0, {Desk::task(u"alone"_s)}));
    QCOMPARE(other->activity.slaMs, 10 * msPerHour);
    QCOMPARE(m_desk->statuses(other->activity.id), QStringList{u"alone PENDING"_s});
    CreateActivity plain = request(msPerHour);
    plain.templateOf.clear();
    QVERIFY(m_desk->say(plain)->tasks.empty()); // nothing by itself
}

void IntentsTest::aTemplateOfAnotherIntent()
{
    CreateActivity command = request();
    command.intent = u"anything people write"_s;
    const auto activity = m_desk->say(command);
    QVERIFY(activity);
    QCOMPARE(activity->activity.intent, u"anything people write"_s);
    QCOMPARE(activity->tasks.size(), size_t(2));
    QVERIFY(activity->activity.thresholds == Thresholds{}); // those are of its own intent, which has no template
}

void IntentsTest::withoutATemplateNothingIsMade()
{
    CreateActivity command = request();
    command.templateOf = u"pass"_s;
    const auto refused = m_desk->say(command);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().fields.front().pointer, u"/from_template"_s);
    QVERIFY(m_desk->ask(ListActivities{})->items.empty());
    command.templateOf.clear();
    QCOMPARE(m_desk->say(command).error().fields.front().pointer, u"/sla"_s);
    QVERIFY(m_desk->ask(ListActivities{})->items.empty());
}

void IntentsTest::aKeyIsGoodForOneActivity()
{
    QVERIFY(m_desk->say(request(), boss, u"k"_s));
    const Request again{request(), boss, u"k"_s};
    const Reply replayed = m_desk->engine->execute({&again}, {}, m_desk->nowMs).replies.front();
    QVERIFY(replayed.replayedJson.contains("verify"));
    QCOMPARE(m_desk->ask(ListActivities{})->items.size(), size_t(1));
    CreateActivity other = request(10 * msPerHour, card().tasks); // the same came of it, another was said
    other.templateOf.clear();
    QCOMPARE(m_desk->say(other, boss, u"k"_s).error().code, ErrorCode::Invalid);
}

// A change of the intent is for what is made afterwards, whatever happens to the clocks that there are.
void IntentsTest::thresholdsAreThoseOfTheBeginning()
{
    const qint64 startMs = m_desk->nowMs;
    const auto first = m_desk->say(request());
    QCOMPARE(first->activity.dueSoonAtMs, startMs + 5 * msPerHour);
    QCOMPARE(first->activity.atRiskAtMs, startMs + 8 * msPerHour);
    QCOMPARE(first->tasks.front().task.dueSoonAtMs, startMs + 2 * msPerHour);

    Intent later = card();
    later.thresholds = {100'000, 200'000};
    QVERIFY(m_desk->say(SaveIntent{later}));
    const ActivityId old = first->activity.id;
    QVERIFY(m_desk->act(old, u"verify"_s, TaskAction::Hold, {}, u"wait"_s));
    m_desk->nowMs += msPerHour;
    QVERIFY(m_desk->act(old, u"verify"_s, TaskAction::Resume));
    QCOMPARE(task(old, u"verify"_s).dueSoonAtMs, startMs + 3 * msPerHour);
    QVERIFY(m_desk->act(old, u"verify"_s, TaskAction::Complete, u"ann"_s));
    QCOMPARE(task(old, u"print"_s).dueSoonAtMs, m_desk->nowMs + 2 * msPerHour); // began after the change
    QVERIFY(m_desk->say(EnqueueTasks{old, {Desk::task(u"more"_s, 10 * msPerHour)}}));
    QVERIFY(m_desk->act(old, u"print"_s, TaskAction::Complete, u"ann"_s));
    QCOMPARE(task(old, u"more"_s).dueSoonAtMs, m_desk->nowMs + 5 * msPerHour);

    const ActivityId young = made(request());
    QCOMPARE(task(young, u"verify"_s).dueSoonAtMs, m_desk->nowMs + 4 * msPerHour / 10);
    const auto why = m_desk->ask(ExplainSla{young, u"verify"_s});
    QVERIFY(why->thresholds == later.thresholds);
    QVERIFY(m_desk->ask(ExplainSla{old})->thresholds == card().thresholds);
}

void IntentsTest::theQueueIsFilteredByThem()
{
    const ActivityId early = made(request());
    CreateActivity plain{u"jordan"_s, u"free text"_s, 10 * msPerHour, 5, {}, card().tasks};
    const ActivityId usual = made(plain);
    m_desk->nowMs += 5 * msPerHour / 2; // 62.5 % of the first task
    const auto in = [&](SlaState state) {
        ListQueue list;
        list.slaState = state;
        QList<ActivityId> found;
        const auto queue = m_desk->ask(list);
        for (const TaskView &view : queue->items)
            found << view.task.activity;
        return found;
    };
    QCOMPARE(in(SlaState::DueSoon), QList<ActivityId>{early});
    QCOMPARE(in(SlaState::OnTrack), QList<ActivityId>{usual});
    m_desk->nowMs += 45 * limits::msPerMinute; // 81 %
    QCOMPARE(in(SlaState::AtRisk), QList<ActivityId>{early});
    QCOMPARE(in(SlaState::DueSoon), QList<ActivityId>{usual});
    QCOMPARE(m_desk->ask(GetStats{})->atRisk, 1);
}

void IntentsTest::theyOutliveAnotherCalendar()
{
    Calendar office;
    office.name = u"office"_s;
    office.timeZone = u"UTC"_s;
    office.week.fill({{0, 24 * 60}});
    QVERIFY(m_desk->say(SaveCalendar{office}));
    CreateActivity command = request();
    command.calendar = office.name;
    const ActivityId activity = made(command);
    office.week[6].clear();
    QVERIFY(m_desk->say(SaveCalendar{office}));
    QVERIFY(m_desk->tick());
    const Task verify = task(activity, u"verify"_s);
    QCOMPARE(verify.dueAtMs - verify.dueSoonAtMs, 2 * msPerHour);
    const Activity owner = m_desk->ask(GetActivity{activity})->activity;
    QCOMPARE(owner.dueAtMs - owner.atRiskAtMs, 2 * msPerHour);
}

// What another core has saved is used as soon as it was told.
void IntentsTest::anotherCoreIsHeardOf()
{
    Intent pass = card();
    pass.name = u"pass"_s;
    const auto written = m_desk->database->transact<Done>([&]() -> Status {
        store::IntentStore(*m_desk->database).insert(pass);
        return Done{};
    });
    QVERIFY(written);
    CreateActivity command = request();
    command.templateOf = u"pass"_s;
    QVERIFY(!m_desk->say(command));
    engine::Hint told;
    told.changes.intents = true;
    const auto heard = engine::hintFrom(engine::toText(told, 1000));
    QVERIFY(heard && heard->changes.intents);
    m_desk->engine->hear(*heard);
    QVERIFY(m_desk->say(command));
}

HMSACT_TEST(IntentsTest)

} // namespace hmsact::intents_test

#include "intents.moc"
