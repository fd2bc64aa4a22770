// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/emptystate.h"
#include "console/fieldnote.h"
#include "console/icons.h"
#include "console/primarybutton.h"
#include "console/words.h"
#include "console/workerform.h"
#include "console/workermodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

// What stands in the fields, what of it was changed, and what was wrong with it.
namespace hmsact::console {

using namespace domain;

std::optional<QMap<QString, int>> skillsFrom(const QString &text)
{
    QMap<QString, int> skills;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        QString name = part.trimmed();
        int level = skillLevelDefault;
        if (const qsizetype space = name.lastIndexOf(u' '); space > 0) {
            bool isNumber = false;
            level = name.mid(space + 1).toInt(&isNumber);
            if (!isNumber)
                level = skillLevelDefault;
            else if (level < 1 || level > skillLevelMax)
                return std::nullopt;
            else
                name = name.left(space).trimmed();
        }
        if (!name.isEmpty())
            skills.insert(name, level);
    }
    return skills;
}

QString skillsToText(const QMap<QString, int> &skills)
{
    QStringList parts;
    for (auto it = skills.cbegin(); it != skills.cend(); ++it)
        parts << QStringLiteral("%1 %2").arg(it.key(), QString::number(it.value()));
    return parts.join(QStringLiteral(", "));
}

static QString poolsToText(const QStringList &pools) { return pools.join(QStringLiteral(", ")); }

static QStringList poolsFrom(const QString &text)
{
    QStringList pools;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
        if (const QString pool = part.trimmed(); !pool.isEmpty() && !pools.contains(pool))
            pools << pool;
    return pools;
}

// In the list of calendars the one that is built in has no name.
static QString calendarOf(const Worker &worker) { return isBuiltIn(worker.calendar) ? QString() : worker.calendar; }

// What stands there already is left alone, and the caret where it is: somebody may be at it.
static void put(QLineEdit &edit, const QString &text)
{
    if (edit.text() == text)
        return;
    const int caret = edit.cursorPosition();
    edit.setText(text);
    edit.setCursorPosition(edit.hasFocus() ? caret : 0); // read from its beginning
}

void WorkerForm::fill(const Worker &worker)
{
    m_filling = true;
    if (worker.id != m_base.id)
        emit touched();
    m_base = worker;
    put(*m_name, worker.name);
    put(*m_id, worker.id.value);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(worker.kind)));
    put(*m_skills, skillsToText(worker.skills));
    put(*m_pools, poolsToText(worker.pools));
    m_capacity->setValue(worker.capacity);
    put(*m_channel, worker.channel);
    m_language->setCurrentIndex(std::max(0, m_language->findData(worker.language)));
    chooseCalendar(calendarOf(worker));
    m_available->setChecked(worker.available);
    m_filling = false;
    showErrors({});
    fieldChanged();
}

void WorkerForm::show(const StaffRow &row, qint64 nowMs)
{
    const WorkerView &view = row.view;
    const bool same = !m_new && m_worker == view.worker.id;
    if (!same && isChanged())
        return;
    m_load->setText(tr("%1 · %2 of %3 taken").arg(presenceText(row, nowMs)).arg(view.load).arg(view.worker.capacity));
    showLeave(view.worker, nowMs);
    if (!isChanged())
        stored(view.worker);
}

void WorkerForm::stored(const Worker &worker)
{
    m_new = false;
    m_worker = worker.id;
    m_title->setText(worker.name);
    fill(worker);
}

void WorkerForm::revert()
{
    if (m_new)
        clear();
    else
        fill(m_base);
}

void WorkerForm::startNew()
{
    clear();
    m_new = true;
    m_title->setText(tr("New worker"));
    Worker worker;
    worker.kind = WorkerKind::Human;
    worker.capacity = limits::capacityHuman;
    fill(worker);
    m_name->setFocus();
}

void WorkerForm::clear()
{
    m_new = false;
    m_worker = {};
    m_title->clear();
    m_load->clear();
    showLeave({}, 0);
    fill({});
}

void WorkerForm::fieldChanged()
{
    if (m_filling)
        return;
    if (isChanged())
        emit touched();
    const bool isEmpty = !m_new && m_worker.isNull();
    m_empty->setVisible(isEmpty);
    const bool open = m_editable && !isEmpty;
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_kind, m_skills, m_pools, m_capacity, m_channel,
                                                           m_language, m_calendar, m_available})
        field->setEnabled(open);
    m_id->setEnabled(open && m_new);
    m_planLeave->setEnabled(open && !m_new);
    m_planLeave->setVisible(m_editable);
    m_endLeave->setVisible(m_editable);
    m_save->setEnabled(open && isChanged() && !m_name->text().trimmed().isEmpty());
    m_revert->setEnabled(open && (m_new || isChanged()));
    m_revert->setVisible(m_editable);
    m_save->setText(m_new ? tr("Register") : tr("Save"));
    m_remove->setVisible(m_editable && !m_new && !m_worker.isNull());
}

// A field was changed when it does not say any more what it was filled with, however that is written.
SaveWorker WorkerForm::said(Fields fields) const
{
    SaveWorker command;
    const auto say = [&](auto field, auto value, const auto &before, bool isChanged) {
        if (!isChanged && fields == Fields::Changed)
            return;
        command.spec.*field = std::move(value);
        command.seen.*field = before;
    };
    say(&WorkerSpec::name, m_name->text().trimmed(), m_base.name, m_name->text() != m_base.name);
    const auto kind = static_cast<WorkerKind>(m_kind->currentData().toInt());
    say(&WorkerSpec::kind, kind, m_base.kind, kind != m_base.kind);
    say(&WorkerSpec::skills, skillsFrom(m_skills->text()).value_or(m_base.skills), m_base.skills,
        m_skills->text() != skillsToText(m_base.skills));
    say(&WorkerSpec::pools, poolsFrom(m_pools->text()), m_base.pools, m_pools->text() != poolsToText(m_base.pools));
    say(&WorkerSpec::capacity, m_capacity->value(), m_base.capacity, m_capacity->value() != m_base.capacity);
    say(&WorkerSpec::channel, m_channel->text().trimmed(), m_base.channel, m_channel->text() != m_base.channel);
    const QString language = m_language->currentData().toString();
    say(&WorkerSpec::language, language, m_base.language, language != m_base.language);
    const QString calendar = m_calendar->currentData().toString();
    say(&WorkerSpec::calendar, calendar, m_base.calendar, calendar != calendarOf(m_base));
    say(&WorkerSpec::available, m_available->isChecked(), m_base.available, m_available->isChecked() != m_base.available);
    if (const QString id = m_id->text().trimmed(); m_new && !id.isEmpty())
        command.spec.id = WorkerId{id};
    return command;
}

QString WorkerForm::title() const { return m_title->text(); }

bool WorkerForm::isChanged() const { return said(Fields::Changed).spec != WorkerSpec(); }

void WorkerForm::save()
{
    if (!skillsFrom(m_skills->text())) {
        showErrors(invalidField(QStringLiteral("/skills"), QT_TRANSLATE_NOOP("Error", "levels are 1 to 5")));
        return;
    }
    SaveWorker command = said(m_new ? Fields::All : Fields::Changed);
    command.mustExist = !m_new;
    if (m_new)
        command.seen = {};
    else
        command.spec.id = m_worker;
    emit saveRequested(command);
}

void WorkerForm::showErrors(const Error &error)
{
    for (FieldNote *note : std::as_const(m_errors))
        note->hide();
    const bool isAtField = !error.fields.empty() && text(error.fields.front().detail) == text(error.detail);
    m_general = isAtField || !*error.detail.key ? QString() : text(error.detail);
    for (const FieldError &field : error.fields) {
        FieldNote *place = m_errors.value(field.pointer.section(u'/', 0, 1));
        if (!place) {
            m_general += text(field.detail);
            continue;
        }
        place->set(slaIcon(SlaState::Breached), text(field.detail));
        place->show();
    }
}

} // namespace hmsact::console
