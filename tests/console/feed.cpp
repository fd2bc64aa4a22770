// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/background.h"
#include "console/county.h"
#include "console/eventfeed.h"
#include "console/listfeed.h"
#include "console/mainwindow.h"
#include "console/queuemodel.h"
#include "console/settling.h"
#include "console/taskhistory.h"
#include "support/testprogram.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QListWidget>
#include <QSemaphore>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

namespace hmsact::feed_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The bounded window onto a long list: how it grows, moves, and follows changes without asking all the time. And answers to
// views that are gone.
class FeedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theWindowGrowsToItsBoundAndMovesOn();
    void manyChangesAreFewQuestions();
    void aHiddenListWaits();
    void hiddenPagesReadNoWorkers();
    void aWindowThatNobodySeesWaits();
    void theEndIsReachedWhileItIsReadAgain();
    void aLaterQuestionWins();
    void anAnswerReachesOnlyWhoIsStillThere();
    void aPageMayGoWhileItsAnswersAreOnTheirWay();
    void aLongRecordIsReadToItsEnd();
    void errorsAreTold();

private:
    static constexpr int total = 1200;
    std::unique_ptr<County> m_county;
};

using QueueFeed = ListFeed<ListQueue, TaskView>;

void FeedTest::initTestCase()
{
    m_county = std::make_unique<County>();
    for (int part = 0; part < 2; ++part) {
        std::vector<TaskSpec> tasks;
        for (int i = 0; i < total / 2; ++i)
            tasks.push_back(County::task(QStringLiteral("task_%1").arg(i), QStringLiteral("2h"), QStringList()));
        m_county->open(QStringLiteral("long"), QStringLiteral("kim"), QStringLiteral("1d"), tasks);
    }
}

void FeedTest::theWindowGrowsToItsBoundAndMovesOn()
{
    QueueModel model;
    QueueFeed feed(m_county->client(), model, this);
    feed.setActive(true);
    feed.setQuery({});
    QTRY_COMPARE(model.rowCount(), limits::pageDefault);
    const QString first = model.keyOf(*model.rowAt(0));
    while (model.rowCount() < limits::pageMax) {
        const int before = model.rowCount();
        feed.more();
        QTRY_VERIFY(model.rowCount() > before);
    }
    feed.more(); // the bound holds
    QCOMPARE(model.rowCount(), limits::pageMax);
    QVERIFY(feed.state().hasMore && !feed.state().hasEarlier);
    feed.later();
    QTRY_COMPARE(model.rowCount(), total - limits::pageMax);
    QVERIFY(!feed.state().hasMore && feed.state().hasEarlier);
    QCOMPARE(model.rowOf(first), -1);
    feed.earlier();
    QTRY_COMPARE(model.rowCount(), limits::pageMax);
    QCOMPARE(model.rowOf(first), 0);
}

void FeedTest::manyChangesAreFewQuestions()
{
    QueueModel model;
    QueueFeed feed(m_county->client(), model, this);
    int answers = 0;
    feed.onAnswer = [&answers] {
        ++answers;
    };
    feed.setActive(true);
    feed.setQuery({});
    QElapsedTimer elapsed;
    elapsed.start();
    int refreshes = 0;
    while (elapsed.elapsed() < 1000) {
        feed.refresh();
        ++refreshes;
        QTest::qWait(2);
    }
    QVERIFY(refreshes > 20);
    QVERIFY2(answers >= 2 && answers <= elapsed.elapsed() / 250 + 2, qPrintable(QString::number(answers)));
}

void FeedTest::aHiddenListWaits()
{
    QueueModel model;
    QueueFeed feed(m_county->client(), model, this);
    feed.setQuery({});
    feed.refresh();
    settle(m_county->client());
    QCOMPARE(model.rowCount(), 0);
    feed.setActive(true);
    QTRY_COMPARE(model.rowCount(), limits::pageDefault);
}

void FeedTest::hiddenPagesReadNoWorkers()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    County county;
    MainWindow window(county.client(), settings);
    window.show();
    const auto *queue = window.findChild<QWidget *>(QStringLiteral("queuePage"));
    const auto *skills = queue->findChild<QComboBox *>(QStringLiteral("skillCombo"));
    auto *pages = window.findChild<QListWidget *>(QStringLiteral("navList"));
    pages->setCurrentRow(3);
    county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("dig")});
    const auto *staff = window.findChild<QTableView *>(QStringLiteral("workerTable"));
    QTRY_COMPARE(staff->model()->rowCount(), 1);
    settle(county.client());
    QCOMPARE(skills->findText(QStringLiteral("dig")), -1);
    pages->setCurrentRow(0);
    QTRY_VERIFY(skills->findText(QStringLiteral("dig")) > 0);
    QElapsedTimer sinceRead; // whoever comes at once after that waits
    sinceRead.start();
    county.hire(QStringLiteral("bob"), WorkerKind::Human, {QStringLiteral("weld")});
    QTRY_VERIFY(skills->findText(QStringLiteral("weld")) > 0);
    QVERIFY2(sinceRead.elapsed() > 1000, qPrintable(QString::number(sinceRead.elapsed())));
}

void FeedTest::aWindowThatNobodySeesWaits()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    County county;
    MainWindow window(county.client(), settings);
    window.show();
    const auto *table = window.findChild<QTableView *>(QStringLiteral("queueTable"));
    int tasks = 0;
    const auto open = [&] {
        county.open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"),
                    {County::task(QStringLiteral("dig"), QStringLiteral("1h"))});
        ++tasks;
    };
    open();
    QTRY_COMPARE(table->model()->rowCount(), tasks);
    for (const bool hides : {false, true}) {
        if (hides)
            window.hide();
        else
            window.showMinimized();
        open();
        QTest::qWait(600); // longer than a list waits before it is read again
        QCOMPARE(table->model()->rowCount(), tasks - 1);
        window.showNormal();
        QTRY_COMPARE(table->model()->rowCount(), tasks);
    }
}

// Nobody would ask again before somebody scrolls up and down.
void FeedTest::theEndIsReachedWhileItIsReadAgain()
{
    QueueModel model;
    QueueFeed feed(m_county->client(), model, this);
    feed.setActive(true);
    feed.setQuery({});
    QTRY_COMPARE(model.rowCount(), limits::pageDefault);
    QTest::qWait(300); // until it may ask again at once
    feed.refresh();
    feed.more();
    QTRY_VERIFY(model.rowCount() > limits::pageDefault);
    const int rows = model.rowCount();
    feed.more();
    feed.more(); // of what is on its way
    QTRY_VERIFY(model.rowCount() > rows);
    QVERIFY(model.rowCount() <= rows * 3);
}

void FeedTest::aLaterQuestionWins()
{
    QueueModel model;
    QueueFeed feed(m_county->client(), model, this);
    feed.setActive(true);
    feed.setQuery({});
    ListQueue narrow;
    narrow.text = QStringLiteral("task_599");
    feed.setQuery(narrow); // before the first is answered
    QTRY_COMPARE(model.rowCount(), 2);
    settle(m_county->client());
    QCOMPARE(model.rowCount(), 2);
}

void FeedTest::anAnswerReachesOnlyWhoIsStillThere()
{
    hmsact::engine::CoreClient &client = m_county->client();
    QSemaphore isGone;
    Background background;
    auto gone = std::make_unique<QObject>();
    QStringList told;
    whenReady(client.ask(GetStats{}), gone.get(), [&](const Result<Stats> &) { told << QStringLiteral("gone"); });
    const auto answer = [&isGone] {
        isGone.acquire();
        return 1;
    };
    whenReady(background.run<int>(answer), gone.get(), [&](int) { told << QStringLiteral("gone"); });
    gone.reset();
    isGone.release();
    whenReady(background.run<int>([] { return 7; }), this, [&](int seven) {
        told << QString::number(seven);
        QCOMPARE(QThread::currentThread(), thread());
    });
    QTRY_COMPARE(told.size(), 1);
    whenReady(client.ask(GetStats{}), this, [&](const Result<Stats> &stats) { told << QString::number(stats.ok()); });
    QTRY_COMPARE(told, (QStringList{QStringLiteral("7"), QStringLiteral("1")}));
}

// Each has asked something by the time it is shown.
void FeedTest::aPageMayGoWhileItsAnswersAreOnTheirWay()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    int pages = 1;
    for (int page = 0; page < pages; ++page) {
        auto window = std::make_unique<MainWindow>(m_county->client(), settings);
        pages = window->findChild<QStackedWidget *>(QStringLiteral("pages"))->count();
        window->findChild<QListWidget *>(QStringLiteral("navList"))->setCurrentRow(page);
        window.reset();
        bool answered = false; // after all that was asked before
        whenReady(m_county->client().ask(GetStats{}), this, [&](const Result<Stats> &) { answered = true; });
        QTRY_VERIFY(answered);
    }
}

// More than one page of it: what happened last is what people look for.
void FeedTest::aLongRecordIsReadToItsEnd()
{
    std::vector<TaskSpec> tasks;
    for (int i = 0; i < limits::tasksPerCallMax; ++i)
        tasks.push_back(County::task(QStringLiteral("task_%1").arg(i), QStringLiteral("2h"), QStringList()));
    const ActivityView made = m_county->open(QStringLiteral("record"), QStringLiteral("kim"), QStringLiteral("1d"), tasks);
    const auto comment = [&](const QString &words) {
        ActionInput input;
        input.action = TaskAction::Comment;
        input.text = words;
        QVERIFY(m_county->act(made.activity.id, QStringLiteral("task_0"), input));
    };
    comment(QStringLiteral("the very first"));
    for (int i = 1; i < 45; ++i)
        comment(QStringLiteral("call %1").arg(i));
    EventFeed all(m_county->client(), this);
    all.follow(made.activity.id);
    QTRY_VERIFY(all.isComplete());
    QCOMPARE(all.events().size(), size_t(all.events().back().seq)); // each once, none left out
    QVERIFY(all.events().size() > size_t(limits::pageMax));
    QVERIFY(all.events().back().detail.contains("call 44"));
    const Task task = m_county->ask(GetTask{{made.activity.id, QStringLiteral("task_0"), {}}})->view.task;
    TaskHistory history;
    history.show(m_county->client(), task);
    QTRY_VERIFY(history.text().contains(QStringLiteral("call 44")));
    QVERIFY(!history.text().contains(QStringLiteral("the very first"))); // only so many are shown
    QVERIFY(history.text().contains(QStringLiteral("What was before that stands in the activity.")));
    comment(QStringLiteral("the last"));
    all.refresh();
    QTRY_VERIFY(all.events().back().detail.contains("the last"));
    history.show(m_county->client(), m_county->ask(GetTask{{made.activity.id, {}, task.id}})->view.task);
    QTRY_VERIFY(history.text().contains(QStringLiteral("the last")));
    EventFeed own(m_county->client(), this);
    own.follow(made.activity.id, task.id);
    QTRY_VERIFY(own.isComplete());
    QVERIFY(own.events().size() < 60 && own.events().back().detail.contains("the last"));
    own.follow(made.activity.id, made.tasks.back().task.id);
    QTRY_VERIFY(own.isComplete());
    QCOMPARE(own.events().size(), size_t(1)); // nothing of the one before
}

void FeedTest::errorsAreTold()
{
    QueueModel model;
    QueueFeed feed(m_county->client(), model, this);
    feed.setActive(true);
    feed.setQuery({});
    QTRY_COMPARE(model.rowCount(), limits::pageDefault);
    m_county->core().stop();
    feed.refresh();
    QTRY_VERIFY(feed.state().error.has_value());
    QCOMPARE(model.rowCount(), limits::pageDefault); // what was known stays on screen
}

HMSACT_TEST(FeedTest)

} // namespace hmsact::feed_test

#include "feed.moc"
