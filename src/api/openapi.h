// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/route.h"

#include <QJsonObject>

namespace hmsact::api {

// OpenAPI 3.1 of exactly these routes: written from the table that requests are served from, with the schemas of
// resources/api/schemas.json. "servers" names the public URL.
[[nodiscard]] QJsonObject describe(const Routes &routes, const QString &publicUrl);

} // namespace hmsact::api
