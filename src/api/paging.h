// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/queryreader.h"
#include "api/route.h"
#include "domain/codec.h"

#include <QJsonArray>

namespace hmsact::api {

// A page of a list that is at hand as a whole, by the request's limit and cursor (here: of the item that it begins with).
// Invalid for what is no such cursor.
[[nodiscard]] domain::Result<HttpResponse> pageOf(const QJsonArray &all, const Input &input);

// An Ask{listAll<ListX>, tellAll<X>}: the query knows no pages.
template <class ListQuery>
[[nodiscard]] domain::Result<domain::Query> listAll(const Input &input)
{
    QueryReader query(input.query);
    (void)query.limit(); // read again for the page
    return query.finish(ListQuery{});
}

template <class Item>
[[nodiscard]] domain::Result<HttpResponse> tellAll(const Input &input, const domain::QueryAnswer &answer)
{
    QJsonArray all;
    for (const Item &item : std::get<std::vector<Item>>(answer))
        all.append(domain::toJson(item));
    return pageOf(all, input);
}

} // namespace hmsact::api
