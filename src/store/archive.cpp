// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/archive.h"

#include "domain/codec.h"
#include "domain/sla.h"
#include "store/activitystore.h"
#include "store/alertstore.h"
#include "store/archivefile.h"
#include "store/artefactstore.h"
#include "store/eventstore.h"
#include "store/listquery.h"
#include "store/taskstore.h"

#include <QJsonArray>

namespace hmsact::store {

using namespace Qt::StringLiterals;
using domain::Activity;
using domain::Archived;
using domain::ArchivePart;
using domain::Result;
namespace limits = domain::limits;

namespace {

std::vector<Activity> nextActivities(Database &database, const domain::WriteArchive &query)
{
    std::vector<Activity> few;
    qint64 tasks = 0;
    qint64 events = 0;
    Statement s = database.statement("archive.next");
    s.bind(query.endedUntilMs, query.after.endedAtMs, query.after.activity.value, limits::archiveActivitiesMax);
    while (s.next()) {
        Activity activity = ActivityStore::row(s);
        tasks += activity.taskCount;
        events += activity.eventSeq;
        if (!few.empty() && (tasks > limits::archiveTasksMax || events > limits::archiveEventsMax))
            break;
        few.push_back(std::move(activity));
    }
    return few;
}

// With every digit that the hash was made from: the time in milliseconds, the detail as it stands.
QJsonArray eventsOf(Database &database, domain::ActivityId activity)
{
    QJsonArray list;
    for (qint64 after = 0;;) {
        const domain::Page<domain::Event> page = EventStore(database).page(activity, after, limits::pageMax);
        for (const domain::Event &event : page.items) {
            QJsonObject json = domain::toJson(event);
            json.remove(u"activity_id"_s);
            json.insert(u"at"_s, event.atMs);
            json.insert(u"detail"_s, QString::fromUtf8(event.detail));
            list.append(json);
            after = event.seq;
        }
        if (page.nextCursor.isEmpty())
            return list;
    }
}

domain::ActivityView viewOf(Database &database, const Activity &activity, qint64 nowMs)
{
    domain::ActivityView view{activity, domain::slaState(activity, nowMs), {}};
    for (domain::Task &task : TaskStore(database).ofActivity(activity.id))
        view.tasks.push_back({std::move(task), activity.intent, activity.citizenId, {}, {}, {}});
    std::vector<domain::TaskView *> places;
    for (domain::TaskView &task : view.tasks)
        places.push_back(&task);
    completeViews(database, places, nowMs);
    return view;
}

// The contents go first, each in a line of its own: one artefact at a time is held here.
void write(ArchiveFile &file, Database &database, const Activity &activity, qint64 nowMs)
{
    const domain::ActivityView view = viewOf(database, activity, nowMs);
    ArtefactStore store(database);
    QJsonArray artefacts;
    for (const domain::TaskView &task : view.tasks) {
        for (const domain::Artefact &artefact : store.ofTask(task.task.id)) {
            file.append({{u"content"_s, QString::fromLatin1(store.bytes(artefact).toBase64())},
                         {u"sha256"_s, QString::fromLatin1(artefact.sha256.toHex())}});
            artefacts.append(domain::toJson(artefact));
        }
    }
    QJsonArray alerts;
    for (const domain::Alert &alert : AlertStore(database).ofActivity(activity.id))
        alerts.append(domain::toJson(alert));
    file.append({{u"activity"_s, domain::toJson(view)},
                 {u"alerts"_s, alerts},
                 {u"artefacts"_s, artefacts},
                 {u"events"_s, eventsOf(database, activity.id)}});
}

} // namespace

domain::ArchiveCount countArchivable(Database &database, qint64 endedUntilMs)
{
    Statement s = database.statement("archive.count");
    if (!s.bind(endedUntilMs).next())
        return {};
    return {s.integer(0), s.integer(1), s.integer(2)};
}

Result<ArchivePart> writeArchive(Database &database, const domain::WriteArchive &query, qint64 nowMs)
{
    const auto opened = ArchiveFile::open(query.file);
    if (!opened)
        return opened.error();
    ArchiveFile &file = **opened;
    Result<ArchivePart> part = database.read<ArchivePart>([&]() -> Result<ArchivePart> {
        ArchivePart result;
        file.begin(); // once more, should the database have to be asked again: then it is there twice
        for (const Activity &activity : nextActivities(database, query)) {
            write(file, database, activity, nowMs);
            result.activities.push_back({activity.id, activity.eventSeq, activity.eventHash, activity.taskCount});
            result.last = {activity.endedAtMs, activity.id};
        }
        return result;
    });
    if (!part)
        return part.error();
    if (const domain::Status kept = file.finish(); !kept)
        return kept.error();
    part->file = query.file;
    part->offset = file.offset();
    part->bytes = file.bytes();
    part->sha256 = file.sha256();
    return part;
}

std::vector<Archived> forgetArchived(Database &database, const ArchivePart &part)
{
    QHash<qint64, Archived> written;
    std::vector<qint64> wanted;
    for (const Archived &one : part.activities) {
        written.insert(one.activity.value, one);
        wanted.push_back(one.activity.value);
    }
    std::vector<Archived> gone;
    std::vector<qint64> ids;
    {
        Statement s = database.statement("archive.take");
        s.bind(database.ids(wanted));
        while (s.next()) {
            const Archived &one = *written.constFind(s.integer(0));
            if (one.lastSeq != s.integer(1) || one.lastHash != s.blob(2))
                continue;
            gone.push_back(one);
            ids.push_back(one.activity.value);
        }
    }
    const QString list = database.ids(ids);
    std::vector<QByteArray> contents;
    {
        Statement s = database.statement("archive.contents");
        s.bind(list);
        while (s.next())
            contents.push_back(s.blob(0));
    }
    for (const char *step :
         {"archive.remove_artefacts", "archive.remove_needs", "archive.remove_alerts", "archive.remember_firings",
          "archive.remove_firings", "archive.remove_escalations", "archive.remove_pauses", "archive.remove_assignments",
          "archive.remove_events", "archive.remove_tasks", "archive.remove_activities"})
        database.statement(step).bind(list).execute();
    for (const QByteArray &sha256 : contents)
        ArtefactStore(database).dropUnusedContent(sha256);
    return gone;
}

} // namespace hmsact::store
