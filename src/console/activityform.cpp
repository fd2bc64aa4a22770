// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activityform.h"

#include "console/icons.h"
#include "console/keys.h"
#include "console/whenready.h"
#include "console/words.h"
#include "domain/duration.h"
#include "ui_activityform.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QScopedValueRollback>

namespace hmsact::console {

using namespace domain;

ActivityForm::ActivityForm(engine::CoreClient &client, QWidget *parent)
    : QWidget(parent), m_client(client), ui(std::make_unique<Ui::ActivityForm>())
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("activityForm"));
    QFont heading = ui->titleLabel->font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * 1.5);
    ui->titleLabel->setFont(heading);
    for (QLabel *caption : {ui->citizenCaption, ui->intentCaption, ui->slaCaption, ui->priorityCaption, ui->tasksCaption}) {
        QFont bold = caption->font();
        bold.setBold(true);
        caption->setFont(bold);
        caption->setContentsMargins(0, 8, 0, 0);
    }
    const int em = fontMetrics().averageCharWidth();
    setMinimumWidth(em * 62); // the chosen task's fields in two columns
    ui->content->setMaximumWidth(em * 120);
    ui->slaEdit->setFixedWidth(em * 24);
    ui->citizenEdit->setMaxLength(limits::citizenIdMax);
    ui->intentCombo->lineEdit()->setObjectName(QStringLiteral("intentEdit"));
    ui->intentCombo->lineEdit()->setMaxLength(limits::intentMax);
    ui->intentCombo->lineEdit()->setAccessibleName(tr("Intent"));
    ui->intentCombo->lineEdit()->setPlaceholderText(tr("what is asked for: one of the list, or any other words"));
    ui->intentCombo->completer()->setFilterMode(Qt::MatchContains);
    ui->intentCombo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    ui->intentCombo->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    for (int priority = 9; priority >= 0; --priority)
        ui->priorityCombo->addItem(priority == 9       ? tr("%1 · most urgent").arg(priority)
                                       : priority == 5 ? tr("%1 · usual").arg(priority)
                                       : priority == 0 ? tr("%1 · least urgent").arg(priority)
                                                       : QString::number(priority),
                                   priority);
    ui->contentLayout->setStretch(ui->contentLayout->count() - 1, 1); // what is left over belongs to nobody
    ui->tasks->sayWhatNoneMean(tr("It begins without any; they can be added later."));
    connectFields();
    drop();
    hide();
}

ActivityForm::~ActivityForm() = default;

void ActivityForm::connectFields()
{
    connect(ui->citizenEdit, &QLineEdit::textChanged, this, &ActivityForm::onEdited);
    connect(ui->slaEdit, &QLineEdit::textChanged, this, &ActivityForm::onEdited);
    connect(ui->intentCombo, &QComboBox::editTextChanged, this, [this] {
        if (m_filling)
            return;
        fillFromTemplate();
        onEdited();
    });
    connect(ui->priorityCombo, &QComboBox::currentIndexChanged, this, &ActivityForm::onEdited);
    connect(ui->tasks, &TaskDraftEditor::changed, this, &ActivityForm::onEdited);
    connect(ui->createButton, &QPushButton::clicked, this, &ActivityForm::create);
    connect(ui->cancelButton, &QPushButton::clicked, this, [this] {
        drop();
        close();
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        pressByKey(*ui->createButton, QKeySequence(Qt::CTRL | Qt::Key(key)), *this);
    connect(&m_client, &engine::CoreClient::changed, this, [this](const ChangeSet &changes) {
        if (m_open && (changes.intents || changes.overflow))
            readIntents();
    });
}

void ActivityForm::open()
{
    m_open = true;
    show();
    readIntents();
    ui->citizenEdit->setFocus();
}

void ActivityForm::close()
{
    if (!std::exchange(m_open, false))
        return;
    hideNames();
    hide();
    emit closed();
}

// A window of its own, which would stay and take the keys.
void ActivityForm::hideNames() { ui->intentCombo->completer()->popup()->hide(); }

void ActivityForm::drop()
{
    hideNames();
    {
        const QScopedValueRollback filling(m_filling, true);
        ui->citizenEdit->clear();
        ui->intentCombo->setCurrentIndex(-1);
        ui->intentCombo->clearEditText();
        ui->slaEdit->clear();
        ui->priorityCombo->setCurrentIndex(ui->priorityCombo->findData(ActivityDraft().priority));
        ui->tasks->setTasks({});
        m_filledSla.clear();
        m_filledTasks.clear();
    }
    clearErrors();
    showTemplate();
}

void ActivityForm::readIntents()
{
    whenReady(m_client.ask(ListIntents{}), this, [this](Result<std::vector<Intent>> intents) {
        if (intents)
            take(std::move(*intents));
        else
            complain(intents.error(), Wanted::Later);
    });
}

void ActivityForm::take(std::vector<Intent> intents)
{
    m_intents = std::move(intents);
    {
        const QScopedValueRollback filling(m_filling, true);
        const QString typed = ui->intentCombo->currentText();
        ui->intentCombo->clear();
        for (const Intent &intent : m_intents) {
            ui->intentCombo->addItem(intent.name);
            ui->intentCombo->setItemData(ui->intentCombo->count() - 1, intent.title, Qt::ToolTipRole);
        }
        ui->intentCombo->setCurrentIndex(-1);
        ui->intentCombo->setEditText(typed);
    }
    if (chosenTemplate())
        fillFromTemplate();
    else
        showTemplate(); // one that is gone leaves what it has filled in
}

const Intent *ActivityForm::chosenTemplate() const
{
    const auto found = std::ranges::find(m_intents, ui->intentCombo->currentText().trimmed(), &Intent::name);
    return found == m_intents.end() ? nullptr : &*found;
}

void ActivityForm::fillFromTemplate()
{
    const Intent *intent = chosenTemplate();
    const QString sla = intent ? formatDuration(intent->slaMs) : QString();
    const std::vector<TaskDraft> tasks = intent ? draftsOf(intent->tasks) : std::vector<TaskDraft>();
    const QScopedValueRollback filling(m_filling, true);
    if (ui->slaEdit->text().trimmed() == m_filledSla)
        ui->slaEdit->setText(sla);
    if (ui->tasks->tasks() == m_filledTasks && tasks != m_filledTasks)
        ui->tasks->setTasks(tasks);
    m_filledSla = sla;
    m_filledTasks = tasks;
    showTemplate();
}

void ActivityForm::showTemplate()
{
    const Intent *intent = chosenTemplate();
    ui->templateLabel->setVisible(intent || !ui->intentCombo->currentText().trimmed().isEmpty());
    if (intent)
        ui->templateLabel->set(
            icon(QStringLiteral("intents")),
            tr("“%1” has a template: its promise and %Ln task(s) are filled in below.", nullptr, int(intent->tasks.size()))
                .arg(intent->title));
    else
        ui->templateLabel->set(icon(QStringLiteral("intents")),
                               tr("No template has this name: say promise and tasks below."));
}

void ActivityForm::onEdited()
{
    if (!m_filling)
        (void)check(Wanted::Later);
}

bool ActivityForm::hasTyped() const
{
    const ActivityDraft now = draft();
    return !(now.citizen.isEmpty() && now.intent.isEmpty() && now.sla.isEmpty() && now.tasks.empty());
}

ActivityDraft ActivityForm::draft() const
{
    return {ui->citizenEdit->text(), ui->intentCombo->currentText(), ui->slaEdit->text(),
            ui->priorityCombo->currentData().toInt(), ui->tasks->tasks()};
}

Result<CreateActivity> ActivityForm::check(Wanted wanted)
{
    clearErrors();
    Result<CreateActivity> activity = activityOf(draft(), chosenTemplate());
    if (!activity)
        complain(activity.error(), wanted);
    return activity;
}

std::vector<ActivityForm::Field> ActivityForm::fields() const
{
    return {{QStringLiteral("/citizen_id"), ui->citizenEdit, ui->citizenError},
            {QStringLiteral("/intent"), ui->intentCombo, ui->intentError},
            {QStringLiteral("/from_template"), ui->intentCombo, ui->intentError},
            {QStringLiteral("/sla"), ui->slaEdit, ui->slaError},
            {QStringLiteral("/priority"), ui->priorityCombo, ui->priorityError}};
}

void ActivityForm::clearErrors()
{
    for (const Field &field : fields())
        field.error->hide();
    ui->otherError->hide();
    ui->tasks->complain({}, Wanted::Now);
}

void ActivityForm::complain(const Error &error, Wanted wanted)
{
    const QIcon sign = slaIcon(SlaState::Breached);
    const auto places = fields();
    const ActivityDraft typed = draft();
    std::vector<FieldError> ofTasks;
    Error other{error.code, error.detail, {}};
    for (const FieldError &fault : error.fields) {
        const auto place = std::ranges::find(places, fault.pointer, &Field::pointer);
        const bool isEmpty = (fault.pointer == u"/citizen_id" && typed.citizen.trimmed().isEmpty())
            || (fault.pointer == u"/intent" && typed.intent.trimmed().isEmpty())
            || (fault.pointer == u"/sla" && typed.sla.trimmed().isEmpty());
        if (fault.pointer.startsWith(u"/tasks/"))
            ofTasks.push_back(fault);
        else if (place == places.end())
            other.fields.push_back(fault);
        else if (place->error->isHidden() && !(isEmpty && wanted == Wanted::Later)) { // the first of a field is enough
            place->error->set(sign, text(fault.detail));
            place->error->show();
        }
    }
    ui->tasks->complain(ofTasks, wanted);
    if (error.fields.empty() || !other.fields.empty()) {
        ui->otherError->set(sign, text(other), true);
        ui->otherError->show();
    }
}

void ActivityForm::focusWrong()
{
    for (const Field &field : fields())
        if (!field.error->isHidden()) {
            field.edit->setFocus();
            return ui->scrollArea->ensureWidgetVisible(field.edit);
        }
    if (!ui->tasks->hasErrors())
        return;
    ui->tasks->focusWrong();
    ui->scrollArea->ensureWidgetVisible(ui->tasks);
}

void ActivityForm::create()
{
    if (m_creating)
        return;
    hideNames();
    const Result<CreateActivity> command = check(Wanted::Now);
    if (!command)
        return focusWrong();
    m_creating = true;
    whenReady(m_client.send(*command), this, [this](Result<domain::ActivityView> activity) {
        m_creating = false;
        if (!activity) {
            complain(activity.error(), Wanted::Now);
            return focusWrong();
        }
        drop();
        close();
        emit created(*activity);
    });
}

} // namespace hmsact::console
