// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/county.h"
#include "console/duereason.h"
#include "console/escalationtext.h"
#include "console/eventtext.h"
#include "console/laneview.h"
#include "console/queuemodel.h"
#include "console/sladelegate.h"
#include "console/timeband.h"
#include "console/timetext.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace hmsact::times_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// What the window tells of clocks: lines of time with pauses, breaches and firings, and why something is due when it is.
class TimesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void lanesTellPausesBreachesAndFirings();
    void theKeyboardWalksThroughWhatHappened();
    void theBandShowsWhatTheActivityWentThrough();
    void aDueTimeIsExplained();
    void longReckoningsAreCut();
    void aForecastSaysWhatItGoesBy();
    void theExplanationIsFoldedUntilAsked();
    void firingsInWords();
    void theRecordTellsWhichVersionAndWhen();
    void whyARuleFiredInWords();
    void theQueueKnowsWhichRulesActed();
    void theQueueShowsPausesAndBreaches();

private:
    // dig: an hour's SLA, on hold from minute 10 to 30, so due at minute 80; breached there, and the built-in rule fires.
    struct Story {
        Story()
        {
            view = county.open(u"pothole_repair"_s, u"sam"_s, u"2h"_s,
                               {County::task(u"dig"_s, u"1h"_s), County::task(u"fill"_s, u"1h"_s)});
            beganMs = county.core().nowMs();
            county.advance(u"10m"_s);
            act(TaskAction::Hold);
            county.advance(u"20m"_s);
            act(TaskAction::Resume);
            county.advance(u"1h"_s);
            view = *county.ask(GetActivity{view.activity.id});
            ListEvents all;
            all.activity = view.activity.id;
            events = county.ask(all)->items;
        }
        void act(TaskAction action)
        {
            ActionInput input;
            input.action = action;
            input.reason = u"rain"_s;
            QVERIFY(county.act(view.activity.id, u"dig"_s, input));
        }
        std::vector<Lane> lanes() { return lanesOf(view, events, county.core().nowMs()); }

        County county;
        ActivityView view;
        qint64 beganMs = 0;
        std::vector<Event> events;
    };
};

void TimesTest::lanesTellPausesBreachesAndFirings()
{
    Story story;
    const std::vector<Lane> lanes = story.lanes();
    QCOMPARE(lanes.size(), size_t(3));
    QVERIFY(lanes[0].task.isNull());
    const Lane &dig = lanes[1];
    const qint64 minute = limits::msPerMinute;
    QCOMPARE(dig.pauses, (std::vector<Span>{{story.beganMs + 10 * minute, story.beganMs + 30 * minute}}));
    QCOMPARE(dig.dueAtMs, story.beganMs + 80 * minute);
    QVERIFY(dig.state == SlaState::Breached);
    QCOMPARE(dig.marks.size(), size_t(2));
    QVERIFY(dig.marks[0].kind == LaneMark::Kind::Breach);
    QCOMPARE(dig.marks[0].atMs, dig.dueAtMs);
    QVERIFY(dig.marks[1].kind == LaneMark::Kind::Firing);
    QVERIFY(dig.marks[1].words.contains(u"Reassign on a breach"_s));
    QVERIFY(dig.marks[1].words.contains(u"step 1"_s));
    QCOMPARE(lanes[2].startedAtMs, 0); // waits
}

void TimesTest::theKeyboardWalksThroughWhatHappened()
{
    Story story;
    LaneView view([&] { return story.county.core().nowMs(); });
    view.resize(600, 300);
    view.show();
    view.setLanes(story.lanes());
    QSignalSpy chosen(&view, &LaneView::currentChanged);
    QVERIFY(view.said().startsWith(u"pothole_repair: Due soon"_s));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(view.said().startsWith(u"dig: Breached"_s));
    QVERIFY(view.said().contains(u"paused for 20 min"_s));
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.said().contains(u"overdue"_s));
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.said().contains(u"Reassign on a breach"_s));
    QCOMPARE(view.accessibleDescription(), view.said());
    QTest::keyClick(&view, Qt::Key_Right); // the last
    QVERIFY(view.said().contains(u"Reassign on a breach"_s));
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.said().startsWith(u"fill: its clock has not started"_s));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      QPoint(int(view.x(story.lanes()[1].dueAtMs)), view.laneRect(1).center().toPoint().y()));
    QVERIFY(view.said().contains(u"overdue"_s));
    QVERIFY(!view.grab().isNull());
}

void TimesTest::theBandShowsWhatTheActivityWentThrough()
{
    Story story;
    TimeBand band([&] { return story.county.core().nowMs(); });
    band.show(story.view);
    band.setMarks({{LaneMark::Kind::Breach, story.beganMs, u"The activity is overdue"_s},
                   {LaneMark::Kind::Ended, story.beganMs, u"not told here"_s}});
    QVERIFY(band.accessibleDescription().contains(u"The activity is overdue"_s));
    QVERIFY(!band.accessibleDescription().contains(u"not told"_s));
}

void TimesTest::aDueTimeIsExplained()
{
    County county;
    county.keepOfficeHours();
    ListActivities all;
    const auto found = county.ask(all);
    const QString text = dueReasonText(*county.ask(ExplainSla{found->items.front().activity.id, u"read_appeal"_s}));
    // Made on Monday at 3:00 in New York; twelve hours of work are two mornings and an afternoon.
    QVERIFY2(text.startsWith(u"12 h from Mon 23 Nov 03:00; calendar “county-office”, America/New_York."_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"Counted: Mon 23 Nov 08:00–12:00 (4 h)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Counted: Tue 24 Nov 08:00–12:00 (4 h)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Due soon from Tue 24 Nov 09:00"_s), qPrintable(text)); // nine of twelve hours
    SlaExplanation former = *county.ask(ExplainSla{found->items.front().activity.id, u"read_appeal"_s});
    QVERIFY(!text.contains(u"calendar was changed"_s));
    former.basis = CalendarBasis::Former;
    QVERIFY(dueReasonText(former).contains(u"The calendar was changed later"_s));
    former.basis = CalendarBasis::Mixed;
    QVERIFY(dueReasonText(former).contains(u"The calendar was changed in between"_s));
    const QString whole = dueReasonText(*county.ask(ExplainSla{found->items.front().activity.id, {}}));
    QVERIFY2(whole.contains(u"Closed on Thu 26 Nov: Thanksgiving"_s), qPrintable(whole));
}

void TimesTest::longReckoningsAreCut()
{
    SlaExplanation explanation;
    explanation.startedAtMs = 1;
    for (int i = 0; i < 100; ++i)
        explanation.counted.push_back({i * 10'000 + 1, i * 10'000 + 5'000});
    const QString text = dueReasonText(explanation);
    QCOMPARE(text.count(u"Counted:"_s), 40);
    QVERIFY(text.contains(u"and 60 more"_s));
    explanation.all = false;
    QVERIFY(dueReasonText(explanation).contains(u"and further ones"_s));
}

void TimesTest::aForecastSaysWhatItGoesBy()
{
    SlaExplanation explanation;
    explanation.startedAtMs = 1'795'000'000'000;
    explanation.dueSoonAtMs = explanation.startedAtMs + limits::msPerHour;
    explanation.atRiskAtMs = explanation.dueSoonAtMs + limits::msPerHour;
    explanation.dueAtMs = explanation.atRiskAtMs + 2 * limits::msPerHour;
    QVERIFY(dueReasonText(explanation).contains(u"(75 % used), at risk from"_s));
    explanation.usualMs = 2 * limits::msPerHour;
    QString text = dueReasonText(explanation);
    QVERIFY2(text.contains(u"(75 % used).\nAt risk from "_s), qPrintable(text));
    QVERIFY2(text.endsWith(u": such tasks usually take 2 h."_s), qPrintable(text));
    explanation.dueSoonAtMs = explanation.atRiskAtMs;
    QVERIFY(!dueReasonText(explanation).contains(u"% used"_s));
    explanation.atRiskAtMs = explanation.dueSoonAtMs = explanation.startedAtMs;
    text = dueReasonText(explanation);
    QVERIFY2(text.endsWith(u"At risk from the start: such tasks usually take longer."_s), qPrintable(text));
}

void TimesTest::theExplanationIsFoldedUntilAsked()
{
    Story story;
    DueReason reason;
    reason.setClient(story.county.client());
    reason.setSubject(story.view.activity.id, u"dig"_s);
    QVERIFY(!reason.isOpen());
    reason.findChild<QAbstractButton *>(u"whyDueButton"_s)->click();
    QTRY_VERIFY(reason.text().contains(u"Paused: "_s));
    reason.setSubject(story.view.activity.id, u"dig"_s); // the same: stays open
    QVERIFY(reason.isOpen());
    reason.setSubject(story.view.activity.id, u"fill"_s);
    QVERIFY(!reason.isOpen());
    QVERIFY(reason.text().isEmpty());
}

void TimesTest::firingsInWords()
{
    const auto told = [](const QJsonObject &outcome) {
        return firingText(u"Late"_s, outcome);
    };
    QCOMPARE(told({{u"then"_s, u"reassign"_s}, {u"worker_id"_s, u"bot-7"_s}, {u"step"_s, 2}}),
             u"Rule “Late” reassigned it to bot-7 (step 2)"_s);
    QCOMPARE(told({{u"then"_s, u"reassign"_s}, {u"worker_id"_s, QJsonValue()}}),
             u"Rule “Late” found nobody to give it to"_s);
    QCOMPARE(told({{u"then"_s, u"reassign"_s}, {u"left_to_another_rule"_s, true}}), u"Rule “Late” fired"_s);
    QCOMPARE(told({{u"then"_s, u"raise_priority"_s}}), u"Rule “Late” made it more urgent"_s);
    const QJsonObject obstacle{{u"cause"_s, u"wrong_state"_s}, {u"state"_s, u"ON_HOLD"_s}};
    QCOMPARE(told({{u"then"_s, u"hold"_s}, {u"not_possible"_s, obstacle}}),
             u"Rule “Late” could not do what it says: the task is on hold"_s);
    QCOMPARE(escalatedText({}, 5), QString());
    QCOMPARE(escalatedText({1, 1000, u"Late"_s, {{u"then"_s, u"notify"_s}}}, 121'000),
             u"Rule “Late” told people, 2 min ago"_s);
}

void TimesTest::theRecordTellsWhichVersionAndWhen()
{
    const QDateTime due(QDate(2026, 11, 23), QTime(14, 10));
    Event event;
    event.kind = u"task.escalated"_s;
    event.atMs = due.addSecs(60).toMSecsSinceEpoch();
    event.detail = QJsonDocument(QJsonObject{{u"rule"_s, u"Late %1"_s},
                                             {u"rule_version"_s, 3},
                                             {u"step"_s, 1},
                                             {u"then"_s, u"hold"_s},
                                             {u"step_due_at"_s, due.toUTC().toString(Qt::ISODateWithMs)}})
                       .toJson();
    QCOMPARE(eventText(event, u"dig"_s), u"Rule “Late %1” put it on hold (step 1, version 3, due 14:10, fired 14:11)"_s);
    event.detail = R"({"rule": "Late", "then": "hold"})"; // as it was written once
    QCOMPARE(eventText(event, u"dig"_s), u"Rule “Late” put it on hold"_s);
    Story story; // and as it is written
    const auto fired = std::ranges::find(story.events, u"task.escalated"_s, [](const Event &each) { return each.kind; });
    QVERIFY(fired != story.events.end());
    const QString text = eventText(*fired, u"dig"_s);
    const QString at = instantText(fired->atMs, fired->atMs);
    QVERIFY2(text.endsWith(u"(step 1, version 1, due %1, fired %1)"_s.arg(at)), qPrintable(text));
}

void TimesTest::whyARuleFiredInWords()
{
    const QDateTime due(QDate(2026, 11, 23), QTime(14, 10));
    QCOMPARE(valuesText({{u"due_at"_s, due.toUTC().toString(Qt::ISODateWithMs)},
                         {u"used_percent"_s, 100},
                         {u"priority"_s, 5},
                         {u"attempt"_s, 1},
                         {u"state"_s, u"IN_PROGRESS"_s},
                         {u"worker_id"_s, u"bot-7"_s}},
                        due.toMSecsSinceEpoch()),
             u"due 14:10 · 100 % of its time used · priority 5 · attempt 1 · in progress · with bot-7"_s);
    QCOMPARE(valuesText({{u"depth"_s, 40}}, 0), u"40 in the queue"_s);
    QCOMPARE(valuesText({}, 0), QString());
}

void TimesTest::theQueueKnowsWhichRulesActed()
{
    Story story;
    QueueModel model;
    model.merge(story.county.ask(ListQueue{})->items);
    int acted = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto escalated = model.index(row, QueueModel::Sla).data(QueueModel::EscalatedRole).value<Escalated>();
        const bool isDig = model.index(row, QueueModel::TaskName).data().toString() == u"dig"_s;
        QCOMPARE(escalated.times, isDig ? 1 : 0);
        acted += escalated.times;
        QCOMPARE(model.index(row, QueueModel::Sla).data(Qt::AccessibleTextRole).toString(),
                 isDig ? u"Breached, a rule has acted"_s : u"No clock"_s);
    }
    QCOMPARE(acted, 1);
}

// What stands in the queue, is told and is drawn for one task whose clock runs, is stopped, runs again and is over.
void TimesTest::theQueueShowsPausesAndBreaches()
{
    County county;
    const ActivityId id = county.open(u"pothole_repair"_s, u"sam"_s, u"2d"_s, {County::task(u"dig"_s, u"1h"_s)}).activity.id;
    QueueModel model;
    QTableView view;
    view.setModel(&model);
    auto *delegate = new SlaDelegate(
        QueueModel::TaskRole, [&] { return county.core().nowMs(); }, &view);
    view.setItemDelegateForColumn(QueueModel::Sla, delegate);
    QImage before;
    const auto shown = [&](const QString &text, const QString &told) {
        model.merge(county.ask(ListQueue{})->items);
        const QModelIndex cell = model.index(0, QueueModel::Sla);
        QCOMPARE(delegate->text(cell), text);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), told);
        QImage image(view.columnWidth(0), 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.rect = image.rect();
        delegate->paint(&painter, option, cell);
        QVERIFY(image != before);
        before = image;
    };
    const auto act = [&](TaskAction action) {
        ActionInput input;
        input.action = action;
        input.reason = u"rain"_s;
        QVERIFY(county.act(id, u"dig"_s, input));
    };
    shown(u"1 h"_s, u"On track"_s);
    county.advance(u"10m"_s);
    act(TaskAction::Hold);
    shown(u"paused"_s, u"Paused"_s);
    county.advance(u"3h"_s);
    act(TaskAction::Resume);
    shown(u"50 min"_s, u"On track"_s);
    county.advance(u"46m"_s);
    shown(u"4 min"_s, u"At risk"_s);
    county.advance(u"5m"_s);
    shown(u"−1 min"_s, u"Breached, a rule has acted"_s);
}

HMSACT_TEST(TimesTest)

} // namespace hmsact::times_test

#include "times.moc"
