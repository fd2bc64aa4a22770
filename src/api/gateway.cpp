// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gateway.h"

#include "api/form.h"
#include "api/framing.h"
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/queryreader.h"
#include "domain/codec.h"
#include "domain/describe.h"
#include "domain/jsonkeys.h"
#include "domain/notfound.h"
#include "domain/objectreader.h"
#include "domain/taskspecs.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace hmsact::api {

namespace limits = domain::limits;
using domain::ErrorCode;

namespace {

QByteArray bearerToken(const HttpHead &head)
{
    const QByteArray value = head.count("Authorization") == 1 ? head.field("Authorization") : QByteArray();
    return value.left(7).toLower() == "bearer " ? value.mid(7).trimmed() : QByteArray();
}

// The token of who sends no Authorization.
QByteArray apiKeyIn(const QueryValues &values)
{
    const auto key = std::ranges::find(values, QStringLiteral("api_key"), &QueryValues::value_type::first);
    return key == values.end() ? QByteArray() : key->second.toUtf8();
}

bool isJsonType(const HttpHead &head)
{
    const QByteArray parameter = head.field("Content-Type").split(';').mid(1).join(';').trimmed().toLower();
    return head.mediaType() == "application/json"
        && (parameter.isEmpty() || parameter == "charset=utf-8" || parameter == "charset=\"utf-8\"");
}

// Who has not shown a token learns nothing of what is behind: no host, no database.
domain::Error forAnybody(const domain::Error &error)
{
    if (error.code == ErrorCode::Unauthenticated)
        return error;
    return domain::makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "The service cannot answer now; try again"));
}

// Bodies are taken as they are sent.
bool isCoded(const HttpHead &head)
{
    return std::ranges::any_of(head.fields, [](const auto &field) {
        return QByteArrayView("Content-Encoding").compare(field.first, Qt::CaseInsensitive) == 0
            && field.second.toLower() != "identity";
    });
}

// One id for a key of one caller on one address, whatever others choose as theirs. Empty without a key.
domain::Result<QString> operationIdOf(const Route &route, const HttpHead &head, const QString &callerId)
{
    if (!route.keepsKey || head.count("Idempotency-Key") == 0)
        return QString();
    const QByteArray key = head.field("Idempotency-Key");
    if (key.isEmpty() || key.size() > limits::idempotencyKeyMax || head.count("Idempotency-Key") > 1)
        return domain::makeError(ErrorCode::Invalid, QT_TRANSLATE_NOOP("Error", "Idempotency-Key has 1 to %1 characters"),
                                 {QString::number(limits::idempotencyKeyMax)});
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(key);
    if (decoder.hasError() || !text.isValidUtf16())
        return domain::makeError(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Error", "Idempotency-Key must be UTF-8"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {callerId.toUtf8(), head.method, Target::pathOf(head.target), key}) {
        hash.addData(part);
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex());
}

domain::Status readBody(const Route &route, Input &input)
{
    if (route.body == Body::None || route.body == Body::Raw)
        return domain::Done{};
    if (route.body == Body::OptionalJson && input.http.body.isEmpty())
        return domain::Done{};
    if (route.body == Body::Form) {
        auto fields = formFields(input.http.body);
        if (!fields)
            return domain::makeError(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Error", "The form cannot be decoded"));
        input.form = std::move(*fields);
        return domain::Done{};
    }
    auto object = domain::parseObject(input.http.body);
    if (!object)
        return object.error();
    if (const auto twice = domain::repeatedField(input.http.body)) {
        domain::Error error = domain::invalidField(*twice, QT_TRANSLATE_NOOP("Error", "given twice"));
        error.code = ErrorCode::Malformed;
        return error;
    }
    if (const auto rounded = domain::roundedInteger(input.http.body))
        return domain::invalidField(
            *rounded, QT_TRANSLATE_NOOP("Error", "is more than 64 bits hold, and would be rounded; send it as a text"));
    input.json = std::move(*object);
    return domain::Done{};
}

HttpResponse told(const Route &route, const Input &input, const domain::Reply &answer)
{
    const Act &act = std::get<Act>(route.action);
    if (act.tell && answer.replayedJson.isEmpty())
        return act.tell(input, *answer.result);
    QByteArray json = answer.replayedJson.isEmpty() ? domain::jsonText(*answer.result) : answer.replayedJson;
    return act.tellJson ? act.tellJson(input, QJsonDocument::fromJson(json).object()) : jsonAnswer(route, std::move(json));
}

HttpResponse goOn()
{
    HttpResponse word;
    word.status = HttpServer::goOn;
    return word;
}

// What is wrong with a request whatever it means; nothing: it has been read.
std::optional<HttpResponse> readRequest(const Route &route, Input &input)
{
    if (route.body != Body::None && isCoded(input.http.head))
        return bodyIsCoded();
    const bool isJson = route.body == Body::Json || (route.body == Body::OptionalJson && !input.http.body.isEmpty());
    if (isJson && !isJsonType(input.http.head))
        return problem(415);
    if (route.body == Body::Form && !isForm(input.http.head))
        return bodyIsNoForm();
    if (const auto declared = checkDeclared(input.query, route.query); !declared && route.pages.empty())
        return problem(declared.error());
    if (const auto body = readBody(route, input); !body)
        return problem(body.error());
    return {};
}

} // namespace

domain::Result<domain::ActivityId> Input::activity() const { return idIn<domain::ActivityId>(*this, domain::noActivity); }

domain::Result<domain::TaskRef> Input::task() const
{
    return after<domain::TaskRef>(activity(), [&](domain::ActivityId id) {
        return domain::TaskRef{id, path.value(QStringLiteral("name")), {}};
    });
}

int Input::knownVersion(domain::FieldErrors &errors) const
{
    domain::ObjectReader reader(json, {}, errors);
    return int(reader.integer("version", 1, std::numeric_limits<int>::max()).value_or(0));
}

domain::Status Input::saysNothing() const
{
    domain::FieldErrors errors;
    domain::ObjectReader reader(json, {}, errors);
    reader.finish();
    return errors.isEmpty() ? domain::Status(domain::Done{}) : errors.error();
}

Gateway::Gateway(engine::Core &core, Loop loop, HttpLimits limits, const Authenticator::Secrets &secrets, Tokens tokens)
    : m_core(core), m_loop(loop), m_limits(limits), m_tokens(tokens), m_authenticator(core, loop, secrets),
      m_waiting(core, loop)
{
}

HttpServer::Admission Gateway::admit(const HttpHead &head)
{
    const auto refuse = [this](HttpResponse response) {
        m_meters.answered({}, response.status, {});
        HttpServer::Admission admission;
        admission.refusal = std::move(response);
        return admission;
    };
    auto target = Target::parse(head.target);
    const bool isQueryBroken = !target;
    if (!target)
        target = Target::parse(Target::pathOf(head.target));
    if (!target)
        return refuse(problem(400));
    const QByteArray method = head.method == "HEAD" ? QByteArrayLiteral("GET") : head.method;
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        auto path = route.path.match(target->path);
        if (!path || (isQueryBroken && route.pages.empty())) // pages pass over what is added to their address
            continue;
        if (route.method != method) {
            allowed.append(route.method == "GET" ? QByteArrayLiteral("GET, HEAD") : route.method);
            continue;
        }
        auto call = std::make_shared<Input>();
        call->path = std::move(*path);
        call->query = target->query;
        return admissionFor(route, call, head);
    }
    if (allowed.isEmpty())
        return refuse(problem(isQueryBroken ? 400 : 404));
    HttpResponse response = problem(405);
    response.fields.emplace_back("Allow", allowed.join(", "));
    return refuse(std::move(response));
}

HttpServer::Admission Gateway::admissionFor(const Route &route, const Call &call, const HttpHead &head)
{
    HttpServer::Admission admission;
    admission.bodyLimit = route.body == Body::None ? 0 : route.bodyLimit;
    admission.needsBody = route.body == Body::Json || route.body == Body::Form || route.body == Body::Raw;
    admission.replyWithin = route.answerWithin;
    const bool makesSomething = route.status == 201; // a backup, for which the core is only asked
    admission.onlyAsks = route.method == "GET" || (std::holds_alternative<Ask>(route.action) && !makesSomething);
    admission.answered = [this, &route, begin = std::chrono::steady_clock::now()](int status) {
        m_meters.answered({route.method, route.path.text().toLatin1()}, status, std::chrono::steady_clock::now() - begin);
    };
    QByteArray token = bearerToken(head);
    const bool mayBringKey = route.takesApiKey && head.count("Authorization") == 0;
    if (mayBringKey)
        token = apiKeyIn(call->query);
    const bool keyIsInForm = mayBringKey && token.isEmpty() && route.body == Body::Form && isForm(head);
    if (route.role && m_tokens == Tokens::KnownToAll && isOfAnotherSite(head))
        admission.refusal = problem(domain::makeError(
            ErrorCode::Forbidden,
            QT_TRANSLATE_NOOP("Error", "A sandbox, whose tokens everybody knows, serves no page of another site")));
    else if (!route.role)
        admission.guard = [this, &route](const HttpRequest &request, const HttpReply &reply) {
            // By what is looked at: those who watch over the program are not refused for what others do from their address.
            const QString bucket = request.peer + u' ' + route.path.text();
            const bool isAdmitted = m_limiter.admit(bucket, limitsOf(request), std::chrono::steady_clock::now());
            reply.send(isAdmitted ? goOn() : problem(429));
        };
    else if (!keyIsInForm)
        admission.guard = [this, &route, call, token](const HttpRequest &request, const HttpReply &reply) {
            authorise(route, call, token, request, reply, [reply] { reply.send(goOn()); });
        };
    admission.handler = [this, &route, call, keyIsInForm](HttpRequest request, const HttpReply &reply) {
        call->http = std::move(request);
        const auto go = [this, &route, call, reply] {
            if (auto refusal = readRequest(route, *call))
                return reply.send(std::move(*refusal));
            perform(route, call, reply);
        };
        if (!keyIsInForm)
            return go();
        const QByteArray key = apiKeyIn(formFields(call->http.body).value_or(QueryValues()));
        authorise(route, call, key, call->http, reply, go);
    };
    return admission;
}

void Gateway::authorise(const Route &route, const Call &call, const QByteArray &token, const HttpRequest &request,
                        const HttpReply &reply, const std::function<void()> &then)
{
    const PeerLimits &most = limitsOf(request);
    // Who is unknown so far costs a look at the database.
    if (!m_authenticator.knows(token) && !m_limiter.hasRoom(request.peer, most, std::chrono::steady_clock::now()))
        return reply.send(problem(429));
    m_authenticator.identify(
        token,
        [this, &route, &most, call, reply, token, then, peer = request.peer](domain::Result<Caller> caller) {
            const QString bucket = caller ? u'#' + caller->id : peer;
            if (!m_limiter.admit(bucket, most, std::chrono::steady_clock::now()))
                return reply.send(problem(429));
            if (!caller)
                return reply.send(problem(forAnybody(caller.error())));
            call->actor = caller->actor;
            call->callerId = caller->id;
            call->stillAllowed = recheck(token, *route.role);
            call->untilWithdrawn = [this, id = caller->id, untilMs = caller->untilMs, stillAllowed = call->stillAllowed](
                                       std::function<bool()> isOver, std::function<void()> end) {
                m_waiting.add({id, untilMs, std::move(isOver), stillAllowed, std::move(end)});
            };
            if (call->actor.role < *route.role)
                return reply.send(problem(domain::makeError(
                    ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Error", "This needs the role %1; this token has %2"),
                    {toString(*route.role), toString(call->actor.role)})));
            then();
        },
        route.goesByMemory ? Authenticator::WhileAway::GoByMemory : Authenticator::WhileAway::Refuse);
}

std::function<void(std::function<void(bool)>)> Gateway::recheck(const QByteArray &token, domain::Role role)
{
    return [this, token, role](const std::function<void(bool)> &verdict) {
        m_authenticator.identify(token, [role, verdict](const domain::Result<Caller> &caller) {
            // A database that does not answer just now has withdrawn nothing.
            const bool withdrawn = !caller && caller.error().code == ErrorCode::Unauthenticated;
            verdict(!withdrawn && (!caller || caller->actor.role >= role));
        });
    };
}

void Gateway::perform(const Route &route, const Call &call, const HttpReply &reply)
{
    const auto operationId = operationIdOf(route, call->http.head, call->callerId);
    if (!operationId)
        return reply.send(problem(operationId.error()));
    if (std::holds_alternative<Act>(route.action))
        act(route, call, reply, *operationId);
    else if (std::holds_alternative<Ask>(route.action))
        ask(route, call, reply);
    else
        std::get<Serve>(route.action)(call, reply);
}

// A field of a task is told with the task's name, as the request has it.
static HttpResponse refusalOf(domain::Error error, const Input &input)
{
    domain::nameTasks(error, input.json);
    return problem(error);
}

void Gateway::act(const Route &route, const Call &call, const HttpReply &reply, const QString &operationId)
{
    auto command = std::get<Act>(route.action).make(*call);
    if (!command)
        return reply.send(refusalOf(command.error(), *call));
    const auto *revoke = std::get_if<domain::RevokeToken>(&*command);
    const QString revoked = revoke ? QString::number(revoke->token.value) : QString();
    const bool aboutTokens = revoke || std::holds_alternative<domain::CreateToken>(*command);
    const auto *reserve = std::get_if<domain::Reserve>(&*command);
    const bool waits = reserve && reserve->waitMs > 0;
    const auto isGone = [reply] {
        return reply.isGone();
    };
    if (waits) {
        reply.watch();
        call->untilWithdrawn(isGone, [reply] { reply.send(problem(unauthenticated())); });
    }
    m_core.submit(
        {std::move(*command), call->actor, operationId},
        [this, &route, call, reply, aboutTokens, revoked, waits, loop = m_loop](domain::Reply answer) {
            loop.post([this, &route, call, reply, aboutTokens, revoked, waits, answer = std::move(answer)] {
                if (aboutTokens)
                    m_authenticator.forget(); // before the caller hears of it, not when the change is published
                if (!answer.result)
                    return reply.send(refusalOf(answer.result.error(), *call));
                if (!revoked.isEmpty())
                    m_waiting.end(revoked);
                if (!waits)
                    return reply.send(told(route, *call, answer));
                call->stillAllowed([reply, response = told(route, *call, answer)](bool isAllowed) { // it may have been long
                    reply.send(isAllowed ? response : problem(unauthenticated()));
                });
            });
        },
        isGone);
}

void Gateway::ask(const Route &route, const Call &call, const HttpReply &reply)
{
    auto query = std::get<Ask>(route.action).make(*call);
    if (!query)
        return reply.send(problem(query.error()));
    m_core.ask(
        std::move(*query),
        [&route, call, reply, loop = m_loop](domain::Result<domain::QueryAnswer> answer) {
            loop.post([&route, call, reply, answer = std::move(answer)] {
                if (!answer)
                    return reply.send(problem(answer.error()));
                const auto &tell = std::get<Ask>(route.action).tell;
                if (!tell)
                    return reply.send(jsonAnswer(route, domain::jsonText(*answer)));
                const auto told = tell(*call, *answer);
                reply.send(told ? *told : problem(told.error()));
            });
        },
        [reply] { return reply.isGone(); });
}

} // namespace hmsact::api
