// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sockaddr;

namespace hmsact::notify {

// Of this machine, a local network, a link, a carrier, or no single machine at all.
[[nodiscard]] bool isPrivate(const sockaddr &address);

} // namespace hmsact::notify
