// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "notify/settings.h"
#include "notify/transfer.h"
#include "notify/wording.h"

namespace hmsact::notify {

// What a try came to.
struct Verdict {
    enum class Kind { Sent, Retry, Dead };
    Kind kind = Kind::Sent;
    QString reason; // one line, without secrets
    qint64 notBeforeMs = 0; // from now: what the provider asked for
};

// One way of sending. Belongs to the delivery's thread; has no state of its own but the settings.
class Sender
{
public:
    virtual ~Sender() = default;

    // Why nothing can be sent this way; empty: it can.
    [[nodiscard]] virtual QString obstacle() const = 0;
    virtual void prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const = 0;
    [[nodiscard]] virtual Verdict judge(const Transfer &transfer) const;
};

// By HTTP's rules: 2xx is sent; time-outs, 429, 5xx and what is refused for who asks (401 to 403) are tried again; the rest is
// given up.
[[nodiscard]] Verdict judgeHttp(const Transfer &transfer);
// The same where the address is the installation's own and the message's is in the body: 404 is tried again, too.
[[nodiscard]] Verdict judgeConfigured(const Transfer &transfer);
// A connection that failed, a name that is not known: in libcurl's words, which hold no secret.
[[nodiscard]] Verdict brokenOff(const Transfer &transfer);

[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace hmsact::notify
