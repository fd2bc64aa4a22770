// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/background.h"
#include "domain/result.h"

#include <QByteArray>
#include <QStringList>

namespace hmsact::console {

// A file of this machine on its way to a task.
struct FileToAttach {
    QString name;
    QString mediaType; // by its name and content
    QByteArray bytes;
};

// Read away from the GUI thread: it may lie on a slow disk. TooLarge before anything is read; Unavailable: cannot be read.
[[nodiscard]] QFuture<domain::Result<FileToAttach>> readToAttach(Background &background, const QString &path);

// The name itself, or with a number where another file of the task has it: "scan.pdf", "scan (2).pdf". A file never replaces
// another.
[[nodiscard]] QString freeName(const QString &fileName, const QStringList &taken);

} // namespace hmsact::console
