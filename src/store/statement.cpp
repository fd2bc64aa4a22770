// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "domain/utf8.h"

namespace hmsact::store {

QString Statement::ids(const std::vector<qint64> &values, Dialect dialect)
{
    QString text;
    text.reserve(static_cast<qsizetype>(values.size()) * 20);
    text += dialect == Dialect::Sqlite ? QLatin1Char('[') : QLatin1Char('{');
    for (size_t i = 0; i < values.size(); ++i) {
        if (i)
            text += QLatin1Char(',');
        text += QString::number(values[i]);
    }
    text += dialect == Dialect::Sqlite ? QLatin1Char(']') : QLatin1Char('}');
    return text;
}

void Statement::set(int index, const QString &value)
{
    QVarLengthArray<char, 256> utf8; // most texts need no memory of their own
    domain::appendUtf8(utf8, value);
    m_prepared->bind(index, utf8, Bytes::Text);
}

Statement &Statement::bindNamed(const QHash<QString, QVariant> &values)
{
    for (int i = 0; i < m_sql->names.size(); ++i) {
        const auto value = values.constFind(m_sql->names[i]);
        Q_ASSERT(value != values.cend());
        if (value->userType() == QMetaType::QString)
            set(i, value->toString());
        else
            set(i, value->toLongLong());
    }
    return *this;
}

} // namespace hmsact::store
