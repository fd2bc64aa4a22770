// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "store/archivefile.h"
#include "store/columns.h"
#include "store/eventhash.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QSysInfo>

#include <algorithm>

namespace hmsact::store {

using namespace Qt::StringLiterals;
using domain::AuditReport;
using domain::Event;
using domain::Result;

namespace {

// What events say of a task as a whole.
const QStringList &taskFields()
{
    static const QStringList fields{u"name"_s, u"state"_s, u"worker_id"_s};
    return fields;
}

// As the last event left it.
struct Said {
    QString activity; // its state
    QHash<QString, QMap<QString, QString>> tasks; // by id, of taskFields()

    void hear(const QString &task, const Event &event)
    {
        const QJsonObject detail = QJsonDocument::fromJson(event.detail).object();
        const QJsonObject after = detail.value(u"after"_s).toObject();
        if (task.isEmpty()) {
            activity = after.value(u"state"_s).toString(activity);
            return;
        }
        QMap<QString, QString> &said = tasks[task];
        if (event.kind == u"task.enqueued"_s)
            said.insert(u"name"_s, detail.value(u"name"_s).toString());
        for (const QString &field : {u"state"_s, u"worker_id"_s}) {
            if (after.contains(field))
                said.insert(field, after.value(field).toString());
        }
    }
};

qint64 endOf(const QJsonObject &part) { return part.value(u"offset"_s).toInteger() + part.value(u"bytes"_s).toInteger(); }

// What `part` says of a stretch of the file: offset, bytes, sha256.
bool isAsWritten(QFile &file, const QJsonObject &part)
{
    constexpr qint64 pieceMax = 1 << 20;
    if (!file.seek(part.value(u"offset"_s).toInteger(-1)))
        return false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 left = part.value(u"bytes"_s).toInteger(); left > 0;) {
        const QByteArray piece = file.read(std::min(left, pieceMax));
        if (piece.isEmpty())
            return false;
        hash.addData(piece);
        left -= piece.size();
    }
    return QString::fromLatin1(hash.result().toHex()) == part.value(u"sha256"_s).toString();
}

// One pass over the lines of an archive.
class ArchiveVerifier
{
public:
    AuditReport run(QFile &file)
    {
        while (m_report.ok) {
            const QByteArray line = file.readLine();
            m_isWhole &= line.isEmpty();
            if (!line.endsWith('\n'))
                break;
            ++m_line;
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (m_line == 1)
                checkHeading(object);
            else if (object.contains(u"content"_s))
                checkContent(object);
            else if (m_endsParts && object.contains(u"part"_s))
                checkPart(object.value(u"part"_s).toObject(), file, file.pos() - line.size());
            else
                checkActivity(object);
        }
        if (m_report.ok && m_line == 0)
            broken(u"it is no archive"_s);
        if (m_report.ok && m_endsParts && !m_isWhole)
            broken(u"the last part has no end: the archive was cut off, or was interrupted there; archive again then"_s);
        return m_report;
    }

private:
    void broken(const QString &what)
    {
        m_report.ok = false;
        m_report.firstBroken = u"line %1: %2"_s.arg(m_line).arg(what);
    }

    void checkHeading(const QJsonObject &line)
    {
        const int format = line.value(u"format"_s).toInt();
        if (line.value(u"archive"_s) != u"hms-act"_s || format < 1 || format > 2)
            broken(u"it is no archive that this program can read"_s);
        m_endsParts = format == 2;
        m_isWhole = true;
    }

    // What lies between two parts is of one that was interrupted: it was written once more.
    void checkPart(const QJsonObject &part, QFile &file, qint64 endsAt)
    {
        const qint64 backTo = file.pos();
        if (endOf(part) != endsAt || !isAsWritten(file, part))
            broken(u"the part that ends here is not as it was written"_s);
        file.seek(backTo);
        m_isWhole = true;
    }

    void checkContent(const QJsonObject &line)
    {
        const QByteArray bytes = QByteArray::fromBase64(line.value(u"content"_s).toString().toLatin1());
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        if (hash != line.value(u"sha256"_s).toString())
            return broken(u"the content of an artefact does not match its hash"_s);
        m_contents.insert(hash);
    }

    void checkActivity(const QJsonObject &line)
    {
        const QJsonObject activity = line.value(u"activity"_s).toObject();
        const auto id = domain::ActivityId::fromString(activity.value(u"id"_s).toString());
        if (!id)
            return broken(u"it is neither an activity nor an artefact"_s);
        Said left;
        const QJsonArray events = line.value(u"events"_s).toArray();
        if (!checkChain(*id, events, left))
            return;
        const QByteArray created = events.first().toObject().value(u"detail"_s).toString().toUtf8();
        const QJsonObject said = QJsonDocument::fromJson(created).object();
        for (const QString &field : {u"citizen_id"_s, u"intent"_s, u"calendar"_s}) {
            const QString is = activity.value(field).toString();
            if (said.contains(field) && said.value(field).toString() != is)
                return broken(
                    u"%1: the %2 is %3, its events say %4"_s.arg(id->toString(), field, is, said.value(field).toString()));
        }
        if (const QString state = activity.value(u"state"_s).toString(); state != left.activity)
            return broken(u"%1: the state is %2, its events say %3"_s.arg(id->toString(), state, left.activity));
        for (const QJsonValue value : activity.value(u"tasks"_s).toArray()) {
            const QJsonObject task = value.toObject();
            const QMap<QString, QString> recorded = left.tasks.take(task.value(u"id"_s).toString());
            for (const QString &field : taskFields()) {
                const QString is = task.value(field).toString();
                const QString was = recorded.value(field);
                if (was != is)
                    return broken(u"%1 task %2: the %3 is %4, its events say %5"_s.arg(
                        id->toString(), task.value(u"name"_s).toString(), field, is.isEmpty() ? u"nothing"_s : is,
                        was.isEmpty() ? u"nothing"_s : was));
            }
        }
        if (!left.tasks.isEmpty())
            return broken(u"%1 task %2 has events but is gone"_s.arg(id->toString(), left.tasks.constBegin().key()));
        for (const QJsonValue artefact : line.value(u"artefacts"_s).toArray())
            if (!m_contents.contains(artefact.toObject().value(u"sha256"_s).toString()))
                return broken(u"%1: the content of an artefact is missing"_s.arg(id->toString()));
    }

    bool checkChain(domain::ActivityId id, const QJsonArray &events, Said &left)
    {
        QByteArray hash;
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QJsonObject said = events.at(i).toObject();
            const QString task = said.value(u"task_id"_s).toString();
            Event event{id,
                        said.value(u"seq"_s).toInteger(),
                        said.value(u"at"_s).toInteger(),
                        said.value(u"actor"_s).toString(),
                        said.value(u"kind"_s).toString(),
                        domain::TaskId::fromString(task).value_or(domain::TaskId()),
                        said.value(u"detail"_s).toString().toUtf8(),
                        QByteArray::fromHex(said.value(u"hash"_s).toString().toLatin1())};
            const QString where = u"%1 event %2: "_s.arg(id.toString()).arg(i + 1);
            if (event.seq != i + 1)
                return broken(where + u"it is missing"_s), false;
            if (eventHash(hash, event) != event.hash)
                return broken(where + u"the hash does not match"_s), false;
            hash = event.hash;
            left.hear(task, event);
        }
        ++m_report.chains;
        m_report.events += events.size();
        return !events.isEmpty() || (broken(u"%1 has no events"_s.arg(id.toString())), false);
    }

    AuditReport m_report;
    qint64 m_line = 0;
    bool m_endsParts = false; // each with a line; not so in format 1
    bool m_isWhole = false; // so far it ends with an end
    QSet<QString> m_contents; // hashes of those that were read
};

} // namespace

using Told = QMap<QString, QList<QJsonObject>>; // parts of each file, since it was begun

static Told toldParts(Database &database)
{
    Told told;
    const bool isShared = database.url().dialect == Dialect::PostgreSql; // other machines have other files of the same name
    Statement s = database.statement("archive.told");
    while (s.next()) {
        const QJsonObject part = jsonObject(s.blob(0));
        if (isShared && part.value(u"host"_s).toString() != QSysInfo::machineHostName())
            continue;
        QList<QJsonObject> &parts = told[part.value(u"file"_s).toString()];
        if (!parts.isEmpty()
            && part.value(u"offset"_s).toInteger() < endOf(parts.last())) // the one before was put elsewhere
            parts.clear();
        parts << part;
    }
    return told;
}

Result<QStringList> damagedArchives(Database &database)
{
    const Result<Told> told = database.read<Told>([&]() -> Result<Told> { return toldParts(database); });
    if (!told)
        return told.error();
    QStringList damaged;
    for (auto it = told->cbegin(); it != told->cend(); ++it) {
        QFile file(it.key());
        const auto isDamaged = [&](const QJsonObject &part) {
            return !isAsWritten(file, part);
        };
        if (file.open(QIODevice::ReadOnly) && std::ranges::any_of(*it, isDamaged))
            damaged << it.key();
    }
    return damaged;
}

Result<AuditReport> verifyArchive(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return domain::makeError(domain::ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "cannot read %1: %2"),
                                 {name, file.errorString()});
    return ArchiveVerifier().run(file);
}

} // namespace hmsact::store
