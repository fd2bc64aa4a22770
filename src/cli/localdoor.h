// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "engine/core.h"
#include "store/database.h"

namespace hmsact::cli {

// Answers the commands on the database itself, as the API would: same paths, same JSON. Questions only read, without starting
// an engine; commands run through engine::Core, as the local admin.
class LocalDoor
{
public:
    explicit LocalDoor(store::DatabaseUrl database) : m_database(std::move(database)) { }

    // Errors: what the database or the command says; Unavailable where a question, or what takes something
    // away, finds no database; Internal: a command that was forgotten here.
    [[nodiscard]] domain::Result<QJsonObject> send(const Invocation &invocation);
    [[nodiscard]] bool hasSetUp() const { return m_hasSetUp; } // a database where there was none, as nobody asked for one

private:
    [[nodiscard]] domain::Result<QJsonObject> ask(const domain::Query &query);
    [[nodiscard]] domain::Result<QJsonObject> list(const domain::Query &query); // a page that has all of it
    [[nodiscard]] domain::Result<QJsonObject> archive(const QJsonObject &body);
    [[nodiscard]] domain::Result<QJsonObject> aboutUsers(const Invocation &invocation);
    [[nodiscard]] domain::Result<QJsonObject> aboutTokens(const Invocation &invocation);
    enum class Missing { IsSetUp, IsRefused }; // where there is no database
    [[nodiscard]] domain::Result<QJsonObject> act(const domain::Command &command, Missing missing);
    [[nodiscard]] domain::Result<std::unique_ptr<store::Database>> look() const; // to read; nothing: there is no file
    [[nodiscard]] domain::Result<bool> isSetUp() const; // Unavailable: with an older schema
    [[nodiscard]] domain::Error noDatabase() const;
    void makeFolder() const; // of a file
    [[nodiscard]] domain::Result<std::unique_ptr<engine::Core>>
    core(engine::CoreSettings::Migrates migrates = engine::CoreSettings::Migrates::FilesOnly);

    store::DatabaseUrl m_database;
    bool m_hasSetUp = false;
};

} // namespace hmsact::cli
