// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

#include <barrier>
#include <thread>

namespace hmsact::sharedrules_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Rules of two cores on one PostgreSQL: each knows what the other has saved, and refuses in the product's words; what they tell
// one address within a window is one message.
class SharedRules : public QObject
{
    Q_OBJECT

private slots:
    void whatAnotherCoreHasSavedIsKnown();
    void oneNameSavedByTwoAtOnceIsOneRule();
    void whatAnotherHasRemovedIsGone();
    void whatAnotherHasSavedIsNotNew();
    void whatOneHeldThemAgainstThatDoesNotLeadIsNoted();
    void whatTwoHaveFiredIsOneDigest();
};

namespace {

Rule named(const QString &name)
{
    return rule(
        {{s("name"), name}, {s("when"), s("sla_breach")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#a"})}});
}

Result<Rule> save(Engine &core, SaveRule command)
{
    const Request request{std::move(command), {s("boss"), Role::Admin, {}}, {}};
    Reply reply = std::move(core.execute({&request}, {}, morningMs).replies.front());
    return reply.result ? Result<Rule>(std::get<Rule>(*reply.result)) : Result<Rule>(reply.result.error());
}

template <class C>
Result<typename C::Answer> sayTo(Engine &core, C command)
{
    const Request request{std::move(command), {s("boss"), Role::Admin, {}}, {}};
    Reply reply = std::move(core.execute({&request}, {}, morningMs).replies.front());
    return reply.result ? Result<typename C::Answer>(std::get<typename C::Answer>(*reply.result)) : reply.result.error();
}

SaveCalendar office()
{
    SaveCalendar command;
    command.calendar.name = s("office");
    command.calendar.timeZone = s("UTC");
    command.calendar.week.fill({{9 * 60, 17 * 60}});
    return command;
}

SaveIntent passport()
{
    SaveIntent command;
    command.intent.name = s("passport");
    command.intent.title = s("Passport");
    command.intent.slaMs = limits::msPerDay;
    return command;
}

} // namespace

void SharedRules::whatAnotherCoreHasSavedIsKnown()
{
    Desk desk;
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    Engine second(*database, 43, 43);
    const Result<Rule> other = save(second, {named(s("other")), {}}); // knows the rules from now on
    QVERIFY(other);
    QVERIFY(save(*desk.engine, {named(s("late")), {}}));
    const Result<Rule> again = save(second, {named(s("late")), {}});
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail.english()));
    QCOMPARE(again->version, 2);
    for (const Result<Rule> &refused :
         {save(*desk.engine, {named(s("late")), {}, 0}), save(*desk.engine, {named(s("late")), other->id})}) {
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().detail.english(), s("another rule is called “late”"));
    }
}

void SharedRules::oneNameSavedByTwoAtOnceIsOneRule()
{
    Desk desk;
    constexpr int rounds = 30;
    std::barrier together(2);
    const auto saveAll = [&together](Engine &core, QStringList &refused) {
        for (int i = 0; i < rounds; ++i) {
            together.arrive_and_wait();
            if (const Result<Rule> saved = save(core, {named(s("rule %1").arg(i)), {}, 0}); !saved)
                refused << saved.error().detail.english();
        }
    };
    QStringList theirs;
    std::jthread other([&] {
        const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
        Engine second(*database, 43, 43);
        saveAll(second, theirs);
    });
    QStringList ours;
    saveAll(*desk.engine, ours);
    other.join();
    QStringList expected;
    for (int i = 0; i < rounds; ++i)
        expected << s("another rule is called “rule %1”").arg(i);
    QStringList refused = ours + theirs; // each by one of both
    refused.sort();
    expected.sort();
    QCOMPARE(refused, expected);
    QCOMPARE(desk.ask(ListRules{})->size(), size_t(rounds + 1));
}

// Nobody has told the second of it yet.
void SharedRules::whatAnotherHasRemovedIsGone()
{
    Desk desk;
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    Engine second(*database, 43, 43);
    const Result<Rule> rule = save(second, {named(s("rule")), {}});
    QVERIFY(rule && sayTo(second, office()) && sayTo(second, passport())); // it knows them from now on
    const auto isGone = [&](auto command) {
        return sayTo(*desk.engine, command).ok() && !sayTo(second, command);
    };
    QVERIFY(isGone(RemoveRule{rule->id}));
    QVERIFY(isGone(RemoveCalendar{s("office")}));
    QVERIFY(isGone(RemoveIntent{s("passport")}));
    QVERIFY(desk.auditIsFine());
}

void SharedRules::whatAnotherHasSavedIsNotNew()
{
    Desk desk;
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    Engine second(*database, 43, 43);
    QVERIFY(sayTo(second, RemoveCalendar{s("none")}).error().code == ErrorCode::NotFound); // it knows that there is nothing
    QVERIFY(sayTo(*desk.engine, office()) && sayTo(*desk.engine, passport()));
    const auto calendar = sayTo(second, office());
    QVERIFY2(calendar && calendar->version == 2, calendar ? "" : qPrintable(calendar.error().detail.english()));
    const auto intent = sayTo(second, passport());
    QVERIFY2(intent && intent->version == 2, intent ? "" : qPrintable(intent.error().detail.english()));
}

// Seldom, and never as older than it is known to be.
void SharedRules::whatOneHeldThemAgainstThatDoesNotLeadIsNoted()
{
    Desk desk;
    const RuleId id =
        engine::save(desk, {{s("when"), s("task_failed")}, {s("then"), s("notify")}, {s("notify"), list({"slack:#ops"})}});
    desk.hire(s("mole"), {s("dig")});
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    Engine second(*database, 43, 43);
    const auto failBy = [&](Engine &engine) {
        ActionInput fail;
        fail.action = TaskAction::Fail;
        fail.worker = {s("mole")};
        fail.reason = s("rock");
        TaskSpec task = Desk::task(s("dig"));
        task.maxAttempts = 1;
        const ActivityId activity = desk.open({task});
        QCOMPARE(desk.reserve(s("mole"))->size(), size_t(1));
        const Request request{ActOnTask{{activity, s("dig"), {}}, fail}, {s("boss"), Role::Admin, {}}, {}};
        QVERIFY(engine.execute({&request}, {}, desk.nowMs).replies.front().result);
    };
    const auto evaluatedAtMs = [&] {
        return desk.ask(GetRule{id})->lastEvaluatedAtMs;
    };
    QVERIFY(second.noteRules(desk.nowMs)); // nothing has happened
    QVERIFY(evaluatedAtMs() < desk.nowMs);
    failBy(second);
    const qint64 firstMs = desk.nowMs;
    QVERIFY(second.noteRules(firstMs));
    QCOMPARE(evaluatedAtMs(), firstMs);
    desk.nowMs += limits::msPerMinute - 1;
    failBy(second);
    QVERIFY(second.noteRules(desk.nowMs)); // not yet again
    QCOMPARE(evaluatedAtMs(), firstMs);
    desk.nowMs += limits::msPerMinute;
    failBy(*desk.engine);
    QVERIFY(desk.engine->noteRules(desk.nowMs));
    QCOMPARE(evaluatedAtMs(), desk.nowMs);
    QVERIFY(second.noteRules(desk.nowMs)); // what it knows is older
    QCOMPARE(evaluatedAtMs(), desk.nowMs);
}

// The second leads in the middle of a window.
void SharedRules::whatTwoHaveFiredIsOneDigest()
{
    Desk desk;
    engine::save(desk,
                 {{s("when"), s("sla_breach")},
                  {s("then"), s("notify")},
                  {s("notify"), list({"slack:#ops"})},
                  {s("digest"), s("10m")}});
    desk.open({Desk::task(s("early"), limits::msPerHour), Desk::task(s("dig"), limits::msPerDay)});
    desk.open({Desk::task(s("late"), limits::msPerHour + limits::msPerMinute), Desk::task(s("dig"), limits::msPerDay)});
    QVERIFY(turn(desk, limits::msPerHour));
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    Engine second(*database, 43, 43);
    desk.nowMs += limits::msPerMinute;
    QVERIFY(second.tick(desk.nowMs));
    QCOMPARE(told(desk), (QStringList{s("slack:#ops"), s("slack:#ops")}));
    const auto waiting = desk.ask(ListNotifications{NotificationState::Queued, {}, 10, {}});
    QCOMPARE(waiting->items.front().notBeforeMs, waiting->items.back().notBeforeMs);
    QCOMPARE(sent(desk), QStringList());
    desk.nowMs += 9 * limits::msPerMinute;
    QCOMPARE(sent(desk), QStringList{s("slack:#ops")}); // both
    QCOMPARE(sent(desk), QStringList());
}

HMSACT_TEST(SharedRules)

} // namespace hmsact::sharedrules_test

#include "sharedrules.moc"
