// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"

#include <QJsonValue>

// Documents of Open311's GeoReport v2 (wiki.open311.org/GeoReport_v2): the same in JSON and in XML, where what is null is
// empty.
namespace hmsact::api::georeport {

inline const QString base = QStringLiteral("/open311/v2");

enum class Format { Json, Xml };
[[nodiscard]] QString ending(Format format); // ".json"
[[nodiscard]] QByteArray mediaType(Format format);

struct Field {
    QLatin1StringView name;
    QJsonValue value; // no object; an array has no items
};
using Element = std::vector<Field>;

// <list><item>…</item></list>, in JSON an array of objects.
[[nodiscard]] HttpResponse listOf(const std::vector<Element> &items, QLatin1StringView list, QLatin1StringView item,
                                  Format format);
[[nodiscard]] HttpResponse document(const Element &element, QLatin1StringView name, Format format);

// Below `base` a refusal is told as a list of errors, in the format that the address asks for; what is understood and not valid
// is 400 there, and 404 where there is no such service. Nothing for other addresses.
[[nodiscard]] std::function<void(HttpResponse &)> tellingErrors(const HttpHead &head);

} // namespace hmsact::api::georeport
