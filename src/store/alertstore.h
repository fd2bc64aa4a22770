// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "domain/query.h"
#include "store/database.h"

namespace hmsact::store {

// What people must look at. Every function must run inside transact() or read() of `database` and throws SqlError.
class AlertStore
{
public:
    explicit AlertStore(Database &database) : m_database(database) { }

    void raise(const domain::Alert &alert); // once for each (kind, activity, task, cycle), whoever raises it how often
    [[nodiscard]] std::optional<domain::Alert> about(const domain::Occurrence &what); // that was raised for it
    [[nodiscard]] std::optional<domain::Alert> byId(domain::AlertId id);
    [[nodiscard]] std::vector<domain::Alert> ofActivity(domain::ActivityId activity); // oldest first
    [[nodiscard]] std::vector<domain::Alert> byIds(const std::vector<qint64> &ids);
    [[nodiscard]] domain::Page<domain::Alert> page(const domain::ListAlerts &query, qint64 beforeId); // newest first
    void acknowledge(domain::AlertId id, qint64 nowMs, const QString &by); // and no longer put off
    void snooze(domain::AlertId id, qint64 untilMs, const QString &by); // 0: ends it
    [[nodiscard]] std::vector<domain::Alert> snoozeOver(qint64 nowMs, int limit);
    [[nodiscard]] qint64 nextSnoozeEndMs(); // 0: none is put off

private:
    Database &m_database;
};

} // namespace hmsact::store
