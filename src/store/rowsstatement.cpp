// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rowsstatement.h"

namespace hmsact::store {

static const QByteArray intoClause = " INTO ";
static const QByteArray valuesClause = ") VALUES (";

// "$1, $2, …"
static QByteArray numbered(const QByteArray &prefix, qsizetype count)
{
    QByteArray list;
    for (qsizetype i = 1; i <= count; ++i)
        list += (i > 1 ? ", " : "") + prefix + QByteArray::number(i);
    return list;
}

QByteArray statementOfRows(const QByteArray &sql, qsizetype parameters)
{
    QByteArray text = sql.simplified();
    for (qsizetype i = parameters; i > 0; --i) // $12 before $1
        text.replace("$" + QByteArray::number(i), "v.v" + QByteArray::number(i));
    const QByteArray rows = " FROM unnest(" + numbered("$", parameters) + ") AS v(" + numbered("v", parameters) + ')';
    const qsizetype values = text.indexOf(valuesClause);
    if (values < 0)
        return text.insert(text.indexOf(" WHERE "), rows);
    text.replace(text.indexOf(')', values + valuesClause.size()), 1, rows);
    return text.replace(values, valuesClause.size(), ") SELECT ");
}

QByteArray copiedInto(const QByteArray &sql, qsizetype parameters)
{
    const QByteArray text = sql.simplified();
    const QByteArray values = valuesClause + numbered("$", parameters) + ')';
    const qsizetype table = text.indexOf(intoClause) + intoClause.size();
    return text.endsWith(values) ? text.sliced(table, text.size() - values.size() + 1 - table) : QByteArray();
}

} // namespace hmsact::store
