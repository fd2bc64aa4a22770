// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/rawclient.h"
#include "api/schemavalidator.h"
#include "api/server.h"
#include "support/testdatabase.h"

#include <QSet>

#include <latch>

namespace hmsact::api::test {

// The whole API over a core on a database of its own, with one token for each role: "admin-token", "supervisor-token",
// "clerk-token", "worker-token" (of worker bot-1), "viewer-token", and the operator's secret "operator-secret".
// Every answer is held against openapi.json: its status must be documented and its body must fit.
class ApiFixture
{
public:
    // Slow: whoever reads the real time waits for it, so that every reading of the database is a long one (a PostgreSQL
    // has a clock of its own).
    enum class ClockKind { Real, Virtual, Slow };
    explicit ApiFixture(ClockKind kind = ClockKind::Real, ApiSettings settings = {});
    ~ApiFixture();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] engine::Core &core() { return *m_core; }
    [[nodiscard]] Server &server() { return *m_server; }
    [[nodiscard]] QString file(const QString &name) const { return m_testDatabase.file(qPrintable(name)); }
    // Every row of every table, one a line, but what cores tell each other of themselves.
    [[nodiscard]] QByteArrayList rows() const;
    [[nodiscard]] const QJsonObject &description() const { return m_description; }
    engine::VirtualClock &clock() { return dynamic_cast<engine::VirtualClock &>(*m_clock); } // of ClockKind::Virtual
    void closeCore(); // the database goes away under the server
    void hangReader(std::latch &release); // answers no question until then

    // One request on a connection of its own; the path is completed with /api/v1 unless it has two leading slashes.
    RawAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &token, const QByteArray &body = {},
                   const QByteArray &fields = "Content-Type: application/json\r\n");
    QJsonObject get(const QByteArray &path); // as admin; a refusal is a misfit
    QJsonObject post(const QByteArray &path, const QJsonObject &body); // as admin; a refusal is a misfit

    // "act-…" of a new activity with tasks of these names, which can all start at once.
    QByteArray makeActivity(const QStringList &tasks = {}, const QString &skill = {});
    void makeWorker(const QString &id, const QStringList &skills);

    QStringList misfits; // answers that do not fit their description
    QSet<QString> seen; // "GET /api/v1/queue 200"

private:
    void checkAgainstDescription(const QByteArray &method, const QString &path, const RawAnswer &answer);
    [[nodiscard]] QString templateOf(const QString &path) const;

    hmsact::test::TestDatabase m_testDatabase;
    std::shared_ptr<engine::Clock> m_clock;
    std::unique_ptr<engine::Core> m_core;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    QJsonObject m_description;
};

[[nodiscard]] QByteArray jsonText(const QJsonObject &object);

} // namespace hmsact::api::test
