// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/matching.h"

#include "domain/validation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace hmsact::matching_test {

using namespace hmsact::domain;

// Who is the best worker for a task, and why not the others.
class MatchingTest : public QObject
{
    Q_OBJECT

private slots:
    void eachPartOfTheScore_data();
    void eachPartOfTheScore();
    void whoIsLeftOut_data();
    void whoIsLeftOut();
    void poolsAreTriedInTurn();
    void equalsAreDrawnBySeed();
    void equalsShareTheWork();
    void oneSuccessDecidesNothing();
    void whoWaitedLongestHasItsTurn();
    void theReasonsAreBounded();
    void leaveMakesSense_data();
    void leaveMakesSense();
};

namespace {

constexpr qint64 nowMs = 1'795'000'000'000;

QString s(const char *text) { return QString::fromUtf8(text); }

Task task(qint64 id = 1)
{
    Task one;
    one.id = {id};
    one.skill = s("dig");
    return one;
}

Worker worker(const QString &id, int level = 3, int capacity = 10)
{
    Worker one;
    one.id = {id};
    one.name = id;
    one.kind = WorkerKind::Human;
    one.skills = {{s("dig"), level}};
    one.capacity = capacity;
    return one;
}

Standing standing(const Worker &one, int load = 0, SkillRecord record = {})
{
    Standing result = standingOf(one, WorkingTime::always(), nowMs);
    result.load = load;
    result.record = record;
    return result;
}

QStringList ids(const Ranking &ranking)
{
    QStringList result;
    for (const Ranking::Candidate &candidate : ranking.best)
        result << candidate.standing->worker->id.value;
    return result;
}

} // namespace

void MatchingTest::eachPartOfTheScore_data()
{
    QTest::addColumn<QString>("better");
    QTest::newRow("level") << s("level");
    QTest::newRow("room") << s("room");
    QTest::newRow("turn") << s("turn");
    QTest::newRow("wished") << s("wished");
    QTest::newRow("presence") << s("presence");
    QTest::newRow("success") << s("success");
    QTest::newRow("in time") << s("in time");
    QTest::newRow("speed") << s("speed");
}

// Two that are the same but for one thing: whoever is better in it comes first, by whatever seed.
void MatchingTest::eachPartOfTheScore()
{
    QFETCH(QString, better);
    Worker a = worker(s("a"));
    Worker b = worker(s("b"));
    a.kind = b.kind = WorkerKind::Bot;
    a.lastSeenAtMs = b.lastSeenAtMs = nowMs;
    Task one = task();
    one.wishes.skills = {s("spanish")};
    if (better == s("level"))
        b.skills[s("dig")] = 4;
    if (better == s("wished"))
        b.skills[s("spanish")] = 1;
    if (better == s("presence"))
        a.lastSeenAtMs = nowMs - limits::silentAfterMs;
    const int load = better == s("room") ? 1 : 0;
    const SkillRecord usual{10, 1, 2, 10, 10'000};
    SkillRecord best = usual;
    if (better == s("success"))
        best.failed = 0;
    if (better == s("in time"))
        best.late = 0;
    if (better == s("speed"))
        best.durationMs = 9'000;
    std::vector<Standing> both{standing(a, load, usual), standing(b, 0, best)};
    both.front().givenAtMs = better == s("turn") ? nowMs - 1 : nowMs - 2;
    both.back().givenAtMs = nowMs - 2;
    for (quint64 seed = 0; seed < 20; ++seed)
        QCOMPARE(ids(rank(one, both, seed)), QStringList({s("b"), s("a")}));
}

void MatchingTest::whoIsLeftOut_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"no_skill", "level_too_low", "not_in_pool", "had_it_before", "not_available", "on_leave",
                            "off_shift", "too_big", "at_capacity"})
        QTest::newRow(why) << s(why);
}

void MatchingTest::whoIsLeftOut()
{
    QFETCH(QString, why);
    Worker one = worker(s("a"));
    Task work = task();
    Calendar closed;
    closed.name = s("closed");
    closed.timeZone = s("UTC");
    closed.week[0] = {{9 * 60, 17 * 60}}; // now it is a Wednesday
    int load = 0;
    if (why == s("no_skill"))
        work.skill = s("paint");
    if (why == s("level_too_low"))
        work.wishes.levelMin = 4;
    if (why == s("not_in_pool"))
        work.pool = s("backup");
    if (why == s("had_it_before"))
        work.excluded = {s("a")};
    if (why == s("not_available"))
        one.available = false;
    if (why == s("on_leave"))
        one.leave = {{nowMs, nowMs + 1, {}, false}};
    if (why == s("too_big"))
        work.cost = 11;
    if (why == s("at_capacity"))
        load = 10;
    const WorkingTime never(closed);
    Standing stands = standingOf(one, why == s("off_shift") ? never : WorkingTime::always(), nowMs);
    stands.load = load;
    const std::vector<Standing> all{stands};
    const Ranking ranking = rank(work, all, 0);
    QVERIFY(ranking.best.empty());
    QCOMPARE(QString(toString(ranking.leftOut.front().second)), why);
    QCOMPARE(toJson(ranking, work)[u"left_out_counts"][why].toInt(), 1);
}

void MatchingTest::poolsAreTriedInTurn()
{
    Worker a = worker(s("a"));
    Worker b = worker(s("b"));
    const Worker c = worker(s("c"), 5);
    a.pools = {s("first")};
    b.pools = {s("second")};
    Task one = task();
    one.wishes.pools = {s("first"), s("second")};
    const auto chosen = [&](int loadA, int loadB, int loadC) {
        const std::vector<Standing> all{standing(a, loadA), standing(b, loadB), standing(c, loadC)};
        const Ranking ranking = rank(one, all, 0);
        return ranking.pool + u':' + ids(ranking).join(u',');
    };
    QCOMPARE(chosen(0, 0, 0), s("first:a"));
    QCOMPARE(chosen(10, 0, 0), s("second:b"));
    QCOMPARE(chosen(10, 10, 0), s(":c"));
    QCOMPARE(chosen(10, 10, 10), s("first:")); // nobody now: it waits for the first that could
    one.pool = s("third"); // somebody said so
    QCOMPARE(chosen(0, 0, 0), s("third:"));
}

void MatchingTest::equalsAreDrawnBySeed()
{
    const Worker a = worker(s("a"));
    const Worker b = worker(s("b"));
    const std::vector<Standing> both{standing(a), standing(b)};
    const auto firsts = [&](quint64 seed) {
        QString all;
        for (qint64 id = 1; id <= 100; ++id)
            all += ids(rank(task(id), both, seed)).front();
        return all;
    };
    QCOMPARE(firsts(1), firsts(1));
    QVERIFY(firsts(1) != firsts(2));
    QVERIFY2(firsts(1).count(u'a') > 35 && firsts(1).count(u'a') < 65, qPrintable(firsts(1)));
}

void MatchingTest::equalsShareTheWork()
{
    const std::vector<Worker> workers{worker(s("a")), worker(s("b")), worker(s("c")), worker(s("d"), 3, 20)};
    std::vector<Standing> all;
    for (const Worker &one : workers)
        all.push_back(standing(one));
    for (qint64 id = 1; id <= 25; ++id) {
        const WorkerId best = rank(task(id), all, 7).best.front().standing->worker->id;
        const auto it = std::ranges::find_if(all, [&](const Standing &each) { return each.worker->id == best; });
        ++it->load;
    }
    QCOMPARE(all[0].load, 5);
    QCOMPARE(all[1].load, 5);
    QCOMPARE(all[2].load, 5);
    QCOMPARE(all[3].load, 10); // has room for twice as much
}

// Who is new counts as the others do on the whole; and what a record says is shared by those who have done little yet.
void MatchingTest::oneSuccessDecidesNothing()
{
    const Worker a = worker(s("a"));
    const Worker b = worker(s("b"));
    const Worker c = worker(s("c"));
    const std::vector<Standing> all{standing(a, 0, {1, 0, 0, 1, 60'000}), standing(b),
                                    standing(c, 0, {3, 0, 0, 3, 180'000})};
    const Ranking ranking = rank(task(), all, 7);
    for (const Ranking::Candidate &candidate : ranking.best)
        QCOMPARE(candidate.score, ranking.best.front().score);
    const std::vector<Standing> mixed{standing(a, 0, {1, 0, 0, 0, 0}), standing(b), standing(c, 0, {0, 1, 0, 0, 0})};
    QCOMPARE(ids(rank(task(), mixed, 7)), QStringList({s("a"), s("b"), s("c")}));
}

void MatchingTest::whoWaitedLongestHasItsTurn()
{
    const Worker a = worker(s("a"));
    const Worker b = worker(s("b"));
    const Worker c = worker(s("c"));
    std::vector<Standing> all{standing(a), standing(b), standing(c)};
    const auto turns = [&](qint64 first, qint64 second, qint64 third) {
        all[0].givenAtMs = first;
        all[1].givenAtMs = second;
        all[2].givenAtMs = third;
        QMap<QString, double> points;
        for (const Ranking::Candidate &candidate : rank(task(), all, 7).best)
            points.insert(candidate.standing->worker->id.value, candidate.score.turn);
        return points.values();
    };
    QCOMPARE(turns(0, 0, 0), QList<double>({6, 6, 6}));
    QCOMPARE(turns(0, 100, 200), QList<double>({6, 3, 0}));
    QCOMPARE(turns(100, 100, 0), QList<double>({3, 3, 6}));
    QCOMPARE(turns(50, 0, 50), QList<double>({3, 6, 3}));
    const std::vector<Standing> alone{all.front()};
    QCOMPARE(rank(task(), alone, 7).best.front().score.turn, 3.0);
    const Worker big = worker(s("big"), 3, 30); // has its turn three times as often
    Task later = task();
    later.readyAtMs = 300;
    std::vector<Standing> unequal{standing(a), standing(big)};
    unequal[0].givenAtMs = 100;
    unequal[1].givenAtMs = 200;
    QCOMPARE(rank(later, unequal, 7).best.front().standing->worker->id.value, s("big"));
    unequal[1].givenAtMs = 250;
    QCOMPARE(rank(later, unequal, 7).best.front().standing->worker->id.value, s("a"));
}

void MatchingTest::theReasonsAreBounded()
{
    std::vector<Worker> workers;
    for (int i = 0; i < 100; ++i)
        workers.push_back(worker(QStringLiteral("w%1").arg(i, 3, 10, QLatin1Char('0'))));
    std::vector<Standing> all;
    for (size_t i = 0; i < workers.size(); ++i)
        all.push_back(standing(workers[i], i < 50 ? 10 : 0));
    const QJsonObject json = toJson(rank(task(), all, 0), task());
    QCOMPARE(json[u"eligible"].toArray().size(), qsizetype(limits::explainedCandidates));
    QCOMPARE(json[u"eligible_count"].toInt(), 50);
    QCOMPARE(json[u"left_out"].toArray().size(), qsizetype(limits::explainedLeftOut));
    QCOMPARE(json[u"left_out_counts"][u"at_capacity"].toInt(), 50);
    const QJsonObject parts = json[u"eligible"][0][u"parts"].toObject();
    double sum = 0;
    for (const QJsonValue part : parts)
        sum += part.toDouble();
    QCOMPARE(sum, json[u"eligible"][0][u"score"].toDouble());
}

void MatchingTest::leaveMakesSense_data()
{
    QTest::addColumn<qint64>("fromMs");
    QTest::addColumn<qint64>("toMs");
    QTest::addColumn<QString>("substitute");
    QTest::addColumn<QString>("pointer"); // empty: it does
    QTest::newRow("sound") << nowMs << nowMs + 10 << s("b") << QString();
    QTest::newRow("ends first") << nowMs + 10 << nowMs << QString() << s("/leave/0/to");
    QTest::newRow("itself") << nowMs << nowMs + 10 << s("a") << s("/leave/0/substitute");
    QTest::newRow("unknown") << nowMs << nowMs + 10 << s("nobody") << s("/leave/0/substitute");
    QTest::newRow("in a circle") << nowMs << nowMs + 10 << s("c") << s("/leave/0/substitute");
    QTest::newRow("in a wide circle") << nowMs << nowMs + 10 << s("d") << s("/leave/0/substitute");
    QTest::newRow("a circle of another time") << nowMs + 100 << nowMs + 110 << s("c") << QString();
}

void MatchingTest::leaveMakesSense()
{
    QFETCH(qint64, fromMs);
    QFETCH(qint64, toMs);
    QFETCH(QString, substitute);
    QFETCH(QString, pointer);
    const Worker a = worker(s("a"));
    const Worker b = worker(s("b"));
    Worker c = worker(s("c"));
    Worker d = worker(s("d"));
    c.leave = {{nowMs, nowMs + 50, {s("a")}, false}};
    d.leave = {{nowMs, nowMs + 50, {s("c")}, false}};
    const auto find = [&](const WorkerId &id) -> const Worker * {
        for (const Worker *one : std::initializer_list<const Worker *>{&a, &b, &c, &d}) {
            if (one->id == id)
                return one;
        }
        return nullptr;
    };
    WorkerSpec spec;
    spec.leave = std::vector<Leave>{{fromMs, toMs, {substitute}, false}};
    const Result<Worker> said = saved(spec, &a, nowMs);
    Status status = said ? substitutesAreSound(*said, find) : Status(said.error());
    QCOMPARE(status ? QString() : status.error().fields.front().pointer, pointer);
}

HMSACT_TEST(MatchingTest)

} // namespace hmsact::matching_test

#include "matching.moc"
