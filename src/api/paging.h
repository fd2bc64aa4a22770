// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/route.h"

#include <QJsonArray>

namespace hmsact::api {

// A page of a list that is at hand as a whole, by the request's limit and cursor (here: how many items came before).
// Invalid for a cursor that is no such number.
[[nodiscard]] domain::Result<HttpResponse> pageOf(const QJsonArray &all, const Input &input);

} // namespace hmsact::api
