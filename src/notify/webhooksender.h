// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/sender.h"

namespace hmsact::notify {

// Signed webhooks: a CloudEvent under the headers of Standard Webhooks (standardwebhooks.com). The address that the name
// turns out to be is looked at when it is connected to: nobody gets the program to speak to its own network.
class WebhookSender final : public Sender
{
public:
    explicit WebhookSender(const Settings &settings) : m_settings(settings) { }
    [[nodiscard]] QString obstacle() const override;
    void prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const override;
    [[nodiscard]] Verdict judge(const Transfer &transfer) const override;

private:
    const Settings &m_settings;
};

// "v1,…" over "id.timestamp.body".
[[nodiscard]] QByteArray webhookSignature(const QByteArray &key, const QByteArray &id, qint64 timestampS,
                                          const QByteArray &body);
// The bytes of "whsec_…"; empty: not such a secret.
[[nodiscard]] QByteArray webhookKey(const QString &secret);

} // namespace hmsact::notify
