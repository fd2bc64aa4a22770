// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/calling.h"

#include "client/reading.h"

#include <QJsonDocument>
#include <QUuid>

namespace hmsact::client {

Request get(const QStringList &parts, const QUrlQuery &query)
{
    Request request;
    request.path = pathOf(parts);
    request.query = query;
    return request;
}

Request post(const QStringList &parts, const QJsonObject &body)
{
    Request request;
    request.method = "POST";
    request.path = pathOf(parts);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Request keyed(const QStringList &parts, const QJsonObject &body)
{
    Request request = post(parts, body);
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return request;
}

Request removal(const QStringList &parts)
{
    Request request = get(parts);
    request.method = "DELETE";
    return request;
}

Request repeatable(Request request)
{
    request.repeatable = true;
    return request;
}

Request all(const QStringList &parts) { return get(parts, {{QStringLiteral("limit"), QStringLiteral("1000")}}); }

Result<QJsonObject> objectOf(const Answer &answer)
{
    if (answer.body.isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isObject())
        return document.object();
    Error error;
    error.kind = ErrorKind::Unexpected;
    error.status = answer.status;
    error.detail = QStringLiteral("the answer is not JSON: is this the address of HMS-ACT?");
    return error;
}

QString pathOf(const QStringList &parts)
{
    QString path;
    for (const QString &part : parts)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part));
    return path;
}

Calling::Future<QJsonObject> Calling::send(Request request) { return call<QJsonObject>(std::move(request), objectOf); }

Calling::Future<std::vector<QJsonObject>> Calling::callObjects(Request request)
{
    return call<std::vector<QJsonObject>>(std::move(request), [](const Answer &answer) -> Result<std::vector<QJsonObject>> {
        const Result<QJsonObject> json = objectOf(answer);
        if (!json)
            return json.error();
        std::vector<QJsonObject> items;
        for (const QJsonValue item : json->value(QLatin1String("items")).toArray())
            items.push_back(item.toObject());
        return items;
    });
}

Calling::Future<Done> Calling::callDone(Request request)
{
    return call<Done>(std::move(request), [](const Answer &) -> Result<Done> { return Done{}; });
}

} // namespace hmsact::client
