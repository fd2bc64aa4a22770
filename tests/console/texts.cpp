// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/eventtext.h"
#include "console/taskactions.h"
#include "console/timetext.h"
#include "console/words.h"
#include "domain/limits.h"
#include "support/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

namespace hmsact::texts_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace hmsact::domain::limits;

// What people read: spans, countdowns, sentences, errors, in English and in Spanish.
class TextsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void spansAreShort_data();
    void spansAreShort();
    void countdownsSayTheirState();
    void eventsAreSentences_data();
    void eventsAreSentences();
    void everyEventHasASentence();
    void errorsAreTranslatedWithTheirHoles();
    void statesInAnErrorAreThoseOfTheWindow();
    void spanishIsComplete();
    void possibleActionsAreThoseOfTheDomain();
};

void TextsTest::init() { QLocale::setDefault(QLocale::c()); }

void TextsTest::spansAreShort_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("seconds") << 45 * msPerSecond << QStringLiteral("45 s");
    QTest::newRow("minutes") << 4 * msPerMinute + 32 * msPerSecond << QStringLiteral("4 min 32 s");
    QTest::newRow("many minutes") << 12 * msPerMinute + 59 * msPerSecond << QStringLiteral("12 min");
    QTest::newRow("hours") << 118 * msPerMinute << QStringLiteral("1 h 58 min");
    QTest::newRow("whole hours") << 8 * msPerHour << QStringLiteral("8 h");
    QTest::newRow("days") << 52 * msPerHour << QStringLiteral("2 d 4 h");
    QTest::newRow("the sign is left to others") << -45 * msPerSecond << QStringLiteral("45 s");
}

void TextsTest::spansAreShort()
{
    QFETCH(qint64, ms);
    QTEST(spanText(ms), "text");
}

void TextsTest::countdownsSayTheirState()
{
    const qint64 nowMs = 1'000'000'000'000;
    QCOMPARE(countdownText(SlaState::OnTrack, nowMs + msPerHour, nowMs), QStringLiteral("1 h"));
    QCOMPARE(countdownText(SlaState::Breached, nowMs - msPerMinute, nowMs), QStringLiteral("−1 min"));
    QCOMPARE(countdownText(SlaState::Paused, nowMs + msPerHour, nowMs), QStringLiteral("paused"));
    QCOMPARE(countdownText(SlaState::None, 0, nowMs), QStringLiteral("–"));
}

void TextsTest::eventsAreSentences_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QString>("text");
    QTest::newRow("created") << QStringLiteral("activity.created") << QByteArray("{}")
                             << QStringLiteral("The request came in");
    QTest::newRow("reserved") << QStringLiteral("task.reserved") << QByteArray(R"({"after":{"worker_id":"bot-7"}})")
                              << QStringLiteral("bot-7 took up ship");
    QTest::newRow("failed") << QStringLiteral("task.failed") << QByteArray(R"({"worker_id":"bot-7","reason":"no\npaper"})")
                            << QStringLiteral("bot-7 could not do ship; it failed for good: “no paper”");
    QTest::newRow("lease over") << QStringLiteral("task.lease_expired")
                                << QByteArray(R"({"before":{"worker_id":"bot-7"},"after":{"worker_id":null}})")
                                << QStringLiteral("ship was taken back: nothing was heard of bot-7 in time");
    QTest::newRow("comment") << QStringLiteral("task.commented") << QByteArray(R"({"text":"call %1 back"})")
                             << QStringLiteral("Comment on ship: “call %1 back”");
    QTest::newRow("unknown") << QStringLiteral("task.sent_to_mars") << QByteArray("not json")
                             << QStringLiteral("ship: task sent to mars");
}

void TextsTest::eventsAreSentences()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, detail);
    Event event;
    event.kind = kind;
    event.detail = detail;
    QTEST(eventText(event, QStringLiteral("ship")), "text");
}

// Of those that the core writes down about activities and tasks.
void TextsTest::everyEventHasASentence()
{
    static const QRegularExpression kinds(QStringLiteral(R"re("((?:task|activity|alert)\.[a-z_]+)")re"));
    QSet<QString> found;
    for (const char *folder : {"domain", "engine"}) {
        QDirIterator files(QStringLiteral(HMSACT_SOURCES "/") + QLatin1String(folder), {QStringLiteral("*.cpp")});
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const auto &match : kinds.globalMatch(QString::fromUtf8(file.readAll())))
                found.insert(match.captured(1));
        }
    }
    QVERIFY(found.size() > 40);
    for (const QString &kind : std::as_const(found)) {
        Event event;
        event.kind = kind;
        QString code = kind; // as one without a sentence is shown
        code.replace(u'.', u' ').replace(u'_', u' ');
        QVERIFY2(!eventText(event, QStringLiteral("ship")).contains(code), qPrintable(kind));
    }
}

static bool useSpanish(QTranslator &translator)
{
    return translator.load(QStringLiteral(":/i18n/hms-act_es.qm")) && QCoreApplication::installTranslator(&translator);
}

void TextsTest::errorsAreTranslatedWithTheirHoles()
{
    const Error error =
        makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "task “%1” is IN_PROGRESS: worker “%2” holds it"),
                  {QStringLiteral("a%2"), QStringLiteral("bot")});
    QCOMPARE(text(error), QStringLiteral("task “a%2” is IN_PROGRESS: worker “bot” holds it"));
    QTranslator spanish;
    QVERIFY(useSpanish(spanish));
    QVERIFY(text(error).contains(QStringLiteral("a%2")));
    QVERIFY(text(error) != QStringLiteral("task “a%2” is IN_PROGRESS: worker “bot” holds it"));
    QCoreApplication::removeTranslator(&spanish);
}

void TextsTest::statesInAnErrorAreThoseOfTheWindow()
{
    const Error error =
        makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "task “%1” is %2 and cannot be tried again"),
                  {QStringLiteral("OPTIONAL"), QStringLiteral("IN_PROGRESS")});
    QCOMPARE(text(error),
             QStringLiteral("task “OPTIONAL” is in progress and cannot be tried again")); // typed: stays
    const Error ended = makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "activity %1 is %2 already"),
                                  {QStringLiteral("act-1"), QStringLiteral("CANCELLED")});
    QCOMPARE(text(ended), QStringLiteral("activity act-1 is cancelled already"));
    QTranslator spanish;
    QVERIFY(useSpanish(spanish));
    QCOMPARE(text(error), QStringLiteral("la tarea «OPTIONAL» está en curso y no se puede reintentar"));
    QFile catalogue(QStringLiteral(HMSACT_TRANSLATIONS "/hms-act_es.ts"));
    QVERIFY(catalogue.open(QIODevice::ReadOnly));
    for (const QString &line : QString::fromUtf8(catalogue.readAll()).split(u'\n'))
        if (line.contains(QStringLiteral("<translation")))
            for (const char *code : {" OPEN", "PENDING", "IN_PROGRESS", "IN_REVIEW", "ON_HOLD"})
                QVERIFY2(!line.contains(QLatin1String(code)), qPrintable(line));
    QCoreApplication::removeTranslator(&spanish);
}

void TextsTest::spanishIsComplete()
{
    QFile file(QStringLiteral(HMSACT_TRANSLATIONS "/hms-act_es.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray ts = file.readAll();
    QVERIFY(ts.count("<message") > 200);
    QCOMPARE(ts.count("type=\"unfinished\""), 0);
    QTranslator spanish;
    QVERIFY(useSpanish(spanish));
    QCOMPARE(text(TaskState::InProgress), QStringLiteral("En curso"));
    QCOMPARE(spanText(2 * msPerDay), QStringLiteral("2 d"));
    QCoreApplication::removeTranslator(&spanish);
}

void TextsTest::possibleActionsAreThoseOfTheDomain()
{
    Task task;
    task.name = QStringLiteral("ship");
    task.skill = task.name;
    const Actor supervisor{QStringLiteral("Maria"), Role::Supervisor, {}};
    const Actor viewer{QStringLiteral("Guest"), Role::Viewer, {}};
    const auto possible = [&](TaskState state, const Actor &actor) {
        task.state = state;
        const bool isTaken = state == TaskState::InProgress || state == TaskState::Completed;
        task.worker = isTaken ? WorkerId{QStringLiteral("bot-7")} : WorkerId();
        QStringList names;
        for (const TaskAction action : offeredActions())
            if (isPossible(action, task, actor, nullptr, 1000))
                names << toString(action);
        names.sort();
        return names.join(u' ');
    };
    QCOMPARE(possible(TaskState::Pending, supervisor), QStringLiteral("comment complete hold reassign skip"));
    QCOMPARE(possible(TaskState::InProgress, supervisor),
             QStringLiteral("comment complete fail hold reassign release skip"));
    QCOMPARE(possible(TaskState::Optional, supervisor), QStringLiteral("comment decline opt-in skip"));
    QCOMPARE(possible(TaskState::OnHold, supervisor), QStringLiteral("comment resume skip"));
    QCOMPARE(possible(TaskState::InReview, supervisor), QStringLiteral("approve comment send-back skip"));
    QCOMPARE(possible(TaskState::Failed, supervisor), QStringLiteral("comment reassign retry skip"));
    QCOMPARE(possible(TaskState::Completed, supervisor), QStringLiteral("comment undo"));
    QCOMPARE(possible(TaskState::InProgress, viewer), QString());
}

HMSACT_TEST(TextsTest)

} // namespace hmsact::texts_test

#include "texts.moc"
