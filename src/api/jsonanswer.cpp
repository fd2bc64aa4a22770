// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"

#include "domain/codec.h"

#include <QUrl>

namespace hmsact::api {

// A worker's id is any text; a calendar and an intent are known by their names.
static QByteArray idOf(const QJsonObject &json)
{
    return QUrl::toPercentEncoding(json[QLatin1String("id")].toString(json[QLatin1String("name")].toString()));
}

HttpResponse jsonAnswer(int status, const QJsonObject &json)
{
    HttpResponse answer;
    answer.status = status;
    answer.body = domain::compact(json);
    return answer;
}

HttpResponse jsonAnswer(const Route &route, const QJsonObject &json)
{
    const bool updated = route.orUpdates && json[QLatin1String("version")].toInt() > 1;
    HttpResponse answer = jsonAnswer(updated ? 200 : route.status, json);
    if (!route.location.isEmpty() && !updated)
        answer.fields.emplace_back("Location", route.location.toLatin1().replace("%1", idOf(json)));
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
