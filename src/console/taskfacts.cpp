// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskfacts.h"

#include "console/quietlabel.h"
#include "console/timetext.h"
#include "console/waitingtext.h"
#include "console/words.h"
#include "console/wraplabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>

namespace hmsact::console {

using domain::Task;
using domain::TaskDetail;
using domain::TaskState;

namespace {

constexpr int captionChars = 18;

QString escaped(const QString &text)
{
    QString html = text.toHtmlEscaped();
    return html.replace(u'\n', QLatin1String("<br>"));
}

QString link(const QString &target, const QString &text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>")
        .arg(QString::fromLatin1(target.toUtf8().toPercentEncoding()), escaped(breakable(text)));
}

QString linesHtml(const QStringList &parts) { return parts.join(QLatin1String("<br>")); }

QString plain(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

// A form's fields one under the other; what is nested deeper stays JSON.
QString fieldsText(const QJsonValue &value)
{
    if (!value.isObject())
        return value.isNull() || value.isUndefined() ? QString() : plain(value);
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        parts << it.key() + QStringLiteral(": ") + plain(it.value());
    return parts.join(u'\n');
}

QString blockersHtml(const std::vector<domain::Blocker> &blockers)
{
    QStringList parts;
    for (const domain::Blocker &blocker : blockers) {
        QString state = text(blocker.state);
        if (!blocker.worker.isNull())
            state += QStringLiteral(", ") + blocker.worker.value;
        parts << link(blocker.name, blocker.name) + QStringLiteral(" – ") + escaped(state);
    }
    return linesHtml(parts);
}

QString filesHtml(const std::vector<domain::Artefact> &files)
{
    QStringList parts;
    for (const domain::Artefact &file : files)
        parts << link(file.fileName, file.fileName) + QStringLiteral(" (%1)").arg(sizeText(file.sizeBytes));
    return linesHtml(parts);
}

// The core's words for why somebody was chosen or left out.
QString choiceText(const QString &code)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("reserved"), QT_TRANSLATE_NOOP("Choice", "took what was kept for it")},
        {QStringLiteral("asked"), QT_TRANSLATE_NOOP("Choice", "asked for work: this came first of what it can do")},
        {QStringLiteral("kept_for_worker"), QT_TRANSLATE_NOOP("Choice", "it is kept for this worker")},
        {QStringLiteral("kept_for_pool"), QT_TRANSLATE_NOOP("Choice", "it is kept for a pool")},
        {QStringLiteral("anyone"), QT_TRANSLATE_NOOP("Choice", "whoever has the skill may take it")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("Choice", "did it")},
        {QStringLiteral("no_skill"), QT_TRANSLATE_NOOP("Choice", "does not have the skill")},
        {QStringLiteral("no_human"), QT_TRANSLATE_NOOP("Choice", "is a machine, and it is kept for people")},
        {QStringLiteral("not_in_pool"), QT_TRANSLATE_NOOP("Choice", "is not in the pool")},
        {QStringLiteral("had_it_before"), QT_TRANSLATE_NOOP("Choice", "had it before")},
        {QStringLiteral("not_available"), QT_TRANSLATE_NOOP("Choice", "is away")},
        {QStringLiteral("level_too_low"), QT_TRANSLATE_NOOP("Choice", "does not have the level it takes")},
        {QStringLiteral("on_leave"), QT_TRANSLATE_NOOP("Choice", "is on leave")},
        {QStringLiteral("off_shift"), QT_TRANSLATE_NOOP("Choice", "is not at work now")},
        {QStringLiteral("too_big"), QT_TRANSLATE_NOOP("Choice", "could never have room for it")},
        {QStringLiteral("at_capacity"), QT_TRANSLATE_NOOP("Choice", "has no capacity left")},
    };
    const char *known = words.value(code);
    return known ? QCoreApplication::translate("Choice", known) : code;
}

QString chosenText(const QJsonObject &assignment)
{
    QStringList parts;
    QString how = assignment.value(QLatin1String("how")).toString();
    if (how == QLatin1String("reserved")
        && assignment[QLatin1String("last")][QLatin1String("why")] == QLatin1String("asked"))
        how = QStringLiteral("asked");
    if (!how.isEmpty())
        parts << choiceText(how);
    const QJsonArray leftOut = assignment.value(QLatin1String("left_out")).toArray();
    for (const QJsonValue &one : leftOut) {
        const QString why = one.toObject().value(QLatin1String("why")).toString();
        parts << QStringLiteral("%1: %2").arg(one.toObject().value(QLatin1String("worker_id")).toString(), choiceText(why));
    }
    return parts.join(u'\n');
}

QString sureText(const domain::Oversight &seen)
{
    QStringList parts;
    if (seen.confidencePpm != domain::noConfidence)
        parts << percentText(seen.confidencePpm);
    if (seen.floorPpm > 0)
        parts << TaskFacts::tr("below %1 a person sees to it").arg(percentText(seen.floorPpm));
    return parts.join(QStringLiteral(" · "));
}

QString reviewText(const Task &task)
{
    const domain::Oversight &seen = task.oversight;
    QStringList parts;
    if (!seen.proposedBy.isNull())
        parts << TaskFacts::tr("work of %1").arg(seen.proposedBy.value);
    if (seen.forHumans && domain::isOpen(task.state))
        parts << (seen.pool.isEmpty() ? TaskFacts::tr("kept for people")
                                      : TaskFacts::tr("kept for people of %1").arg(seen.pool));
    if (seen.outcome != domain::ReviewOutcome::None)
        parts << text(seen.outcome);
    return parts.join(QStringLiteral(" · "));
}

QString progressText(const domain::Oversight &seen)
{
    if (seen.progressPercent < 0)
        return {};
    const QString percent = percentText(seen.progressPercent * 10'000);
    return seen.note.isEmpty() ? percent : QStringLiteral("%1 · %2").arg(percent, seen.note);
}

QString mailText(const std::vector<domain::OpenedMail> &mail, qint64 nowMs)
{
    QStringList parts;
    for (const domain::OpenedMail &one : mail) {
        const QString worker = one.worker.value;
        if (one.openedAtMs > 0)
            parts << TaskFacts::tr("%1: opened %2").arg(worker, instantText(one.openedAtMs, nowMs));
        if (one.machineAtMs > 0)
            parts << TaskFacts::tr("%1: opened by what looks like a mail scanner, %2")
                         .arg(worker, instantText(one.machineAtMs, nowMs));
    }
    return parts.join(u'\n');
}

// While a task is paused its due time moves with the clock: what stays is how much is left.
QString dueText(const Task &task, qint64 nowMs)
{
    if (task.dueAtMs == 0)
        return TaskFacts::tr("%1 after it can start").arg(spanText(task.slaMs));
    if (task.pausedAtMs == 0)
        return instantText(task.dueAtMs, nowMs);
    const qint64 leftMs = task.dueAtMs - task.pausedAtMs;
    return (leftMs > 0 ? TaskFacts::tr("stands still, %1 left") : TaskFacts::tr("stands still, %1 late"))
        .arg(spanText(leftMs));
}

} // namespace

TaskFacts::TaskFacts(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    // Not a QFormLayout: with hidden rows Qt 6.4.2's writes beyond its own buffer.
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(14);
    m_layout->setVerticalSpacing(7);
    m_layout->setColumnStretch(1, 1);
    add(Waits, tr("Waits for"));
    add(Reason, tr("Reason"));
    add(Activity, tr("Activity"));
    add(Citizen, tr("Citizen"));
    add(Due, tr("Due"));
    add(Worker, tr("Worker"));
    add(Lease, tr("Held until"));
    add(NotBefore, tr("Not before"));
    add(Attempt, tr("Attempt"));
    add(Skill, tr("Skill"));
    add(Priority, tr("Priority"));
    add(Needs, tr("Needs"));
    add(Payload, tr("Details"));
    add(Result, tr("Result"));
    add(Sure, tr("How sure"));
    add(Review, tr("Review"));
    add(Progress, tr("Progress"));
    add(Files, tr("Files"));
    add(Mail, tr("Link in the mail"));
    add(Choice, tr("Why this worker"));
    for (QLabel *label : m_labels)
        label->setWordWrap(true);
}

// A long caption goes on in a second line where what is said needs the room.
void TaskFacts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int widest = 0;
    for (const QLabel *label : m_labels)
        widest = std::max(widest, fontMetrics().horizontalAdvance(label->text()) + 2);
    const int share = std::max(fontMetrics().averageCharWidth() * captionChars, width() / 3);
    for (QLabel *label : m_labels)
        label->setFixedWidth(std::min(widest, share));
}

void TaskFacts::add(Line line, const QString &label)
{
    const bool hasLinks = line == Waits || line == Activity || line == Needs || line == Files;
    QLabel *value = hasLinks ? new QLabel(this) : new WrapLabel(this);
    value->setObjectName(QStringLiteral("fact%1Label").arg(static_cast<int>(line)));
    if (hasLinks)
        value->setTextFormat(Qt::RichText);
    value->setAlignment(Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignTop); // also what runs to the left
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setWordWrap(true);
    m_values[line] = value;
    auto *name = new QuietLabel(label, this);
    name->setBuddy(value);
    m_labels[line] = name;
    value->setAccessibleName(label);
    m_layout->addWidget(name, line, 0, Qt::AlignLeft | Qt::AlignTop);
    m_layout->addWidget(value, line, 1);
    connect(value, &QLabel::linkActivated, this, [this, line](const QString &target) {
        follow(line, QString::fromUtf8(QByteArray::fromPercentEncoding(target.toLatin1())));
    });
}

void TaskFacts::set(Line line, const QString &text)
{
    QLabel *value = m_values[line];
    auto *plain = qobject_cast<WrapLabel *>(value);
    if (plain && plain->words() != text)
        plain->setWords(text);
    if (!plain && value->text() != text)
        value->setText(text);
    value->setFocusPolicy(!plain && text.contains(QLatin1String("<a ")) ? Qt::StrongFocus : Qt::NoFocus);
    value->setVisible(!text.isEmpty());
    m_labels[line]->setVisible(!text.isEmpty());
}

// The colour of a link becomes part of what it stands in.
void TaskFacts::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        for (QLabel *value : m_values) {
            const QString html = value->text();
            value->clear();
            value->setText(html);
        }
    QWidget::changeEvent(event);
}

void TaskFacts::follow(Line line, const QString &link)
{
    if (line == Activity)
        emit activityRequested();
    else if (line == Files)
        emit fileRequested(link);
    else
        emit taskRequested(link);
}

void TaskFacts::show(const TaskDetail &detail, qint64 nowMs)
{
    const Task &task = detail.view.task;
    const auto &waiting = detail.view.waiting;
    set(Waits,
        task.state == TaskState::Waiting && !detail.blockedBy.empty() ? blockersHtml(detail.blockedBy)
            : waiting                                                 ? escaped(text(*waiting, nowMs))
                                                                      : QString());
    set(Reason, task.state == TaskState::OnHold ? QString() : task.reason); // said above
    set(Activity, link(QStringLiteral("activity"), detail.view.intent));
    set(Citizen, detail.view.citizenId);
    set(Due, dueText(task, nowMs));
    set(Worker,
        !task.worker.isNull()     ? task.worker.value
            : task.pool.isEmpty() ? QString()
                                  : tr("anyone in pool %1").arg(task.pool));
    set(Lease, task.leaseExpiresAtMs > 0 ? instantText(task.leaseExpiresAtMs, nowMs) : QString());
    set(NotBefore,
        task.state == TaskState::Pending && task.notBeforeMs > nowMs ? instantText(task.notBeforeMs, nowMs) : QString());
    set(Attempt, tr("%1 of %2").arg(task.attempt).arg(task.maxAttempts));
    set(Skill, task.skill == task.name ? QString() : task.skill);
    set(Priority, QString::number(task.priority));
    QStringList needs;
    for (const QString &need : detail.view.needs)
        needs << link(need, need);
    set(Needs, linesHtml(needs));
    set(Payload, fieldsText(task.payload));
    set(Result, fieldsText(task.result));
    set(Sure, sureText(task.oversight));
    set(Review, reviewText(task));
    set(Progress, progressText(task.oversight));
    set(Files, filesHtml(detail.artefacts));
    set(Mail, mailText(detail.mail, nowMs));
    set(Choice, chosenText(detail.assignment));
}

} // namespace hmsact::console
