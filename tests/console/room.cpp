// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/eventmodel.h"
#include "console/firingmodel.h"
#include "console/icons.h"
#include "console/palette.h"
#include "console/queuemodel.h"
#include "console/rulemodel.h"
#include "console/signlabel.h"
#include "console/taskfacts.h"
#include "console/windowdesk.h"
#include "console/words.h"
#include "console/workdelegate.h"
#include "console/workmodel.h"
#include "console/wraplabel.h"
#include "domain/rule.h"
#include "support/testprogram.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolTip>
#include <QTranslator>

namespace hmsact::room_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What words do where there is little room for them: none is drawn over another, cut without a sign, or widens the window.
class RoomTest : public QObject, private WindowDesk
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void cleanup() { closeWindow(); }
    void aLineAloneIsCutAndToldInFull();
    void aHeadingLeavesRoomForItsCount();
    void aFactOfOneLongWordIsReadToItsEnd();
    void longNamesDoNotWidenTheWindow();
    void theStateOfATaskIsReadInFull();
    void whatIsSaidOfARuleIsReadInASmallWindow();
    void aCalendarIsAllInSight();
    void aRecordIsReadInASmallWindow();
    void theSearchOfTheQueueHasRoom();
    void citizensAreToldApartByTheEnd();
    void aSentenceTakesTwoLines();
    void whenARuleFiredIsReadInFull();
    void aNewRuleIsInSight();
};

void RoomTest::aLineAloneIsCutAndToldInFull()
{
    const QString words = QStringLiteral("Tasks waiting – all away or full: road_crew (12), waste_crew (5), zoning (1)");
    SignLabel label;
    label.set(icon(QStringLiteral("error")), words);
    QVERIFY(label.heightForWidth(120) > label.heightForWidth(2000));
    label.setWordWrap(false);
    QCOMPARE(label.heightForWidth(120), label.heightForWidth(2000));
    const auto hintAt = [&](int width) {
        label.resize(width, label.heightForWidth(width));
        QHelpEvent hover(QEvent::ToolTip, QPoint(5, 5), QPoint(50, 50));
        QCoreApplication::sendEvent(&label, &hover);
        const QString hint = QToolTip::text();
        QToolTip::hideText();
        return hint;
    };
    QCOMPARE(hintAt(2000), QString());
    QCOMPARE(hintAt(120), words);
    QCOMPARE(label.accessibleName(), words);
}

void RoomTest::aHeadingLeavesRoomForItsCount()
{
    QStandardItemModel model(2, 1);
    model.setData(model.index(1, 0), QStringLiteral("road_crew · 2 have it, all away or full"));
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 200, 40);
    const WorkDelegate delegate([] { return qint64(0); }, nullptr);
    const auto endOf = [&](int row) {
        model.setData(model.index(row, 0), 15, WorkModel::HeadingRole);
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(row, 0));
        painter.end();
        const int count = 12 + option.fontMetrics.horizontalAdvance(QStringLiteral("15"));
        return image.copy(image.width() - count, 0, count, image.height());
    };
    QCOMPARE(endOf(1), endOf(0)); // as beside no words at all
}

void RoomTest::aFactOfOneLongWordIsReadToItsEnd()
{
    TaskDetail detail;
    detail.view.task.skill = QStringLiteral("document_check_of_foreign_certificates");
    TaskFacts facts;
    facts.resize(240, 600);
    facts.QWidget::show();
    facts.show(detail, 0);
    const auto *skill = facts.findChild<QLabel *>(QStringLiteral("fact9Label"));
    QTRY_VERIFY(skill->text().contains(QChar(0x200b)));
    for (const QString &part : skill->text().split(QChar(0x200b)))
        QVERIFY2(skill->fontMetrics().horizontalAdvance(part) <= skill->width(), qPrintable(part));
    facts.resize(900, 600);
    QTRY_COMPARE(skill->text(), detail.view.task.skill); // and is copied as it is
}

void RoomTest::longNamesDoNotWidenTheWindow()
{
    openWindow();
    for (const char *name : {"actorLabel", "databaseLabel", "freshLabel"})
        find<SignLabel>(name)->set({}, QString(40, u'm') + QStringLiteral(" · works as ") + QString(64, u'm'));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY2(m_window->minimumSizeHint().width() <= 960, qPrintable(QString::number(m_window->minimumSizeHint().width())));
}

void RoomTest::theStateOfATaskIsReadInFull()
{
    for (const char *language : {"en", "es"}) {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/hms-act_%1.qm").arg(QLatin1StringView(language))));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        openWindow();
        QTRY_COMPARE((m_window->resize(960, 540), m_window->size()), QSize(960, 540));
        const auto *table = find<QTableView>("queueTable");
        constexpr int status = 2;
        for (const TaskState state : {TaskState::Pending, TaskState::InProgress, TaskState::InReview, TaskState::OnHold,
                                      TaskState::Optional, TaskState::Waiting, TaskState::Failed, TaskState::Completed}) {
            QStandardItemModel model(1, 1);
            model.setData(model.index(0, 0), text(state));
            model.setData(model.index(0, 0), stateIcon(state), Qt::DecorationRole);
            QStyleOptionViewItem option;
            option.initFrom(table);
            option.decorationSize = table->iconSize().isValid()
                ? table->iconSize()
                : QSize(1, 1) * table->style()->pixelMetric(QStyle::PM_SmallIconSize);
            QVERIFY2(table->itemDelegate()->sizeHint(option, model.index(0, 0)).width() <= table->columnWidth(status),
                     qPrintable(text(state)));
        }
    }
}

void RoomTest::whatIsSaidOfARuleIsReadInASmallWindow()
{
    openWindow();
    m_window->resize(1216, 688); // on a screen of 1280 × 720
    show("rulesPage");
    const auto *remarks = find<QTableView>("remarkTable");
    QTRY_VERIFY(remarks->isVisible());
    QTRY_COMPARE(remarks->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(find<QLineEdit>("nameEdit", "ruleEditor")->cursorPosition(), 0); // a long name is read from its beginning
    find<QTabWidget>("insightTabs")->setCurrentIndex(1);
    const auto *would = find<QTableView>("wouldTable");
    const auto fits = [&](int column, const QString &words) {
        return would->columnWidth(column) >= would->fontMetrics().horizontalAdvance(words) + 8;
    };
    QTRY_VERIFY(fits(WouldFireModel::At, QStringLiteral("30 Nov, 09:48")));
    QVERIFY(fits(WouldFireModel::Step, QStringLiteral("Step 10")));
}

void RoomTest::aCalendarIsAllInSight()
{
    openWindow();
    m_window->resize(960, 540);
    show("calendarsPage");
    auto *table = find<QTableView>("calendarTable");
    QTRY_VERIFY(table->model()->rowCount() > 1);
    const auto *area = find<QScrollArea>("scrollArea", "calendarsPage");
    for (int row = 0; row < table->model()->rowCount(); ++row) { // the first one has no buttons: nobody changes it
        table->setCurrentIndex(table->model()->index(row, 0));
        QTRY_VERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(QString::number(row)));
    }
}

void RoomTest::aRecordIsReadInASmallWindow()
{
    const auto room = [this] { // in characters
        const auto *table = find<QTableView>("eventTable");
        return table->isVisible() ? table->columnWidth(EventModel::What) / table->fontMetrics().averageCharWidth() : 0;
    };
    openWindow([this](County &) { // as a version that had it stretch left it
        QTableView view;
        QStandardItemModel model(1, EventModel::ColumnCount);
        view.setModel(&model);
        view.horizontalHeader()->setSectionResizeMode(EventModel::What, QHeaderView::Stretch);
        m_settings->setValue(QStringLiteral("ui/tables/eventTable/columns"), int(EventModel::ColumnCount));
        m_settings->setValue(QStringLiteral("ui/tables/eventTable/state"), view.horizontalHeader()->saveState());
    });
    m_window->resize(850, 540);
    show("activitiesPage");
    QTRY_VERIFY2(room() >= 30, qPrintable(QString::number(room())));
    m_window->resize(1900, 900);
    QTRY_VERIFY2(room() >= 60, qPrintable(QString::number(room())));
}

void RoomTest::theSearchOfTheQueueHasRoom()
{
    openWindow();
    m_window->resize(850, 540);
    const auto *edit = find<QLineEdit>("searchEdit", "queuePage");
    QTRY_VERIFY2(edit->width() >= edit->fontMetrics().averageCharWidth() * 18, qPrintable(QString::number(edit->width())));
}

void RoomTest::citizensAreToldApartByTheEnd()
{
    openWindow([](County &county) {
        for (const char *citizen : {"resident-of-the-county-2026-00017", "resident-of-the-county-2026-00018"})
            county.open(QStringLiteral("card"), QString::fromLatin1(citizen), QStringLiteral("1d"),
                        {County::task(QStringLiteral("dig"), QStringLiteral("1h"))});
    });
    show("queuePage");
    auto *table = find<QTableView>("queueTable");
    find<QLineEdit>("searchEdit", "queuePage")->setText(QStringLiteral("resident-of"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto painted = [&](int row) {
        const QModelIndex index = table->model()->index(row, QueueModel::Citizen);
        QStyleOptionViewItem option;
        option.font = table->font();
        option.fontMetrics = table->fontMetrics();
        option.textElideMode = table->textElideMode();
        option.rect = QRect(0, 0, table->columnWidth(QueueModel::Citizen), table->rowHeight(row));
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        table->itemDelegateForIndex(index)->paint(&painter, option, index);
        return image;
    };
    const QString id = table->model()->index(0, QueueModel::Citizen).data().toString();
    QVERIFY(table->columnWidth(QueueModel::Citizen) < table->fontMetrics().horizontalAdvance(id)); // it is cut
    QVERIFY(painted(0) != painted(1));
}

static Rule ruleTelling(const QString &name, int addresses)
{
    QJsonArray notify;
    for (int i = 0; i < addresses; ++i)
        notify.append(QStringLiteral("email:supervisor-%1@county.example").arg(i));
    return *ruleFrom({{QStringLiteral("name"), name},
                      {QStringLiteral("when"), QStringLiteral("sla_breach")},
                      {QStringLiteral("then"), QStringLiteral("notify")},
                      {QStringLiteral("notify"), notify}});
}

// However long it is: what is typed into stays where it is.
void RoomTest::aSentenceTakesTwoLines()
{
    openWindow([](County &county) {
        QVERIFY(county.say(SaveRule{ruleTelling(QStringLiteral("short"), 1), {}}));
        QVERIFY(county.say(SaveRule{ruleTelling(QStringLiteral("long"), 20), {}}));
    });
    m_window->resize(1216, 688);
    show("rulesPage");
    auto *table = find<QTableView>("ruleTable");
    const auto choose = [&](const QString &name) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, RuleModel::Name).data().toString() == name)
                table->setCurrentIndex(table->model()->index(row, 0));
        return find<QLineEdit>("nameEdit", "ruleEditor")->text() == name;
    };
    const auto *form = find<QWidget>("editorSplitter");
    const auto *sentence = find<QLabel>("sentenceLabel");
    QTRY_VERIFY(choose(QStringLiteral("short")));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const int top = form->mapTo(m_window.get(), QPoint()).y();
    QVERIFY(choose(QStringLiteral("long")));
    for (int round = 0; round < 4; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(form->mapTo(m_window.get(), QPoint()).y(), top);
    const QString last = QStringLiteral("supervisor-19@county.example");
    QVERIFY(sentence->text().contains(last) || sentence->toolTip().contains(last));
    QVERIFY(sentence->heightForWidth(sentence->width()) <= sentence->height()); // nothing is cut without a sign
}

void RoomTest::whenARuleFiredIsReadInFull()
{
    openWindow();
    show("rulesPage");
    find<QTabWidget>("insightTabs")->setCurrentIndex(2);
    const auto *table = find<QTableView>("firingTable");
    QTRY_VERIFY(table->isVisible());
    const int least = table->fontMetrics().horizontalAdvance(QStringLiteral("Wed 30 Nov, 09:48")) + 8;
    QTRY_VERIFY2(table->columnWidth(FiringModel::At) >= least, qPrintable(QString::number(least)));
}

void RoomTest::aNewRuleIsInSight()
{
    openWindow([](County &county) {
        for (int i = 0; i < 30; ++i)
            QVERIFY(county.say(SaveRule{ruleTelling(QStringLiteral("rule %1").arg(i), 1), {}}));
    });
    m_window->resize(1216, 688);
    show("rulesPage");
    auto *table = find<QTableView>("ruleTable");
    QTRY_VERIFY(table->model()->rowCount() >= 30);
    find<QPushButton>("newButton", "rulesPage")->click();
    auto *save = find<QPushButton>("saveButton", "ruleEditor");
    QTRY_VERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(table->currentIndex().isValid());
    const QString name = table->currentIndex().siblingAtColumn(RuleModel::Name).data().toString();
    QCOMPARE(name, find<QLineEdit>("nameEdit", "ruleEditor")->text());
    QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
}

HMSACT_TEST(RoomTest)

} // namespace hmsact::room_test

#include "room.moc"
