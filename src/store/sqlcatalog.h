// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/databaseurl.h"

#include <QHash>
#include <QStringList>

namespace hmsact::store {

// One statement of resources/sql, ready to be prepared: named placeholders are numbered here, once, so that neither a
// driver's placeholder parser (Qt's does not know SQL comments) nor a name look-up is in the way.
struct SqlStatement {
    QString text; // with ?1, ?2 … on SQLite, $1, $2 … on PostgreSQL
    QStringList names; // distinct, in the order of their first appearance: the order of bind()'s arguments
};

// All SQL of the program: files of "-- name: aggregate.verb" blocks, one statement each, "-- fragment: name" blocks that
// other blocks include as {name}. The file of a dialect ("task.postgresql.sql") overrides blocks of the shared one. Built
// in is a fact of the dialect: {in_ids} compares with the ids that Database::ids() gives; on PostgreSQL never as a subquery,
// which the planner may begin at the other end.
// Immutable after construction; a missing, doubled or unknown name is a programmer error and aborts at start.
class SqlCatalog
{
public:
    explicit SqlCatalog(Dialect dialect);

    [[nodiscard]] const SqlStatement &statement(const QString &name) const;
    // Composes a statement from text of the catalogue only: {…} in `name` is filled from `parts`.
    [[nodiscard]] SqlStatement compose(const QString &name, const QHash<QString, QString> &parts) const;
    [[nodiscard]] QString fragment(const QString &name) const;
    [[nodiscard]] QStringList names() const; // of the statements that need no parts

private:
    void load(const QString &file);
    [[nodiscard]] QString expand(const QString &text, const QHash<QString, QString> &parts) const;

    [[nodiscard]] SqlStatement numbered(const QString &text) const;

    const Dialect m_dialect;
    QHash<QString, QString> m_blocks; // name → text, comments stripped
    QHash<QString, QString> m_fragments;
    QHash<QString, SqlStatement> m_statements;
};

} // namespace hmsact::store
