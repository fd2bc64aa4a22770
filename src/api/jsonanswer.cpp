// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"

#include "domain/codec.h"

#include <QJsonDocument>
#include <QUrl>

namespace hmsact::api {

// A worker's id is any text; a calendar and an intent are known by their names.
static QByteArray idOf(const QJsonObject &json)
{
    return QUrl::toPercentEncoding(json[QLatin1String("id")].toString(json[QLatin1String("name")].toString()));
}

HttpResponse jsonAnswer(int status, QByteArray json)
{
    HttpResponse answer;
    answer.status = status;
    answer.body = std::move(json);
    return answer;
}

HttpResponse jsonAnswer(int status, const QJsonObject &json) { return jsonAnswer(status, domain::compact(json)); }

HttpResponse jsonAnswer(const Route &route, QByteArray json)
{
    if (!route.orUpdates && route.location.isEmpty())
        return jsonAnswer(route.status, std::move(json));
    const QJsonObject made = QJsonDocument::fromJson(json).object();
    const bool updated = route.orUpdates && made[QLatin1String("version")].toInt() > 1;
    HttpResponse answer = jsonAnswer(updated ? 200 : route.status, std::move(json));
    if (!route.location.isEmpty() && !updated)
        answer.fields.emplace_back("Location", route.location.toLatin1().replace("%1", idOf(made)));
    return answer;
}

HttpResponse tellNothing(const Input &, const domain::Answer &)
{
    HttpResponse response;
    response.status = 204;
    response.contentType.clear();
    return response;
}

} // namespace hmsact::api
