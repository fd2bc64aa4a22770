// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hmsact::store {

// A statement that writes one row, "INSERT INTO … VALUES (…)" or "UPDATE … WHERE …" with $1, $2 …, as PostgreSQL writes
// several.

// With an array for each value.
[[nodiscard]] QByteArray statementOfRows(const QByteArray &sql, qsizetype parameters);

// Table and columns for COPY, where it does nothing but insert the parameters in their order; else empty.
[[nodiscard]] QByteArray copiedInto(const QByteArray &sql, qsizetype parameters);

} // namespace hmsact::store
