// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hmsact::store {

// How many rows are written on PostgreSQL by a statement for one: "INSERT INTO … VALUES (…)" or "UPDATE … WHERE …" with $1, $2 ….

// The same of rows, with an array of each value.
[[nodiscard]] QByteArray statementOfRows(const QByteArray &sql, qsizetype parameters);

// Table and columns, as COPY wants them, where it does nothing but insert the parameters in their order; else empty.
[[nodiscard]] QByteArray copiedInto(const QByteArray &sql, qsizetype parameters);

} // namespace hmsact::store
