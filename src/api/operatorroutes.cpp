// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/objectreader.h"
#include "engine/archiving.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;

namespace {

const QString operatorTag = QStringLiteral("Operation");
constexpr std::chrono::hours longRead{1}; // a backup, a verification or the archiving of a big database

Result<domain::Query> backUp(const Input &input)
{
    domain::FieldErrors errors;
    domain::ObjectReader reader(input.json, {}, errors);
    reader.require("file");
    auto file = reader.text("file", engine::pathMax);
    reader.finish();
    if (file && !file->startsWith(u'/')) // the caller's working directory is not this process's
        errors.add(u"/file"_s, QT_TRANSLATE_NOOP("Error", "must be an absolute path"));
    if (!errors.isEmpty())
        return errors.error();
    return domain::Query(domain::BackUp{std::move(*file)});
}

Result<HttpResponse> tellBackUp(const Input &input, const domain::QueryAnswer &)
{
    return jsonAnswer(201, {{u"file"_s, input.json[u"file"_s]}});
}

Serve archive(engine::Core &core)
{
    return [&core](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        auto order = engine::ArchiveOrder::fromJson(input->json);
        if (!order)
            return reply.send(problem(order.error()));
        engine::archive(core, *order, input->actor,
                        [reply, order = *order](const domain::Result<domain::ArchiveCount> &done) {
                            if (!done)
                                return reply.send(problem(done.error()));
                            QJsonObject json = domain::toJson(*done);
                            json.insert(u"file"_s, order.file);
                            json.insert(u"dry_run"_s, order.dryRun);
                            reply.send(jsonAnswer(200, json));
                        });
    };
}

} // namespace

void addOperatorRoutes(Routes &routes, engine::Core &core)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/db/status"_s),
                      .role = Role::Admin,
                      .action = Ask{[](const Input &) -> Result<domain::Query> {
                          return domain::Query(domain::GetDatabaseStatus{});
                      }},
                      .tag = operatorTag,
                      .summary = u"Which database this is, and how much is in it"_s,
                      .responseSchema = u"DatabaseStatus"_s});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/db/backup"_s),
                      .role = Role::Admin,
                      .action = Ask{backUp, tellBackUp},
                      .tag = operatorTag,
                      .summary = u"Writes a consistent copy to a file of the server that does not exist yet"_s,
                      .note = u"Said again it is refused (409): no Idempotency-Key counts here, the file is there."_s,
                      .responseSchema = u"Backup"_s,
                      .requestSchema = u"Backup"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .answerWithin = longRead});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/db/archive"_s),
                      .role = Role::Admin,
                      .action = archive(core),
                      .tag = operatorTag,
                      .summary = u"Moves activities that ended long ago into a file of the server, or counts them"_s,
                      .responseSchema = u"ArchiveReport"_s,
                      .requestSchema = u"ArchiveInput"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .answerWithin = longRead});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/db/verify"_s),
                      .role = Role::Admin,
                      .action = Ask{[](const Input &) -> Result<domain::Query> {
                          return domain::Query(domain::VerifyDatabase{});
                      }},
                      .tag = operatorTag,
                      .summary = u"Checks everything: the file, references, the rules between rows, and the record"_s,
                      .responseSchema = u"DatabaseReport"_s,
                      .answerWithin = longRead});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/audit/verify"_s),
                      .role = Role::Admin,
                      .action = Ask{[](const Input &) -> Result<domain::Query> {
                          return domain::Query(domain::VerifyAudit{});
                      }},
                      .tag = operatorTag,
                      .summary = u"Reads every event chain and checks its hashes"_s,
                      .responseSchema = u"AuditReport"_s,
                      .answerWithin = longRead});
}

} // namespace hmsact::api
