// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/archivefile.h"

#include "domain/codec.h"
#include "store/durable.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace hmsact::store {

using domain::ErrorCode;
using domain::makeError;
using domain::Result;

static const QByteArray heading = QByteArrayLiteral("{\"archive\":\"hms-act\",\"format\":2}\n");
static const QByteArray headingWithoutEnds = QByteArrayLiteral("{\"archive\":\"hms-act\",\"format\":1}\n");

static domain::Error notWritten(const QString &file, int error, ErrorCode code = ErrorCode::Unavailable)
{
    return makeError(code, QT_TRANSLATE_NOOP("Error", "the archive %1 cannot be written: %2"),
                     {file, QString::fromLocal8Bit(std::strerror(error))});
}

Result<std::unique_ptr<ArchiveFile>> ArchiveFile::open(const QString &file)
{
    constexpr int ownerOnly = 0600; // it names citizens
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, ownerOnly);
    if (descriptor < 0) // it is the place that was named, not the moment
        return notWritten(file, errno, ErrorCode::Conflict);
    std::unique_ptr<ArchiveFile> archive(new ArchiveFile(descriptor, file));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the archive %1 is being written by another process"),
                         {file});
    if (!archive->isArchive())
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the file %1 exists and is no archive"), {file});
    if (!archive->cutUnfinishedLine() || !syncToDisk(QFileInfo(file).absolutePath()))
        return notWritten(file, errno);
    return archive;
}

// Or the beginning of one.
bool ArchiveFile::isArchive()
{
    QByteArray begin(heading.size(), Qt::Uninitialized);
    const ssize_t read = ::pread(m_descriptor, begin.data(), static_cast<size_t>(begin.size()), 0);
    begin.truncate(std::max<ssize_t>(read, 0));
    m_endsParts = begin != headingWithoutEnds;
    return read >= 0 && (heading.startsWith(begin) || headingWithoutEnds.startsWith(begin));
}

ArchiveFile::~ArchiveFile() { ::close(m_descriptor); }

bool ArchiveFile::cutUnfinishedLine()
{
    constexpr qint64 step = 65536;
    const qint64 size = ::lseek(m_descriptor, 0, SEEK_END);
    QByteArray piece(step, Qt::Uninitialized);
    for (qint64 end = size; end > 0;) {
        const qint64 begin = std::max<qint64>(0, end - step);
        if (::pread(m_descriptor, piece.data(), static_cast<size_t>(end - begin), begin) != end - begin)
            return false;
        const qsizetype newline = QByteArrayView(piece).first(end - begin).lastIndexOf('\n');
        if (newline >= 0)
            return ::ftruncate(m_descriptor, begin + newline + 1) == 0;
        end = begin;
    }
    return ::ftruncate(m_descriptor, 0) == 0;
}

void ArchiveFile::begin()
{
    m_hash.reset();
    m_bytes = 0;
    m_isEmpty = true;
    m_error = 0;
    m_offset = ::lseek(m_descriptor, 0, SEEK_END);
    if (m_offset == 0)
        write(heading);
}

void ArchiveFile::append(const QJsonObject &line)
{
    m_isEmpty = false;
    write(domain::compact(line) + '\n');
}

void ArchiveFile::write(const QByteArray &text)
{
    put(text);
    m_hash.addData(text);
    m_bytes += text.size();
}

void ArchiveFile::put(const QByteArray &text)
{
    for (qsizetype done = 0; done < text.size() && m_error == 0;) {
        const ssize_t written = ::write(m_descriptor, text.constData() + done, static_cast<size_t>(text.size() - done));
        if (written < 0 && errno != EINTR)
            m_error = errno;
        done += std::max<ssize_t>(0, written);
    }
}

domain::Status ArchiveFile::finish()
{
    if (m_endsParts && !m_isEmpty) {
        const QJsonObject part{{QStringLiteral("offset"), m_offset},
                               {QStringLiteral("bytes"), m_bytes},
                               {QStringLiteral("sha256"), QString::fromLatin1(sha256().toHex())}};
        put(domain::compact(QJsonObject{{QStringLiteral("part"), part}}) + '\n');
    }
    if (m_error == 0 && ::fsync(m_descriptor) != 0)
        m_error = errno;
    if (m_error != 0)
        return notWritten(m_file, m_error);
    return domain::Done{};
}

} // namespace hmsact::store
