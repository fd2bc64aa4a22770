// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace hmsact::domain {

// The pointer of a field that its object has more than once, which one reader takes for the first and another for the last
// of them; nothing when each field is there once. `json` must be valid: see parseObject().
[[nodiscard]] std::optional<QString> repeatedField(const QByteArray &json);
// The pointer of a whole number that is more, or less, than 64 bits hold: read as a floating-point number it is another one.
[[nodiscard]] std::optional<QString> roundedInteger(const QByteArray &json);

} // namespace hmsact::domain
