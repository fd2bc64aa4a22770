// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/calendardraft.h"
#include "console/calendarmodel.h"
#include "console/calendarspage.h"
#include "console/formdesk.h"
#include "console/holidayeditor.h"
#include "console/settling.h"
#include "console/signlabel.h"
#include "console/weekview.h"
#include "engine/holidayfile.h"
#include "support/testprogram.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace hmsact::calendars_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// The calendars page: what people type is what is meant, what is wrong is said at its field, and nothing is lost or moved
// unasked.
class CalendarsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void hoursAsPeopleTypeThem_data();
    void hoursAsPeopleTypeThem();
    void aDraftComesBackAsItWas();
    void theNextDaysAreToldWithHolidays();
    void errorsStandAtTheirFields();
    void aWrongDayLeavesTheOthersDrawn();
    void holidaysComeAndGo();
    void anImportIsShownBeforeItIsTaken();
    void savingWaitsUntilAnImportIsDecidedOn();
    void aMessageTakesNoMoreThanItsLines();
    void savingThatMovesNothingIsNotAskedAbout();
    void savingSaysWhatItMoves();
    void whatSomebodyElseSavedIsNotOverwritten();
    void aNewOneTakesNobodysName();
    void unsavedChangesAreAskedAbout();
    void whatIsTypedWhileItIsSavedStays();
    void whatIsDiscardedWhileItIsLookedAtIsNotSaved();
    void whatSomebodyElseChangedIsSaidOnce();
    void aQuestionAboutAnotherIsOver();
    void removingIsRefusedWithTheReason();
    void othersRead();

private:
    struct Desk : FormDesk<CalendarsPage> {
        explicit Desk(Role role = Role::Admin) : FormDesk(role)
        {
            county.keepOfficeHours();
            open({1200, 800});
        }
        QLineEdit *day(const char *name) { return find<QLineEdit>((QByteArray(name) + "Edit").constData()); }
        QString shown() { return find<QLineEdit>("nameEdit")->text(); }
        QString effect() { return find<SignLabel>("effectLabel")->text(); }
        QTableView *table() { return find<QTableView>("calendarTable"); }
        void choose(int row) { FormDesk::choose(table(), row); }
        Calendar stored(const QString &name = u"county-office"_s)
        {
            const auto found = county.ask(GetCalendar{name});
            return found ? *found : Calendar();
        }
    };
};

void CalendarsTest::hoursAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant"); // empty: free; "!": refused
    const auto row = [](const char *typed, const char *meant) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(meant);
    };
    row("08:00–12:00, 13:00–17:00", "08:00–12:00, 13:00–17:00");
    row("8-12,13-17", "08:00–12:00, 13:00–17:00");
    row(" 8:30 – 12 ; 13.15—24 ", "08:30–12:00, 13:15–24:00");
    row("", "");
    row("  ", "");
    row("9", "!");
    row("9-8", "!");
    row("9-12, 11-17", "!");
    row("13-17, 9-12", "!");
    row("9-25", "!");
    row("in the morning", "!");
    row("9-12-13", "!");
    row("09:60-10:00", "!");
}

void CalendarsTest::hoursAsPeopleTypeThem()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const auto hours = hoursOf(typed);
    QCOMPARE(hours ? hoursText(*hours) : u"!"_s, meant);
}

void CalendarsTest::aDraftComesBackAsItWas()
{
    Desk desk;
    Calendar calendar = desk.stored(u"service-counter"_s);
    const auto again = calendarOf(draftOf(calendar));
    QVERIFY(again);
    calendar.version = again->version;
    calendar.updatedAtMs = again->updatedAtMs;
    QCOMPARE(*again, calendar);
    QCOMPARE(weekText(calendar), u"Mon–Thu 08:00–12:00, 13:00–17:00 · Fri 08:00–13:00 · Sat 10:00–14:00"_s);
    QCOMPARE(weekText(builtInCalendar()), u"Always"_s);
}

void CalendarsTest::theNextDaysAreToldWithHolidays()
{
    Desk desk;
    const qint64 nowMs = QDateTime(QDate(2026, 11, 26), QTime(3, 0), Qt::UTC).toMSecsSinceEpoch(); // still Wednesday there
    const QStringList days = daysAhead(desk.stored(), nowMs, 4);
    QCOMPARE(days[0], u"Wednesday 25 Nov\t08:00–12:00, 13:00–17:00"_s);
    QCOMPARE(days[1], u"Thursday 26 Nov\tclosed: Thanksgiving"_s);
    QCOMPARE(days[3], u"Saturday 28 Nov\tfree"_s);
    QCOMPARE(nextHoliday(desk.stored(), nowMs)->name, u"Thanksgiving"_s);
}

void CalendarsTest::errorsStandAtTheirFields()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    auto *error = desk.page->findChild<SignLabel *>(u"fridayError"_s);
    QVERIFY(error->isHidden());
    desk.day("friday")->setText(u"in the morning"_s);
    QVERIFY(!error->isHidden());
    QVERIFY(error->text().contains(u"in the morning"_s));
    QVERIFY(desk.page->findChild<SignLabel *>(u"mondayError"_s)->isHidden());
    desk.page->findChild<QComboBox *>(u"zoneCombo"_s)->setEditText(u"Mars/Olympus"_s);
    QVERIFY(desk.page->findChild<SignLabel *>(u"zoneError"_s)->text().contains(u"Mars/Olympus"_s));
    desk.button("save")->click(); // goes nowhere but to what is wrong
    settle(desk.county.client());
    QCOMPARE(desk.stored().version, 1);
    desk.button("revert")->click();
    QVERIFY(error->isHidden());
    QCOMPARE(desk.day("friday")->text(), u"08:00–12:00, 13:00–17:00"_s);
    for (const char *name : {"monday", "tuesday", "wednesday", "thursday", "friday"})
        desk.day(name)->clear();
    QVERIFY(!desk.page->findChild<SignLabel *>(u"hoursError"_s)->isHidden()); // no day at all
}

void CalendarsTest::aWrongDayLeavesTheOthersDrawn()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    auto *week = desk.page->findChild<WeekView *>();
    desk.day("monday")->setText(u"9-"_s);
    QVERIFY(!week->accessibleDescription().contains(u"Monday"_s));
    QVERIFY(week->accessibleDescription().contains(u"Tuesday 08:00–12:00"_s));
    desk.day("monday")->setText(u"10-16"_s);
    QVERIFY(week->accessibleDescription().contains(u"Monday 10:00–16:00"_s));
    desk.button("copy")->click();
    QCOMPARE(desk.day("friday")->text(), u"10-16"_s);
    QCOMPARE(desk.day("saturday")->text(), QString());
}

void CalendarsTest::holidaysComeAndGo()
{
    HolidayEditor editor;
    editor.setHolidays({{QDate(2026, 12, 25), u"Christmas Day"_s}});
    editor.setToday(QDate(2026, 11, 26));
    QSignalSpy changed(&editor, &HolidayEditor::changed);
    editor.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Thanksgiving"_s);
    editor.findChild<QAbstractButton *>(u"addButton"_s)->click();
    QCOMPARE(editor.holidays().size(), size_t(2));
    QCOMPARE(editor.holidays().front().name, u"Thanksgiving"_s); // in order
    editor.findChild<QAbstractButton *>(u"removeButton"_s)->click(); // the one just added is chosen
    QCOMPARE(editor.holidays(), (std::vector<Holiday>{{QDate(2026, 12, 25), u"Christmas Day"_s}}));
    QCOMPARE(changed.count(), 2);
}

static QByteArray file(const std::vector<std::pair<QByteArray, QByteArray>> &days)
{
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";
    for (const auto &[date, name] : days)
        text +=
            "BEGIN:VEVENT\r\nUID:" + date + "\r\nDTSTART;VALUE=DATE:" + date + "\r\nSUMMARY:" + name + "\r\nEND:VEVENT\r\n";
    return text + "END:VCALENDAR\r\n";
}

void CalendarsTest::anImportIsShownBeforeItIsTaken()
{
    HolidayEditor editor;
    editor.setHolidays({{QDate(2026, 11, 26), u"Turkey day"_s}, {QDate(2026, 12, 25), u"Christmas Day"_s}});
    QSignalSpy changed(&editor, &HolidayEditor::changed);
    const QByteArray ics = file({{"20261126", "Thanksgiving"}, {"20261225", "Christmas Day"}, {"20270101", "New Year"}});
    editor.offer(engine::holidaysFrom(ics), u"county.ics"_s);
    QVERIFY(editor.isOffering());
    const auto rows = importOf(editor.holidays(),
                               {{QDate(2026, 11, 26), u"Thanksgiving"_s},
                                {QDate(2026, 12, 25), u"Christmas Day"_s},
                                {QDate(2027, 1, 1), u"New Year"_s}});
    QVERIFY(rows[0].standing == HolidayRow::Standing::Renamed);
    QVERIFY(rows[1].standing == HolidayRow::Standing::Repeated);
    QVERIFY(rows[2].standing == HolidayRow::Standing::New);
    editor.findChild<QAbstractButton *>(u"leaveButton"_s)->click();
    QCOMPARE(editor.holidays().front().name, u"Turkey day"_s);
    QCOMPARE(changed.count(), 0);
    editor.offer(engine::holidaysFrom(ics), u"county.ics"_s);
    editor.findChild<QAbstractButton *>(u"takeButton"_s)->click();
    QCOMPARE(editor.holidays().size(), size_t(3));
    QCOMPARE(editor.holidays().front().name, u"Thanksgiving"_s);
    QCOMPARE(changed.count(), 1);
    editor.offer(engine::holidaysFrom(ics), u"%2.ics"_s); // everything is there
    QCOMPARE(editor.findChild<QLabel *>(u"offerLabel"_s)->text(), u"%2.ics: 0 new, 0 with another name, 3 there already."_s);
    QVERIFY(!editor.findChild<QAbstractButton *>(u"takeButton"_s)->isEnabled());
}

void CalendarsTest::savingWaitsUntilAnImportIsDecidedOn()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    auto *editor = desk.page->findChild<HolidayEditor *>();
    const size_t before = editor->holidays().size();
    editor->offer(engine::holidaysFrom(file({{"20270706", "Founding day"}})), u"county.ics"_s);
    desk.choose(2);
    QTRY_VERIFY(desk.question()->isOpen()); // it would be lost
    desk.answer("cancel");
    desk.day("sunday")->setText(u"10-12"_s);
    desk.button("save")->click();
    auto *complaint = desk.page->findChild<SignLabel *>(u"complaintLabel"_s);
    QVERIFY(complaint->isVisible());
    QVERIFY(complaint->text().contains(u"before you save"_s));
    QVERIFY(editor->isOffering());
    editor->findChild<QAbstractButton *>(u"takeButton"_s)->click();
    QVERIFY(!complaint->isVisible());
    desk.button("save")->click();
    QTRY_VERIFY(desk.question()->isOpen() || desk.stored().version == 2);
    if (desk.question()->isOpen())
        desk.answer("confirm");
    QTRY_COMPARE(desk.stored().version, 2);
    QCOMPARE(desk.stored().holidays.size(), before + 1);
}

void CalendarsTest::aMessageTakesNoMoreThanItsLines()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    auto *bar = desk.page->findChild<MessageBar *>();
    bar->say(MessageBar::Kind::Error, u"no"_s);
    QTRY_VERIFY(bar->isVisible() && bar->height() > 0);
    QTRY_COMPARE(bar->height(), bar->sizeHint().height());
}

void CalendarsTest::savingThatMovesNothingIsNotAskedAbout()
{
    Desk desk;
    QTRY_VERIFY(desk.table()->model()->rowCount() == 3);
    desk.choose(2);
    QTRY_COMPARE(desk.shown(), u"service-counter"_s);
    desk.day("sunday")->setText(u"10-12"_s);
    QTRY_COMPARE(desk.effect(), u"Saving it moves no due time"_s);
    desk.button("save")->click();
    QTRY_COMPARE(desk.stored(u"service-counter"_s).version, 2);
    QTRY_VERIFY(!desk.button("save")->isEnabled());
    QVERIFY(!desk.question()->isOpen());
    QCOMPARE(desk.stored(u"service-counter"_s).week[6], (std::vector<DayHours>{{600, 720}}));
}

void CalendarsTest::savingSaysWhatItMoves()
{
    Desk desk;
    QTRY_COMPARE(desk.effect(), u"12 clock(s) run by it"_s);
    desk.day("monday")->setText(u"12-13"_s);
    QTRY_COMPARE(desk.effect(), u"If it is saved: 12 of 12 due times move"_s);
    desk.button("save")->click();
    QTRY_VERIFY(desk.question()->isOpen());
    desk.answer("cancel");
    QCOMPARE(desk.stored().version, 1);
    desk.button("save")->click();
    QTRY_VERIFY(desk.question()->isOpen());
    desk.answer("confirm");
    QTRY_COMPARE(desk.stored().version, 2);
    QTRY_COMPARE(desk.effect(), u"12 clock(s) run by it"_s);
}

void CalendarsTest::whatSomebodyElseSavedIsNotOverwritten()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    desk.page->setActive(false); // does not hear of it
    desk.day("sunday")->setText(u"10-12"_s);
    Calendar theirs = desk.stored();
    theirs.week[5] = {{600, 660}};
    QVERIFY(desk.county.say(SaveCalendar{theirs, true, 1}));
    desk.button("save")->click();
    QTRY_VERIFY(desk.question()->isOpen());
    if (!desk.question()->accessibleName().startsWith(u"Somebody else has saved"_s)) // that due times move comes first
        desk.answer("confirm");
    QTRY_VERIFY(desk.question()->accessibleName().startsWith(u"Somebody else has saved"_s));
    QVERIFY(desk.stored().week[6].empty());
    QCOMPARE(desk.day("sunday")->text(), u"10-12"_s); // what was typed is still there
    desk.answer("other");
    QTRY_COMPARE(desk.day("saturday")->text(), u"10:00–11:00"_s);
    QCOMPARE(desk.day("sunday")->text(), QString());
}

void CalendarsTest::aNewOneTakesNobodysName()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    desk.button("new")->click();
    auto *name = desk.page->findChild<QLineEdit *>(u"nameEdit"_s);
    auto *error = desk.page->findChild<SignLabel *>(u"nameError"_s);
    QVERIFY(error->isHidden()); // not before it is asked for
    desk.button("save")->click();
    QVERIFY(!error->isHidden());
    name->setText(u"county-office"_s);
    desk.button("save")->click();
    QTRY_VERIFY(error->text().contains(u"that name already"_s));
    QCOMPARE(desk.stored().version, 1);
    name->setText(u"night shift"_s);
    desk.button("save")->click();
    QTRY_COMPARE(desk.stored(u"night shift"_s).version, 1);
    QTRY_COMPARE(desk.table()->currentIndex().data().toString(), u"night shift"_s);
}

static bool mayLeave(hmsact::console::Page &page)
{
    const auto left = std::make_shared<bool>(false);
    page.leave([left] { *left = true; });
    return *left;
}

void CalendarsTest::unsavedChangesAreAskedAbout()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    QVERIFY(mayLeave(*desk.page));
    desk.day("sunday")->setText(u"10-12"_s);
    desk.choose(2);
    QVERIFY(desk.question()->isOpen());
    QTRY_COMPARE(desk.table()->currentIndex().row(), 1); // stays where it is
    desk.answer("cancel");
    QCOMPARE(desk.shown(), u"county-office"_s);
    QCOMPARE(desk.day("sunday")->text(), u"10-12"_s);
    QVERIFY(!mayLeave(*desk.page));
    desk.answer("cancel");
    desk.choose(2);
    QTRY_COMPARE(desk.table()->currentIndex().row(), 1);
    desk.answer("confirm");
    QTRY_COMPARE(desk.shown(), u"service-counter"_s);
    QVERIFY(mayLeave(*desk.page));
}

// What saving would do is looked at before, and takes its time.
void CalendarsTest::whatIsTypedWhileItIsSavedStays()
{
    Desk desk;
    QTRY_VERIFY(desk.table()->model()->rowCount() == 3);
    desk.choose(2);
    QTRY_COMPARE(desk.shown(), u"service-counter"_s);
    desk.day("sunday")->setText(u"10-12"_s);
    desk.button("save")->click();
    desk.day("sunday")->setText(u"10-13"_s);
    QTRY_COMPARE(desk.bar(), u"“service-counter” is saved."_s);
    QCOMPARE(desk.stored(u"service-counter"_s).week[6], (std::vector<DayHours>{{600, 720}}));
    QCOMPARE(desk.day("sunday")->text(), u"10-13"_s);
    QVERIFY(desk.button("save")->isEnabled());
}

void CalendarsTest::whatIsDiscardedWhileItIsLookedAtIsNotSaved()
{
    Desk desk;
    QTRY_VERIFY(desk.table()->model()->rowCount() == 3);
    desk.choose(2);
    QTRY_COMPARE(desk.shown(), u"service-counter"_s);
    desk.day("sunday")->setText(u"10-12"_s);
    desk.button("save")->click();
    desk.choose(1);
    QCoreApplication::sendPostedEvents(desk.page.get()); // and not the answer
    desk.answer("confirm");
    QTRY_COMPARE(desk.effect(), u"12 clock(s) run by it"_s); // which was asked after it
    QCOMPARE(desk.bar(), QString());
    QCOMPARE(desk.stored(u"service-counter"_s).version, 1);
}

void CalendarsTest::whatSomebodyElseChangedIsSaidOnce()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    desk.day("sunday")->setText(u"10-12"_s);
    Calendar theirs = desk.stored();
    theirs.week[5] = {{600, 660}};
    QVERIFY(desk.county.say(SaveCalendar{theirs, true, 1}));
    QTRY_VERIFY(desk.bar().startsWith(u"Somebody else has saved “county-office” meanwhile."_s));
    desk.day("sunday")->insert(u", 13-14"_s);
    QVERIFY(!desk.bar().isEmpty()); // whoever is typing can read it
    desk.page->findChild<QAbstractButton *>(u"messageCloseButton"_s)->click();
    desk.county.hire(u"kim"_s, WorkerKind::Human, {u"dig"_s});
    const auto workers = [&desk] {
        return desk.table()->model()->index(0, CalendarModel::Workers).data().toString();
    };
    QTRY_COMPARE(workers(), u"1"_s);
    QCOMPARE(desk.bar(), QString());
    theirs.name = u"night"_s;
    QVERIFY(desk.county.say(SaveCalendar{theirs}));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 4); // all are read again
    QCOMPARE(desk.bar(), QString());
}

void CalendarsTest::aQuestionAboutAnotherIsOver()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    for (const char *next : {"new", "duplicate"}) {
        desk.button("removeCalendar")->click();
        QVERIFY(desk.question()->isOpen());
        desk.button(next)->click();
        QVERIFY2(!desk.question()->isOpen(), next); // its yes would take away what is begun now
        desk.choose(1);
        QTRY_COMPARE(desk.table()->currentIndex().row(), -1);
        desk.answer("confirm"); // whether that may be lost
        QTRY_COMPARE(desk.shown(), u"county-office"_s);
    }
}

void CalendarsTest::removingIsRefusedWithTheReason()
{
    Desk desk;
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    desk.button("removeCalendar")->click();
    desk.answer("confirm");
    QTRY_VERIFY(desk.bar().contains(u"6 open activities"_s));
    QCOMPARE(desk.stored().name, u"county-office"_s);
    desk.choose(2);
    QTRY_COMPARE(desk.shown(), u"service-counter"_s);
    desk.button("removeCalendar")->click();
    desk.answer("confirm");
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.stored(u"service-counter"_s).name.isEmpty());
    desk.choose(0);
    QTRY_COMPARE(desk.shown(), u"24x7"_s);
    QVERIFY(!desk.button("removeCalendar")->isEnabled());
}

void CalendarsTest::othersRead()
{
    Desk desk(Role::Supervisor);
    QTRY_COMPARE(desk.shown(), u"county-office"_s);
    QVERIFY(desk.day("monday")->isReadOnly());
    QVERIFY(!desk.button("new")->isEnabled());
    QVERIFY(!desk.button("save")->isVisible());
    QVERIFY(desk.page->findChild<SignLabel *>(u"readOnlyLabel"_s)->text().contains(u"supervisor"_s));
}

HMSACT_TEST(CalendarsTest)

} // namespace hmsact::calendars_test

#include "calendars.moc"
