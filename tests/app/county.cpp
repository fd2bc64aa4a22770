// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/county.h"

#include "domain/codec.h"
#include "domain/needs.h"
#include "domain/rulelint.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace hmsact::county_test {

using app::County;
using app::Performance;

// The sample county is a function of its seed, and its script asks for nothing that cannot be done.
class CountyTest : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameCounty();
    void everyRequestCanBePlanned();
    void everySkillHasAWorker();
    void everyRuleIsOneAndWorks();
    void thePastKnowsNoPromisesOfSeconds();
    void somethingIsPromisedWithinSeconds();
    void somebodyFailsAndStallsButNeverForEver();
    void paperIsRealPaper();
    void theMoreIsOpenTheCalmer();
    void aMonthFillsNoDisk();
};

namespace {

constexpr quint64 seed = 311;
constexpr int sampleSize = 500;

QByteArray wholeYear(quint64 ofSeed)
{
    const County county(ofSeed);
    QByteArray text;
    for (int number = 1; number <= 50; ++number)
        text += domain::compact(domain::toJson(domain::Command(county.request(number, County::Period::Live))));
    return text;
}

} // namespace

void CountyTest::sameSeedSameCounty()
{
    QCOMPARE(wholeYear(seed), wholeYear(seed));
    QVERIFY(wholeYear(seed) != wholeYear(seed + 1));
}

void CountyTest::everyRequestCanBePlanned()
{
    const County county(seed);
    domain::IdSource ids(1);
    QSet<QString> intents;
    for (int number = 1; number <= sampleSize; ++number) {
        const domain::CreateActivity request = county.request(number, County::Period::Live);
        intents.insert(request.intent);
        domain::Activity activity;
        activity.slaMs = request.slaMs;
        const auto planned = domain::planTasks(activity, request.tasks, {}, ids, 1);
        QVERIFY2(planned.ok(), qPrintable(request.intent));
        QVERIFY(!request.citizenId.isEmpty());
    }
    QCOMPARE(static_cast<std::size_t>(intents.size()), app::script::intents.size());
}

void CountyTest::everySkillHasAWorker()
{
    QSet<QString> skills;
    for (const domain::WorkerSpec &worker : County::workers()) {
        QVERIFY(!worker.id->isNull());
        QVERIFY(County::findWorker(worker.id->value)->kind == *worker.kind);
        for (auto it = worker.skills->begin(); it != worker.skills->end(); ++it) {
            QVERIFY2(*it >= 1 && *it <= 5, qPrintable(worker.id->value));
            skills.insert(it.key());
        }
    }
    for (const auto &intent : app::script::intents) {
        for (const auto &task : intent.tasks)
            QVERIFY2(skills.contains(QString::fromUtf8(task.skill.data(), static_cast<qsizetype>(task.skill.size()))),
                     std::string(task.skill).c_str());
    }
}

void CountyTest::everyRuleIsOneAndWorks()
{
    const std::vector<domain::Rule> rules = County::rules(1000);
    QCOMPARE(rules.size(), app::script::rules.size());
    std::vector<domain::Worker> workers;
    for (const domain::WorkerSpec &spec : County::workers()) {
        domain::Worker worker;
        worker.id = *spec.id;
        worker.skills = *spec.skills;
        worker.pools = *spec.pools;
        workers.push_back(worker);
    }
    bool hasShadow = false;
    bool hasOff = false;
    for (const domain::Rule &rule : rules) {
        hasShadow |= domain::isShadow(rule, 1000);
        hasOff |= !rule.enabled;
        const auto remarks = domain::lint(rule, {rules, workers, {}});
        QVERIFY2(remarks.empty(), qPrintable(rule.name));
    }
    QVERIFY(hasShadow && hasOff);
}

void CountyTest::thePastKnowsNoPromisesOfSeconds()
{
    const County county(seed);
    for (int number = 1; number <= sampleSize; ++number) {
        for (const domain::TaskSpec &task : county.request(number, County::Period::Past).tasks)
            QVERIFY2(task.slaMs >= 30 * domain::limits::msPerMinute, qPrintable(task.name));
    }
}

// Otherwise no alert could be raised within the first minute.
void CountyTest::somethingIsPromisedWithinSeconds()
{
    const County county(seed);
    int soon = 0;
    for (int number = 1; number <= 100; ++number) {
        for (const domain::TaskSpec &task : county.request(number, County::Period::Live).tasks)
            soon += task.slaMs <= 30 * domain::limits::msPerSecond ? 1 : 0;
    }
    QVERIFY2(soon >= 5, qPrintable(QString::number(soon)));
}

void CountyTest::somebodyFailsAndStallsButNeverForEver()
{
    const County county(seed);
    int failed = 0;
    int stalled = 0;
    for (int number = 1; number <= sampleSize; ++number) {
        const domain::CreateActivity request = county.request(number, County::Period::Live);
        for (const domain::TaskSpec &task : request.tasks) {
            for (const domain::WorkerSpec &worker : County::workers()) {
                const Performance first = county.perform(worker.id->value, task.name, task.payload, 1);
                failed += first.outcome == Performance::Outcome::Fails ? 1 : 0;
                stalled += first.outcome == Performance::Outcome::Stalls ? 1 : 0;
                QCOMPARE(first.failReason.isEmpty(), first.outcome != Performance::Outcome::Fails);
                QVERIFY(first.minutes > 0);
                const Performance fourth = county.perform(worker.id->value, task.name, task.payload, 4);
                QVERIFY(fourth.outcome == Performance::Outcome::Completes);
            }
        }
    }
    QVERIFY(failed > 0);
    QVERIFY(stalled > 0);
}

void CountyTest::paperIsRealPaper()
{
    const app::SampleDocument pdf =
        app::samplePdf(QStringLiteral("a.pdf"), QStringLiteral("Card (old)"), {QStringLiteral("José")});
    QVERIFY(pdf.bytes.startsWith("%PDF-1.4\n"));
    QVERIFY(pdf.bytes.endsWith("%%EOF\n"));
    QVERIFY(pdf.bytes.contains("(Card \\(old\\))"));
    // The trailer must point at the table, and the table's entries at their objects: that is what readers check.
    const qsizetype table = pdf.bytes.indexOf("xref\n");
    QCOMPARE(pdf.bytes.mid(pdf.bytes.indexOf("startxref\n") + 10).split('\n').constFirst().toLongLong(), table);
    const QByteArrayList entries = pdf.bytes.mid(table).split('\n');
    for (int object = 1; object <= 5; ++object) {
        const qsizetype at = entries.at(2 + object).left(10).toLongLong();
        QVERIFY(pdf.bytes.mid(at).startsWith(QByteArray::number(object) + " 0 obj"));
    }
    const app::SampleDocument csv =
        app::sampleCsv(QStringLiteral("a.csv"), {QStringLiteral("a")}, {{QStringLiteral("x\"y")}});
    QCOMPARE(csv.bytes, QByteArray("\"a\"\r\n\"x\"\"y\"\r\n"));
}

void CountyTest::theMoreIsOpenTheCalmer()
{
    qint64 before = 0;
    for (int open = 0; open <= 2 * County::openMax; ++open) {
        const qint64 pauseMs = County::pauseMs(open, 0);
        QVERIFY(pauseMs >= before);
        before = pauseMs;
    }
    QVERIFY(County::pauseMs(0, 0) >= 1000);
    QVERIFY(County::pauseMs(County::openMax, 0) > 4 * County::pauseMs(0, 0));
}

// Even if everything were done at once. A request leaves some 10 KB behind.
void CountyTest::aMonthFillsNoDisk()
{
    qint64 nowMs = 0;
    int asked = 0;
    while (nowMs < 30 * domain::limits::msPerDay)
        nowMs += County::pauseMs(0, asked++);
    QVERIFY2(asked < 50'000, qPrintable(QString::number(asked)));
}

HMSACT_TEST(CountyTest)

} // namespace hmsact::county_test

#include "county.moc"
