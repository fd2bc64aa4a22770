// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/eventtext.h"

#include "console/escalationtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>

namespace hmsact::console {

namespace {

struct Sentence {
    const char *plain; // %1: the task
    const char *withWorker = nullptr; // %2: the worker, when the event names one
};

const QHash<QString, Sentence> &sentences()
{
    static const QHash<QString, Sentence> all{
        {QStringLiteral("activity.created"), {QT_TRANSLATE_NOOP("Event", "The request came in")}},
        {QStringLiteral("activity.completed"), {QT_TRANSLATE_NOOP("Event", "The activity was completed")}},
        {QStringLiteral("activity.reopened"), {QT_TRANSLATE_NOOP("Event", "The activity goes on: a task was undone")}},
        {QStringLiteral("activity.cancelled"), {QT_TRANSLATE_NOOP("Event", "The activity was cancelled")}},
        {QStringLiteral("activity.failed"), {QT_TRANSLATE_NOOP("Event", "The activity was given up")}},
        {QStringLiteral("activity.sla_breached"), {QT_TRANSLATE_NOOP("Event", "The activity is overdue")}},
        {QStringLiteral("activity.due_moved"), {QT_TRANSLATE_NOOP("Event", "The activity falls due at another time")}},
        {QStringLiteral("activity.escalated"), {QT_TRANSLATE_NOOP("Event", "The activity was escalated")}},
        {QStringLiteral("task.enqueued"), {QT_TRANSLATE_NOOP("Event", "%1 was added")}},
        {QStringLiteral("task.created"), {QT_TRANSLATE_NOOP("Event", "%1 was added")}},
        {QStringLiteral("task.ready"), {QT_TRANSLATE_NOOP("Event", "%1 can start: its needs are met")}},
        {QStringLiteral("task.reserved"),
         {QT_TRANSLATE_NOOP("Event", "%1 was taken up"), QT_TRANSLATE_NOOP("Event", "%2 took up %1")}},
        {QStringLiteral("task.completed"),
         {QT_TRANSLATE_NOOP("Event", "%1 was completed"), QT_TRANSLATE_NOOP("Event", "%2 completed %1")}},
        {QStringLiteral("task.review_requested"),
         {QT_TRANSLATE_NOOP("Event", "%1 is done and waits for a review"),
          QT_TRANSLATE_NOOP("Event", "%2 finished %1; it waits for a review")}},
        {QStringLiteral("task.referred"),
         {QT_TRANSLATE_NOOP("Event", "%1 is left to a person"), QT_TRANSLATE_NOOP("Event", "%2 left %1 to a person")}},
        {QStringLiteral("task.attempt_failed"),
         {QT_TRANSLATE_NOOP("Event", "An attempt at %1 failed; it will be tried again"),
          QT_TRANSLATE_NOOP("Event", "%2 could not do %1; it will be tried again")}},
        {QStringLiteral("task.failed"),
         {QT_TRANSLATE_NOOP("Event", "%1 failed for good"),
          QT_TRANSLATE_NOOP("Event", "%2 could not do %1; it failed for good")}},
        {QStringLiteral("task.lease_extended"),
         {QT_TRANSLATE_NOOP("Event", "More time was given to %1"), QT_TRANSLATE_NOOP("Event", "%2 is still at %1")}},
        {QStringLiteral("task.lease_expired"),
         {QT_TRANSLATE_NOOP("Event", "%1 was taken back: nothing was heard of it in time"),
          QT_TRANSLATE_NOOP("Event", "%1 was taken back: nothing was heard of %2 in time")}},
        {QStringLiteral("task.released"),
         {QT_TRANSLATE_NOOP("Event", "%1 was given back"), QT_TRANSLATE_NOOP("Event", "%2 gave %1 back")}},
        {QStringLiteral("task.opted_in"), {QT_TRANSLATE_NOOP("Event", "The option %1 was chosen")}},
        {QStringLiteral("task.declined"), {QT_TRANSLATE_NOOP("Event", "The option %1 was declined")}},
        {QStringLiteral("task.option_lapsed"), {QT_TRANSLATE_NOOP("Event", "The option %1 lapsed: nobody chose in time")}},
        {QStringLiteral("task.held"), {QT_TRANSLATE_NOOP("Event", "%1 was put on hold")}},
        {QStringLiteral("task.resumed"), {QT_TRANSLATE_NOOP("Event", "%1 was resumed")}},
        {QStringLiteral("task.retried"), {QT_TRANSLATE_NOOP("Event", "%1 is to be tried again")}},
        {QStringLiteral("task.skipped"), {QT_TRANSLATE_NOOP("Event", "%1 was skipped")}},
        {QStringLiteral("task.cancelled"), {QT_TRANSLATE_NOOP("Event", "%1 was cancelled with its activity")}},
        {QStringLiteral("task.reassigned"),
         {QT_TRANSLATE_NOOP("Event", "%1 was reassigned"), QT_TRANSLATE_NOOP("Event", "%1 was reassigned to %2")}},
        {QStringLiteral("task.approved"), {QT_TRANSLATE_NOOP("Event", "%1 was approved")}},
        {QStringLiteral("task.sent_back"), {QT_TRANSLATE_NOOP("Event", "%1 was sent back")}},
        {QStringLiteral("task.undone"),
         {QT_TRANSLATE_NOOP("Event", "%1 is not done after all"),
          QT_TRANSLATE_NOOP("Event", "%2 took back that %1 is done")}},
        {QStringLiteral("task.taken_back"), {QT_TRANSLATE_NOOP("Event", "%1 waits again: what it needs was undone")}},
        {QStringLiteral("task.commented"), {QT_TRANSLATE_NOOP("Event", "Comment on %1")}},
        {QStringLiteral("task.sla_breached"), {QT_TRANSLATE_NOOP("Event", "%1 is overdue")}},
        {QStringLiteral("task.escalated"),
         {QT_TRANSLATE_NOOP("Event", "%1 was escalated"), QT_TRANSLATE_NOOP("Event", "%1 was escalated to %2")}},
        {QStringLiteral("task.priority_raised"), {QT_TRANSLATE_NOOP("Event", "%1 was made more urgent")}},
        {QStringLiteral("task.due_moved"), {QT_TRANSLATE_NOOP("Event", "%1 falls due at another time")}},
        {QStringLiteral("task.sla_restarted"), {QT_TRANSLATE_NOOP("Event", "The time of %1 begins anew")}},
        {QStringLiteral("task.artefact_stored"), {QT_TRANSLATE_NOOP("Event", "A file was added to %1")}},
        {QStringLiteral("alert.raised"), {QT_TRANSLATE_NOOP("Event", "An alert was raised")}},
        {QStringLiteral("alert.acknowledged"), {QT_TRANSLATE_NOOP("Event", "An alert was acknowledged")}},
        {QStringLiteral("alert.snoozed"), {QT_TRANSLATE_NOOP("Event", "An alert was put off")}},
        {QStringLiteral("alert.reopened"), {QT_TRANSLATE_NOOP("Event", "An alert is open again")}},
        {QStringLiteral("alert.solved"), {QT_TRANSLATE_NOOP("Event", "What an alert was about is over")}},
    };
    return all;
}

// What becomes of a task while it waits for somebody to begin, and what is taken back.
const QHash<QString, Sentence> &offerSentences()
{
    static const QHash<QString, Sentence> all{
        {QStringLiteral("task.assigned"),
         {QT_TRANSLATE_NOOP("Event", "%1 was offered"), QT_TRANSLATE_NOOP("Event", "%1 was offered to %2")}},
        {QStringLiteral("task.kept_for_pool"),
         {QT_TRANSLATE_NOOP("Event", "%1 is kept for a pool"), QT_TRANSLATE_NOOP("Event", "%1 is kept for the pool %2")}},
        {QStringLiteral("task.given_up"),
         {QT_TRANSLATE_NOOP("Event", "%1 goes to others"), QT_TRANSLATE_NOOP("Event", "%1 goes to others than %2")}},
        {QStringLiteral("task.handed_over"),
         {QT_TRANSLATE_NOOP("Event", "%1 was handed over: somebody is away"),
          QT_TRANSLATE_NOOP("Event", "%1 was handed over: %2 is away")}},
        {QStringLiteral("task.offer_withdrawn"),
         {QT_TRANSLATE_NOOP("Event", "The offer of %1 was taken back: somebody is not available"),
          QT_TRANSLATE_NOOP("Event", "The offer of %1 was taken back: %2 is not available")}},
        {QStringLiteral("task.offer_returned"),
         {QT_TRANSLATE_NOOP("Event", "The offer of %1 was taken back: nobody began in time"),
          QT_TRANSLATE_NOOP("Event", "The offer of %1 was taken back: %2 did not begin in time")}},
        {QStringLiteral("task.offer_kept"),
         {QT_TRANSLATE_NOOP("Event", "%1 stays where it is: nobody else could take it"),
          QT_TRANSLATE_NOOP("Event", "%1 stays with %2: nobody else could take it")}},
        {QStringLiteral("task.restored"), {QT_TRANSLATE_NOOP("Event", "What was done last with %1 was taken back")}},
    };
    return all;
}

const Sentence *sentenceFor(const QString &kind) // nullptr: nobody has written one
{
    for (const auto *all : {&sentences(), &offerSentences()})
        if (const auto known = all->constFind(kind); known != all->cend())
            return &*known;
    return nullptr;
}

QString textAt(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }

// Who took part: said outright, or seen from what changed (a lease that is over names its holder in `before`).
QString workerOf(const QJsonObject &detail)
{
    const QString said = textAt(detail, "worker_id");
    if (!said.isEmpty())
        return said;
    const QJsonObject after = detail.value(QLatin1String("after")).toObject();
    for (const QString &now : {textAt(after, "worker_id"), textAt(after, "pool")})
        if (!now.isEmpty())
            return now;
    return textAt(detail.value(QLatin1String("before")).toObject(), "worker_id");
}

// What people added in their own words.
QString wordsOf(const QJsonObject &detail)
{
    for (const char *name : {"reason", "text", "file_name", "file", "rule"}) {
        const QString words = textAt(detail, name);
        if (!words.isEmpty())
            return words;
    }
    return {};
}

} // namespace

QString eventText(const domain::Event &event, const QString &taskName)
{
    const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
    if (event.kind.endsWith(QLatin1String(".escalated")) && detail.contains(QLatin1String("then")))
        return firedText(detail, event.atMs);
    const QString worker = workerOf(detail);
    const Sentence *known = sentenceFor(event.kind);
    QString text;
    if (!known) {
        text = event.kind;
        text.replace(u'.', u' ').replace(u'_', u' ');
        if (!taskName.isEmpty())
            text = taskName + QStringLiteral(": ") + text;
    } else if (known->withWorker && !worker.isEmpty()) {
        text = QCoreApplication::translate("Event", known->withWorker).arg(taskName, worker);
    } else {
        text = QCoreApplication::translate("Event", known->plain);
        if (text.contains(QLatin1String("%1")))
            text = text.arg(taskName);
    }
    const QString words = wordsOf(detail);
    return words.isEmpty() ? text : QCoreApplication::translate("Event", "%1: “%2”").arg(text, words.simplified());
}

QString actorText(const domain::Event &event)
{
    return event.actor == QLatin1String("engine") ? QCoreApplication::translate("Event", "the program") : event.actor;
}

} // namespace hmsact::console
