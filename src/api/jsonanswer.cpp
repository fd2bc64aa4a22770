// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"

#include "domain/codec.h"

#include <QJsonDocument>

namespace hmsact::api {

HttpResponse jsonAnswer(int status, const QJsonObject &json)
{
    HttpResponse answer;
    answer.status = status;
    answer.body = domain::compact(json);
    return answer;
}

HttpResponse jsonAnswer(const Route &route, const QJsonObject &json)
{
    HttpResponse answer = jsonAnswer(route.status, json);
    if (!route.location.isEmpty())
        answer.fields.emplace_back("Location", route.location.arg(json[QLatin1String("id")].toString()).toLatin1());
    return answer;
}

HttpResponse jsonAnswer(const Route &route, const QByteArray &json)
{
    return jsonAnswer(route, QJsonDocument::fromJson(json).object());
}

} // namespace hmsact::api
