// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"

#include <QProcessEnvironment>

namespace hmsact::cli {

// Where a command goes, from option, variable and configuration file. Errors: Invalid, one line, for a bad file or URL.
struct Destination {
    QString url; // of the server
    QString token; // empty: none was given
    QString databaseUrl;
};
[[nodiscard]] domain::Result<Destination> destinationOf(const Invocation &invocation, const QString &configurationFile,
                                                        const QProcessEnvironment &environment);

} // namespace hmsact::cli
