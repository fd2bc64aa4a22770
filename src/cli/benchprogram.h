// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QProcess>

namespace hmsact::cli {

// Another program of ours, from the folder of this one, for the time of a measurement; ended with this object.
class BenchProgram
{
public:
    explicit BenchProgram(const QString &name);
    ~BenchProgram();

    // Starts it and waits for a line of its output that begins with `beginning`; answers with the rest of that line.
    // Unavailable: it cannot be started, or ends or takes too long before saying so.
    [[nodiscard]] domain::Result<QString> start(const QStringList &arguments, const QString &beginning);
    void stop();

private:
    QProcess m_process;
};

} // namespace hmsact::cli
