// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace hmsact::store {

enum class Dialect { Sqlite, PostgreSql };

// Where the data is. "sqlite:///relative/or//absolute" follows the common form: three slashes and a relative path, four
// and an absolute one; the product also takes "sqlite:////home/…" and "sqlite:///home/…" alike as absolute, because a
// database relative to the working directory is never meant. "postgresql://…" is libpq's own URL, kept whole.
struct DatabaseUrl {
    Dialect dialect = Dialect::Sqlite;
    QString file; // SQLite: absolute path, with the links in it followed
    QString text; // as it was given

    // Invalid: another scheme, no path.
    [[nodiscard]] static domain::Result<DatabaseUrl> parse(const QString &text);
    [[nodiscard]] static DatabaseUrl forFile(const QString &file);
    [[nodiscard]] QString withoutPassword() const;
    // Of PostgreSQL, as the URL says it.
    [[nodiscard]] QString databaseName() const; // empty: it does not
    [[nodiscard]] QString server() const; // "host-port", as far as it says them; empty: the usual one of this machine
    [[nodiscard]] bool namesSeveralHosts() const; // of which all but one may be standbys
};

} // namespace hmsact::store
