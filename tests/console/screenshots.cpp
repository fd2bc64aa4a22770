// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/county.h"
#include "console/mainwindow.h"
#include "console/screenshooter.h"
#include "console/signlabel.h"
#include "console/taskfacts.h"
#include "console/words.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace hmsact::screenshots_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// Every view of the window as a picture.
class ScreenshotsTest : public QObject, private Screenshooter
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void whatIsWrongIsFound();
    void everyView();
    void reviewAndFiles();
    void rules();
    void emptyViews();
    void aClerksDay();
    void manyWorkers();

private:
    void takeTimes(MainWindow &window, County &county);
};

struct SampleFile {
    QString name;
    QString mediaType;
    QByteArray bytes;
};

static std::vector<SampleFile> sampleFiles()
{
    QBuffer document;
    document.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&document);
        writer.setPageSize(QPageSize(QPageSize::A5));
        QPainter painter(&writer);
        painter.setFont(QFont(QStringLiteral("sans"), 20));
        painter.drawText(600, 800, QStringLiteral("Vaccination card"));
        painter.drawText(600, 1400, QStringLiteral("Jordan Doe · 2 doses"));
        writer.newPage();
        painter.drawText(600, 800, QStringLiteral("Page two"));
    }
    QImage image(1200, 800, QImage::Format_RGB32);
    image.fill(QColor(240, 230, 200));
    QPainter(&image).fillRect(200, 200, 800, 100, QColor(60, 90, 140));
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    image.save(&picture, "png");
    QByteArray table = "date,vaccine,dose,lot,site\n";
    for (int i = 1; i <= 40; ++i)
        table += QByteArrayLiteral("2026-03-") + QByteArray::number(10 + i % 20) + ",MMR," + QByteArray::number(i)
            + ",EW0182,\"County Clinic, North\"\n";
    return {{QStringLiteral("card.pdf"), QStringLiteral("application/pdf"), document.data()},
            {QStringLiteral("doses.csv"), QStringLiteral("text/csv"), table},
            {QStringLiteral("notes.txt"), QStringLiteral("text/plain"),
             "Called the clinic at 10:40.\nThe lot number is confirmed.\n"},
            {QStringLiteral("scan.png"), QStringLiteral("image/png"), picture.data()},
            {QStringLiteral("raw.bin"), QStringLiteral("application/octet-stream"), "\x01\x02"}};
}

void ScreenshotsTest::whatIsWrongIsFound()
{
    QWidget window;
    window.resize(400, 300);
    QPushButton right(QStringLiteral("as it should be"), &window);
    QPushButton cut(QStringLiteral("more than has room"), &window);
    cut.setFixedWidth(20);
    QPushButton outside(QStringLiteral("beyond"), &window);
    outside.move(380, 100);
    right.adjustSize();
    outside.adjustSize();
    QCOMPARE(faultsOf(window).size(), 3); // and the keys go nowhere
    right.setFocus();
    QCOMPARE(faultsOf(window).size(), 2);
    cut.hide();
    outside.move(0, 100);
    QCOMPARE(faultsOf(window), QStringList());
}

// An activity with all that can be on its line of time, and why it is due then.
void ScreenshotsTest::takeTimes(MainWindow &window, County &county)
{
    ListQueue late;
    late.slaState = SlaState::Breached;
    const auto found = county.ask(late);
    const TaskRef task{found->items.front().task.activity, found->items.front().task.name, {}};
    ActionInput input;
    input.action = TaskAction::Hold;
    input.reason = QStringLiteral("Road closed until noon");
    QVERIFY(county.act(task.activity, task.name, input));
    county.advance(QStringLiteral("25m"));
    input.action = TaskAction::Resume;
    QVERIFY(county.act(task.activity, task.name, input));
    county.advance(QStringLiteral("12m"));
    window.openActivity(task.activity, task.name);
    auto *view = window.findChild<QWidget *>(QStringLiteral("activityView"));
    auto *tabs = view->findChild<QTabWidget *>(QStringLiteral("tabs"));
    tabs->setCurrentIndex(1);
    auto *pane =
        window.findChild<QWidget *>(QStringLiteral("activitiesPage"))->findChild<QLabel *>(QStringLiteral("nameLabel"));
    QTRY_COMPARE(pane->text(), task.name);
    view->findChild<QAbstractButton *>(QStringLiteral("whyDueButton"))->click();
    QTRY_VERIFY(!view->findChild<QLabel *>(QStringLiteral("whyDueLabel"))->text().isEmpty());
    auto *lanes = view->findChild<QWidget *>(QStringLiteral("laneView"));
    lanes->setFocus();
    QTest::qWait(400); // until it has been read again
    QTest::keyClick(lanes, Qt::Key_Right);
    take(window, QStringLiteral("activity-times"));
    view->findChild<QAbstractButton *>(QStringLiteral("whyDueButton"))->click();
    tabs->setCurrentIndex(0);
}

static const char *const tables[] = {
    "queueTable",    "",          "activityTable", "workerTable", "alertTable", "outboxTable",
    "calendarTable", "ruleTable", "intentTable",   "findingTable"};

void ScreenshotsTest::everyView()
{
    County county;
    county.populate();
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    auto *queue = window.findChild<QTableView *>(QStringLiteral("queueTable"));
    QTRY_VERIFY(queue->model()->rowCount() > 20);
    QTRY_VERIFY(!window.findChild<SignLabel *>(QStringLiteral("databaseLabel"))->text().isEmpty());
    auto *name = window.findChild<QWidget *>(QStringLiteral("queuePage"))->findChild<QLabel *>(QStringLiteral("nameLabel"));
    QTRY_VERIFY(!name->text().isEmpty());
    take(window, QStringLiteral("queue"));

    int row = 0;
    while (queue->model()->index(row, 2).data().toString() != text(TaskState::Pending))
        ++row;
    queue->setCurrentIndex(queue->model()->index(row, 0));
    const QString wanted = queue->model()->index(row, 1).data().toString();
    QTRY_COMPARE(name->text(), wanted);
    auto *reassign =
        window.findChild<QWidget *>(QStringLiteral("queuePage"))->findChild<QAction *>(QStringLiteral("reassignAction"));
    QTRY_VERIFY(reassign->isEnabled());
    reassign->trigger();
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("queuePage"))
                    ->findChild<QWidget *>(QStringLiteral("actionForm"))
                    ->isVisible());
    take(window, QStringLiteral("queue-form"));

    for (const auto &[page, label] :
         {std::pair{2, "activities"}, {3, "workers"}, {4, "alerts"}, {5, "outbox"}, {6, "calendars"}, {9, "health"}}) {
        show(window, page);
        auto *table = window.findChild<QTableView *>(QString::fromLatin1(tables[page]));
        QTRY_VERIFY(table->model()->rowCount() > 0);
        if (page == 2) {
            QTRY_VERIFY(table->model()->rowCount() > 20);
            for (row = 0; row < table->model()->rowCount(); ++row)
                if (table->model()->index(row, 1).data().toString() == QStringLiteral("building_permit") && row > 20) {
                    table->setCurrentIndex(table->model()->index(row, 0));
                    break;
                }
            QTRY_COMPARE(window.findChild<QLabel *>(QStringLiteral("intentLabel"))->text(),
                         QStringLiteral("building_permit"));
            QTRY_VERIFY(window.findChild<QTableView *>(QStringLiteral("eventTable"))->model()->rowCount() > 3);
            auto *pane = window.findChild<QWidget *>(QStringLiteral("activitiesPage"))
                             ->findChild<QLabel *>(QStringLiteral("nameLabel"));
            QTRY_VERIFY(!pane->text().isEmpty());
        }
        take(window, QString::fromLatin1(label));
        if (page == 2)
            takeTimes(window, county);
        if (page == 4) {
            window.findChild<QPushButton *>(QStringLiteral("ackAllButton"))->click();
            take(window, QStringLiteral("alerts-question"));
        }
    }

    window.resize(1000, 600); // narrow enough for signs only, which makes room for less
    QTRY_COMPARE((window.resize(960, 540), window.size()), QSize(960, 540)); // 1920 × 1080 at 200 %
    for (const auto &[page, label] : {std::pair{0, "small-queue"},
                                      {2, "small-activities"},
                                      {4, "small-alerts"},
                                      {5, "small-outbox"},
                                      {6, "small-calendars"},
                                      {7, "small-rules"},
                                      {9, "small-health"}}) {
        show(window, page);
        take(window, QString::fromLatin1(label));
    }
}

// Its files opened one after the other, and an agent's work that waits for a word.
void ScreenshotsTest::reviewAndFiles()
{
    County county;
    county.hire(QStringLiteral("agent-7"), WorkerKind::Agent, {QStringLiteral("read_scan")});
    TaskSpec spec = County::task(QStringLiteral("read_scan"), QStringLiteral("2h"));
    spec.review = Review::Human;
    spec.confidenceFloorPpm = 600'000;
    const ActivityId id =
        county.open(QStringLiteral("vaccine_card"), QStringLiteral("jordan"), QStringLiteral("1d"), {spec}).activity.id;
    const TaskRef task{id, spec.name, {}};
    for (const auto &[name, type, bytes] : sampleFiles())
        QVERIFY(county.say(PutArtefact{task, {}, name, type, bytes}));
    ActionInput done;
    done.action = TaskAction::Complete;
    done.worker = {QStringLiteral("agent-7")};
    done.result = QJsonObject{{QStringLiteral("doses"), 2}, {QStringLiteral("lot"), QStringLiteral("EW0182")}};
    done.confidencePpm = 720'000;
    QVERIFY(county.act(id, spec.name, done));
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    auto *page = window.findChild<QWidget *>(QStringLiteral("queuePage"));
    auto *correct = page->findChild<QAction *>(QStringLiteral("correctAction"));
    QTRY_VERIFY(correct->isEnabled());
    take(window, QStringLiteral("review"));
    correct->trigger();
    take(window, QStringLiteral("review-correct"));
    auto *facts = page->findChild<TaskFacts *>();
    for (const auto &[name, type, bytes] : sampleFiles()) {
        emit facts->fileRequested(name);
        auto *sheet = window.findChild<QWidget *>(QStringLiteral("filePreview"));
        QTRY_VERIFY(sheet->isVisible());
        auto *stack = sheet->findChild<QStackedWidget *>(QStringLiteral("stack"));
        QTRY_VERIFY(name.endsWith(QStringLiteral("bin")) || stack->currentIndex() > 0);
        take(window, QStringLiteral("preview-") + name.section(u'.', -1));
        QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }
    window.resize(960, 540);
    emit facts->fileRequested(QStringLiteral("card.pdf"));
    auto *sheet = window.findChild<QWidget *>(QStringLiteral("filePreview"));
    QTRY_VERIFY(sheet->findChild<QStackedWidget *>(QStringLiteral("stack"))->currentIndex() > 0);
    take(window, QStringLiteral("small-preview"));
}

// A rule as it is read, while it is changed and wrong, tried, and what it has done.
void ScreenshotsTest::rules()
{
    County county({QStringLiteral("Maria Ortega"), Role::Admin, {}});
    county.populate();
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    show(window, 7);
    auto *page = window.findChild<QWidget *>(QStringLiteral("rulesPage"));
    auto *table = page->findChild<QTableView *>(QStringLiteral("ruleTable"));
    auto *tabs = page->findChild<QTabWidget *>(QStringLiteral("insightTabs"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setCurrentIndex(table->model()->index(2, 0));
    QTRY_VERIFY(page->findChild<QTableView *>(QStringLiteral("remarkTable"))->model()->rowCount() > 0);
    take(window, QStringLiteral("rules"));
    page->findChild<QLineEdit *>(QStringLiteral("graceEdit"))->setText(QStringLiteral("soon"));
    page->findChild<QLineEdit *>(QStringLiteral("notifyEdit"))->setText(QStringLiteral("desk"));
    table->setCurrentIndex(table->model()->index(1, 0));
    take(window, QStringLiteral("rules-wrong"));
    page->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
    tabs->setCurrentIndex(2);
    QTRY_VERIFY(page->findChild<QTableView *>(QStringLiteral("firingTable"))->model()->rowCount() > 0);
    take(window, QStringLiteral("rules-firings"));
    tabs->setCurrentIndex(1);
    page->findChild<QLineEdit *>(QStringLiteral("graceEdit"))->setText(QStringLiteral("30m"));
    page->findChild<QPushButton *>(QStringLiteral("tryButton"))->click();
    QTRY_VERIFY(page->findChild<QTableView *>(QStringLiteral("sumTable"))->isVisible());
    take(window, QStringLiteral("rules-tried"));
    window.resize(960, 540);
    take(window, QStringLiteral("rules-small"));
}

void ScreenshotsTest::emptyViews()
{
    County county;
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    QTRY_VERIFY(!window.findChild<SignLabel *>(QStringLiteral("databaseLabel"))->text().isEmpty());
    for (const auto &[page, label] : {std::pair{0, "queue"},
                                      {1, "mywork"},
                                      {2, "activities"},
                                      {3, "workers"},
                                      {4, "alerts"},
                                      {5, "outbox"},
                                      {6, "calendars"},
                                      {7, "rules"},
                                      {8, "intents"},
                                      {9, "health"}}) {
        show(window, page);
        auto *count = window.findChild<QStackedWidget *>(QStringLiteral("pages"))
                          ->currentWidget()
                          ->findChild<QLabel *>(QStringLiteral("countLabel"));
        QTRY_VERIFY(!count->text().isEmpty());
        take(window, QStringLiteral("empty-") + QString::fromLatin1(label));
    }
}

void ScreenshotsTest::aClerksDay()
{
    County county({QStringLiteral("Alice"), Role::Clerk, WorkerId{QStringLiteral("alice-county-clerk")}});
    county.populate();
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    show(window, indexOf(window, "myWorkPage"));
    const QWidget *page = pageOf(window, "myWorkPage");
    auto *list = page->findChild<QListView *>(QStringLiteral("workList"));
    auto *name = page->findChild<QLabel *>(QStringLiteral("nameLabel"));
    QTRY_VERIFY(list->model()->rowCount() > 3);
    for (int i = 0; i < 3; ++i)
        page->findChild<QAction *>(QStringLiteral("takeNextAction"))->trigger();
    QTRY_VERIFY(!name->text().isEmpty());
    QTRY_VERIFY(page->findChild<QAction *>(QStringLiteral("holdAction"))->isEnabled());
    take(window, QStringLiteral("mywork"));
    auto *presence = page->findChild<QAction *>(QStringLiteral("presenceAction"));
    presence->trigger();
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("awayLabel"))->isVisible());
    take(window, QStringLiteral("mywork-away"));
    presence->trigger();
    QTRY_VERIFY(!page->findChild<QWidget *>(QStringLiteral("awayLabel"))->isVisible());
    page->findChild<QAction *>(QStringLiteral("holdAction"))->trigger();
    take(window, QStringLiteral("mywork-hold"));
    QTest::keyClick(&window, Qt::Key_F1);
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("keySheet")));
    take(*window.findChild<QWidget *>(QStringLiteral("keySheet")), QStringLiteral("keys"));
    window.resize(960, 540);
    take(window, QStringLiteral("small-mywork"));
}

// Two hundred workers, read and reckoned several times by a core without optimisation: a second alone, many times that beside
// other tests.
void ScreenshotsTest::manyWorkers()
{
    constexpr int patientMs = 60'000;
    County county;
    county.populate();
    for (int i = 0; i < 193; ++i) {
        QStringList skills;
        for (int skill = 0; skill < 6 + i % 14; ++skill)
            skills << QStringLiteral("service_%1").arg((i + skill * 3) % 50, 2, 10, QLatin1Char('0'));
        county.hire(QStringLiteral("clerk-%1").arg(i, 3, 10, QLatin1Char('0')), WorkerKind::Human, skills);
    }
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    show(window, indexOf(window, "workersPage"));
    const QWidget *page = pageOf(window, "workersPage");
    page->findChild<QToolButton *>(QStringLiteral("matrixButton"))->click();
    auto *matrix = page->findChild<QTableView *>(QStringLiteral("skillTable"));
    QTRY_COMPARE_WITH_TIMEOUT(matrix->model()->rowCount(), 200, patientMs);
    matrix->setCurrentIndex(matrix->model()->index(3, 2));
    take(window, QStringLiteral("workers-matrix"));
    for (int i = 0; i < 4; ++i)
        county.open(QStringLiteral("bridge"), QStringLiteral("kim"), QStringLiteral("2d"),
                    {County::task(QStringLiteral("inspect_bridge"), QStringLiteral("6h"))});
    page->findChild<QToolButton *>(QStringLiteral("waitingButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QListView *>(QStringLiteral("waitingList"))->model()->rowCount() > 4,
                             patientMs);
    take(window, QStringLiteral("workers-waiting"));
    page->findChild<QToolButton *>(QStringLiteral("listButton"))->click();
    auto *list = page->findChild<QTableView *>(QStringLiteral("workerTable"));
    list->setCurrentIndex(list->model()->index(0, 0));
    page->findChild<QPushButton *>(QStringLiteral("planLeaveButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QWidget *>(QStringLiteral("absencePanel"))
                                 ->findChild<QPushButton *>(QStringLiteral("confirmButton"))
                                 ->isEnabled(),
                             patientMs);
    take(window, QStringLiteral("workers-leave"));
    window.resize(1000, 600); // narrow enough for signs only
    window.resize(960, 540);
    take(window, QStringLiteral("small-leave"));
    page->findChild<QToolButton *>(QStringLiteral("matrixButton"))->click();
    take(window, QStringLiteral("small-matrix"));
}

HMSACT_TEST(ScreenshotsTest)

} // namespace hmsact::screenshots_test

#include "screenshots.moc"
