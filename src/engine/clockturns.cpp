// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clockturns.h"

#include "domain/actor.h"
#include "domain/codec.h"
#include "store/eventhash.h"
#include "store/eventstore.h"

#include <QJsonDocument>

namespace hmsact::engine {

using namespace domain;

static const QString turned = QStringLiteral("clock.turned");
static constexpr QLatin1StringView toField("to");

Status recordTurn(store::Database &database, qint64 nowMs, qint64 toMs)
{
    return database.transact<Done>([&]() -> Status {
        store::EventStore events(database);
        store::EventStore::Head head = events.takeInstallationHead();
        Event event{{}, ++head.seq, nowMs, Actor::engine().name, turned, {}, compact({{toField, formatTime(toMs)}}), {}};
        event.hash = head.hash = store::eventHash(head.hash, event);
        events.insert({event});
        events.setInstallationHead(head);
        return Done{};
    });
}

Result<qint64> lastTurnMs(store::Database &database)
{
    return database.read<qint64>([&]() -> Result<qint64> {
        const std::optional<Event> last = store::EventStore(database).latestForInstallation(turned);
        return last ? parseTime(QJsonDocument::fromJson(last->detail).object().value(toField).toString())
                    : Result<qint64>(0);
    });
}

} // namespace hmsact::engine
