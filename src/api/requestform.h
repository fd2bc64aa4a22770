// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pathtemplate.h"
#include "domain/command.h"

// The form in which GeoReport v2 takes a request. More lenient than the rest of the API, as its clients differ: fields that are
// empty or blank count as not given, blanks around a value do not count, and no place has to be named.
namespace hmsact::api::requestform {

inline constexpr qint64 bytesMax = 64 * 1024;

// What was said of the request stands under this key of the activity's metadata; answers to a service's questions in its
// `attributes`.
inline const QString key = QStringLiteral("open311");

// An activity from the template of the intent that is the service. Its citizen is who reported, by the first that is known of
// account, email, phone and device, else "anonymous". Errors: Invalid with a pointer for each bad field, called as in the
// form.
[[nodiscard]] domain::Result<domain::CreateActivity> activityFrom(const QueryValues &form);

} // namespace hmsact::api::requestform
