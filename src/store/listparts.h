// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "store/columns.h"
#include "store/sqlcatalog.h"

#include <QVariant>

#include <optional>

namespace hmsact::store {

// What the lists of people are put together from; see listquery.h. Of no thread.

// The key of the last row of a page, as opaque text: the order of its list, its sort value and its id.
struct Cursor {
    QVariant key;
    qint64 id = 0;
};
[[nodiscard]] QString encode(const QByteArray &order, const QVariant &key, qint64 id);
// Nothing where it is none of a list in that order.
[[nodiscard]] std::optional<Cursor> decode(const QString &text, const QByteArray &order, bool numericKey);
[[nodiscard]] domain::Error badCursor();

// Conditions of a list: fragments of the catalogue and what they bind.
struct Conditions {
    QStringList fragments;
    QHash<QString, QVariant> values;
    void add(const char *fragment) { fragments << QLatin1String(fragment); }
    void add(const char *fragment, const char *name, const QVariant &value)
    {
        add(fragment);
        values.insert(QLatin1String(name), value);
    }
    void limit(int rows) // and one that tells that there are more
    {
        values.insert(QStringLiteral("limit"), rows + 1);
        values.insert(QStringLiteral("bytes_max"), qint64(readBytesMax));
    }
    [[nodiscard]] QString text(const SqlCatalog &catalog) const
    {
        QStringList parts;
        for (const QString &fragment : fragments)
            parts << QLatin1Char('(') + catalog.fragment(fragment) + QLatin1Char(')');
        return parts.join(QLatin1String(" AND "));
    }
};

} // namespace hmsact::store
