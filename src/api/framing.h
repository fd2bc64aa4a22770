// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"

namespace hmsact::api {

// The framing policy (RFC 9112, and stricter than the parser where two readers could disagree about where a
// message ends): 0 when the head may be acted on, else the status to refuse it with; the connection cannot be
// used again then. Turns the absolute form of the target into the origin form.
[[nodiscard]] int checkFraming(HttpHead &head, const HttpLimits &limits);

// Whether a browser sends it for a page of another machine: so says its Origin, which it leaves out only where a page reads
// from the name that it came from itself.
[[nodiscard]] bool isOfAnotherSite(const HttpHead &head);

// Whether a body follows; only valid after checkFraming().
[[nodiscard]] bool announcesBody(const HttpHead &head);

} // namespace hmsact::api
