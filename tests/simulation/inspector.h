// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

// What must hold in the database after each step, asked through a connection of its own and in SQL that the program does not
// have. And the faults that are put into the database from outside.
namespace hmsact::simulation {

class Inspector
{
public:
    explicit Inspector(const store::DatabaseUrl &url);

    // Sentences, each about the first that is wrong.
    [[nodiscard]] QStringList violations();
    [[nodiscard]] QStringList leftUndone(qint64 nowMs); // of what fell due until then, where somebody has looked
    [[nodiscard]] QList<qint64> imprint(); // of all activities and tasks: the same where nothing was changed
    [[nodiscard]] qint64 count(const QString &sql);

    // From now on each transaction that writes into the table fails: as it writes, or at its commit (PostgreSQL).
    void breakTable(const QByteArray &table, bool atCommit);
    void mendTable();
    void cutConnections(); // PostgreSQL: of all the others

private:
    [[nodiscard]] QList<qint64> read(store::PreparedStatement &statement, int columns);

    std::unique_ptr<store::Connection> m_connection;
    std::unique_ptr<store::PreparedStatement> m_always; // which invariant, and of what
    std::unique_ptr<store::PreparedStatement> m_imprint;
    const bool m_isPostgreSql;
    QByteArray m_broken; // table
};

} // namespace hmsact::simulation
