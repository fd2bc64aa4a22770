// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "engine/core.h"
#include "store/databaseurl.h"

namespace hmsact::cli {

// Answers the commands on the database itself, as the API would: same paths, same JSON. Questions only read, without starting
// an engine; commands run through engine::Core, as the local admin.
class LocalDoor
{
public:
    explicit LocalDoor(store::DatabaseUrl database) : m_database(std::move(database)) { }

    // Errors: what the database or the command says; NotFound where a question finds no database.
    [[nodiscard]] domain::Result<QJsonObject> send(const Invocation &invocation);

private:
    [[nodiscard]] domain::Result<QJsonObject> ask(const domain::Query &query);
    [[nodiscard]] domain::Result<QJsonObject> archive(const QJsonObject &body);
    [[nodiscard]] domain::Result<QJsonObject> aboutUsers(const Invocation &invocation);
    [[nodiscard]] domain::Result<QJsonObject> act(const domain::Command &command);
    [[nodiscard]] domain::Result<std::unique_ptr<engine::Core>> core();

    store::DatabaseUrl m_database;
};

} // namespace hmsact::cli
