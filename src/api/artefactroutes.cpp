// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/permission.h"

#include <QUrl>

#include <algorithm>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;

namespace {

const QString artefactTag = QStringLiteral("Artefacts");

Result<domain::PutArtefact> putArtefact(const Input &input)
{
    auto task = input.task();
    if (!task)
        return task.error();
    QByteArray mediaType = input.http.head.field("Content-Type").trimmed();
    if (mediaType.isEmpty())
        mediaType = "application/octet-stream";
    QueryReader query(input.query);
    domain::PutArtefact put{std::move(*task),
                            {query.text("worker_id"_L1)},
                            input.path.value(u"file"_s),
                            QString::fromLatin1(mediaType),
                            input.http.body,
                            query.leaseToken()};
    if (const domain::Status read = query.status(); !read)
        return read.error();
    return put;
}

Result<domain::Query> getArtefact(const Input &input)
{
    return after<domain::Query>(input.task(), [&](domain::TaskRef task) {
        return domain::Query(domain::GetArtefact{std::move(task), input.path.value(u"file"_s), 0});
    });
}

Result<HttpResponse> tellContent(const Input &, const domain::QueryAnswer &answer)
{
    const auto &content = std::get<domain::ArtefactContent>(answer);
    HttpResponse response;
    response.contentType = content.artefact.mediaType.toLatin1();
    response.body = content.bytes;
    // What a worker uploaded is never shown as a page of this server.
    response.fields.emplace_back("Content-Disposition",
                                 "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(content.artefact.fileName));
    response.fields.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

// 201 for a new name, 200 when it replaces: the task is looked at first. Two racing uploads of one name may both hear 201.
Serve upload(engine::Core &core)
{
    return [&core](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        auto put = putArtefact(*input);
        if (!put)
            return reply.send(problem(put.error()));
        domain::GetTask question{put->task};
        core.ask(std::move(question), [&core, input, reply, put = std::move(*put)](Result<domain::QueryAnswer> task) {
            if (!task)
                return reply.send(problem(task.error()));
            const auto &known = std::get<domain::TaskDetail>(*task).artefacts;
            const bool replaces =
                std::ranges::any_of(known, [&](const domain::Artefact &one) { return one.fileName == put.fileName; });
            core.submit({put, input->actor, {}}, [reply, replaces](domain::Reply answer) {
                if (!answer.result)
                    return reply.send(problem(answer.result.error()));
                reply.send(jsonAnswer(replaces ? 200 : 201, domain::toJson(std::get<domain::Artefact>(*answer.result))));
            });
        });
    };
}

} // namespace

void addArtefactRoutes(Routes &routes, engine::Core &core)
{
    const PathTemplate path(base + u"/activities/{id}/tasks/{name}/artefacts/{file}"_s);
    routes.push_back({.method = "PUT",
                      .path = path,
                      .role = Role::Worker,
                      .action = upload(core),
                      .tag = artefactTag,
                      .summary = u"Stores a file with a task; the same name replaces (then 200)"_s,
                      .responseSchema = u"Artefact"_s,
                      .errors = {409},
                      .body = Body::Raw,
                      .query = {{.name = u"worker_id"_s, .description = u"On whose behalf; left out: the token's own"_s},
                                {.name = u"lease_token"_s,
                                 .type = Parameter::Type::Integer,
                                 .description = u"Of the lease under which it is worked on: refused under another one"_s,
                                 .least = 0,
                                 .most = domain::leaseTokenMax}},
                      .status = 201,
                      .orUpdates = true,
                      .bodyLimit = domain::limits::artefactBytesMax});
    routes.push_back({.method = "GET",
                      .path = path,
                      .role = Role::Viewer,
                      .action = Ask{getArtefact, tellContent},
                      .tag = artefactTag,
                      .summary = u"The file as it was stored"_s});
}

} // namespace hmsact::api
