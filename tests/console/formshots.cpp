// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendarform.h"
#include "console/holidayeditor.h"
#include "console/screenshooter.h"
#include "console/signlabel.h"
#include "engine/holidayfile.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

namespace hmsact::formshots_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The forms of the window as pictures: right, wrong, and about to be saved.
class FormShotsTest : public QObject, private Screenshooter
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void calendars();
    void intents();
    void aNewActivity();
};

// A calendar that an administrator is changing: right, wrong, and about to be saved.
void FormShotsTest::calendars()
{
    County county({QStringLiteral("Ada Admin"), Role::Admin, {}});
    county.populate();
    county.keepOfficeHours();
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    show(window, indexOf(window, "calendarsPage"));
    auto *table = window.findChild<QTableView *>(QStringLiteral("calendarTable"));
    QTRY_VERIFY(table->model()->rowCount() > 2);
    auto *monday = window.findChild<QLineEdit *>(QStringLiteral("mondayEdit"));
    QTRY_VERIFY(!monday->text().isEmpty());
    take(window, QStringLiteral("calendar"));
    const auto *effect = window.findChild<SignLabel *>(QStringLiteral("effectLabel"));
    const QString before = effect->text();
    monday->setText(QStringLiteral("10–16"));
    QTRY_VERIFY(!effect->text().isEmpty() && effect->text() != before); // once somebody stops typing
    take(window, QStringLiteral("calendar-preview"));
    auto *page = window.findChild<QWidget *>(QStringLiteral("calendarsPage"));
    page->findChild<QAbstractButton *>(QStringLiteral("saveButton"))->click();
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("question"))->isVisible());
    take(window, QStringLiteral("calendar-question"));
    monday->setText(QStringLiteral("9–12, 11–17"));
    window.findChild<QLineEdit *>(QStringLiteral("fridayEdit"))->setText(QStringLiteral("in the morning"));
    take(window, QStringLiteral("calendar-wrong"));
    window.findChild<HolidayEditor *>()->offer(
        engine::holidaysFrom("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                             "DTSTART;VALUE=DATE:20261226\r\nSUMMARY:Second day\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20261126\r\n"
                             "SUMMARY:Thanksgiving\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
        QStringLiteral("county.ics"));
    auto *scroll = window.findChild<CalendarForm *>()->findChild<QScrollArea *>(QStringLiteral("scrollArea"));
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    take(window, QStringLiteral("calendar-import"));
    window.resize(1000, 600); // narrow enough for signs only, which makes room for less
    QTRY_COMPARE((window.resize(960, 540), window.size()), QSize(960, 540)); // 1920 × 1080 at 200 %
    take(window, QStringLiteral("small-calendar"));
}

static void teachIntents(County &county)
{
    const auto intent = [&county](const char *name, const char *title, qint64 slaMs, std::vector<TaskSpec> tasks) {
        Intent made;
        made.name = QString::fromLatin1(name);
        made.title = QString::fromLatin1(title);
        made.slaMs = slaMs;
        made.tasks = std::move(tasks);
        made.description =
            QStringLiteral("Asked for at the desk or on the county's page.\nWho asks shows an identity card.");
        QVERIFY(county.say(SaveIntent{made}));
    };
    const auto task = [](const char *name, const char *sla, const std::optional<QStringList> &needs = {}) {
        return County::task(QString::fromLatin1(name), QString::fromLatin1(sla), needs);
    };
    TaskSpec ship = task("ship_physical", "24h");
    ship.optional = true;
    intent("replace_vaccine_card", "Replace a vaccine card", 2 * limits::msPerDay,
           {task("verify_identity", "2h"), task("fetch_vaccine_log", "4h"),
            task("generate_pdf", "1h", QStringList{QStringLiteral("fetch_vaccine_log")}), ship});
    TaskSpec issue = task("issue_permit", "8h", QStringList{QStringLiteral("fire_review"), QStringLiteral("zoning_review")});
    issue.review = Review::Human;
    intent("building_permit", "Building permit", 5 * limits::msPerDay,
           {task("check_plans", "3h"), task("fire_review", "1d", QStringList{QStringLiteral("check_plans")}),
            task("zoning_review", "1d", QStringList{QStringLiteral("check_plans")}), issue,
            task("notify_applicant", "30m")});
    intent("pothole_repair", "Repair of a pothole", 2 * limits::msPerDay,
           {task("inspect_site", "90m"), task("approve_budget", "6h"), task("dispatch_crew", "1d")});
    intent("question", "A question", limits::msPerDay, {});
}

// An intent as it is read, and while it is changed and wrong.
void FormShotsTest::intents()
{
    County county({QStringLiteral("Ada Admin"), Role::Admin, {}});
    teachIntents(county);
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    show(window, indexOf(window, "intentsPage"));
    const QWidget *page = pageOf(window, "intentsPage");
    auto *table = page->findChild<QTableView *>(QStringLiteral("intentTable"));
    QTRY_COMPARE(table->model()->rowCount(), 4);
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *tasks = page->findChild<QTableView *>(QStringLiteral("taskTable"));
    QTRY_COMPARE(tasks->model()->rowCount(), 5);
    take(window, QStringLiteral("intents"));
    page->findChild<QLineEdit *>(QStringLiteral("slaEdit"))->setText(QStringLiteral("soon"));
    page->findChild<QLineEdit *>(QStringLiteral("atRiskEdit"))->setText(QStringLiteral("40"));
    tasks->setCurrentIndex(tasks->model()->index(3, 0));
    auto *form = page->findChild<QWidget *>(QStringLiteral("taskForm"));
    form->findChild<QLineEdit *>(QStringLiteral("slaEdit"))->setText(QStringLiteral("never"));
    take(window, QStringLiteral("intents-wrong"));
    table->setCurrentIndex(table->model()->index(2, 0));
    take(window, QStringLiteral("intents-question"));
    window.resize(1000, 600); // narrow enough for signs only, which makes room for less
    QTRY_COMPARE((window.resize(960, 540), window.size()), QSize(960, 540)); // 1920 × 1080 at 200 %
    take(window, QStringLiteral("small-intents"));
}

// Made from a template, and wrong.
void FormShotsTest::aNewActivity()
{
    County county;
    teachIntents(county);
    MainWindow window(county.client(), *m_settings);
    window.resize(1480, 880);
    window.show();
    show(window, indexOf(window, "activitiesPage"));
    window.findChild<QAction *>(QStringLiteral("newActivityAction"))->trigger();
    auto *form = window.findChild<QWidget *>(QStringLiteral("activityForm"));
    auto *intent = form->findChild<QComboBox *>(QStringLiteral("intentCombo"));
    QTRY_COMPARE(intent->count(), 4);
    take(window, QStringLiteral("new-activity"));
    form->findChild<QLineEdit *>(QStringLiteral("citizenEdit"))->setText(QStringLiteral("jordan-77"));
    intent->setEditText(QStringLiteral("building_permit"));
    take(window, QStringLiteral("new-activity-template"));
    form->findChild<QLineEdit *>(QStringLiteral("citizenEdit"))->clear();
    form->findChild<QPushButton *>(QStringLiteral("addButton"))->click();
    form->findChild<QLineEdit *>(QStringLiteral("slaEdit"))->setText(QStringLiteral("soon"));
    form->findChild<QPushButton *>(QStringLiteral("createButton"))->click();
    take(window, QStringLiteral("new-activity-wrong"));
    window.resize(1000, 600); // narrow enough for signs only, which makes room for less
    QTRY_COMPARE((window.resize(960, 540), window.size()), QSize(960, 540)); // 1920 × 1080 at 200 %
    take(window, QStringLiteral("small-new-activity"));
}

HMSACT_TEST(FormShotsTest)

} // namespace hmsact::formshots_test

#include "formshots.moc"
