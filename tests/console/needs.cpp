// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/needslayout.h"
#include "console/needsview.h"
#include "console/timeband.h"
#include "console/timetext.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace hmsact::needs_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The graph of needs: where the cards stand, how keys walk over them, and that a thousand of them are no trouble.
class NeedsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyNeedStandsLeft();
    void cardsNeverOverlap();
    void longLinesRunBetweenTheCards();
    void aCycleIsCut();
    void columnsGetNarrowerUntilTheyFit();
    void keysWalkAlongTheNeeds();
    void theCurrentTaskStaysWhenTasksChange();
    void aThousandTasksAreWithinReach();
    void theBandPlacesInstants();
};

using Needs = std::vector<std::vector<int>>;

static Needs randomNeeds(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    Needs needs(static_cast<size_t>(count));
    for (int i = 1; i < count; ++i)
        for (int k = random.bounded(3); k > 0; --k) {
            const int need = std::max(0, i - 1 - static_cast<int>(random.bounded(12)));
            if (std::ranges::find(needs[size_t(i)], need) == needs[size_t(i)].end())
                needs[size_t(i)].push_back(need);
        }
    return needs;
}

void NeedsTest::everyNeedStandsLeft()
{
    for (quint32 seed = 0; seed < 40; ++seed) {
        const Needs needs = randomNeeds(30, seed);
        const NeedsLayout layout = layOut(needs);
        for (size_t i = 0; i < needs.size(); ++i)
            for (const int need : needs[i])
                QVERIFY(layout.places[size_t(need)].x() < layout.places[i].x());
    }
}

void NeedsTest::cardsNeverOverlap()
{
    for (quint32 seed = 0; seed < 40; ++seed) {
        const NeedsLayout layout = layOut(randomNeeds(40, seed));
        for (size_t i = 0; i < layout.places.size(); ++i)
            for (size_t k = 0; k < i; ++k)
                if (layout.places[i].x() == layout.places[k].x())
                    QVERIFY(std::abs(layout.places[i].y() - layout.places[k].y()) > 0.999);
        for (const QPointF &place : layout.places)
            QVERIFY(place.y() >= 0 && place.y() <= layout.rows - 1 + 1e-9);
    }
}

void NeedsTest::longLinesRunBetweenTheCards()
{
    const Needs needs{{}, {0}, {1}, {0, 2}}; // the line from 0 to 3 passes the columns of 1 and 2
    const NeedsLayout layout = layOut(needs);
    const auto line = std::ranges::find_if(layout.lines, [](const auto &l) { return l.from == 0 && l.to == 3; });
    QVERIFY(line != layout.lines.end());
    QCOMPARE(line->bends.size(), size_t(2));
    QVERIFY(std::abs(line->bends[0].y() - layout.places[1].y()) > 0.999);
    QVERIFY(std::abs(line->bends[1].y() - layout.places[2].y()) > 0.999);
}

void NeedsTest::aCycleIsCut()
{
    QCOMPARE(layOut({{1}, {0}, {1}}).places.size(), size_t(3));
    QCOMPARE(layOut({}).places.size(), size_t(0));
}

// The sample of the vaccine card: verify → fetch → generate, and an option beside it.
static std::vector<TaskView> vaccineCard()
{
    const std::vector<std::pair<QString, QStringList>> all{{QStringLiteral("verify"), {}},
                                                           {QStringLiteral("fetch"), {QStringLiteral("verify")}},
                                                           {QStringLiteral("generate"), {QStringLiteral("fetch")}},
                                                           {QStringLiteral("ship"), {QStringLiteral("generate")}}};
    std::vector<TaskView> tasks;
    for (const auto &[name, needs] : all) {
        TaskView view;
        view.task.id = TaskId{static_cast<qint64>(tasks.size()) + 1};
        view.task.name = name;
        view.needs = needs;
        tasks.push_back(view);
    }
    return tasks;
}

// Five tasks one after the other beside the list and the pane of a window of 1480 points.
void NeedsTest::columnsGetNarrowerUntilTheyFit()
{
    std::vector<TaskView> tasks = vaccineCard();
    tasks.push_back(tasks.back());
    tasks.back().task.id = TaskId{5};
    tasks.back().task.name = QStringLiteral("tell_the_citizen");
    tasks.back().needs = {QStringLiteral("ship")};
    NeedsView view([] { return qint64(1000); });
    const int em = view.fontMetrics().averageCharWidth();
    const auto cardAt = [&](int width, qint64 task) {
        view.resize(width, 300);
        return view.cardRect(TaskId{task});
    };
    view.setTasks(tasks);
    view.show();
    const int natural = cardAt(2000, 1).width();
    const int height = view.cardRect(TaskId{1}).height();
    QVERIFY(cardAt(em * 108, 1).width() < natural);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QVERIFY(view.viewport()->rect().contains(view.cardRect(TaskId{5})));
    for (qint64 task = 1; task < 5; ++task)
        QVERIFY(view.cardRect(TaskId{task}).right() + em < view.cardRect(TaskId{task + 1}).left()); // room for the line
    QVERIFY(view.cardRect(TaskId{1}).height() > height); // the long name has a second line
    const int least = cardAt(em * 60, 1).width();
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
    QCOMPARE(cardAt(em * 40, 1).width(), least); // nothing narrower can be read
    const QFontMetrics metrics = view.fontMetrics();
    QVERIFY(least >= metrics.horizontalAdvance(spanText(86'340'000)) + metrics.height() + NeedsView::textLeft
                + NeedsView::textRight);
}

void NeedsTest::keysWalkAlongTheNeeds()
{
    NeedsView view([] { return qint64(1000); });
    view.resize(300, 300);
    view.setTasks(vaccineCard());
    view.show();
    view.setCurrent(TaskId{1});
    QSignalSpy chosen(&view, &NeedsView::currentChanged);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.current(), TaskId{2});
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.current(), TaskId{4});
    QVERIFY(view.viewport()->rect().contains(view.cardRect(TaskId{4}))); // scrolled to
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.current(), TaskId{3});
    QCOMPARE(chosen.count(), 3);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("generate")));
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("fetch")));
    QSignalSpy activated(&view, &NeedsView::activated);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cardRect(TaskId{4}).center());
    QCOMPARE(view.current(), TaskId{4});
}

void NeedsTest::theCurrentTaskStaysWhenTasksChange()
{
    NeedsView view([] { return qint64(1000); });
    view.resize(400, 300);
    view.setTasks(vaccineCard());
    view.setCurrent(TaskId{3});
    auto tasks = vaccineCard();
    tasks.erase(tasks.begin());
    view.setTasks(tasks);
    QCOMPARE(view.current(), TaskId{3});
    view.setTasks({});
    QCOMPARE(view.current(), TaskId());
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.current(), TaskId());
}

void NeedsTest::aThousandTasksAreWithinReach()
{
    std::vector<TaskView> tasks;
    const Needs needs = randomNeeds(1000, 7);
    for (size_t i = 0; i < needs.size(); ++i) {
        TaskView view;
        view.task.id = TaskId{static_cast<qint64>(i) + 1};
        view.task.name = QStringLiteral("task_%1").arg(i);
        for (const int need : needs[i])
            view.needs << QStringLiteral("task_%1").arg(need);
        tasks.push_back(view);
    }
    NeedsView view([] { return qint64(1000); });
    view.resize(900, 600);
    view.setTasks(tasks);
    view.show();
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.current(), TaskId{1000});
    QVERIFY(view.viewport()->rect().contains(view.cardRect(TaskId{1000})));
    QVERIFY(!view.grab().isNull());
}

void NeedsTest::theBandPlacesInstants()
{
    TimeBand band([] { return qint64(5000); });
    ActivityView view;
    view.activity.createdAtMs = 1000;
    view.activity.dueAtMs = 9000;
    band.show(view);
    QCOMPARE(band.positionOf(1000), 0.0);
    QCOMPARE(band.positionOf(5000), 0.5);
    QCOMPARE(band.positionOf(9000), 1.0);
    view.activity.dueAtMs = 3000; // overdue: the line goes on to now
    band.show(view);
    QCOMPARE(band.positionOf(3000), 0.5);
    QCOMPARE(band.positionOf(5000), 1.0);
}

HMSACT_TEST(NeedsTest)

} // namespace hmsact::needs_test

#include "needs.moc"
