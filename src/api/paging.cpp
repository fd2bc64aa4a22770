// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/paging.h"

#include "api/jsonanswer.h"
#include "api/queryreader.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;

domain::Result<HttpResponse> pageOf(const QJsonArray &all, const Input &input)
{
    QueryReader query(input.query);
    const qsizetype limit = query.limit();
    const QString cursor = query.text("cursor"_L1);
    bool isNumber = true;
    const qsizetype first = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (!isNumber || first < 0)
        return domain::invalidField(u"/cursor"_s, QT_TRANSLATE_NOOP("Error", "This is not a cursor of this list"));
    QJsonArray items;
    const qsizetype end = std::min(all.size(), first + limit);
    for (qsizetype i = first; i < end; ++i)
        items.append(all[i]);
    const QJsonValue next = end < all.size() ? QJsonValue(QString::number(end)) : QJsonValue(QJsonValue::Null);
    return jsonAnswer(200, {{u"items"_s, items}, {u"next_cursor"_s, next}});
}

} // namespace hmsact::api
