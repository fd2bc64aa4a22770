// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"

#include "console/workerchoices.h"
#include "support/testprogram.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace hmsact::actionform_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The form that asks what an action needs, by itself.
class ActionFormTest : public QObject
{
    Q_OBJECT

private slots:
    void aReasonIsNeededBeforeItCanBeConfirmed();
    void aMereQuestionHasNoField();
    void escapeClosesTheForm();
    void targetsAreThoseWithTheSkill();
    void oneOfManyIsFoundByTyping();
    void anyNameMayHaveDoneIt();
    void anotherQuestionKnowsNothingOfTheOneBefore();
    void aKeyThatIsHeldConfirmsNothing();
    void itTakesNoRoomThatIsLeftOver();
};

static ActionForm::Question reasonQuestion()
{
    ActionForm::Question question;
    question.ask = Ask::Reason;
    question.title = QStringLiteral("Hold");
    question.verb = QStringLiteral("Hold");
    return question;
}

void ActionFormTest::aReasonIsNeededBeforeItCanBeConfirmed()
{
    ActionForm form;
    form.open(reasonQuestion());
    auto *confirm = form.findChild<QPushButton *>(QStringLiteral("confirmButton"));
    auto *words = form.findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    QSignalSpy confirmed(&form, &ActionForm::confirmed);
    QVERIFY(!confirm->isEnabled());
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(confirmed.count(), 0);
    QTest::keyClicks(words, QStringLiteral("  waiting for parts "));
    QVERIFY(confirm->isEnabled());
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.at(0).at(0).value<ActionForm::Answer>().words, QStringLiteral("waiting for parts"));
    QVERIFY(form.isOpen()); // until the core has said yes
}

void ActionFormTest::aMereQuestionHasNoField()
{
    ActionForm form;
    ActionForm::Question question;
    question.title = QStringLiteral("Remove it?");
    question.verb = QStringLiteral("Remove");
    form.open(question);
    QVERIFY(form.findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"))->isHidden());
    QVERIFY(form.findChild<QComboBox *>(QStringLiteral("targetCombo"))->isHidden());
    QVERIFY(form.findChild<QPushButton *>(QStringLiteral("confirmButton"))->isEnabled());
    QCOMPARE(form.focusWidget(), form.findChild<QPushButton *>(QStringLiteral("cancelButton")));
}

void ActionFormTest::escapeClosesTheForm()
{
    ActionForm form;
    form.open(reasonQuestion());
    auto *words = form.findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    QTest::keyClicks(words, QStringLiteral("x"));
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!form.isOpen());
    QVERIFY(form.isHidden());
    form.open(reasonQuestion());
    QVERIFY(words->toPlainText().isEmpty());
}

static WorkerView workerRow(const QString &id, const QString &skill, int load, const QStringList &pools = {})
{
    WorkerView view;
    view.worker.id = WorkerId{id};
    view.worker.name = id == QLatin1String("busy") ? QStringLiteral("Busy Bee") : id;
    view.worker.skills.insert(skill, 3);
    view.worker.capacity = 10;
    view.worker.pools = pools;
    view.activeCount = 1;
    view.load = load; // of what costs more, and of what is offered
    return view;
}

void ActionFormTest::targetsAreThoseWithTheSkill()
{
    const auto choices =
        targetChoices({workerRow(QStringLiteral("busy"), QStringLiteral("ship"), 9, {QStringLiteral("backup")}),
                       workerRow(QStringLiteral("free"), QStringLiteral("ship"), 1),
                       workerRow(QStringLiteral("present"), QStringLiteral("ship"), 0),
                       workerRow(QStringLiteral("other"), QStringLiteral("print"), 0)},
                      QStringLiteral("ship"), WorkerId{QStringLiteral("present")});
    QCOMPARE(choices.size(), size_t(3));
    QCOMPARE(choices[0].pool, QStringLiteral("backup")); // before a hundred workers
    QCOMPARE(choices[1].worker.value, QStringLiteral("free"));
    QCOMPARE(choices[2].worker.value, QStringLiteral("busy"));
    QCOMPARE(choices[2].label, QStringLiteral("Busy Bee (busy) – 9 of 10 busy"));

    ActionForm form;
    ActionForm::Question question;
    question.ask = Ask::Target;
    question.choices = choices;
    form.open(question);
    auto *target = form.findChild<QComboBox *>(QStringLiteral("targetCombo"));
    auto *confirm = form.findChild<QPushButton *>(QStringLiteral("confirmButton"));
    QVERIFY(!confirm->isEnabled());
    QSignalSpy confirmed(&form, &ActionForm::confirmed);
    target->setCurrentIndex(target->count() - 1); // after the separator
    QVERIFY(confirm->isEnabled());
    confirm->click();
    QCOMPARE(confirmed.at(0).at(0).value<ActionForm::Answer>().worker.value, QStringLiteral("busy"));
    target->setCurrentIndex(0);
    confirm->click();
    QCOMPARE(confirmed.at(1).at(0).value<ActionForm::Answer>().pool, QStringLiteral("backup"));
    QVERIFY(confirmed.at(1).at(0).value<ActionForm::Answer>().worker.isNull());
}

void ActionFormTest::oneOfManyIsFoundByTyping()
{
    ActionForm form;
    ActionForm::Question question;
    question.ask = Ask::Target;
    for (int i = 0; i < 120; ++i)
        question.choices.push_back(
            {QStringLiteral("Worker %1 (w-%1) – 0 of 4 busy").arg(i), WorkerId{QStringLiteral("w-%1").arg(i)}, {}});
    form.open(question);
    form.show();
    auto *target = form.findChild<QComboBox *>(QStringLiteral("targetCombo"));
    auto *confirm = form.findChild<QPushButton *>(QStringLiteral("confirmButton"));
    QVERIFY(target->isEditable());
    QCOMPARE(target->completer()->filterMode(), Qt::MatchContains);
    QCOMPARE(target->completer()->completionMode(), QCompleter::PopupCompletion);
    target->setEditText(QStringLiteral("w-117"));
    QVERIFY(!confirm->isEnabled()); // not yet one of them
    target->completer()->setCompletionPrefix(QStringLiteral("W-117"));
    QCOMPARE(target->completer()->completionCount(), 1);
    target->setEditText(target->completer()->currentCompletion());
    QVERIFY(confirm->isEnabled());
    QSignalSpy confirmed(&form, &ActionForm::confirmed);
    confirm->click();
    QCOMPARE(confirmed.at(0).at(0).value<ActionForm::Answer>().worker.value, QStringLiteral("w-117"));
}

void ActionFormTest::anyNameMayHaveDoneIt()
{
    ActionForm form;
    ActionForm::Question question;
    question.ask = Ask::Worker;
    question.preset = QStringLiteral("bot-dmv-3");
    form.open(question);
    QSignalSpy confirmed(&form, &ActionForm::confirmed);
    form.findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
    QCOMPARE(confirmed.at(0).at(0).value<ActionForm::Answer>().worker.value, QStringLiteral("bot-dmv-3"));
}

// The choice of then was beyond those of now.
void ActionFormTest::anotherQuestionKnowsNothingOfTheOneBefore()
{
    ActionForm form;
    ActionForm::Question question;
    question.ask = Ask::Target;
    for (const char *name : {"ann", "bob", "eve"})
        question.choices.push_back({QString::fromLatin1(name), WorkerId{QString::fromLatin1(name)}, {}});
    form.open(question);
    auto *target = form.findChild<QComboBox *>(QStringLiteral("targetCombo"));
    target->setCurrentIndex(2);
    question.choices.resize(1);
    form.open(question); // also over the open one
    QCOMPARE(target->currentIndex(), -1);
    QVERIFY(!form.findChild<QPushButton *>(QStringLiteral("confirmButton"))->isEnabled());
}

// It came here held: what it confirms by then nobody has read.
void ActionFormTest::aKeyThatIsHeldConfirmsNothing()
{
    ActionForm form;
    ActionForm::Question question = reasonQuestion();
    question.ask = Ask::OptionalResult;
    form.open(question);
    auto *words = form.findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    QSignalSpy confirmed(&form, &ActionForm::confirmed);
    QWidget *const all[] = {words, &form, form.findChild<QPushButton *>(QStringLiteral("confirmButton"))};
    for (QWidget *part : all)
        QTest::simulateEvent(part, true, Qt::Key_Return, Qt::ControlModifier, {}, true);
    QCOMPARE(confirmed.count(), 0);
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(confirmed.count(), 1);
}

// Else its button moves when a message takes some of that room.
void ActionFormTest::itTakesNoRoomThatIsLeftOver()
{
    QWidget pane;
    auto *layout = new QVBoxLayout(&pane);
    auto *form = new ActionForm;
    layout->addWidget(form);
    layout->addStretch();
    pane.resize(400, 900);
    ActionForm::Question question = reasonQuestion();
    question.prompt =
        QStringLiteral("Why is it put on hold? Whoever takes it up again reads this in the record, and so does the "
                       "supervisor who looks into what was late.");
    form->open(question);
    pane.show();
    const auto placeOf = [&](int height) {
        pane.resize(400, height);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return form->findChild<QPushButton *>(QStringLiteral("confirmButton"))->mapTo(&pane, QPoint()).y();
    };
    const int tall = placeOf(900);
    QCOMPARE(placeOf(860), tall);
    const auto *prompt = form->findChild<QLabel *>(QStringLiteral("promptLabel"));
    QVERIFY(prompt->height() >= prompt->heightForWidth(prompt->width())); // nor less than it needs
}

HMSACT_TEST(ActionFormTest)

} // namespace hmsact::actionform_test

#include "actionform.moc"
