// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hmsact::engine {

using namespace Qt::StringLiterals;
using domain::ChangeSet;

void Hint::merge(const Hint &more)
{
    core = more.core;
    upTo = std::max(upTo, more.upTo);
    changes.merge(more.changes);
    readySkills |= more.readySkills;
    freedWorkers |= more.freedWorkers;
    // One by one: taken over whole, it would stay shared between threads.
    for (auto it = more.seen.cbegin(); it != more.seen.cend(); ++it)
        seen.insert(it.key(), it.value());
    workersSaved |= more.workersSaved;
    if (!exactly || !more.exactly)
        return exactly.reset();
    if (exactly->timerMs == 0 || (more.exactly->timerMs > 0 && more.exactly->timerMs < exactly->timerMs))
        exactly->timerMs = more.exactly->timerMs;
    exactly->isKept |= more.exactly->isKept;
}

bool Hint::isOnlySeen() const
{
    ChangeSet others = changes;
    others.workers = false;
    return !seen.isEmpty() && !workersSaved && others.isEmpty() && readySkills.isEmpty() && freedWorkers.isEmpty();
}

namespace {

// Numbers in JSON lose what is above 2^53, so ids are the texts that everybody else sees.
template <class Id>
void write(QJsonObject &json, const QString &name, const std::vector<Id> &ids)
{
    QJsonArray array;
    for (const Id &id : ids)
        array.append(id.toString());
    if (!array.isEmpty())
        json.insert(name, array);
}

void write(QJsonObject &json, const QString &name, const QSet<QString> &texts)
{
    if (!texts.isEmpty())
        json.insert(name, QJsonArray::fromStringList({texts.begin(), texts.end()}));
}

void write(QJsonObject &json, const QString &name, bool flag)
{
    if (flag)
        json.insert(name, true);
}

template <class Id>
void read(const QJsonObject &json, const QString &name, std::vector<Id> &ids)
{
    for (const auto &text : json.value(name).toArray()) {
        if (const auto id = Id::fromString(text.toString()))
            ids.push_back(*id);
    }
}

void read(const QJsonObject &json, const QString &name, QSet<QString> &texts)
{
    for (const auto &text : json.value(name).toArray())
        texts.insert(text.toString());
}

} // namespace

static QJsonObject toJson(const Hint &hint)
{
    const ChangeSet &changes = hint.changes;
    QJsonObject json{{u"core"_s, hint.core}, {u"up_to"_s, hint.upTo}};
    write(json, u"activities"_s, changes.activities);
    write(json, u"tasks"_s, changes.tasks);
    write(json, u"alerts"_s, changes.alerts);
    write(json, u"workers"_s, hint.workersSaved);
    write(json, u"rules"_s, changes.rules);
    write(json, u"calendars"_s, changes.calendars);
    write(json, u"intents"_s, changes.intents);
    write(json, u"tokens"_s, changes.tokens);
    write(json, u"messages"_s, changes.messages);
    write(json, u"many"_s, changes.overflow);
    write(json, u"all"_s, changes.unknown);
    write(json, u"ready"_s, hint.readySkills);
    write(json, u"freed"_s, hint.freedWorkers);
    QJsonObject seen;
    for (auto it = hint.seen.cbegin(); it != hint.seen.cend(); ++it)
        seen.insert(it.key(), it.value());
    if (!seen.isEmpty())
        json.insert(u"seen"_s, seen);
    return json;
}

QByteArray toText(const Hint &hint, qsizetype bytesMax)
{
    QJsonObject json = toJson(hint);
    QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    if (text.size() > bytesMax && json.contains(u"seen"_s)) { // then they are read anew
        json.remove(u"seen"_s);
        write(json, u"workers"_s, true);
        text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    }
    if (text.size() <= bytesMax)
        return text;
    json = {{u"core"_s, hint.core}, {u"up_to"_s, hint.upTo}, {u"all"_s, true}};
    write(json, u"tokens"_s, hint.changes.tokens);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Hint> hintFrom(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    Hint hint{json.value(u"core"_s).toInteger(), json.value(u"up_to"_s).toInteger(), {}, {}, {}, {}, false, std::nullopt};
    read(json, u"activities"_s, hint.changes.activities);
    read(json, u"tasks"_s, hint.changes.tasks);
    read(json, u"alerts"_s, hint.changes.alerts);
    hint.changes.overflow = json.value(u"many"_s).toBool();
    hint.workersSaved = json.value(u"workers"_s).toBool();
    const QJsonObject seen = json.value(u"seen"_s).toObject();
    for (auto it = seen.constBegin(); it != seen.constEnd(); ++it)
        hint.seen.insert(it.key(), it.value().toInteger());
    hint.changes.workers = hint.workersSaved || !seen.isEmpty();
    hint.changes.calendars = json.value(u"calendars"_s).toBool();
    hint.changes.intents = json.value(u"intents"_s).toBool();
    hint.changes.rules = json.value(u"rules"_s).toBool();
    hint.changes.tokens = json.value(u"tokens"_s).toBool();
    hint.changes.messages = json.value(u"messages"_s).toBool();
    read(json, u"ready"_s, hint.readySkills);
    read(json, u"freed"_s, hint.freedWorkers);
    if (json.value(u"all"_s).toBool())
        hint.changes.merge(ChangeSet::everything());
    return hint;
}

} // namespace hmsact::engine
