// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QJsonObject>
#include <QString>

namespace hmsact::cli {

// What a terminal would obey is shown as what it is: names come from strangers.
[[nodiscard]] QString harmless(const QString &text);

// An answer of the API for people: lists as a table of the command's columns, one thing field by field.
[[nodiscard]] QString present(const Command &command, const QJsonObject &answer);

} // namespace hmsact::cli
