// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/route.h"

namespace hmsact::api {

// A successful answer of the route: its status, the JSON, and Location where the route says so.
[[nodiscard]] HttpResponse jsonAnswer(const Route &route, QByteArray json);
[[nodiscard]] HttpResponse jsonAnswer(int status, QByteArray json);
[[nodiscard]] HttpResponse jsonAnswer(int status, const QJsonObject &json);
[[nodiscard]] HttpResponse tellNothing(const Input &, const domain::Answer &); // 204, where something is gone

} // namespace hmsact::api
