// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"
#include "api/pathtemplate.h"

namespace hmsact::api {

// Bodies as HTML's forms send them, application/x-www-form-urlencoded.
inline const QString formType = QStringLiteral("application/x-www-form-urlencoded");

[[nodiscard]] bool isForm(const HttpHead &head);

// The fields in the order sent, decoded. Nothing: cannot be decoded.
[[nodiscard]] std::optional<QueryValues> formFields(const QByteArray &body);

} // namespace hmsact::api
