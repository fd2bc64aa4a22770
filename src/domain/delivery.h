// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification.h"
#include "domain/result.h"

#include <QStringList>

#include <array>
#include <vector>

// What whoever delivers messages says to the core, and what people say about them: commands, see command.h.
namespace hmsact::domain {

inline constexpr size_t channelCount = 5; // of Channel

// One message on its way: with others when they came within one window.
struct Parcel {
    Notification notification; // its id is the parcel's
    std::vector<Notification> others;
    struct Seal { // of an assignment by mail; made for this try, stored nowhere
        QString signedLink; // empty: there is nothing to answer
        QString code; // empty: the page asks for none
    };
    std::vector<Seal> seals = {}; // of the notification and the others in their order, as far as digestListedMax links go
    bool isLeftOut = false; // what has the id was solved meanwhile: only the others are told, the first of them in its place
};

struct Parcels {
    std::vector<Parcel> items;
    qint64 nextInMs = -1; // when to ask again; less than 0: only when something changes
    bool withdrawn = false; // some that needed no sending any more
};

struct TakeNotifications { // those that are due, for `leaseMs`: afterwards they are taken again
    using Answer = Parcels;
    qint64 realNowMs = 0; // retries and leases go by real time, also where the core's clock is turned by hand
    qint64 leaseMs = 0;
    std::array<int, channelCount> room{}; // how many of each channel at most
    QStringList busy; // addresses that something is on its way to
};

struct SettleNotifications { // what came of parcels; nothing, where somebody else has taken it meanwhile
    using Answer = Done;
    struct Outcome {
        NotificationId id;
        int attempt = 0; // of the parcel when it was taken
        NotificationState state = NotificationState::Sent; // Sent, Queued (again at retryAtMs) or Dead
        qint64 retryAtMs = 0;
        QString error;
        bool isLeftOut = false; // as the parcel says
    };
    qint64 realNowMs = 0;
    std::vector<Outcome> outcomes;
};

struct ResendNotification { // Conflict unless it is dead
    using Answer = Notification;
    NotificationId id;
};

struct SendTest { // a message that says that it is a test
    using Answer = Notification;
    QString to;
};

} // namespace hmsact::domain
