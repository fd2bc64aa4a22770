// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fielderrors.h"

#include <QByteArray>
#include <QString>

namespace hmsact::domain {

// A plain name that every file system takes: checkText(), no path, no character or device name that one of them keeps for
// itself, not hidden, no blank or dot at the end.
void checkFileName(FieldErrors &errors, const QString &pointer, const QString &name);

// The declared media type where the content bears it out, else "application/octet-stream": a PDF, PNG, JPEG or GIF begins as
// such, a text is UTF-8 without control characters. Other types cannot be told from their content and stay as declared.
[[nodiscard]] QString provenMediaType(const QString &declared, const QByteArray &content);

} // namespace hmsact::domain
