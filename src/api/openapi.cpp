// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/openapi.h"

#include "api/form.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <set>

// Resources of a static library are dropped by the linker unless somebody asks for them.
static void keepSchemas() { Q_INIT_RESOURCE(api); }

namespace hmsact::api {

using namespace Qt::StringLiterals;

namespace {

QJsonObject reference(const QString &kind, const QString &name)
{
    return {{u"$ref"_s, u"#/components/%1/%2"_s.arg(kind, name)}};
}

QJsonObject content(const QString &mediaType, const QJsonObject &schema)
{
    return {{mediaType, QJsonObject{{u"schema"_s, schema}}}};
}

// Of an answer's header.
QJsonObject field(const QString &name)
{
    return {{name, QJsonObject{{u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}};
}

QJsonObject errorOf(int status, const QString &meaning, const QJsonObject &told)
{
    QJsonObject error{{u"description"_s, meaning}, {u"content"_s, told}};
    if (status == 401)
        error.insert(u"headers"_s, field(u"WWW-Authenticate"_s));
    if (status == 429 || status == 503)
        error.insert(u"headers"_s, field(u"Retry-After"_s));
    return error;
}

QString problemName(int status) { return u"Problem%1"_s.arg(status); }

QString meaningOf(int status)
{
    switch (status) {
    case 400:
        return u"Malformed: not HTTP, not UTF-8, not JSON, or nested too deep"_s;
    case 401:
        return u"No token, or none that is valid"_s;
    case 403:
        return u"This token's role or worker may not; or a page of another site asks a sandbox"_s;
    case 404:
        return u"Not found"_s;
    case 409:
        return u"Against the present state, which the detail names"_s;
    case 408:
        return u"The body did not arrive in time"_s;
    case 410:
        return u"Was good once, and is so no longer"_s;
    case 411:
        return u"The body's length is not announced"_s;
    case 413:
        return u"The body is over the limit, or none is taken"_s;
    case 414:
        return u"The address is too long"_s;
    case 415:
        return u"The body is not of the type that is taken, or has a Content-Encoding"_s;
    case 422:
        return u"Understood, but not acceptable; errors names each bad field"_s;
    case 429:
        return u"Too many requests; see Retry-After"_s;
    case 431:
        return u"The header is over the limit"_s;
    case 503:
        return u"Busy, draining, or the database is away; see Retry-After"_s;
    default:
        return u"A defect of the program"_s;
    }
}

std::set<int> errorsOf(const Route &route)
{
    std::set<int> errors(route.errors.begin(), route.errors.end());
    errors.insert(route.pages.begin(), route.pages.end());
    // 413: a body where none is taken; 422: a parameter nobody declared.
    errors.insert({400, 413, 414, 422, 429, 431, 500, 503});
    if (route.role)
        errors.insert({401, 403});
    if (!route.path.holes().empty())
        errors.insert(404);
    if (route.body != Body::None)
        errors.insert({408, 415});
    if (route.body == Body::Json || route.body == Body::Form || route.body == Body::Raw)
        errors.insert(411);
    if (!route.errorSchema.isEmpty()) // GeoReport knows none
        errors.erase(422);
    return errors;
}

QJsonObject schemaOf(const Parameter &parameter)
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    if (!parameter.values.isEmpty())
        schema.insert(u"enum"_s, QJsonArray::fromStringList(parameter.values));
    switch (parameter.type) {
    case Parameter::Type::Text:
        if (!parameter.mayBeEmpty && parameter.values.isEmpty())
            schema.insert(u"minLength"_s, 1);
        return schema;
    case Parameter::Type::Integer:
        return {{u"type"_s, u"integer"_s}, {u"minimum"_s, parameter.least}, {u"maximum"_s, parameter.most}};
    case Parameter::Type::Boolean:
        return {{u"type"_s, u"boolean"_s}};
    case Parameter::Type::TextList:
        return {{u"type"_s, u"array"_s}, {u"items"_s, schema}};
    }
    return schema;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    const auto add = [&](const QString &in, const QString &name, const QString &description, const QJsonObject &schema) {
        QJsonObject parameter{{u"in"_s, in}, {u"name"_s, name}, {u"schema"_s, schema}, {u"required"_s, in == u"path"}};
        if (!description.isEmpty())
            parameter.insert(u"description"_s, description);
        parameters.append(parameter);
    };
    for (const QString &name : route.path.holes())
        add(u"path"_s, name, {}, {{u"type"_s, u"string"_s}});
    for (const Parameter &parameter : route.query)
        add(u"query"_s, parameter.name, parameter.description, schemaOf(parameter));
    for (const Parameter &field : route.headers)
        add(u"header"_s, field.name, field.description, schemaOf(field));
    if (route.keepsKey)
        add(u"header"_s, u"Idempotency-Key"_s, u"The same key with the same body is executed once, within a day"_s,
            {{u"type"_s, u"string"_s}, {u"minLength"_s, 1}, {u"maxLength"_s, domain::limits::idempotencyKeyMax}});
    return parameters;
}

QJsonObject bodyOf(const Route &route)
{
    const QJsonObject raw{{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}};
    return {{u"required"_s, route.body != Body::OptionalJson},
            {u"content"_s,
             route.body == Body::Raw ? content(route.bodyType, raw)
                                     : content(route.body == Body::Form ? formType : u"application/json"_s,
                                               reference(u"schemas"_s, route.requestSchema))}};
}

// Of an error that is told in another form than all others.
QJsonObject ownErrorOf(const Route &route)
{
    if (route.mediaType.isEmpty())
        return content(u"application/json"_s, reference(u"schemas"_s, route.errorSchema));
    return content(route.mediaType, {{u"type"_s, u"string"_s}});
}

QString ownMeaningOf(const Route &route, int status)
{
    const bool coversInvalid = status == 400 && !route.errorSchema.isEmpty();
    return coversInvalid ? u"Malformed, or understood and not acceptable"_s : meaningOf(status);
}

QJsonObject responsesOf(const Route &route)
{
    QJsonObject success{{u"description"_s, route.summary}};
    QJsonObject responses;
    if (!route.mediaType.isEmpty())
        success.insert(u"content"_s, content(route.mediaType, {{u"type"_s, u"string"_s}}));
    else if (!route.responseSchema.isEmpty())
        success.insert(u"content"_s, content(u"application/json"_s, reference(u"schemas"_s, route.responseSchema)));
    else if (route.status == 200)
        success.insert(u"content"_s, content(u"*/*"_s, {}));
    if (route.orUpdates)
        responses.insert(u"200"_s, success);
    if (!route.location.isEmpty())
        success.insert(u"headers"_s, field(u"Location"_s));
    responses.insert(QString::number(route.status), success);
    const bool isProblem = route.pages.empty() && route.errorSchema.isEmpty();
    for (const int status : errorsOf(route)) {
        responses.insert(QString::number(status),
                         isProblem ? reference(u"responses"_s, problemName(status))
                                   : errorOf(status, ownMeaningOf(route, status), ownErrorOf(route)));
    }
    return responses;
}

// "POST /api/v1/activities/{id}/cancel" → "post_activities_id_cancel"
QString operationId(const Route &route)
{
    QString name = QString::fromLatin1(route.method).toLower();
    for (const QString &part : route.path.text().split(u'/', Qt::SkipEmptyParts)) {
        if (part != u"api" && part != u"v1")
            name += u'_' + QString(part).remove(u'{').remove(u'}').replace(u'-', u'_').replace(u'.', u'_');
    }
    return name;
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation{{u"operationId"_s, operationId(route)},
                          {u"summary"_s, route.summary},
                          {u"tags"_s, QJsonArray{route.tag}},
                          {u"responses"_s, responsesOf(route)}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (route.body != Body::None)
        operation.insert(u"requestBody"_s, bodyOf(route));
    if (route.role)
        operation.insert(u"description"_s, u"Role %1 or above. %2"_s.arg(toString(*route.role), route.note).trimmed());
    else
        operation.insert(u"security"_s, QJsonArray{}); // open to everybody
    return operation;
}

// What was read can be sent back: a request has what its answer marks as readOnly, too.
void addAnswered(QJsonObject &schemas, const Route &route)
{
    QJsonObject request = schemas[route.requestSchema].toObject();
    const QJsonObject answered = schemas[route.responseSchema][u"properties"].toObject();
    for (auto field = answered.begin(); field != answered.end(); ++field) {
        QJsonObject fields = request[u"properties"_s].toObject();
        if (!field.value()[u"readOnly"].toBool() || fields.contains(field.key()))
            continue;
        fields.insert(field.key(), field.value());
        request.insert(u"properties"_s, fields);
    }
    schemas.insert(route.requestSchema, request);
}

QJsonObject componentsOf(const Routes &routes)
{
    QFile file(u":/api/schemas.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    QJsonObject schemas = QJsonDocument::fromJson(file.readAll()).object();
    Q_ASSERT(!schemas.isEmpty());
    QJsonObject problems;
    for (const Route &route : routes) {
        if (route.body == Body::Json)
            addAnswered(schemas, route);
        for (const int status : errorsOf(route)) {
            problems.insert(problemName(status),
                            errorOf(status, meaningOf(status),
                                    content(u"application/problem+json"_s, reference(u"schemas"_s, u"Problem"_s))));
        }
    }
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}};
    return {{u"schemas"_s, schemas}, {u"responses"_s, problems}, {u"securitySchemes"_s, QJsonObject{{u"token"_s, bearer}}}};
}

} // namespace

QJsonObject describe(const Routes &routes, const QString &publicUrl)
{
    keepSchemas();
    QJsonObject paths;
    for (const Route &route : routes) {
        QJsonObject path = paths[route.path.text()].toObject();
        path.insert(QString::fromLatin1(route.method).toLower(), operationOf(route));
        paths.insert(route.path.text(), path);
    }
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s,
             QJsonObject{{u"title"_s, u"HMS-ACT"_s},
                         {u"version"_s, QStringLiteral(HMSACT_VERSION)},
                         {u"description"_s,
                          u"Activity orchestrator and task queues. What was read can be sent back: a request "
                          "may have the fields that are readOnly, and they are passed over. A field that is null counts as "
                          "left out where its type is not null, too. Names and texts hold no control characters and none "
                          "that turn the direction of writing. An Idempotency-Key counts only where an operation "
                          "names it."_s}}},
            {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, publicUrl}}}},
            {u"security"_s, QJsonArray{QJsonObject{{u"token"_s, QJsonArray{}}}}},
            {u"paths"_s, paths},
            {u"components"_s, componentsOf(routes)}};
}

} // namespace hmsact::api
