// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statement.h"

#include <optional>

namespace hmsact::store {

// A question that has been asked and not been waited for. Those that are asked one after the other share one exchange with a
// database that is elsewhere. Nothing may be written before the answer: on SQLite it is looked for only then. Throws SqlError.
template <class T>
class [[nodiscard]] Asked
{
public:
    using Read = T (*)(Statement &);
    Asked() = default; // nothing: an empty answer
    Asked(Statement &&statement, Read read) : m_statement(std::move(statement)), m_read(read) { m_statement->ask(); }

    [[nodiscard]] T answer() // once; ends the use of the statement
    {
        if (!m_statement)
            return {};
        Statement statement = std::move(*m_statement);
        m_statement.reset();
        return m_read(statement);
    }

private:
    std::optional<Statement> m_statement;
    Read m_read = nullptr;
};

} // namespace hmsact::store
