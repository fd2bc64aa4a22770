// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/processlock.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace hmsact::store {

using domain::ErrorCode;
using domain::makeError;

// Who holds it without a name only looks, as holder() does, or has taken it just now.
static constexpr int unnamedTries = 50;
static constexpr std::chrono::milliseconds unnamedPause{10};

static QByteArray lockFile(const QString &databaseFile) { return QFile::encodeName(databaseFile + QStringLiteral(".lock")); }

static ProcessLock::Holder readHolder(int descriptor)
{
    char text[4096];
    const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
    const QJsonObject json =
        size > 0 ? QJsonDocument::fromJson(QByteArray(text, static_cast<int>(size))).object() : QJsonObject();
    return {json[QLatin1String("pid")].toInteger(), json[QLatin1String("program")].toString(),
            json[QLatin1String("url")].toString(), json[QLatin1String("secret")].toString()};
}

domain::Result<std::unique_ptr<ProcessLock>> ProcessLock::take(const QString &databaseFile, const QString &program)
{
    if (struct stat file; ::stat(QFile::encodeName(databaseFile).constData(), &file) == 0 && file.st_nlink > 1)
        return makeError(ErrorCode::Unavailable,
                         QT_TRANSLATE_NOOP("Error",
                                           "the database %1 has a second name (a hard link), under which another "
                                           "process could open it"),
                         {databaseFile});
    const QByteArray file = lockFile(databaseFile);
    const int descriptor = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database %1 cannot be locked: %2"),
                         {databaseFile, QString::fromLocal8Bit(std::strerror(errno))});
    for (int tries = 0; ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; ++tries) {
        const Holder other = readHolder(descriptor);
        const bool isThere = other.pid != 0 && (::kill(static_cast<pid_t>(other.pid), 0) == 0 || errno != ESRCH);
        if (!isThere && tries < unnamedTries) { // somebody only looks at it
            std::this_thread::sleep_for(unnamedPause);
            continue;
        }
        ::close(descriptor);
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database %1 is held by %2 (process %3)"),
                         {databaseFile, other.program, QString::number(other.pid)});
    }
    std::unique_ptr<ProcessLock> lock(new ProcessLock(descriptor, file, program));
    lock->write({}, {});
    return lock;
}

bool ProcessLock::wasEverTaken(const QString &databaseFile)
{
    return ::access(lockFile(databaseFile).constData(), F_OK) == 0;
}

std::optional<ProcessLock::Holder> ProcessLock::holder(const QString &databaseFile)
{
    const int descriptor = ::open(lockFile(databaseFile).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    std::optional<Holder> result;
    if (::flock(descriptor, LOCK_SH | LOCK_NB) != 0)
        result = readHolder(descriptor);
    ::close(descriptor);
    return result;
}

ProcessLock::ProcessLock(int descriptor, QByteArray file, QString program)
    : m_descriptor(descriptor), m_file(std::move(file)), m_program(std::move(program))
{
}

ProcessLock::~ProcessLock()
{
    // The file stays: removing it would let two processes lock two files of one name.
    [[maybe_unused]] const int emptied = ::ftruncate(m_descriptor, 0);
    ::close(m_descriptor);
}

bool ProcessLock::isInPlace() const
{
    struct stat held, named;
    return ::fstat(m_descriptor, &held) == 0 && ::stat(m_file.constData(), &named) == 0 && held.st_dev == named.st_dev
        && held.st_ino == named.st_ino;
}

void ProcessLock::publish(const QString &url, const QString &secret) { write(url, secret); }

void ProcessLock::write(const QString &url, const QString &secret)
{
    const QByteArray text = QJsonDocument(QJsonObject{{QStringLiteral("pid"), static_cast<qint64>(::getpid())},
                                                      {QStringLiteral("program"), m_program},
                                                      {QStringLiteral("url"), url},
                                                      {QStringLiteral("secret"), secret}})
                                .toJson(QJsonDocument::Compact);
    // What it says only helps people and the command line; the lock itself does not depend on it.
    if (::ftruncate(m_descriptor, 0) != 0
        || ::pwrite(m_descriptor, text.constData(), static_cast<size_t>(text.size()), 0) != text.size())
        qWarning("the lock file could not be written: %s", std::strerror(errno));
}

} // namespace hmsact::store
