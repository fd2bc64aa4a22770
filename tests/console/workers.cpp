// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/emptystate.h"
#include "console/messagebar.h"
#include "console/pagedesk.h"
#include "console/primarybutton.h"
#include "console/signlabel.h"
#include "console/skillmodel.h"
#include "console/workerform.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace hmsact::workers_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The workers page on a real core: levels in place, a form beside them, gaps in sight.
class WorkersTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_desk.reset(); }
    void digitsSetLevelsAndDeleteTakesThemAway();
    void aNewSkillGetsItsColumn();
    void gapsAreNamed();
    void aWorkerIsRegisteredEditedAndRemoved();
    void whatIsWrongIsSaidAtItsField();
    void onlyWhatWasChangedIsStored();
    void whatOthersChangedIsNotOverwritten();
    void levelsThatOthersSetStay();
    void whatWasTypedIsNotLeftWithoutAQuestion();
    void theQuestionLeadsBackToTheField();
    void whatChangesElsewhereLeavesAloneWhatOneIsAt();
    void whoHoldsTasksIsNotRemoved();
    void othersOnlyRead();
    void aFormAboutNobodySaysSo();
    void theMatrixIsSound();
    void twoHundredWorkersScrollSmoothly();
    void skillsAreReadAsTheyAreWritten();

private:
    template <class W>
    W *find(const char *name, const char *inside = nullptr)
    {
        return m_desk->find<W>(name, inside);
    }
    void openPage(Role role = Role::Supervisor);
    void openMatrix();
    QTableView *matrix() { return find<QTableView>("skillTable"); }
    std::optional<Worker> worker(const char *id)
    {
        const auto view = m_desk->county.ask(GetWorker{WorkerId{QString::fromLatin1(id)}});
        return view ? std::optional(view->worker) : std::nullopt;
    }
    void change(const char *id, const std::function<void(WorkerSpec &)> &how) // as somebody else does
    {
        SaveWorker command;
        command.spec.id = WorkerId{QString::fromLatin1(id)};
        how(command.spec);
        QVERIFY(m_desk->county.say(command));
    }
    QLineEdit *typePoolsOfAnn(const char *pools);
    QString title() { return find<QLabel>("workerTitle")->text(); }
    QString head(int column) { return matrix()->model()->headerData(column, Qt::Horizontal).toString(); }

    std::unique_ptr<PageDesk> m_desk;
};

void WorkersTest::openPage(Role role)
{
    m_desk = std::make_unique<PageDesk>("workersPage", role);
    m_desk->county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("dig"), QStringLiteral("paint")});
    m_desk->county.hire(QStringLiteral("bob"), WorkerKind::Human, {QStringLiteral("dig")});
    QVERIFY(m_desk->open(Qt::Key_4));
    QTRY_COMPARE(find<QTableView>("workerTable")->model()->rowCount(), 2);
}

void WorkersTest::openMatrix()
{
    QTest::keyClick(&m_desk->window(), Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(matrix()->hasFocus());
    matrix()->setCurrentIndex(matrix()->model()->index(1, 1)); // bob and paint
}

void WorkersTest::digitsSetLevelsAndDeleteTakesThemAway()
{
    openPage();
    openMatrix();
    QCOMPARE(matrix()->model()->headerData(1, Qt::Vertical).toString(), QStringLiteral("bob"));
    QVERIFY(head(1).startsWith(QStringLiteral("paint\n1 have it")));
    QTest::keyClick(matrix(), Qt::Key_4);
    QTRY_COMPARE(worker("bob")->skills.value(QStringLiteral("paint")), 4);
    QCOMPARE(worker("bob")->skills.value(QStringLiteral("dig")), 5); // the others stay
    QTRY_VERIFY(head(1).startsWith(QStringLiteral("paint\n2 have it")));
    QTest::keyClick(matrix(), Qt::Key_9); // no level
    QTest::keyClick(matrix(), Qt::Key_Left);
    QTest::keyClick(matrix(), Qt::Key_2);
    QTest::keyClick(matrix(), Qt::Key_Right);
    QTest::keyClick(matrix(), Qt::Key_Delete); // faster than the core answers: neither is lost
    QTRY_COMPARE(worker("bob")->skills, (QMap<QString, int>{{QStringLiteral("dig"), 2}}));
    QCOMPARE(matrix()->currentIndex().row(), 1);
    QVERIFY(matrix()->hasFocus());
    const auto *bar = find<MessageBar>("messageBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("bob no longer has the skill paint."));
    find<QPushButton>("messageActionButton")->click();
    QTRY_COMPARE(worker("bob")->skills.value(QStringLiteral("paint")), 4);
    QVERIFY(!bar->isVisible());
    QTest::keyClick(matrix(), Qt::Key_Backspace);
    QTRY_VERIFY(bar->isVisible());
    QTest::keyClick(matrix(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(worker("bob")->skills.value(QStringLiteral("paint")), 4);
}

void WorkersTest::aNewSkillGetsItsColumn()
{
    openPage();
    openMatrix();
    auto *edit = find<QLineEdit>("skillEdit");
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("lift"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(matrix()->hasFocus());
    QCOMPARE(matrix()->model()->columnCount(), 3);
    QVERIFY(head(matrix()->currentIndex().column()).startsWith(QStringLiteral("lift")));
    QTest::keyClick(matrix(), Qt::Key_1);
    QTRY_COMPARE(worker("bob")->skills.value(QStringLiteral("lift")), 1);
    QCOMPARE(matrix()->model()->columnCount(), 3);
}

void WorkersTest::gapsAreNamed()
{
    openPage();
    openMatrix();
    QVERIFY(!find<SignLabel>("gapLabel")->isVisible());
    for (int i = 0; i < 3; ++i)
        m_desk->county.open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"),
                            {County::task(QStringLiteral("weld"), QStringLiteral("2h"))});
    QTRY_COMPARE(find<SignLabel>("gapLabel")->text(), QStringLiteral("Tasks waiting – nobody has weld (3)"));
    const auto column = [this] {
        for (int i = 0; i < matrix()->model()->columnCount(); ++i)
            if (head(i) == QStringLiteral("weld\n0 have it · 3 waiting"))
                return i;
        return -1;
    };
    QTRY_VERIFY(column() >= 0);
    QVERIFY(matrix()->model()->headerData(column(), Qt::Horizontal, Qt::DecorationRole).isValid()); // a sign, not a colour
    matrix()->setCurrentIndex(matrix()->model()->index(0, column()));
    QTest::keyClick(matrix(), Qt::Key_3);
    QTRY_VERIFY(!find<SignLabel>("gapLabel")->isVisible());
}

void WorkersTest::aWorkerIsRegisteredEditedAndRemoved()
{
    openPage();
    QTest::keyClick(&m_desk->window(), Qt::Key_N, Qt::ControlModifier);
    auto *name = find<QLineEdit>("nameEdit");
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("Carla (Permits)"));
    QTest::keyClicks(find<QLineEdit>("skillsEdit"), QStringLiteral("weld 5, dig"));
    QTest::keyClicks(find<QLineEdit>("poolsEdit"), QStringLiteral("north, south"));
    find<QSpinBox>("capacitySpin")->setValue(7);
    find<QComboBox>("languageCombo")->setCurrentIndex(2);
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(worker("carla-permits"));
    const Worker carla = *worker("carla-permits");
    QCOMPARE(carla.skills, (QMap<QString, int>{{QStringLiteral("dig"), 3}, {QStringLiteral("weld"), 5}}));
    QCOMPARE(carla.pools, (QStringList{QStringLiteral("north"), QStringLiteral("south")}));
    QCOMPARE(carla.capacity, 7);
    QCOMPARE(carla.language, QStringLiteral("es"));
    QVERIFY(carla.kind == WorkerKind::Human);
    QTRY_COMPARE(find<QLineEdit>("idEdit")->text(), QStringLiteral("carla-permits")); // chosen by now
    QVERIFY(!find<QLineEdit>("idEdit")->isEnabled());

    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Carla"));
    m_desk->county.hire(QStringLiteral("dora"), WorkerKind::Bot,
                        {QStringLiteral("dig")}); // changes elsewhere take nothing away
    QTRY_COMPARE(find<QTableView>("workerTable")->model()->rowCount(), 4);
    QCOMPARE(name->text(), QStringLiteral("Carla"));
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(worker("carla-permits")->name, QStringLiteral("Carla"));
    QTRY_VERIFY(!find<QPushButton>("saveButton")->isEnabled());
    for (int click = 0; click < 2; ++click)
        find<QPushButton>("removeButton")->click();
    QVERIFY(worker("carla-permits"));
    find<ActionForm>("question")->confirm();
    QTRY_VERIFY(!worker("carla-permits"));
    QVERIFY(find<QTableView>("workerTable")->hasFocus());
}

void WorkersTest::whatIsWrongIsSaidAtItsField()
{
    openPage();
    auto *channel = find<QLineEdit>("channelEdit");
    QTRY_VERIFY(channel->isEnabled());
    channel->setFocus();
    QTest::keyClicks(channel, QStringLiteral("pigeon"));
    QTest::keyClick(channel, Qt::Key_S, Qt::ControlModifier);
    auto *error = find<SignLabel>("channelEditError");
    QTRY_VERIFY(error->isVisible());
    QCOMPARE(channel->text(), QStringLiteral("pigeon")); // to be mended
    QVERIFY(worker("ann")->channel.isEmpty());
    find<QLineEdit>("skillsEdit")->setFocus();
    find<QLineEdit>("skillsEdit")->selectAll();
    QTest::keyClicks(find<QLineEdit>("skillsEdit"), QStringLiteral("dig 6"));
    QTest::keyClick(channel, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(find<SignLabel>("skillsEditError")->text(), QStringLiteral("levels are 1 to 5"));
    QCOMPARE(worker("ann")->skills.value(QStringLiteral("dig")), 5);
}

QLineEdit *WorkersTest::typePoolsOfAnn(const char *pools)
{
    auto *edit = find<QLineEdit>("poolsEdit");
    [&] {
        QTRY_VERIFY(edit->isEnabled() && title() == QStringLiteral("ann"));
    }();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QString::fromLatin1(pools));
    return edit;
}

void WorkersTest::onlyWhatWasChangedIsStored()
{
    openPage();
    QLineEdit *pools = typePoolsOfAnn("front");
    change("ann", [](WorkerSpec &spec) {
        spec.capacity = 3;
        spec.available = false;
        spec.skills = QMap<QString, int>{{QStringLiteral("weld"), 2}};
    });
    QTest::keyClick(pools, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(worker("ann")->pools, QStringList{QStringLiteral("front")});
    QCOMPARE(worker("ann")->capacity, 3);
    QVERIFY(!worker("ann")->available);
    QCOMPARE(worker("ann")->skills, (QMap<QString, int>{{QStringLiteral("weld"), 2}}));
    QTRY_COMPARE(find<QSpinBox>("capacitySpin")->value(), 3);
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
}

void WorkersTest::whatOthersChangedIsNotOverwritten()
{
    openPage();
    QLineEdit *pools = typePoolsOfAnn("front");
    change("ann", [](WorkerSpec &spec) { spec.pools = QStringList{QStringLiteral("back")}; });
    QTest::keyClick(pools, Qt::Key_S, Qt::ControlModifier);
    auto *bar = find<MessageBar>("messageBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("somebody else has changed worker ann meanwhile"));
    QCOMPARE(find<SignLabel>("poolsEditError")->text(), QStringLiteral("was changed meanwhile"));
    QVERIFY(find<SignLabel>("poolsEditError")->isVisible());
    QCOMPARE(pools->text(), QStringLiteral("front"));
    QCOMPARE(worker("ann")->pools, QStringList{QStringLiteral("back")});
    find<QPushButton>("messageActionButton")->click();
    QTRY_COMPARE(pools->text(), QStringLiteral("back"));
    typePoolsOfAnn("back, front");
    QTest::keyClick(pools, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(worker("ann")->pools.size(), 2);
}

void WorkersTest::levelsThatOthersSetStay()
{
    openPage();
    openMatrix();
    change("bob", [](WorkerSpec &spec) { spec.skills = QMap<QString, int>{{QStringLiteral("dig"), 1}}; });
    QTest::keyClick(matrix(), Qt::Key_4); // before that is shown
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(), QStringLiteral("somebody else has changed worker bob meanwhile"));
    QCOMPARE(worker("bob")->skills, (QMap<QString, int>{{QStringLiteral("dig"), 1}}));
    QTRY_COMPARE(matrix()->model()->index(1, 0).data(SkillModel::LevelRole).toInt(), 1);
    QTest::keyClick(matrix(), Qt::Key_4);
    QTRY_COMPARE(worker("bob")->skills, (QMap<QString, int>{{QStringLiteral("dig"), 1}, {QStringLiteral("paint"), 4}}));
}

void WorkersTest::whatWasTypedIsNotLeftWithoutAQuestion()
{
    openPage();
    QLineEdit *pools = typePoolsOfAnn("front");
    auto *table = find<QTableView>("workerTable");
    auto *question = find<ActionForm>("question");
    const auto *pages = m_desk->window().findChild<QStackedWidget *>(QStringLiteral("pages"));
    QTest::keyClick(&m_desk->window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(question->isVisible());
    QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("workersPage"));
    question->close();
    table->setCurrentIndex(table->model()->index(1, 0)); // bob
    QTRY_VERIFY(question->isVisible());
    QTRY_COMPARE(table->currentIndex().row(), 0);
    QCOMPARE(title(), QStringLiteral("ann"));
    QCOMPARE(pools->text(), QStringLiteral("front"));
    question->close();
    find<QLineEdit>("searchEdit")->setText(QStringLiteral("bob")); // which chooses nobody
    QTRY_VERIFY(!table->currentIndex().isValid());
    QVERIFY(!question->isVisible());
    find<QLineEdit>("searchEdit")->clear();
    QCOMPARE(pools->text(), QStringLiteral("front"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QTRY_VERIFY(question->isVisible());
    QTRY_COMPARE(table->currentIndex().row(), 0);
    find<QPushButton>("otherButton", "question")->click(); // saves it, then goes on
    QTRY_COMPARE(title(), QStringLiteral("bob"));
    QVERIFY(pools->text().isEmpty());
    QCOMPARE(worker("ann")->pools, QStringList(QStringLiteral("front")));
    QTest::keyClick(&m_desk->window(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClicks(find<QLineEdit>("nameEdit"), QStringLiteral("Carla"));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(question->isVisible());
    QTRY_COMPARE(table->currentIndex().row(), 1);
    question->confirm();
    QTRY_COMPARE(title(), QStringLiteral("ann"));
    QTest::keyClick(&m_desk->window(), Qt::Key_1, Qt::ControlModifier); // nothing would be lost
    QTRY_VERIFY(pages->currentWidget()->objectName() != QStringLiteral("workersPage"));
}

void WorkersTest::theQuestionLeadsBackToTheField()
{
    openPage();
    QLineEdit *pools = typePoolsOfAnn("front");
    auto *cancel = find<QPushButton>("cancelButton", "question");
    auto *discard = find<PrimaryButton>("confirmButton", "question");
    QTest::keyClick(pools, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(cancel->hasFocus());
    QVERIFY(!discard->isFilled());
    QTest::keyClick(cancel, Qt::Key_Tab); // to “Save it”
    QTest::keyClick(m_desk->window().focusWidget(), Qt::Key_Tab);
    QVERIFY(discard->hasFocus()); // as they stand
    QTest::keyClick(discard, Qt::Key_Escape);
    QVERIFY(pools->hasFocus());
    find<QTableView>("workerTable")->setFocus();
    QTest::keyClick(m_desk->window().focusWidget(), Qt::Key_Down); // to bob
    QTRY_VERIFY(cancel->hasFocus());
    cancel->click();
    QVERIFY(pools->hasFocus());
    QCOMPARE(pools->text(), QStringLiteral("front"));
}

void WorkersTest::whatChangesElsewhereLeavesAloneWhatOneIsAt()
{
    openPage();
    auto *name = find<QLineEdit>("nameEdit");
    QTRY_COMPARE(name->text(), QStringLiteral("ann"));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Home);
    find<QPushButton>("removeButton")->click();
    const auto *capacity = find<QSpinBox>("capacitySpin");
    change("ann", [](WorkerSpec &spec) { spec.capacity = 3; });
    QTRY_COMPARE(capacity->value(), 3);
    QCOMPARE(name->cursorPosition(), 0);
    QVERIFY(find<ActionForm>("question")->isOpen());
    change("ann", [](WorkerSpec &spec) { spec.name = QStringLiteral("Ann"); });
    QTRY_COMPARE(name->text(), QStringLiteral("Ann"));
    QCOMPARE(name->cursorPosition(), 0);
    QTest::keyClicks(name, QStringLiteral("Mary "));
    QCOMPARE(name->text(), QStringLiteral("Mary Ann"));
    QVERIFY(!find<ActionForm>("question")->isOpen()); // something else is going on
    QVERIFY(worker("ann"));
}

void WorkersTest::whoHoldsTasksIsNotRemoved()
{
    openPage();
    m_desk->county.open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"),
                        {County::task(QStringLiteral("dig"), QStringLiteral("2h"))});
    Reserve reserve;
    reserve.worker = WorkerId{QStringLiteral("ann")};
    QVERIFY(m_desk->county.say(reserve));
    QTRY_COMPARE(find<QLabel>("workerTitle")->text(), QStringLiteral("ann"));
    find<QPushButton>("removeButton")->click();
    find<ActionForm>("question")->confirm();
    auto *bar = find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->isVisible() && bar->kind() == MessageBar::Kind::Error);
    QVERIFY(bar->text().contains(QStringLiteral("ann")));
    QVERIFY(worker("ann"));
}

void WorkersTest::othersOnlyRead()
{
    openPage(Role::Clerk);
    openMatrix();
    QTest::keyClick(matrix(), Qt::Key_4);
    QCOMPARE(matrix()->currentIndex().data(SkillModel::LevelRole).toInt(), 0);
    QTest::keyClick(matrix(), Qt::Key_Left);
    QTest::keyClick(matrix(), Qt::Key_Delete);
    QCOMPARE(matrix()->currentIndex().data(SkillModel::LevelRole).toInt(), 5);
    QVERIFY(!find<QPushButton>("newButton")->isVisible());
    QVERIFY(!find<QLineEdit>("skillEdit")->isVisible());
    QVERIFY(!find<QLineEdit>("nameEdit")->isEnabled());
    QVERIFY(!find<QPushButton>("removeButton")->isVisible());
    QCOMPARE(worker("bob")->skills.size(), 1);
}

void WorkersTest::aFormAboutNobodySaysSo()
{
    WorkerForm form;
    const auto *empty = form.findChild<EmptyState *>();
    QVERIFY(!empty->isHidden());
    form.startNew();
    QVERIFY(empty->isHidden());
    form.revert();
    QVERIFY(!empty->isHidden());
    openPage();
    QLineEdit *pools = typePoolsOfAnn("front");
    find<QPushButton>("revertButton")->click();
    QVERIFY(pools->text().isEmpty());
    QVERIFY(!find<QPushButton>("revertButton")->isEnabled());
    QTest::keyClick(&m_desk->window(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(find<WorkerForm>("form")->isNew());
    QTest::keyClick(m_desk->window().focusWidget(), Qt::Key_Escape); // nothing was typed
    QVERIFY(!find<WorkerForm>("form")->isNew());
    QTRY_COMPARE(title(), QStringLiteral("ann"));
}

static std::vector<StaffRow> workers(int count, int skills)
{
    std::vector<StaffRow> all;
    for (int i = 0; i < count; ++i) {
        StaffRow row;
        Worker &worker = row.view.worker;
        worker.id.value = QStringLiteral("worker-%1").arg(i, 3, 10, QLatin1Char('0'));
        worker.name = worker.id.value;
        for (int skill = 0; skill < skills; ++skill)
            if ((i + skill) % 3 != 0)
                worker.skills.insert(QStringLiteral("skill_%1").arg(skill), 1 + (i * skill) % 5);
        all.push_back(row);
    }
    return all;
}

void WorkersTest::theMatrixIsSound()
{
    SkillModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(workers(5, 6), {}, {{QStringLiteral("skill_9"), 2}});
    QCOMPARE(model.columnCount(), 7);
    std::vector<StaffRow> seasoned = workers(1, 2);
    seasoned[0].view.worker.skills = {{QStringLiteral("dig"), 4}};
    seasoned[0].records[QStringLiteral("dig")] = {12, 1, 2, 10, 10 * 40 * limits::msPerMinute};
    model.show(seasoned, {}, {});
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(),
             QStringLiteral("worker-000: dig, level 4 of 5\n12 done, 1 failed, 2 fell due meanwhile; 40 min on average"));
    model.show(workers(5, 6), {}, {{QStringLiteral("skill_9"), 2}});
    const QPersistentModelIndex held(model.index(2, 3));
    const QString skill = model.skillAt(3);
    model.show(workers(4, 4), {}, {});
    QVERIFY(held.isValid());
    QCOMPARE(model.skillAt(held.column()), skill);
    QCOMPARE(model.addSkill(QStringLiteral("a_first")), 0);
    QCOMPARE(model.skillAt(held.column()), skill);
    QCOMPARE(model.setLevel(held, 2).skills.value(skill), 2);
    QCOMPARE(model.levelAt(held), 2);
    model.show({}, {}, {});
    QCOMPARE(model.columnCount(), 1); // what was added stays
}

void WorkersTest::twoHundredWorkersScrollSmoothly()
{
    openPage();
    for (int i = 0; i < 198; ++i) {
        QStringList skills;
        for (int skill = 0; skill < 20; ++skill)
            skills << QStringLiteral("skill_%1").arg((i + skill * 3) % 58, 2, 10, QLatin1Char('0'));
        m_desk->county.hire(QStringLiteral("worker-%1").arg(i), WorkerKind::Human, skills);
    }
    openMatrix();
    QTRY_COMPARE_WITH_TIMEOUT(matrix()->model()->rowCount(), 200, 30'000);
    QTRY_COMPARE(matrix()->model()->columnCount(), 60);
    matrix()->setCurrentIndex(matrix()->model()->index(199, 59));
    QTRY_VERIFY(matrix()->visualRect(matrix()->currentIndex()).intersects(matrix()->viewport()->rect()));
    QTest::keyClick(matrix(), Qt::Key_2);
    const QString id = matrix()->model()->headerData(199, Qt::Vertical).toString();
    QTRY_COMPARE(worker(qPrintable(id))->skills.value(head(59).section(u'\n', 0, 0)), 2);
    QCOMPARE(matrix()->currentIndex().row(), 199);
}

void WorkersTest::skillsAreReadAsTheyAreWritten()
{
    const QMap<QString, int> skills{{QStringLiteral("dig"), 5}, {QStringLiteral("verify identity"), 3}};
    QCOMPARE(*skillsFrom(skillsToText(skills)), skills);
    QCOMPARE(*skillsFrom(QStringLiteral(" dig 5 ,verify identity,, ")), skills);
    QVERIFY(!skillsFrom(QStringLiteral("dig 0")));
    QVERIFY(skillsFrom(QString())->isEmpty());
}

HMSACT_TEST(WorkersTest)

} // namespace hmsact::workers_test

#include "workers.moc"
