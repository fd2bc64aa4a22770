// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"
#include "domain/error.h"

namespace hmsact::api {

inline constexpr int retryAfterS = 1; // what a refused client is told to wait

// application/problem+json (RFC 9457), with WWW-Authenticate on 401 and Retry-After on 429 and 503.
[[nodiscard]] HttpResponse problem(const domain::Error &error);

// The same for what HTTP itself refuses (405, 411, 413, 431 …), before anything was understood.
[[nodiscard]] HttpResponse problem(int status);
[[nodiscard]] HttpResponse unavailable(); // 503, when time is up in what only asks
[[nodiscard]] HttpResponse unanswered(); // 503, when time is up in the middle of what changes something
[[nodiscard]] HttpResponse bodyTooLarge(qint64 limitBytes); // 413, with the limit; 0: there is to be none
[[nodiscard]] HttpResponse bodyIsCoded(); // 415, with what would be taken
[[nodiscard]] HttpResponse bodyIsNoForm(); // 415

} // namespace hmsact::api
