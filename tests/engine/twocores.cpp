// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

namespace hmsact::twocores_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// What one core does while another works on the same PostgreSQL, and what it hears of that.
class TwoCores : public QObject
{
    Q_OBJECT

private slots:
    void whoIsSeenThereWakesNobodyHere();
    void tooManyToNameAreReadAnew();
};

static constexpr qsizetype payloadMax = 7'000;

// As it arrives at the other core.
static Hint said(engine::Engine &engine)
{
    Hint news = engine.takeNews();
    news.core = 2;
    return hintFrom(toText(news, payloadMax)).value_or(Hint::anything());
}

static void execute(engine::Engine &engine, Command command)
{
    const Request request{std::move(command), {s("boss"), Role::Admin, {}}, {}};
    QVERIFY(engine.execute({&request}, {}, engine::morningMs).replies.front().result);
}

// A bot asks again and again; what waits here is no more for anybody because of that.
void TwoCores::whoIsSeenThereWakesNobodyHere()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    QVERIFY(desk.tick());
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    engine::Engine second(*database, 43, 43);
    execute(second, Reserve{{s("a")}, 1, 0, 0});
    const Hint seen = said(second);
    QVERIFY(seen.changes.workers); // lists of workers say when each was seen
    const qint64 nextMs = *desk.engine->nextTimerMs(desk.nowMs);
    desk.engine->forgetWoken();
    desk.engine->hear(seen);
    QVERIFY(!desk.engine->hasWoken());
    QCOMPARE(*desk.engine->nextTimerMs(desk.nowMs), nextMs);
    (void)desk.engine->takeNews();
    QVERIFY(desk.reserve(s("a")));
    QVERIFY(!desk.engine->takeNews().changes.workers); // it is known when it was seen

    SaveWorker moved;
    moved.spec.id = WorkerId{s("a")};
    moved.spec.pools = QStringList{s("north")};
    execute(second, moved);
    desk.engine->hear(said(second));
    QVERIFY(desk.engine->hasWoken());
}

void TwoCores::tooManyToNameAreReadAnew()
{
    Hint hint;
    hint.changes.workers = true;
    for (int i = 0; i < 1000; ++i)
        hint.seen.insert(s("worker-%1").arg(i), engine::morningMs);
    const Hint heard = *hintFrom(toText(hint, payloadMax));
    QVERIFY(heard.workersSaved && !heard.changes.overflow);
}

HMSACT_TEST(TwoCores)

} // namespace hmsact::twocores_test

#include "twocores.moc"
