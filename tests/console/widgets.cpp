// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/flowlayout.h"
#include "console/messagebar.h"
#include "console/palette.h"
#include "console/queuefilter.h"
#include "console/queuemodel.h"
#include "console/style.h"
#include "console/tables.h"
#include "console/taskfacts.h"
#include "console/wraplabel.h"
#include "support/testprogram.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace hmsact::widgets_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The small parts of the window, each by itself.
class WidgetsTest : public QObject
{
    Q_OBJECT

private slots:
    void messagesStayOrLeave();
    void emptyListsSayWhatToDo();
    void filtersBecomeAQuery();
    void whatIsGoneIsStillCalledAsItWas();
    void namesAreNotFilledInUnderTheHand();
    void factsShowOnlyWhatIsKnown();
    void aPausedTaskSaysWhatIsLeft();
    void hostileNamesStayText();
    void columnsShareTheRoomUntilSomebodyDragsOne();
    void buttonsWrapInColumns();
    void theWheelPassesOverFieldsWithoutTheFocus();
    void aButtonsKeyIsNeverTyped();
    void fieldsAreSeenInTheDark();
    void aLongNameBreaks();
};

void WidgetsTest::messagesStayOrLeave()
{
    MessageBar bar;
    QVERIFY(bar.isHidden());
    bar.say(MessageBar::Kind::Error, QStringLiteral("<b>no</b>"));
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.text(), QStringLiteral("<b>no</b>"));
    QVERIFY(bar.accessibleName().contains(QStringLiteral("no")));
    bar.findChild<QToolButton *>(QStringLiteral("messageCloseButton"))->click();
    QVERIFY(bar.isHidden());
}

void WidgetsTest::emptyListsSayWhatToDo()
{
    QueueModel model;
    QTableView view;
    view.setModel(&model);
    auto *empty = new EmptyState(view);
    empty->say(QStringLiteral("search"), QStringLiteral("Nothing"), QStringLiteral("Search on."));
    QVERIFY(empty->isHidden()); // before the first answer
    empty->setReady(true);
    QVERIFY(!empty->isHidden());
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Search on.")));
    model.merge({TaskView{}});
    QVERIFY(empty->isHidden());
    model.merge({});
    QVERIFY(!empty->isHidden());
}

static WorkerView workerRow(const QString &id, const QString &skill, const QStringList &pools)
{
    WorkerView view;
    view.worker.id = WorkerId{id};
    view.worker.skills.insert(skill, 3);
    view.worker.pools = pools;
    return view;
}

void WidgetsTest::filtersBecomeAQuery()
{
    QueueFilter filter;
    QSignalSpy changed(&filter, &QueueFilter::changed);
    filter.setWorkers({workerRow(QStringLiteral("bot-7"), QStringLiteral("ship"), {QStringLiteral("backup")})});
    QCOMPARE(changed.count(), 0);
    QVERIFY(filter.isEmpty());
    filter.findChild<QToolButton *>(QStringLiteral("pendingChip"))->click();
    filter.findChild<QToolButton *>(QStringLiteral("failedChip"))->click();
    filter.findChild<QToolButton *>(QStringLiteral("at_riskChip"))->click();
    filter.findChild<QToolButton *>(QStringLiteral("breachedChip"))->click(); // takes the place of the other
    filter.findChild<QComboBox *>(QStringLiteral("skillCombo"))->setCurrentIndex(1);
    QTest::keyClicks(filter.searchEdit(), QStringLiteral(" jordan "));
    QTRY_COMPARE(changed.count(), 6);
    ListQueue query;
    filter.applyTo(query);
    QCOMPARE(query.states, (std::vector<TaskState>{TaskState::Pending, TaskState::Failed}));
    QVERIFY(query.slaState == SlaState::Breached);
    QCOMPARE(query.skill, QStringLiteral("ship"));
    QCOMPARE(query.text, QStringLiteral("jordan"));
    filter.showWorker(WorkerId{QStringLiteral("somebody-else")});
    filter.applyTo(query);
    QCOMPARE(query.worker.value, QStringLiteral("somebody-else"));
    QVERIFY(query.states.empty());
    filter.clear();
    QVERIFY(filter.isEmpty());
}

void WidgetsTest::whatIsGoneIsStillCalledAsItWas()
{
    QueueFilter filter;
    filter.setWorkers({workerRow(QStringLiteral("bot-7"), QStringLiteral("ship"), {QStringLiteral("backup")})});
    auto *skill = filter.findChild<QComboBox *>(QStringLiteral("skillCombo"));
    auto *who = filter.findChild<QComboBox *>(QStringLiteral("workerCombo"));
    skill->setCurrentText(QStringLiteral("ship"));
    who->setCurrentText(QStringLiteral("Pool backup"));
    filter.setWorkers({});
    QCOMPARE(skill->currentText(), QStringLiteral("ship"));
    QCOMPARE(who->currentText(), QStringLiteral("Pool backup"));
    ListQueue query;
    filter.applyTo(query);
    QCOMPARE(query.skill, QStringLiteral("ship"));
    QCOMPARE(query.pool, QStringLiteral("backup"));
}

// Each sign of life of a worker brings all of them again.
void WidgetsTest::namesAreNotFilledInUnderTheHand()
{
    const WorkerView seven = workerRow(QStringLiteral("bot-7"), QStringLiteral("ship"), {QStringLiteral("backup")});
    const WorkerView eight = workerRow(QStringLiteral("bot-8"), QStringLiteral("weld"), {});
    QueueFilter filter;
    filter.setWorkers({seven});
    filter.show();
    QVERIFY(QTest::qWaitForWindowExposed(&filter));
    auto *who = filter.findChild<QComboBox *>(QStringLiteral("workerCombo"));
    who->showPopup();
    QTRY_VERIFY(who->view()->isVisible());
    who->view()->setCurrentIndex(who->model()->index(1, 0));
    filter.setWorkers({seven});
    filter.setWorkers({seven, eight});
    QCOMPARE(who->view()->currentIndex().row(), 1);
    QCOMPARE(who->count(), 3);
    QTest::keyClick(who->view(), Qt::Key_Return);
    QCOMPARE(who->currentText(), QStringLiteral("bot-7"));
    QTRY_VERIFY(!who->view()->isVisible());
    filter.setWorkers({seven, eight});
    QCOMPARE(who->count(), 4);
    QCOMPARE(who->currentText(), QStringLiteral("bot-7"));
}

static TaskDetail someDetail()
{
    TaskDetail detail;
    detail.view.task.name = QStringLiteral("generate");
    detail.view.task.state = TaskState::Waiting;
    detail.view.intent = QStringLiteral("replace_card");
    detail.blockedBy.push_back({QStringLiteral("fetch"), TaskState::InProgress, {}, WorkerId{QStringLiteral("bot-7")}});
    return detail;
}

static QString shownTexts(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (!label->isHidden())
            texts << label->text();
    return texts.join(u'\n');
}

void WidgetsTest::factsShowOnlyWhatIsKnown()
{
    TaskFacts facts;
    facts.show(someDetail(), 1000);
    QVERIFY(shownTexts(facts).contains(QStringLiteral("bot-7")));
    QVERIFY(!shownTexts(facts).contains(QStringLiteral("Held until")));
    QVERIFY(!shownTexts(facts).contains(QStringLiteral("Files")));
    QVERIFY(!shownTexts(facts).contains(QStringLiteral("mail")));
    TaskDetail scanned = someDetail();
    scanned.mail = {{{QStringLiteral("ann")}, 0, 900}, {{QStringLiteral("bob")}, 800, 0}};
    facts.show(scanned, 1000);
    QVERIFY(shownTexts(facts).contains(QStringLiteral("ann: opened by what looks like a mail scanner, ")));
    QVERIFY(shownTexts(facts).contains(QStringLiteral("bob: opened ")));
    facts.show(someDetail(), 1000);
    QSignalSpy wanted(&facts, &TaskFacts::taskRequested);
    auto *waits = facts.findChild<QLabel *>(QStringLiteral("fact0Label"));
    emit waits->linkActivated(QStringLiteral("fetch"));
    QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("fetch"));
}

void WidgetsTest::aPausedTaskSaysWhatIsLeft()
{
    TaskDetail detail = someDetail();
    Task &task = detail.view.task;
    task.pausedAtMs = 10 * limits::msPerHour;
    task.dueAtMs = task.pausedAtMs + 2 * limits::msPerHour;
    TaskFacts facts;
    facts.show(detail, 20 * limits::msPerHour); // its due time would have passed
    QVERIFY(shownTexts(facts).contains(QStringLiteral("stands still, 2 h left")));
    task.dueAtMs = task.pausedAtMs - 3 * limits::msPerHour;
    facts.show(detail, 20 * limits::msPerHour);
    QVERIFY(shownTexts(facts).contains(QStringLiteral("stands still, 3 h late")));
}

void WidgetsTest::hostileNamesStayText()
{
    TaskDetail detail = someDetail();
    detail.view.citizenId = QStringLiteral("<img src=x onerror=alert(1)>");
    detail.blockedBy[0].name = QStringLiteral("\"><b>x</b>");
    TaskFacts facts;
    facts.show(detail, 1000);
    for (const QLabel *label : facts.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText
                || !label->text().contains(QRegularExpression(QStringLiteral("<(img|b>)"))));
}

void WidgetsTest::buttonsWrapInColumns()
{
    QWidget bar;
    auto *layout = new FlowLayout(&bar, FlowLayout::Lines::InColumns);
    std::vector<QWidget *> items;
    for (const int width : {80, 40, 60, 70, 50}) {
        items.push_back(new QWidget(&bar));
        items.back()->setMinimumSize(width, 20);
        items.back()->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        layout->addWidget(items.back());
    }
    items[2]->hide(); // takes no place
    const auto rows = [&](int width) {
        layout->setGeometry({0, 0, width, 100});
        return (layout->heightForWidth(width) + 6) / 26;
    };
    QCOMPARE(rows(400), 1);
    QCOMPARE(rows(160), 2); // 80 + 6 + 50
    QCOMPARE(items[3]->x(), items[0]->x());
    QCOMPARE(items[4]->x(), items[1]->x());
    QCOMPARE(items[1]->x(), 86);
    QCOMPARE(rows(135), 4); // one too few
    QCOMPARE(rows(50), 4);
}

void WidgetsTest::columnsShareTheRoomUntilSomebodyDragsOne()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    QStandardItemModel model(1, 4);
    const auto open = [&](int width) {
        auto table = std::make_unique<QTableView>();
        table->setObjectName(QStringLiteral("table"));
        table->setModel(&model);
        setUpTable(*table);
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        new ColumnFit(*table, {{80, 80}, {60, 200}, {60, 130}, {50, 50}});
        restoreTable(settings, *table);
        table->resize(width, 100);
        table->show();
        return table;
    };
    auto table = open(800);
    const auto widths = [&table] {
        QList<int> all;
        for (int column = 0; column < 4; ++column)
            all << table->columnWidth(column);
        return all;
    };
    QTRY_COMPARE(widths(), (QList<int>{80, 426, 244, 50})); // what is left goes to those that want more
    table->resize(320, 100);
    QTRY_COMPARE(widths(), (QList<int>{80, 107, 83, 50})); // none is cut while another has room
    table->resize(200, 100);
    QTRY_COMPARE(widths(), (QList<int>{80, 60, 60, 50})); // and then it scrolls
    table->resize(320, 100);
    table->setColumnHidden(3, true);
    QTRY_COMPARE(widths(), (QList<int>{80, 140, 100, 0}));
    saveTable(settings, *table);
    table = open(400);
    QTRY_COMPARE(widths(), (QList<int>{80, 194, 126, 0}));
    table->horizontalHeader()->resizeSection(1, 90); // as the mouse does
    table->resize(500, 100);
    QTRY_COMPARE(table->viewport()->width(), 500);
    QCOMPARE(table->columnWidth(0), 80);
    QCOMPARE(table->columnWidth(1), 90);
    saveTable(settings, *table);
    table = open(300);
    QCOMPARE(table->columnWidth(1), 90);
}

static void wheelDown(QWidget &over)
{
    const QPointF middle = QRectF(over.rect()).center();
    QWheelEvent event(middle, over.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QSpontaneKeyEvent::setSpontaneous(&event); // as from a mouse
    qApp->notify(&over, &event);
}

void WidgetsTest::theWheelPassesOverFieldsWithoutTheFocus()
{
    QApplication::setStyle(new Style);
    QScrollArea area;
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItems({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
    auto *spin = new QSpinBox;
    for (QWidget *field : std::initializer_list<QWidget *>{new QLineEdit, combo, editable, spin})
        layout->addWidget(field);
    layout->addSpacing(3000);
    area.setWidget(form);
    area.resize(200, 300);
    area.show();
    area.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    form->findChild<QLineEdit *>()->setFocus();
    int before = 0;
    for (QWidget *field : std::initializer_list<QWidget *>{combo, editable, editable->lineEdit(), spin}) {
        wheelDown(*field);
        QVERIFY(!field->hasFocus());
        QVERIFY2(area.verticalScrollBar()->value() > before, field->metaObject()->className()); // the form scrolls
        before = area.verticalScrollBar()->value();
    }
    QCOMPARE(combo->currentIndex(), 0);
    QCOMPARE(editable->currentIndex(), 0);
    QCOMPARE(spin->value(), 0);
    QVERIFY(!(combo->focusPolicy() & ~Qt::StrongFocus)); // nor does it take the focus by that
    combo->setFocus();
    wheelDown(*combo);
    QCOMPARE(combo->currentIndex(), 1);
}

void WidgetsTest::aButtonsKeyIsNeverTyped()
{
    QApplication::setStyle(new Style);
    QWidget form;
    auto *layout = new QVBoxLayout(&form);
    auto *line = new QLineEdit;
    auto *words = new QPlainTextEdit;
    auto *combo = new QComboBox;
    combo->setEditable(true);
    auto *save = new QPushButton(QStringLiteral("&Save"));
    save->setEnabled(false);
    for (QWidget *one : std::initializer_list<QWidget *>{line, words, combo, save})
        layout->addWidget(one);
    form.show();
    form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    for (QWidget *field : std::initializer_list<QWidget *>{line, words, combo}) {
        field->setFocus();
        QKeyEvent press(QEvent::KeyPress, Qt::Key_S, Qt::AltModifier, QStringLiteral("s")); // as the X server says it
        QApplication::sendEvent(field, &press);
        QTest::keyClicks(field, QStringLiteral("ok"));
    }
    QCOMPARE(line->text(), QStringLiteral("ok"));
    QCOMPARE(words->toPlainText(), QStringLiteral("ok"));
    QCOMPARE(combo->currentText(), QStringLiteral("ok"));
}

void WidgetsTest::fieldsAreSeenInTheDark()
{
    const QPalette before = QApplication::palette();
    applyTheme(*qApp, Theme::Dark);
    ActionForm form;
    ActionForm::Question question;
    question.ask = Ask::Reason;
    form.open(question);
    form.resize(400, 300);
    auto *words = form.findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    form.findChild<QPushButton *>(QStringLiteral("confirmButton"))->setFocus();
    const QImage image = form.grab().toImage();
    const QPoint edge = words->geometry().topLeft() + QPoint(0, words->height() / 2);
    const int ground = image.pixelColor(edge - QPoint(3, 0)).lightness();
    const int line = image.pixelColor(edge).lightness();
    QLineEdit field;
    QSpinBox spin;
    QDateTimeEdit date;
    date.setCalendarPopup(true);
    QListWidget list;
    std::vector<QImage> others;
    for (QWidget *other : std::initializer_list<QWidget *>{&field, &spin, &date, &list}) {
        other->resize(100, 30);
        others.push_back(other->grab().toImage());
    }
    QApplication::setPalette(before);
    QVERIFY2(line > ground + 60, qPrintable(QStringLiteral("%1 on %2").arg(line).arg(ground)));
    for (const QImage &own : others) {
        const int edges = std::max(own.pixelColor(50, 0).lightness(), own.pixelColor(50, 1).lightness());
        QVERIFY2(edges > own.pixelColor(50, 4).lightness() + 60, qPrintable(QString::number(edges)));
    }
}

void WidgetsTest::aLongNameBreaks()
{
    const QString name = QStringLiteral("a_task_with_a_very_long_name_that_goes_on_and_on_and_on");
    QWidget around;
    auto *layout = new QVBoxLayout(&around);
    auto *inside = new WrapLabel;
    layout->addWidget(inside);
    inside->setWords(name);
    QVERIFY(around.minimumSizeHint().width() < 60);
    WrapLabel label;
    label.setWords(name);
    const int all = label.fontMetrics().horizontalAdvance(name);
    label.resize(all + 20, 20);
    label.show();
    QCOMPARE(label.text(), name); // and is copied as it is
    const int line = label.heightForWidth(label.width());
    for (const QString &words : {name, QString(name).remove(u'_')}) {
        label.setWords(words);
        label.resize(all / 4, 200);
        QVERIFY(label.heightForWidth(label.width()) >= 4 * line - 3);
        QCOMPARE(label.words(), words);
    }
}

HMSACT_TEST(WidgetsTest)

} // namespace hmsact::widgets_test

#include "widgets.moc"
