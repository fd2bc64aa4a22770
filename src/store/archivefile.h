// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reports.h"
#include "domain/result.h"
#include "store/database.h"

#include <QCryptographicHash>
#include <QJsonObject>

#include <memory>

namespace hmsact::store {

// A file of JSON lines that only grows: a heading, then parts. A part is activities with all that is theirs, each after the
// contents of its artefacts, and in the end a line that says where it began, how long it is and its hash: so a file that was
// cut off is known by its end. Format 1 has no such lines; what was begun so goes on so. What an interrupted program left
// of a line is cut off by the next one that opens it. Locked while it is open. For one thread.
class ArchiveFile
{
public:
    // Makes it when it is not there. Conflict: is something else; Unavailable: cannot be written, the
    // text says why; Busy: another process writes it.
    [[nodiscard]] static domain::Result<std::unique_ptr<ArchiveFile>> open(const QString &file);
    ~ArchiveFile();
    ArchiveFile(const ArchiveFile &) = delete;
    ArchiveFile &operator=(const ArchiveFile &) = delete;

    void begin(); // of a part
    void append(const QJsonObject &line); // a failure is told by finish()
    [[nodiscard]] domain::Status finish(); // returns when the part is on the disk

    [[nodiscard]] qint64 offset() const { return m_offset; } // where the part began
    [[nodiscard]] qint64 bytes() const { return m_bytes; } // of the part, without the line that ends it
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); } // of the part

private:
    ArchiveFile(int descriptor, QString file) : m_descriptor(descriptor), m_file(std::move(file)) { }
    [[nodiscard]] bool isArchive();
    [[nodiscard]] bool cutUnfinishedLine();
    void write(const QByteArray &text);
    void put(const QByteArray &text);

    const int m_descriptor;
    const QString m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_offset = 0;
    qint64 m_bytes = 0;
    bool m_endsParts = true; // false: format 1
    bool m_isEmpty = true; // the part, but for the heading
    int m_error = 0; // errno of the first failure
};

// Reads an archive and recomputes it: every chain gap-free with the right hashes, every activity's state, and
// every task's name, state and worker, as its events left them, every artefact's content there and as its hash says, every part
// as it was written and the last one ended: else it was cut off, or interrupted, which is mended by archiving again. Stops at
// the first line that does not fit and names it. Unavailable: cannot be read.
[[nodiscard]] domain::Result<domain::AuditReport> verifyArchive(const QString &file);

// The files that do not hold what the record says was moved there: shortened or edited. One that is not there has been put
// elsewhere, and is not judged; on a shared database only what programs on this machine have moved is. Outside of read(): no
// snapshot waits while files are read.
[[nodiscard]] domain::Result<QStringList> damagedArchives(Database &database);

} // namespace hmsact::store
