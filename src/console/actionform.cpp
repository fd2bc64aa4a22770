// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"

#include "console/flowlayout.h"
#include "console/palette.h"
#include "ui_actionform.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>

namespace hmsact::console {

ActionForm::ActionForm(QWidget *parent) : QFrame(parent), ui(std::make_unique<Ui::ActionForm>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("actionForm"));
    QFont bold = ui->titleLabel->font();
    bold.setBold(true);
    ui->titleLabel->setFont(bold);
    for (QWidget *part :
         std::initializer_list<QWidget *>{ui->wordsEdit, ui->confirmButton, ui->otherButton, ui->cancelButton})
        part->installEventFilter(this);
    m_cancel = ui->cancelButton->text();
    new FlowLayout(ui->suggestionBar);
    ui->confirmButton->setAutoDefault(true);
    ui->otherButton->setAutoDefault(true);
    ui->cancelButton->setAutoDefault(true);
    connect(ui->cancelButton, &QPushButton::clicked, this, &ActionForm::cancel);
    connect(ui->confirmButton, &QPushButton::clicked, this, &ActionForm::confirm);
    connect(ui->otherButton, &QPushButton::clicked, this, [this] { answerBy(m_other); });
    connect(ui->wordsEdit, &QPlainTextEdit::textChanged, this, &ActionForm::check);
    connect(ui->targetCombo, &QComboBox::editTextChanged, this, &ActionForm::check);
    connect(ui->targetCombo, &QComboBox::currentIndexChanged, this, &ActionForm::check);
    hide();
}

ActionForm::~ActionForm() = default;

void ActionForm::open(const Question &question)
{
    put(question);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    if (!ui->wordsEdit->isHidden())
        ui->wordsEdit->setFocus();
    else if (question.ask == Ask::Nothing)
        ui->cancelButton->setFocus(); // something would be lost: Return says no
    else if (question.ask == Ask::Worker && ui->confirmButton->isEnabled())
        ui->confirmButton->setFocus(); // the name is there already: Return says yes
    else
        ui->targetCombo->setFocus();
}

std::optional<ActionForm::Draft> ActionForm::draft() const
{
    if (!hasTyped())
        return {};
    return Draft{m_question, ui->wordsEdit->toPlainText(), ui->retryCheck->isChecked()};
}

void ActionForm::reopen(const Draft &draft)
{
    put(draft.question);
    ui->wordsEdit->setPlainText(draft.words);
    ui->wordsEdit->moveCursor(QTextCursor::End);
    ui->wordsEdit->document()->setModified(true);
    ui->retryCheck->setChecked(draft.mayRetry);
}

void ActionForm::resume() { ui->wordsEdit->setFocus(); }

void ActionForm::put(const Question &question)
{
    ui->targetCombo->clear(); // what is chosen there is of the question before
    m_question = question;
    m_yes = {};
    m_open = true;
    const bool takesTarget = question.ask == Ask::Worker || question.ask == Ask::Target;
    const bool takesWords = !takesTarget && question.ask != Ask::Nothing;
    ui->titleLabel->setText(question.title);
    ui->promptLabel->setText(question.prompt);
    ui->promptLabel->setVisible(!question.prompt.isEmpty());
    const bool takesResult = question.ask == Ask::Result || question.ask == Ask::OptionalResult;
    ui->wordsEdit->setPlainText(takesResult ? question.preset : QString());
    ui->wordsEdit->setVisible(takesWords);
    ui->wordsEdit->setFixedHeight(fontMetrics().lineSpacing() * (question.ask == Ask::Result ? 8 : 3) + 14);
    ui->wordsEdit->setAccessibleName(question.prompt);
    offer(question.suggestions);
    ui->retryCheck->setVisible(question.offersRetry);
    ui->retryCheck->setChecked(true);
    ui->targetCombo->setVisible(takesTarget);
    ui->targetCombo->setAccessibleName(question.prompt);
    if (takesTarget)
        fillTargets();
    ui->otherButton->hide();
    ui->cancelButton->setText(question.no.isEmpty() ? m_cancel : question.no);
    ui->confirmButton->setText(question.verb);
    ui->confirmButton->setFilled(question.ask != Ask::Nothing); // what would be lost is not what most people want
    ui->confirmButton->setToolTip(tr("%1 (Ctrl+Return)").arg(question.verb));
    check();
    setAccessibleName(question.title);
    show();
}

void ActionForm::ask(const QString &title, const QString &prompt, const QString &verb, std::function<void()> yes)
{
    Question question;
    question.title = title;
    question.prompt = prompt;
    question.verb = verb;
    open(question);
    m_yes = std::move(yes);
}

void ActionForm::orElse(const QString &verb, std::function<void()> act)
{
    m_other = std::move(act);
    ui->otherButton->setText(verb);
    ui->otherButton->show();
}

void ActionForm::offer(const QStringList &suggestions)
{
    for (auto *old : ui->suggestionBar->findChildren<QPushButton *>()) {
        old->setParent(nullptr);
        old->deleteLater();
    }
    for (int i = 0; i < suggestions.size(); ++i) {
        const QString &words = suggestions[i];
        auto *button = new QPushButton(QStringLiteral("%1 · %2").arg(QString::number(i + 1), words), ui->suggestionBar);
        button->setObjectName(QStringLiteral("suggestion%1Button").arg(i + 1));
        button->setToolTip(tr("Take these words (Alt+%1)").arg(i + 1));
        button->setAccessibleName(words);
        const auto take = [this, words] {
            ui->wordsEdit->setPlainText(words);
            ui->wordsEdit->moveCursor(QTextCursor::End);
            ui->wordsEdit->setFocus();
        };
        connect(button, &QPushButton::clicked, this, take);
        // Not as the button's own key: that one waits for an animation, and the next key comes sooner.
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), button);
        connect(key, &QShortcut::activated, this, take);
        ui->suggestionBar->layout()->addWidget(button);
        button->show();
    }
    ui->suggestionBar->setVisible(!suggestions.isEmpty());
}

void ActionForm::fillTargets()
{
    ui->targetCombo->setEditable(true);
    ui->targetCombo->setInsertPolicy(QComboBox::NoInsert);
    ui->targetCombo->completer()->setFilterMode(Qt::MatchContains);
    ui->targetCombo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    ui->targetCombo->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    ui->targetCombo->clear();
    int kindBefore = -1;
    for (const Choice &choice : m_question.choices) {
        const int kind = choice.pool.isEmpty() ? 0 : 1;
        if (kindBefore >= 0 && kind != kindBefore)
            ui->targetCombo->insertSeparator(ui->targetCombo->count());
        kindBefore = kind;
        ui->targetCombo->addItem(choice.label);
    }
    ui->targetCombo->setCurrentIndex(-1);
    if (m_question.ask == Ask::Worker) // any name will do, known ones are suggested
        return ui->targetCombo->setEditText(m_question.preset);
    ui->targetCombo->clearEditText();
    ui->targetCombo->lineEdit()->setPlaceholderText(m_question.choices.empty() ? tr("Nobody has this skill")
                                                                               : tr("Choose, or type a part of a name…"));
}

void ActionForm::cancel()
{
    close();
    emit closed();
}

void ActionForm::close()
{
    m_open = false;
    m_yes = m_other = {};
    ui->wordsEdit->clear();
    if (const QCompleter *names = ui->targetCombo->completer())
        names->popup()->hide(); // a window of its own, which would stay
    hide();
}

bool ActionForm::hasTyped() const
{
    return m_open && ui->wordsEdit->document()->isModified() && !ui->wordsEdit->document()->isEmpty();
}

ActionForm::Answer ActionForm::answer() const
{
    Answer answer;
    answer.words = ui->wordsEdit->toPlainText().trimmed();
    answer.mayRetry = ui->retryCheck->isChecked();
    const QString typed = ui->targetCombo->currentText().trimmed();
    const auto known = std::ranges::find(m_question.choices, typed, &Choice::label);
    const bool isKnown = known != m_question.choices.end();
    if (m_question.ask == Ask::Target && isKnown) {
        answer.worker = known->worker;
        answer.pool = known->pool;
    } else if (m_question.ask == Ask::Worker) {
        answer.worker = isKnown ? known->worker : domain::WorkerId{typed};
    }
    return answer;
}

void ActionForm::check()
{
    const Answer now = answer();
    bool complete = true;
    if (m_question.ask == Ask::Reason || m_question.ask == Ask::Text || m_question.ask == Ask::Result)
        complete = !now.words.isEmpty();
    else if (m_question.ask == Ask::Worker)
        complete = !now.worker.isNull();
    else if (m_question.ask == Ask::Target)
        complete = !now.worker.isNull() || !now.pool.isEmpty();
    ui->confirmButton->setEnabled(complete);
}

// A card that stands out in either theme.
void ActionForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(accentColour(isDark(palette())));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void ActionForm::confirm()
{
    if (!m_open || !ui->confirmButton->isEnabled())
        return;
    if (!m_yes)
        return emit confirmed(answer());
    answerBy(m_yes);
}

// Not one that is held since before.
void ActionForm::confirmBy(const QKeyEvent &key)
{
    if (!key.isAutoRepeat())
        confirm();
}

void ActionForm::answerBy(std::function<void()> act)
{
    close();
    if (act)
        act(); // it may ask the next question
}

static bool isConfirmKey(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && key.modifiers() & Qt::ControlModifier;
}

static bool isTyped(const QKeyEvent &key)
{
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && !key.text().isEmpty()
        && key.text().front().isPrint();
}

bool ActionForm::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (isConfirmKey(key) || isTyped(key)) {
            event->accept(); // inside the form these keys belong to the form, not to the menu
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.key() == Qt::Key_Escape) {
            cancel();
            return true;
        }
        if (isConfirmKey(key)) {
            confirmBy(key);
            return true;
        }
    }
    return QFrame::event(event);
}

// A text field would keep Ctrl+Return for itself, and a button takes it for Return.
bool ActionForm::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !isConfirmKey(*static_cast<QKeyEvent *>(event)))
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        confirmBy(*static_cast<QKeyEvent *>(event));
    return true;
}

} // namespace hmsact::console
