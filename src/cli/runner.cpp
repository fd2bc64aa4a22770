// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runner.h"

#include "cli/localdoor.h"
#include "cli/presentation.h"
#include "cli/refusal.h"
#include "domain/codec.h"
#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/notfound.h"
#include "engine/configuration.h"
#include "store/archivefile.h"

#include <QDir>
#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <cstdio>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

// Where an archive goes that nobody named: beside the file, or where the program keeps its own.
QString archiveFileOf(const store::DatabaseUrl &database)
{
    if (database.dialect == store::Dialect::Sqlite)
        return database.file + u".archive.jsonl"_s;
    const QString folder = engine::Configuration::dataFolder();
    QDir().mkpath(folder);
    const QString name = database.databaseName().isEmpty() ? u"postgresql"_s : database.databaseName();
    const QString server = database.server(); // databases of several servers may have one name
    const QString whole = server.isEmpty() ? name : name + u'@' + server;
    return folder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(whole, "@,")) + u".archive.jsonl"_s;
}

const QString rulesPath = QStringLiteral("/escalations/rules");

// 1 says of a verification that the record is broken: what keeps it from being done is 2.
bool isVerification(const QString &path) { return path == u"/audit/verify"_s || path == u"/db/verify"_s; }

// What stands in the place of a rule's id; empty: an id does, or it is about no rule.
QString ruleNamedIn(const QString &path)
{
    if (!path.startsWith(rulesPath + u'/'))
        return {};
    const QString word = QUrl::fromPercentEncoding(path.mid(rulesPath.size() + 1).section(u'/', 0, 0).toUtf8());
    return domain::RuleId::fromString(word) ? QString() : word;
}

} // namespace

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

Runner::Runner(Invocation invocation, Destination destination, QObject *parent)
    : QObject(parent), m_invocation(std::move(invocation)), m_destination(std::move(destination)),
      m_method(m_invocation.command->method)
{
}

template <class Error>
void Runner::refused(const Error &why, int exitStatus)
{
    refuse(m_invocation, why);
    emit finished(exitStatus);
}

void Runner::start()
{
    if (m_invocation.command->door == Door::Database)
        return sendToDatabase();
    if (m_destination.token.isEmpty())
        return refused(domain::makeError(ErrorCode::Unauthenticated, "no token: set HMS_ACT_TOKEN or give --token"),
                       exitUsage);
    sendToServer({.url = QUrl(m_destination.url), .token = m_destination.token});
}

void Runner::sendToDatabase()
{
    if (const QString archive = m_invocation.query.queryItemValue(u"archive"_s, QUrl::FullyDecoded); !archive.isEmpty())
        return verifyArchive(archive);
    const auto database = store::DatabaseUrl::parse(m_destination.databaseUrl);
    if (!database)
        return refused(database.error(), exitUsage);
    if (m_invocation.path == u"/db/archive"_s && !m_invocation.body.contains(u"file"_s))
        m_invocation.body.insert(u"file"_s, archiveFileOf(*database));
    const bool goesThroughHolder = database->dialect == store::Dialect::Sqlite && m_invocation.path != u"/db/restore"_s;
    if (goesThroughHolder) { // but what nobody may have open
        // A running process has the file to itself: it acts for us, with the secret that only the file's owner can read.
        if (const auto holder = store::ProcessLock::holder(database->file)) {
            if (holder->url.isEmpty())
                return refused(
                    domain::makeError(ErrorCode::Unavailable,
                                      "the database %1 is held by %2 (process %3), which has no API to go through",
                                      {database->file, holder->program, QString::number(holder->pid)}),
                    exitUsage);
            if (m_invocation.path == u"/db/migrate"_s) { // whoever runs on it has done that
                m_invocation.path = u"/db/status"_s;
                m_method = "GET";
            }
            if (*m_invocation.command->columns != '\0')
                m_invocation.query.addQueryItem(u"limit"_s, QString::number(domain::limits::pageMax));
            return sendToHolder(*holder);
        }
    }
    LocalDoor door(*database);
    const auto answer = door.send(m_invocation);
    if (door.hasSetUp()) // which a wrong --db would do, too
        complain(u"there was no database: %1 has been set up"_s.arg(database->withoutPassword()));
    if (answer)
        return answered(*answer);
    const bool unusable = answer.error().code == domain::ErrorCode::Unavailable || isVerification(m_invocation.path);
    refused(answer.error(), unusable ? exitUsage : exitRefused);
}

// Whom we meet the lock says, not a certificate, which is made out to the name that others know. A backup may take its time,
// but whether anybody is there who answers is known soon: a process may be stopped, or hang. What it is asked takes no
// database.
void Runner::sendToHolder(const store::ProcessLock::Holder &holder)
{
    constexpr qint64 knockMs = 5'000;
    m_client = std::make_unique<client::Client>(client::Settings{
        .url = QUrl(holder.url), .token = holder.secret, .timeoutMs = knockMs, .retries = 0, .checkCertificate = false});
    client::Request knock;
    knock.path = u"/openapi.json"_s;
    m_client->send(std::move(knock)).then(this, [this, holder](const client::Result<QJsonObject> &answer) {
        if (!answer && answer.error().kind == client::ErrorKind::Transport)
            refused(domain::makeError(ErrorCode::Unavailable,
                                      "the database is held by %1 (process %2), which does not answer",
                                      {holder.program, QString::number(holder.pid)}),
                    exitUsage);
        else
            sendRequest();
    });
}

void Runner::verifyArchive(const QString &file)
{
    const auto report = store::verifyArchive(file);
    if (report)
        answered(domain::toJson(*report));
    else
        refused(report.error(), exitUsage);
}

void Runner::sendToServer(const client::Settings &settings)
{
    m_client = std::make_unique<client::Client>(settings);
    if (const QString name = ruleNamedIn(m_invocation.path); !name.isEmpty())
        return findRule(name, [this](const QJsonValue &rule) {
            const qsizetype from = rulesPath.size() + 1;
            const qsizetype end = m_invocation.path.indexOf(u'/', from);
            m_invocation.path.replace(from, (end < 0 ? m_invocation.path.size() : end) - from, rule[u"id"_s].toString());
        });
    if (m_invocation.body.contains(u"edited"_s)) { // under the name that it would be set under, whatever it says of itself
        const auto called = [this](const QJsonValue &rule) {
            QJsonObject edited = m_invocation.body.take(u"edited"_s).toObject();
            edited.insert(u"name"_s, rule[u"name"_s]);
            m_invocation.body.insert(u"rule"_s, edited);
        };
        const QString word = m_invocation.body.value(u"rule"_s).toString();
        if (domain::RuleId::fromString(word))
            return findRule(word, called);
        called(QJsonObject{{u"name"_s, word}});
    }
    sendRequest();
}

// By the name that people know it by, or its id.
void Runner::findRule(const QString &name, const std::function<void(const QJsonValue &)> &found)
{
    client::Request request;
    request.path = rulesPath;
    request.query.addQueryItem(u"limit"_s, QString::number(domain::limits::rulesMax));
    m_client->send(std::move(request)).then(this, [this, name, found](const client::Result<QJsonObject> &answer) {
        if (!answer)
            return refused(answer.error());
        const QJsonArray rules = answer->value(u"items"_s).toArray();
        const auto known = std::ranges::find_if(rules, [&](const QJsonValue &rule) {
            return rule[u"name"_s].toString() == name || rule[u"id"_s].toString() == name;
        });
        if (known == rules.end())
            return refused(domain::noRule(name));
        found(*known);
        sendRequest();
    });
}

void Runner::sendRequest()
{
    client::Request request;
    request.method = m_method;
    request.path = m_invocation.path;
    request.query = m_invocation.query;
    if (request.method != "GET" && request.method != "DELETE")
        request.body = domain::compact(m_invocation.body);
    if (m_invocation.command->door == Door::Database)
        request.waitMs = 3'600'000; // a backup or a verification of a big database
    else if (m_invocation.path == u"/escalations/dry-run"_s)
        request.waitMs = 60'000; // over the record of months
    else
        request.waitMs = 1000 * m_invocation.body.value(u"wait_s"_s).toInteger();
    m_client->send(std::move(request)).then(this, [this](const client::Result<QJsonObject> &answer) {
        if (answer && m_invocation.command->door == Door::Database)
            gather(*answer);
        else if (answer)
            answered(*answer);
        else
            refused(answer.error(), isVerification(m_invocation.path) ? exitUsage : exitRefused);
    });
}

// Lists are told whole, as they are where nobody holds the database.
void Runner::gather(QJsonObject page)
{
    for (const QJsonValue item : page.value(u"items"_s).toArray())
        m_gathered.append(item);
    if (const QString next = page.value(u"next_cursor"_s).toString(); !next.isEmpty()) {
        m_invocation.query.removeQueryItem(u"cursor"_s);
        m_invocation.query.addQueryItem(u"cursor"_s, next);
        return sendRequest();
    }
    if (!m_gathered.isEmpty())
        page.insert(u"items"_s, m_gathered);
    answered(page);
}

void Runner::answered(const QJsonObject &answer)
{
    if (m_invocation.asJson)
        print(QString::fromUtf8(domain::compact(answer)) + u'\n');
    else
        print(present(*m_invocation.command, answer));
    const bool broken = isVerification(m_invocation.path) && !answer.value(u"ok"_s).toBool();
    if (!broken)
        emit finished(exitDone);
    else if (answer.contains(u"problems"_s))
        refused(domain::makeError(ErrorCode::Conflict, "the database is not sound: %1",
                                  {answer.value(u"problems"_s).toVariant().toStringList().join(u"; ")}));
    else
        refused(domain::makeError(ErrorCode::Conflict, "the record is broken: %1",
                                  {answer.value(u"first_broken"_s).toString()}));
}

} // namespace hmsact::cli
