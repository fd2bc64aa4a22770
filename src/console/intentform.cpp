// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentform.h"

#include "console/flowlayout.h"
#include "console/icons.h"
#include "console/words.h"
#include "domain/limits.h"
#include "ui_intentform.h"

#include <QScopedValueRollback>

namespace hmsact::console {

using domain::Confirmation;

IntentForm::IntentForm(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::IntentForm>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("intentForm"));
    ui->nameEdit->setMaxLength(domain::limits::intentMax);
    ui->titleEdit->setMaxLength(domain::limits::nameMax);
    for (QLabel *caption : {ui->nameCaption, ui->titleCaption, ui->descriptionCaption, ui->slaCaption, ui->thresholdsCaption,
                            ui->confirmationCaption, ui->tasksCaption}) {
        QFont bold = caption->font();
        bold.setBold(true);
        caption->setFont(bold);
        caption->setContentsMargins(0, 8, 0, 0);
    }
    const int em = fontMetrics().averageCharWidth();
    setMinimumWidth(em * 62); // the chosen task's fields in two columns
    ui->descriptionEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
    ui->descriptionEdit->setTabChangesFocus(true);
    for (QLineEdit *edit : {ui->dueSoonEdit, ui->atRiskEdit})
        edit->setFixedWidth(em * 10);
    auto *thresholds = new FlowLayout(ui->thresholdsBar);
    for (QWidget *part :
         std::initializer_list<QWidget *>{ui->dueSoonLabel, ui->dueSoonEdit, ui->atRiskLabel, ui->atRiskEdit, ui->usedLabel})
        thresholds->addWidget(part);
    for (QLabel *label : {ui->dueSoonLabel, ui->atRiskLabel, ui->usedLabel})
        label->setMinimumHeight(ui->dueSoonEdit->sizeHint().height());
    ui->confirmationCombo->addItem(tr("The code from the mail, typed"), int(Confirmation::Code));
    ui->confirmationCombo->addItem(tr("Nothing: the button is enough"), int(Confirmation::Button));
    const auto changed = [this] {
        if (m_filling)
            return;
        (void)check();
        emit edited();
    };
    for (QLineEdit *edit : {ui->nameEdit, ui->titleEdit, ui->slaEdit, ui->dueSoonEdit, ui->atRiskEdit})
        connect(edit, &QLineEdit::textChanged, this, changed);
    connect(ui->descriptionEdit, &QPlainTextEdit::textChanged, this, changed);
    connect(ui->confirmationCombo, &QComboBox::currentIndexChanged, this, changed);
    connect(ui->tasks, &TaskDraftEditor::changed, this, changed);
    connect(ui->nameEdit, &QLineEdit::textChanged, ui->titleEdit, &QLineEdit::setPlaceholderText); // it stands in for one
    ui->contentLayout->setStretch(ui->contentLayout->count() - 1, 1); // what is left over belongs to nobody
    ui->tasks->sayWhatNoneMean(tr("An activity made from it begins without any."));
}

IntentForm::~IntentForm() = default;

void IntentForm::show(const IntentDraft &draft, Naming naming, const QString &readOnly)
{
    const QScopedValueRollback filling(m_filling, true);
    setReadOnly(!readOnly.isEmpty());
    ui->readOnlyLabel->set(icon(QStringLiteral("review")), readOnly);
    ui->readOnlyLabel->setVisible(!readOnly.isEmpty());
    setNaming(naming, draft.name);
    ui->titleEdit->setText(draft.title);
    ui->descriptionEdit->setPlainText(draft.description);
    ui->slaEdit->setText(draft.sla);
    ui->dueSoonEdit->setText(draft.dueSoon);
    ui->atRiskEdit->setText(draft.atRisk);
    ui->confirmationCombo->setCurrentIndex(ui->confirmationCombo->findData(int(draft.confirmation)));
    ui->tasks->setTasks(draft.tasks);
    ui->scrollArea->ensureVisible(0, 0);
    (void)check();
}

void IntentForm::setNaming(Naming naming, const QString &name)
{
    const QScopedValueRollback filling(m_filling, true);
    if (ui->nameEdit->text() != name) // else the caret stays
        ui->nameEdit->setText(name);
    ui->nameEdit->setReadOnly(naming == Naming::Fixed || ui->titleEdit->isReadOnly());
    ui->nameEdit->setToolTip(naming == Naming::Fixed ? tr("A saved intent keeps its name; duplicate it for another one")
                                                     : tr("What programs and rules call it, as replace_vaccine_card"));
}

void IntentForm::setReadOnly(bool readOnly)
{
    for (QLineEdit *edit : {ui->titleEdit, ui->slaEdit, ui->dueSoonEdit, ui->atRiskEdit})
        edit->setReadOnly(readOnly);
    ui->descriptionEdit->setReadOnly(readOnly);
    ui->confirmationCombo->setEnabled(!readOnly);
    ui->tasks->setReadOnly(readOnly);
}

IntentDraft IntentForm::draft() const
{
    return {ui->nameEdit->text(),
            ui->titleEdit->text(),
            ui->descriptionEdit->toPlainText(),
            ui->slaEdit->text(),
            ui->dueSoonEdit->text(),
            ui->atRiskEdit->text(),
            Confirmation(ui->confirmationCombo->currentData().toInt()),
            ui->tasks->tasks()};
}

domain::Result<domain::Intent> IntentForm::check(Wanted wanted)
{
    clearErrors();
    domain::Result<domain::Intent> intent = intentOf(draft());
    if (!intent)
        complain(intent.error(), wanted);
    return intent;
}

void IntentForm::clearErrors()
{
    for (SignLabel *label : std::initializer_list<SignLabel *>{ui->nameError, ui->titleError, ui->descriptionError,
                                                               ui->slaError, ui->thresholdsError, ui->tasksError})
        label->hide();
    ui->tasks->complain({}, Wanted::Now);
}

SignLabel *IntentForm::errorAt(const QString &pointer) const
{
    if (pointer == u"/name")
        return ui->nameError;
    if (pointer == u"/title")
        return ui->titleError;
    if (pointer == u"/description")
        return ui->descriptionError;
    if (pointer == u"/sla")
        return ui->slaError;
    if (pointer.startsWith(u"/thresholds"))
        return ui->thresholdsError;
    return pointer == u"/tasks" ? ui->tasksError : nullptr;
}

void IntentForm::complain(const domain::Error &error, Wanted wanted)
{
    std::vector<domain::FieldError> ofTasks;
    for (const domain::FieldError &field : error.fields) {
        SignLabel *label = errorAt(field.pointer);
        const bool isEmpty = (label == ui->nameError && ui->nameEdit->text().trimmed().isEmpty())
            || (label == ui->slaError && ui->slaEdit->text().trimmed().isEmpty());
        if (!label) {
            ofTasks.push_back(field);
        } else if (label->isHidden() && !(isEmpty && wanted == Wanted::Later)) { // the first of a field is enough
            label->set(slaIcon(domain::SlaState::Breached),
                       label == ui->thresholdsError
                           ? tr("Two shares of the SLA between 0 and 100 %, the second larger than the first.")
                           : text(field.detail));
            label->show();
        }
    }
    ui->tasks->complain(ofTasks, wanted);
}

void IntentForm::focusFirst()
{
    if (!ui->nameError->isHidden() || (!ui->nameEdit->isReadOnly() && ui->nameEdit->text().isEmpty()))
        return ui->nameEdit->setFocus();
    const std::pair<SignLabel *, QWidget *> places[] = {{ui->titleError, ui->titleEdit},
                                                        {ui->descriptionError, ui->descriptionEdit},
                                                        {ui->slaError, ui->slaEdit},
                                                        {ui->thresholdsError, ui->dueSoonEdit}};
    for (const auto &[error, field] : places) {
        if (!error->isHidden()) {
            field->setFocus();
            return ui->scrollArea->ensureWidgetVisible(field);
        }
    }
    if (!ui->tasks->hasErrors() && ui->tasksError->isHidden())
        return ui->titleEdit->setFocus();
    ui->tasks->focusWrong();
    ui->scrollArea->ensureWidgetVisible(ui->tasks);
}

} // namespace hmsact::console
