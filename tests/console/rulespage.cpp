// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/county.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/part.h"
#include "console/rulemodel.h"
#include "console/signlabel.h"
#include "support/testprogram.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>

namespace hmsact::rulespage_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The page of rules in the whole window, on a real core.
class RulesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void aRuleIsChangedAndSaved();
    void whatIsWrongIsSaidAtItsField();
    void aNewRuleIsMadeByKeysOnly();
    void aRuleIsSwitchedInTheList();
    void aRuleIsCopiedAndRemoved();
    void whatIsTypedIsNotLost();
    void anotherPageAndTheDoorAskFirst();
    void aSignalWaitsForNoAnswer();
    void whatSomebodyElseSavedIsNotOverwritten();
    void whatSomebodyElseRemovedIsMadeAnew();
    void aNameThatIsTakenIsSaid();
    void theLinterRemarksAndLeadsToTheField();
    void aRuleIsTriedBesideTheSavedOne();
    void aRuleAboutAQueueCanBeTried();
    void whatItFiredIsListedAndLeadsToTheActivity();
    void whoIsNoAdministratorReads();

private:
    template <class W>
    W *find(const char *name)
    {
        return partOf<W>(m_window.get(), name, "rulesPage");
    }
    void openPage(Role role = Role::Admin);
    Rule save(const QString &name, const QJsonObject &more = {});
    void choose(const QString &name);
    Rule saved(const QString &name);
    void retype(const char *edit, const QString &text)
    {
        find<QLineEdit>(edit)->selectAll();
        QTest::keyClicks(find<QLineEdit>(edit), text.isEmpty() ? QStringLiteral(" ") : text);
    }
    QString cell(int row, int column)
    {
        return find<QTableView>("ruleTable")->model()->index(row, column).data().toString();
    }
    void answer(const char *name) // confirm, other, cancel
    {
        auto *question = find<ActionForm>("question");
        QTRY_VERIFY(question->isOpen());
        question->findChild<QPushButton *>(QLatin1String(name) + QStringLiteral("Button"))->click();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<County> m_county;
    std::unique_ptr<MainWindow> m_window;
};

static constexpr int rulesIndex = 7;

void RulesPageTest::cleanup()
{
    m_window.reset();
    m_county.reset();
    m_settings.reset();
}

void RulesPageTest::openPage(Role role)
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())),
                                             QSettings::IniFormat);
    if (!m_county)
        m_county = std::make_unique<County>(Actor{QStringLiteral("Maria Ortega"), role, {}});
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->findChild<QListWidget *>(QStringLiteral("navList"))->setCurrentRow(rulesIndex);
    QTRY_VERIFY(find<QTableView>("ruleTable")->model()->rowCount() > 0);
    QTRY_VERIFY(!find<QLineEdit>("nameEdit")->text().isEmpty());
}

Rule RulesPageTest::save(const QString &name, const QJsonObject &more)
{
    QJsonObject body{{QStringLiteral("name"), name},
                     {QStringLiteral("when"), QStringLiteral("sla_breach")},
                     {QStringLiteral("then"), QStringLiteral("notify")},
                     {QStringLiteral("notify"), QJsonArray{QStringLiteral("console:supervisor")}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    const auto read = ruleFrom(body);
    const auto done = read ? m_county->say(SaveRule{*read, {}}) : read.error();
    if (!done)
        qFatal("%s", qPrintable(done.error().detail.english()));
    return *done;
}

void RulesPageTest::choose(const QString &name)
{
    auto *table = find<QTableView>("ruleTable");
    const auto row = [&] {
        for (int i = 0; i < table->model()->rowCount(); ++i)
            if (cell(i, RuleModel::Name) == name)
                return i;
        return -1;
    };
    QTRY_VERIFY(row() >= 0);
    table->setCurrentIndex(table->model()->index(row(), 0));
}

Rule RulesPageTest::saved(const QString &name)
{
    const std::vector<Rule> rules = *m_county->ask(ListRules{});
    for (const Rule &rule : rules)
        if (rule.name == name)
            return rule;
    return {};
}

void RulesPageTest::aRuleIsChangedAndSaved()
{
    openPage();
    const Rule made = save(QStringLiteral("late"));
    choose(QStringLiteral("late"));
    QTRY_COMPARE(find<QLineEdit>("nameEdit")->text(), QStringLiteral("late"));
    auto *button = find<QPushButton>("saveButton");
    QVERIFY(!button->isEnabled());
    retype("graceEdit", QStringLiteral("10m"));
    QVERIFY(find<QLabel>("sentenceLabel")->text().startsWith(QStringLiteral("When a task is overdue by 10 min")));
    QVERIFY(button->isEnabled());
    button->click();
    QTRY_COMPARE(saved(QStringLiteral("late")).graceMs, 10 * limits::msPerMinute);
    QTRY_VERIFY(!button->isEnabled());
    QCOMPARE(find<SignLabel>("standLabel")->text(), QStringLiteral("Saved as version 2"));
    QTRY_COMPARE(cell(1, RuleModel::Version), QStringLiteral("2"));
    retype("graceEdit", QStringLiteral("600s")); // the same in other words
    QVERIFY(!button->isEnabled());
    retype("graceEdit", QStringLiteral("1h"));
    find<QPushButton>("revertButton")->click();
    QCOMPARE(find<QLineEdit>("graceEdit")->text(), QStringLiteral("10m"));
    QCOMPARE(saved(QStringLiteral("late")).version, 2);
}

void RulesPageTest::whatIsWrongIsSaidAtItsField()
{
    openPage();
    retype("graceEdit", QStringLiteral("soon"));
    QVERIFY(find<SignLabel>("graceNote")->isVisible());
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
    QVERIFY(find<QLabel>("sentenceLabel")->text().startsWith(QStringLiteral("This is no rule yet")));
    QCOMPARE(find<QTabWidget>("insightTabs")->tabText(0), QStringLiteral("Remarks (1)"));
    retype("graceEdit", QStringLiteral("1h"));
    QVERIFY(!find<SignLabel>("graceNote")->isVisible());
    QVERIFY(find<QPushButton>("saveButton")->isEnabled());
}

void RulesPageTest::aNewRuleIsMadeByKeysOnly()
{
    openPage();
    QWidget *page = m_window->findChild<QWidget *>(QStringLiteral("rulesPage"));
    QTest::keyClick(page, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>("nameEdit")->hasFocus());
    QTRY_VERIFY(find<QLineEdit>("notifyEdit")->isVisible()); // its step is laid out a moment later
    const auto type = [this](const QString &text) {
        QTest::keyClicks(m_window->focusWidget(), text);
    };
    const auto tab = [this](const char *to) {
        for (int i = 0; i < 40 && m_window->focusWidget()->objectName() != QLatin1String(to); ++i)
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget()->objectName(), QString::fromLatin1(to));
    };
    QTest::keyClick(m_window->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("nobody begins"));
    tab("whenCombo");
    type(QStringLiteral("Nobody has")); // by its first letters
    tab("thresholdTimeEdit");
    type(QStringLiteral("2h"));
    tab("notifyEdit");
    QTest::keyClick(m_window->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("slack:#desk console:night"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!saved(QStringLiteral("nobody begins")).id.isNull());
    const Rule made = saved(QStringLiteral("nobody begins"));
    QCOMPARE(made.version, 1);
    QCOMPARE(toString(made.when), toString(Trigger::Unassigned));
    QCOMPARE(made.thresholdMs, 2 * limits::msPerHour);
    QCOMPARE(made.steps.front().notify, QStringList({QStringLiteral("slack:#desk"), QStringLiteral("console:night")}));
    auto *table = find<QTableView>("ruleTable");
    QTRY_COMPARE(cell(table->currentIndex().row(), RuleModel::Name), QStringLiteral("nobody begins"));
}

void RulesPageTest::aRuleIsSwitchedInTheList()
{
    openPage();
    save(QStringLiteral("late"));
    choose(QStringLiteral("late"));
    auto *table = find<QTableView>("ruleTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY(!saved(QStringLiteral("late")).enabled);
    QTRY_COMPARE(cell(1, RuleModel::On), QStringLiteral("off"));
    QVERIFY(cell(1, RuleModel::Liveness).startsWith(QStringLiteral("switched off")));
    QTRY_COMPARE(find<SignLabel>("standLabel")->text(), QStringLiteral("Saved as version 2")); // the form follows
    QVERIFY(table->model()->setData(table->model()->index(1, RuleModel::On), Qt::Checked, Qt::CheckStateRole) == false);
    QTRY_VERIFY(saved(QStringLiteral("late")).enabled); // by a click on the mark
    QTRY_COMPARE(cell(1, RuleModel::On), QStringLiteral("on"));
    retype("graceEdit", QStringLiteral("1h"));
    QTest::keyClick(table, Qt::Key_Space); // would make what is typed a conflict with oneself
    QTRY_VERIFY(find<MessageBar>("messageBar")->text().startsWith(QStringLiteral("Save or revert")));
    QVERIFY(saved(QStringLiteral("late")).enabled);
}

void RulesPageTest::aRuleIsCopiedAndRemoved()
{
    openPage();
    QVERIFY(!find<QPushButton>("deleteButton")->isEnabled()); // the built-in one
    find<QPushButton>("duplicateButton")->click();
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), QStringLiteral("Reassign on a breach (copy)"));
    QCOMPARE(find<QLineEdit>("nameEdit")->selectedText(), find<QLineEdit>("nameEdit")->text()); // to be typed over
    find<QPushButton>("saveButton")->click();
    QTRY_COMPARE(saved(QStringLiteral("Reassign on a breach (copy)")).version, 1);
    QVERIFY(!saved(QStringLiteral("Reassign on a breach (copy)")).builtIn);
    auto *table = find<QTableView>("ruleTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_VERIFY(find<QPushButton>("deleteButton")->isEnabled());
    find<QPushButton>("deleteButton")->click();
    answer("cancel");
    QCOMPARE(m_county->ask(ListRules{})->size(), size_t(2));
    find<QPushButton>("deleteButton")->click();
    answer("confirm");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(find<QLineEdit>("nameEdit")->text(), QStringLiteral("Reassign on a breach"));
}

void RulesPageTest::whatIsTypedIsNotLost()
{
    openPage();
    save(QStringLiteral("late"));
    save(QStringLiteral("lost"));
    choose(QStringLiteral("late"));
    retype("graceEdit", QStringLiteral("10m"));
    choose(QStringLiteral("lost"));
    answer("cancel");
    QCOMPARE(find<QLineEdit>("graceEdit")->text(), QStringLiteral("10m"));
    auto *table = find<QTableView>("ruleTable");
    QTRY_COMPARE(cell(table->currentIndex().row(), RuleModel::Name), QStringLiteral("late"));
    choose(QStringLiteral("lost"));
    answer("other");
    QTRY_COMPARE(find<QLineEdit>("nameEdit")->text(), QStringLiteral("lost"));
    QCOMPARE(saved(QStringLiteral("late")).graceMs, 10 * limits::msPerMinute);
    retype("graceEdit", QStringLiteral("20m"));
    choose(QStringLiteral("late"));
    answer("confirm");
    QTRY_COMPARE(find<QLineEdit>("nameEdit")->text(), QStringLiteral("late"));
    QCOMPARE(saved(QStringLiteral("lost")).graceMs, 0);
    QTRY_COMPARE(cell(table->currentIndex().row(), RuleModel::Name), QStringLiteral("late"));
}

void RulesPageTest::anotherPageAndTheDoorAskFirst()
{
    openPage();
    auto *nav = m_window->findChild<QListWidget *>(QStringLiteral("navList"));
    auto *pages = m_window->findChild<QStackedWidget *>(QStringLiteral("pages"));
    retype("graceEdit", QStringLiteral("10m"));
    nav->setCurrentRow(0);
    QCOMPARE(pages->currentIndex(), rulesIndex);
    QTRY_COMPARE(nav->currentRow(), rulesIndex);
    answer("cancel");
    m_window->close();
    QVERIFY(m_window->isVisible());
    answer("cancel");
    QCOMPARE(find<QLineEdit>("graceEdit")->text(), QStringLiteral("10m"));
    nav->setCurrentRow(0);
    answer("other");
    QTRY_COMPARE(pages->currentIndex(), 0);
    QCOMPARE(nav->currentRow(), 0);
    QCOMPARE(saved(QStringLiteral("Reassign on a breach")).graceMs, 10 * limits::msPerMinute);
    nav->setCurrentRow(rulesIndex);
    retype("graceEdit", QStringLiteral("20m"));
    m_window->close();
    answer("confirm");
    QTRY_VERIFY(!m_window->isVisible());
}

void RulesPageTest::aSignalWaitsForNoAnswer()
{
    openPage();
    retype("graceEdit", QStringLiteral("10m"));
    QTimer waited;
    connect(&waited, &QTimer::timeout, qApp, [] { QCoreApplication::exit(1); });
    waited.start(5000);
    QTimer::singleShot(0, m_window.get(), &MainWindow::quitAtOnce);
    QCOMPARE(QCoreApplication::exec(), 0);
}

void RulesPageTest::whatSomebodyElseSavedIsNotOverwritten()
{
    openPage();
    save(QStringLiteral("late"));
    choose(QStringLiteral("late"));
    save(QStringLiteral("late"), {{QStringLiteral("digest"), QStringLiteral("1h")}}); // nothing is typed: the form follows
    QTRY_COMPARE(find<QLineEdit>("digestEdit")->text(), QStringLiteral("1h"));
    retype("graceEdit", QStringLiteral("10m"));
    save(QStringLiteral("late"), {{QStringLiteral("digest"), QStringLiteral("2h")}});
    auto *bar = find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->text().contains(QStringLiteral("Somebody else has saved “late”")));
    QCOMPARE(find<QLineEdit>("digestEdit")->text(), QStringLiteral("1h"));
    find<QPushButton>("saveButton")->click();
    answer("cancel");
    QCOMPARE(saved(QStringLiteral("late")).version, 3);
    find<QPushButton>("saveButton")->click();
    answer("confirm");
    QTRY_COMPARE(saved(QStringLiteral("late")).version, 4);
    QCOMPARE(saved(QStringLiteral("late")).digestMs, limits::msPerHour);
    QTRY_COMPARE(find<SignLabel>("standLabel")->text(), QStringLiteral("Saved as version 4"));
    retype("graceEdit", QStringLiteral("20m"));
    save(QStringLiteral("late"), {{QStringLiteral("digest"), QStringLiteral("3h")}});
    find<QPushButton>("saveButton")->click();
    answer("other");
    QCOMPARE(find<QLineEdit>("digestEdit")->text(), QStringLiteral("3h"));
    QCOMPARE(saved(QStringLiteral("late")).version, 5);
}

void RulesPageTest::whatSomebodyElseRemovedIsMadeAnew()
{
    openPage();
    const Rule made = save(QStringLiteral("late"));
    choose(QStringLiteral("late"));
    retype("graceEdit", QStringLiteral("10m"));
    QVERIFY(m_county->say(RemoveRule{made.id}));
    QTRY_VERIFY(find<MessageBar>("messageBar")->text().startsWith(QStringLiteral("Somebody else has removed “late”")));
    QCOMPARE(find<QLineEdit>("graceEdit")->text(), QStringLiteral("10m"));
    find<QPushButton>("saveButton")->click();
    QTRY_COMPARE(saved(QStringLiteral("late")).graceMs, 10 * limits::msPerMinute);
    QVERIFY(saved(QStringLiteral("late")).id != made.id);
}

void RulesPageTest::aNameThatIsTakenIsSaid()
{
    openPage();
    save(QStringLiteral("late"));
    QTRY_COMPARE(find<QTableView>("ruleTable")->model()->rowCount(), 2);
    find<QPushButton>("newButton")->click();
    retype("nameEdit", QStringLiteral("late"));
    retype("graceEdit", QStringLiteral("10m"));
    find<QPushButton>("saveButton")->click();
    QTRY_VERIFY(find<SignLabel>("nameNote")->isVisible());
    QCOMPARE(find<SignLabel>("nameNote")->text(), QStringLiteral("another rule is called “late”"));
    QCOMPARE(saved(QStringLiteral("late")).version, 1); // it was not overwritten
    QCOMPARE(saved(QStringLiteral("late")).graceMs, 0);
}

void RulesPageTest::theLinterRemarksAndLeadsToTheField()
{
    openPage();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}, {QStringLiteral("crew")});
    auto *table = find<QTableView>("remarkTable");
    auto *tabs = find<QTabWidget>("insightTabs");
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Remarks")); // the built-in one has somebody now
    find<QComboBox>("toCombo")->setEditText(QStringLiteral("nowhere"));
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Remarks (1)"));
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Problem"));
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Step 1, to"));
    QVERIFY(find<SignLabel>("stepNote")->isVisible());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(find<QComboBox>("toCombo")->hasFocus());
    find<QComboBox>("toCombo")->setEditText(QStringLiteral("crew"));
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Remarks"));
    QVERIFY(!find<SignLabel>("stepNote")->isVisible());
}

void RulesPageTest::aRuleIsTriedBesideTheSavedOne()
{
    m_county = std::make_unique<County>(Actor{QStringLiteral("Maria Ortega"), Role::Admin, {}});
    save(QStringLiteral("late"), {{QStringLiteral("notify"), QJsonArray{QStringLiteral("slack:#a")}}});
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"),
                                     {County::task(QStringLiteral("dig"), QStringLiteral("1h"))});
    m_county->advance(QStringLiteral("2h"));
    openPage();
    choose(QStringLiteral("late"));
    find<QTabWidget>("insightTabs")->setCurrentIndex(1);
    auto *sums = find<QTableView>("sumTable");
    auto *fired = find<QTableView>("wouldTable");
    find<QPushButton>("tryButton")->click();
    QTRY_VERIFY(sums->isVisible());
    QVERIFY(sums->isColumnHidden(2)); // nothing is changed, so there is nothing to compare
    QCOMPARE(fired->model()->rowCount(), 1);
    retype("graceEdit", QStringLiteral("3h")); // then it has not come to it yet
    QVERIFY(find<SignLabel>("trialLabel")->text().startsWith(QStringLiteral("The rule was changed since")));
    find<QPushButton>("tryButton")->click();
    QTRY_VERIFY(!sums->isColumnHidden(2));
    QCOMPARE(sums->model()->index(2, 1).data().toString(), QStringLiteral("0"));
    QCOMPARE(sums->model()->index(2, 2).data().toString(), QStringLiteral("1"));
    QVERIFY(find<SignLabel>("trialLabel")->text().contains(QStringLiteral("0 firings more, 1 fewer")));
    retype("graceEdit", QStringLiteral("5m"));
    find<QPushButton>("tryButton")->click();
    QTRY_COMPARE(fired->model()->rowCount(), 1);
    find<QPushButton>("revertButton")->click();
    fired->setFocus();
    fired->setCurrentIndex(fired->model()->index(0, 0));
    QTest::keyClick(fired, Qt::Key_Return);
    QTRY_COMPARE(m_window->findChild<QLabel *>(QStringLiteral("intentLabel"))->text(), QStringLiteral("card"));
}

void RulesPageTest::aRuleAboutAQueueCanBeTried()
{
    openPage();
    save(QStringLiteral("deep"),
         {{QStringLiteral("when"), QStringLiteral("queue_depth")},
          {QStringLiteral("threshold"), 5},
          {QStringLiteral("scope"), QJsonObject{{QStringLiteral("skill"), QStringLiteral("dig")}}}});
    choose(QStringLiteral("deep"));
    find<QTabWidget>("insightTabs")->setCurrentIndex(1);
    find<QPushButton>("tryButton")->click();
    QTRY_VERIFY(find<QTableView>("sumTable")->isVisible());
    QVERIFY(find<QPushButton>("tryButton")->isEnabled());
}

void RulesPageTest::whatItFiredIsListedAndLeadsToTheActivity()
{
    openPage();
    save(QStringLiteral("late"), {{QStringLiteral("notify"), QJsonArray{QStringLiteral("slack:#a")}}});
    choose(QStringLiteral("late"));
    find<QTabWidget>("insightTabs")->setCurrentIndex(2);
    auto *fired = find<QTableView>("firingTable");
    m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"),
                   {County::task(QStringLiteral("dig"), QStringLiteral("1h"))});
    m_county->advance(QStringLiteral("2h"));
    QTRY_COMPARE_WITH_TIMEOUT(fired->model()->rowCount(), 1, 10'000); // by itself
    QCOMPARE(fired->model()->index(0, 1).data().toString(), QStringLiteral("dig"));
    QCOMPARE(fired->model()->index(0, 3).data().toString(), QStringLiteral("told slack:#a"));
    QCOMPARE(fired->model()->index(0, 4).data().toString(), QStringLiteral("1"));
    QTRY_VERIFY(cell(1, RuleModel::Liveness).startsWith(QStringLiteral("fired ")));
    fired->setFocus();
    fired->setCurrentIndex(fired->model()->index(0, 0));
    QTest::keyClick(fired, Qt::Key_Return);
    QTRY_COMPARE(m_window->findChild<QLabel *>(QStringLiteral("intentLabel"))->text(), QStringLiteral("card"));
}

void RulesPageTest::whoIsNoAdministratorReads()
{
    openPage(Role::Clerk);
    QVERIFY(find<QLabel>("whyReadOnlyLabel")->isVisible());
    QVERIFY(find<QLabel>("whyReadOnlyLabel")->text().contains(QStringLiteral("clerk")));
    for (const char *name : {"newButton", "duplicateButton", "deleteButton", "saveButton", "addStepButton", "tryButton"})
        QVERIFY2(!find<QPushButton>(name)->isEnabled(), name);
    auto *table = find<QTableView>("ruleTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Delete);
    retype("graceEdit", QStringLiteral("1h"));
    QTest::keyClick(find<QLineEdit>("graceEdit"), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(find<QLineEdit>("graceEdit")->text(), QString());
    QCOMPARE(saved(QStringLiteral("Reassign on a breach")).version, 1);
    QVERIFY(find<QLabel>("sentenceLabel")->text().startsWith(QStringLiteral("When a task is overdue")));
}

HMSACT_TEST(RulesPageTest)

} // namespace hmsact::rulespage_test

#include "rulespage.moc"
