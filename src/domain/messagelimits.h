// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timeunits.h"

// The bounds of what is told to people; part of limits.h.
namespace hmsact::domain::limits {

// Messages
inline constexpr int deliveryConnectionsMax = 8; // at a time, of each channel: one that hangs leaves the others alone
inline constexpr int deliveryReceiverMax = 2; // of those to one receiver of webhooks: it leaves other receivers alone
inline constexpr int deliveryAttemptsMax = 20; // with the back-off below about six hours
inline constexpr qint64 deliveryBackoffMaxMs = 30 * msPerMinute;
inline constexpr qint64 deliveryWaitMaxMs = msPerDay; // of a provider's Retry-After
inline constexpr qint64 deliveryTimeoutMs = 30 * msPerSecond; // of one try
inline constexpr qint64 deliveryLeaseMs = 2 * msPerMinute; // far above the time-out: then its sender is dead
inline constexpr qint64 deliveryPollMs = 10 * msPerSecond; // what another core has written, and died
inline constexpr qint64 deliveryTurnMs = 200; // when another core is choosing
inline constexpr int deliveryLookMax = 500; // rows looked at in one go
inline constexpr int digestMax = 10'000; // messages in one: all that a downtime leaves for an address
inline constexpr int digestListedMax = 20; // of them that a text lists; the rest is a number. So many links, too
inline constexpr int digestNamedMax = 100; // of them that a webhook names one by one
inline constexpr int deliveryErrorMax = 500;
inline constexpr int smsPerQuarterHour = 5; // to one address: more is noise, and costs
inline constexpr int smsPerHour = 11;
inline constexpr qint64 notificationKeptMs = 90 * msPerDay; // after it was sent or withdrawn
inline constexpr qint64 deadNotificationKeptMs = 365 * msPerDay; // of one that was given up

// Alerts
inline constexpr qint64 snoozeMinMs = msPerSecond;
inline constexpr qint64 snoozeMaxMs = 7 * msPerDay; // longer is forgotten, not put off
// Links in mail
inline constexpr qint64 linkMs = 7 * msPerDay; // good for so long at least
inline constexpr int linkTries = 5; // wrong codes that end it: one in 140 million by guessing
inline constexpr qint64 linkReadingMs = 2 * msPerSecond; // nobody reads and types a code faster
inline constexpr qint64 linkFormMs = msPerDay; // an older page is shown anew
inline constexpr qint64 linkEarlyMs = 10 * msPerSecond; // after it was made: a program that looks at mail, not a reader
inline constexpr int linkOpensMax = 1000; // counted; more is noise
inline constexpr qint64 linkBodyBytesMax = 32 * 1024; // of an answer: a reason in full, percent-encoded

} // namespace hmsact::domain::limits
