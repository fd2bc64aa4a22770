// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/paging.h"

#include "api/jsonanswer.h"
#include "api/queryreader.h"
#include "domain/wholenumber.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;

namespace {

constexpr auto forAddresses = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray keyOf(const QJsonValue &item)
{
    for (const QString &field : {u"id"_s, u"login"_s, u"name"_s}) {
        if (item[field].isString())
            return item[field].toString().toUtf8().toBase64(forAddresses);
    }
    return {};
}

// A page begins with the item that its cursor names, wherever that is by now; how many came before it counts where it is gone.
QString cursorOf(const QJsonArray &all, qsizetype first)
{
    return u"%1.%2"_s.arg(first).arg(QLatin1StringView(keyOf(all[first])));
}

std::optional<qsizetype> placeOf(const QString &cursor, const QJsonArray &all)
{
    const QStringList parts = cursor.split(u'.');
    const std::optional<qint64> before = domain::wholeNumber(parts.front());
    if (!before || *before < 0 || parts.size() != 2)
        return {};
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (keyOf(all[i]) == parts.back().toLatin1())
            return i;
    }
    return std::min(qsizetype(*before), all.size());
}

} // namespace

domain::Result<HttpResponse> pageOf(const QJsonArray &all, const Input &input)
{
    QueryReader query(input.query);
    const qsizetype limit = query.limit();
    const QString cursor = query.text("cursor"_L1);
    const std::optional<qsizetype> first = cursor.isEmpty() ? 0 : placeOf(cursor, all);
    if (!first)
        return domain::invalidField(u"/cursor"_s, QT_TRANSLATE_NOOP("Error", "This is not a cursor of this list"));
    QJsonArray items;
    const qsizetype end = std::min(all.size(), *first + limit);
    for (qsizetype i = *first; i < end; ++i)
        items.append(all[i]);
    const QJsonValue next = end < all.size() ? QJsonValue(cursorOf(all, end)) : QJsonValue(QJsonValue::Null);
    return jsonAnswer(200, {{u"items"_s, items}, {u"next_cursor"_s, next}});
}

} // namespace hmsact::api
