// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace hmsact::store {

// SQLite means one process: this lock beside the database file ("<file>.lock") says which. It is an advisory lock of the
// kernel, so it dies with its process, however that ends; what the file says is believed only while it is held.
class ProcessLock
{
public:
    struct Holder {
        qint64 pid = 0;
        QString program;
        QString url; // of its API; empty: none yet
        QString secret; // bearer token with which the owner of the file acts through that process
    };

    // Unavailable: another process holds it, the text says which; the database has a second name; or the file cannot be made.
    [[nodiscard]] static domain::Result<std::unique_ptr<ProcessLock>> take(const QString &databaseFile,
                                                                           const QString &program);
    // Whether there is such a file. Where there is none, the database may be another program's: look at it first.
    [[nodiscard]] static bool wasEverTaken(const QString &databaseFile);
    // Who holds it now; nothing when it is free.
    [[nodiscard]] static std::optional<Holder> holder(const QString &databaseFile);

    ~ProcessLock(); // releases
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    // false: somebody has removed or replaced the file, and another process may hold one of its name.
    [[nodiscard]] bool isInPlace() const;
    // Tells other processes of this user where this one serves.
    void publish(const QString &url, const QString &secret);

private:
    ProcessLock(int descriptor, QByteArray file, QString program);
    void write(const QString &url, const QString &secret);

    int m_descriptor;
    QByteArray m_file;
    QString m_program;
};

} // namespace hmsact::store
