// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/sender.h"

namespace hmsact::notify {

// Text messages through a Twilio-compatible endpoint.
class SmsSender final : public Sender
{
public:
    explicit SmsSender(const Settings &settings) : m_settings(settings) { }
    [[nodiscard]] QString obstacle() const override;
    void prepare(Transfer &transfer, const domain::Parcel &parcel, const Text &text) const override;
    [[nodiscard]] Verdict judge(const Transfer &transfer) const override;

private:
    const Settings &m_settings;
};

} // namespace hmsact::notify
