// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workerform.h"

#include "console/calendardraft.h"
#include "console/emptystate.h"
#include "console/fieldnote.h"
#include "console/keys.h"
#include "console/primarybutton.h"
#include "console/timetext.h"
#include "console/words.h"
#include "console/workermodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

namespace hmsact::console {

using namespace domain;

static constexpr int roomBetween = 6;

WorkerForm::WorkerForm(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_title(new QLabel(this)), m_load(new QLabel(this)),
      m_name(new QLineEdit(this)), m_id(new QLineEdit(this)), m_kind(new QComboBox(this)), m_skills(new QLineEdit(this)),
      m_pools(new QLineEdit(this)), m_capacity(new QSpinBox(this)), m_channel(new QLineEdit(this)),
      m_language(new QComboBox(this)), m_calendar(new QComboBox(this)), m_hours(new QLabel(this)),
      m_calendars(new QPushButton(tr("Calendars…"), this)), m_leave(new QListWidget(this)),
      m_planLeave(new QPushButton(tr("Plan leave…"), this)), m_endLeave(new QPushButton(tr("Take back"), this)),
      m_available(new QCheckBox(tr("Available for new tasks"), this)), m_save(new PrimaryButton(tr("Save"), this)),
      m_revert(new QPushButton(tr("&Revert"), this)), m_remove(new QPushButton(tr("Remove…"), this))
{
    setObjectName(QStringLiteral("workerForm"));
    m_load->setContentsMargins(0, 0, 0, roomBetween);
    build();
    m_empty = new EmptyState(*this);
    m_empty->say(QStringLiteral("workers"), tr("No worker chosen"),
                 tr("Choose somebody in the list to see and to change what is known."));
    clear();
}

void WorkerForm::add(const QString &pointer, const QString &label, QWidget *editor)
{
    const int row = m_grid->rowCount();
    auto *name = new QLabel(label, this);
    name->setBuddy(editor);
    editor->setAccessibleName(label);
    auto *error = new FieldNote(this);
    error->setObjectName(editor->objectName() + QStringLiteral("Error"));
    m_errors.insert(pointer, error);
    m_grid->addWidget(name, row, 0, qobject_cast<QListWidget *>(editor) ? Qt::AlignTop : Qt::Alignment());
    m_grid->addWidget(editor, row, 1);
    m_grid->addWidget(error, row + 1, 1);
}

static QHBoxLayout *newRow(int above, int below)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(roomBetween);
    row->setContentsMargins(0, above, 0, below);
    return row;
}

void WorkerForm::build()
{
    m_grid->setContentsMargins(16, 14, 16, 14);
    m_grid->setColumnStretch(1, 1);
    m_grid->setVerticalSpacing(1); // the lines of the notes are the room between
    QFont heading = m_title->font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * 1.25);
    m_title->setFont(heading);
    for (QLabel *label : {m_title, m_load, m_hours}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setObjectName(QStringLiteral("workerTitle"));
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    m_grid->addWidget(m_load, 1, 0, 1, 2);
    const std::pair<QWidget *, const char *> names[] = {{m_name, "nameEdit"},
                                                        {m_id, "idEdit"},
                                                        {m_kind, "kindCombo"},
                                                        {m_skills, "skillsEdit"},
                                                        {m_pools, "poolsEdit"},
                                                        {m_capacity, "capacitySpin"},
                                                        {m_channel, "channelEdit"},
                                                        {m_language, "languageCombo"},
                                                        {m_calendar, "calendarCombo"},
                                                        {m_hours, "hoursLabel"},
                                                        {m_calendars, "calendarsButton"},
                                                        {m_leave, "leaveList"},
                                                        {m_planLeave, "planLeaveButton"},
                                                        {m_endLeave, "endLeaveButton"},
                                                        {m_available, "availableCheck"},
                                                        {m_save, "saveButton"},
                                                        {m_revert, "revertButton"},
                                                        {m_remove, "removeButton"}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    m_capacity->setRange(1, limits::capacityMax);
    for (const WorkerKind kind : {WorkerKind::Human, WorkerKind::Bot, WorkerKind::Agent})
        m_kind->addItem(text(kind), static_cast<int>(kind));
    m_skills->setPlaceholderText(tr("dig 5, ship 3"));
    m_pools->setPlaceholderText(tr("front_desk, permits"));
    m_channel->setPlaceholderText(tr("email:alice@county.gov"));
    m_id->setPlaceholderText(tr("made from the name"));
    add(QStringLiteral("/name"), tr("Name"), m_name);
    add(QStringLiteral("/id"), tr("Id"), m_id);
    add(QStringLiteral("/kind"), tr("Kind"), m_kind);
    add(QStringLiteral("/skills"), tr("Skills"), m_skills);
    add(QStringLiteral("/pools"), tr("Pools"), m_pools);
    add(QStringLiteral("/capacity"), tr("Tasks at a time"), m_capacity);
    add(QStringLiteral("/channel"), tr("Reached by"), m_channel);
    m_language->addItem(tr("not known"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Español"), QStringLiteral("es"));
    add(QStringLiteral("/language"), tr("Language"), m_language);
    add(QStringLiteral("/calendar"), tr("Calendar"), m_calendar);
    QHBoxLayout *hours = newRow(0, 2 * roomBetween);
    hours->addWidget(m_hours, 1);
    hours->addWidget(m_calendars);
    m_grid->addLayout(hours, m_grid->rowCount(), 1);
    buildLeave();
    const int row = m_grid->rowCount();
    m_grid->addWidget(m_available, row, 1);
    QHBoxLayout *buttons = newRow(2 * roomBetween, roomBetween);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    m_grid->addLayout(buttons, row + 1, 1);
    m_grid->addWidget(m_remove, row + 2, 1, Qt::AlignLeft);
    m_grid->setRowStretch(row + 3, 1);
    connectFields();
}

void WorkerForm::connectFields()
{
    pressByKey(*m_save, QKeySequence::Save, *this);
    m_save->setToolTip(tr("Store what stands here (Ctrl+S)"));
    m_revert->setToolTip(tr("Back to what is saved"));
    m_remove->setToolTip(tr("Take this worker out of the register; refused while it holds tasks"));
    for (QLineEdit *edit : {m_name, m_id, m_skills, m_pools, m_channel})
        connect(edit, &QLineEdit::textEdited, this, &WorkerForm::fieldChanged);
    connect(m_capacity, &QSpinBox::valueChanged, this, &WorkerForm::fieldChanged);
    connect(m_kind, &QComboBox::activated, this, &WorkerForm::fieldChanged);
    connect(m_language, &QComboBox::activated, this, &WorkerForm::fieldChanged);
    connect(m_calendar, &QComboBox::activated, this, &WorkerForm::fieldChanged);
    connect(m_calendar, &QComboBox::currentIndexChanged, this, &WorkerForm::showHours);
    connect(m_available, &QCheckBox::clicked, this, &WorkerForm::fieldChanged);
    connect(m_save, &QPushButton::clicked, this, &WorkerForm::save);
    connect(m_revert, &QPushButton::clicked, this, &WorkerForm::revertRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_worker); });
}

void WorkerForm::buildLeave()
{
    m_leave->setFixedHeight(fontMetrics().lineSpacing() * 3 + 12);
    m_leave->setWordWrap(true);
    add(QStringLiteral("/leave"), tr("Leave"), m_leave);
    QHBoxLayout *buttons = newRow(0, 2 * roomBetween);
    buttons->addWidget(m_planLeave);
    buttons->addWidget(m_endLeave);
    buttons->addStretch();
    m_grid->addLayout(buttons, m_grid->rowCount(), 1);
    m_planLeave->setToolTip(tr("Shows first where each task would go (Alt+P)"));
    m_planLeave->setShortcut(QKeySequence(Qt::ALT | Qt::Key_P));
    m_endLeave->setEnabled(false);
    m_endLeave->setToolTip(tr("The chosen leave does not take place, or ends now"));
    m_calendars->setToolTip(tr("The hours of the calendars are changed on their page"));
    connect(m_planLeave, &QPushButton::clicked, this, &WorkerForm::leaveRequested);
    connect(m_endLeave, &QPushButton::clicked, this, &WorkerForm::takeLeaveBack);
    connect(m_calendars, &QPushButton::clicked, this, &WorkerForm::calendarsRequested);
    connect(m_leave, &QListWidget::currentRowChanged, this,
            [this](int row) { m_endLeave->setEnabled(m_editable && row >= 0); });
}

void WorkerForm::setCalendars(const std::vector<Calendar> &calendars)
{
    const auto nameOf = [](const Calendar &calendar) {
        return calendar.name == alwaysOpen ? QString() : calendar.name;
    };
    QMap<QString, QString> weeks;
    for (const Calendar &calendar : calendars)
        weeks.insert(nameOf(calendar), weekText(calendar));
    if (weeks == m_weeks)
        return; // somebody may be choosing one
    m_weeks = std::move(weeks);
    const QString chosen = m_calendar->currentData().toString();
    m_calendar->clear();
    for (const Calendar &calendar : calendars)
        m_calendar->addItem(calendar.name, nameOf(calendar));
    chooseCalendar(chosen);
    showHours();
}

void WorkerForm::chooseCalendar(const QString &name)
{
    if (m_calendar->findData(name) < 0) // not read yet
        m_calendar->addItem(name, name);
    m_calendar->setCurrentIndex(m_calendar->findData(name));
}

void WorkerForm::showHours() { m_hours->setText(m_weeks.value(m_calendar->currentData().toString())); }

static QString leaveText(const Leave &leave, qint64 nowMs)
{
    const QString span = WorkerForm::tr("%1 – %2").arg(instantText(leave.fromMs, nowMs), instantText(leave.toMs, nowMs));
    return leave.substitute.isNull() ? span : WorkerForm::tr("%1, %2 stands in").arg(span, leave.substitute.value);
}

void WorkerForm::showLeave(const Worker &worker, qint64 nowMs)
{
    if (worker.leave == m_planned)
        return;
    m_planned = worker.leave;
    m_leave->clear();
    for (const Leave &leave : m_planned)
        m_leave->addItem(leaveText(leave, nowMs));
    m_endLeave->setEnabled(false);
}

void WorkerForm::takeLeaveBack()
{
    const auto row = static_cast<size_t>(m_leave->currentRow());
    if (row >= m_planned.size())
        return;
    std::vector<Leave> rest = m_planned;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(row));
    emit leaveChanged(rest, m_planned);
}

void WorkerForm::setEditable(bool editable)
{
    m_editable = editable;
    fieldChanged();
}

} // namespace hmsact::console
