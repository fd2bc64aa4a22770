// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"

#include <set>

using namespace hmsact;
using namespace hmsact::domain;
using hmsact::engine::Desk;

// Several cores on one PostgreSQL, each an engine with a connection of its own.
class Sharing : public QObject
{
    Q_OBJECT

private slots:
    void eachTaskIsGivenOutByOneOfThem();
    void whatAnotherIsAtWorkOnIsPassedOver();
    void aBatchThatIsBusyIsNotSaidAgain();
};

static const Actor boss{QStringLiteral("boss"), Role::Admin, {}};
static QString s(const char *text) { return QString::fromUtf8(text); }

static std::unique_ptr<store::Database> connectTo(const Desk &desk)
{
    return std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
}

static std::set<qint64> reserve(engine::Engine &engine, int max)
{
    const Request request{Reserve{{s("a")}, max, 0, 0}, boss, {}};
    const Reply reply = engine.execute({&request}, {}, engine::morningMs).replies.front();
    std::set<qint64> tasks;
    if (reply.result) {
        for (const Lease &lease : std::get<std::vector<Lease>>(*reply.result))
            tasks.insert(lease.task.value);
    }
    return tasks;
}

void Sharing::eachTaskIsGivenOutByOneOfThem()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    for (int i = 0; i < 20; ++i)
        desk.open({Desk::task(s("dig"))});
    const auto database = connectTo(desk);
    engine::Engine second(*database, 43, 43);
    std::set<qint64> all;
    for (int i = 0; i < 10; ++i) {
        all.merge(reserve(*desk.engine, 1));
        all.merge(reserve(second, 1));
    }
    QCOMPARE(all.size(), size_t(20));
}

void Sharing::whatAnotherIsAtWorkOnIsPassedOver()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId taken = desk.open({Desk::task(s("dig"))});
    desk.open({Desk::task(s("dig"))});
    const auto other = connectTo(desk);
    const auto held = other->transact<Done>([&]() -> Status {
        other->script(s("SELECT 1 FROM activity WHERE id = %1 FOR UPDATE").arg(taken.value));
        if (reserve(*desk.engine, 2).size() != 1)
            return makeError(ErrorCode::Internal, "it waited, or took what is held");
        return Done{};
    });
    QVERIFY(held);
    QCOMPARE(reserve(*desk.engine, 2).size(), size_t(1));
}

// It may have been stored without an answer: said again one by one, it could be done twice.
void Sharing::aBatchThatIsBusyIsNotSaidAgain()
{
    Desk desk;
    desk.database->script(s("CREATE SEQUENCE tries; CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                            "PERFORM nextval('tries'); RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END $$; "
                            "CREATE TRIGGER t BEFORE INSERT ON activity EXECUTE FUNCTION refuse()"));
    const Request one{CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {}}, boss, {}};
    const auto outcome = desk.engine->execute({&one, &one}, {}, desk.nowMs);
    QCOMPARE(outcome.replies.size(), size_t(2));
    for (const Reply &reply : outcome.replies)
        QCOMPARE(reply.result.error().code, ErrorCode::Busy);
    desk.database->script(s("DO $$ BEGIN ASSERT (SELECT last_value FROM tries) = 5; END $$"));
}

QTEST_GUILESS_MAIN(Sharing)
#include "sharing.moc"
