// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hmsact::store {

// What is in the file, or the names in the folder, is there after a power cut: a new file needs both.
[[nodiscard]] bool syncToDisk(const QString &path);

} // namespace hmsact::store
