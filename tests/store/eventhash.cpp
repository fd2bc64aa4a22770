// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventhash.h"

#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace hmsact::eventhash_test {

using namespace hmsact::domain;
using hmsact::store::eventHash;

class EventHash : public QObject
{
    Q_OBJECT

private slots:
    void eventHashesAreChained();
    void eventHashesCoverEveryField();
};

void EventHash::eventHashesAreChained()
{
    Event event;
    event.activity = {42};
    event.seq = 1;
    event.atMs = 1'795'000'000'000;
    event.actor = QStringLiteral("José");
    event.kind = QStringLiteral("task.completed");
    event.task = {7};
    event.detail = "{\"after\":{\"state\":\"COMPLETED\"}}";
    // printf '42\x1f1\x1f1795000000000\x1fJosé\x1ftask.completed\x1f7\x1f{"after":{"state":"COMPLETED"}}\x1f'
    // | sha256sum
    const QByteArray first = eventHash({}, event);
    QCOMPARE(first.toHex(), QByteArray("700e8280277b1d7bb074383b9961aeab2d94efdfa16575f4f5794595470e9d4f"));
    event.seq = 2;
    QCOMPARE(eventHash(first, event).toHex(),
             QByteArray("36b5b494e18aae2b70997b61d3886545c720d5796947700275e0b30dfc5541a9"));
}

void EventHash::eventHashesCoverEveryField()
{
    const Event base;
    QSet<QByteArray> hashes{eventHash({}, base), eventHash(QByteArray(32, 'x'), base)};
    const auto with = [&](auto change) {
        Event event = base;
        change(event);
        hashes.insert(eventHash({}, event));
    };
    with([](Event &e) { e.activity = {1}; });
    with([](Event &e) { e.seq = 1; });
    with([](Event &e) { e.atMs = 1; });
    with([](Event &e) { e.actor = QStringLiteral("1"); });
    with([](Event &e) { e.kind = QStringLiteral("1"); });
    with([](Event &e) { e.task = {1}; });
    with([](Event &e) { e.detail = "1"; });
    QCOMPARE(hashes.size(), 9);
}

HMSACT_TEST(EventHash)

} // namespace hmsact::eventhash_test

#include "eventhash.moc"
