// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fielderrors.h"

#include <QJsonValue>

namespace hmsact::domain {

// A payload, result or metadata: at most limits::jsonBytesMax as text, at most limits::jsonDepthMax deep,
// valid Unicode.
void checkJson(FieldErrors &errors, const QString &pointer, const QJsonValue &value);

} // namespace hmsact::domain
