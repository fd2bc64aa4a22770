// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/filetoattach.h"

#include "domain/limits.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace hmsact::console {

using domain::ErrorCode;
using domain::limits::artefactBytesMax;

static domain::Result<FileToAttach> read(const QString &path)
{
    const QFileInfo info(path);
    if (info.size() > artefactBytesMax)
        return domain::makeError(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "an artefact has at most %1 bytes"),
                                 {QString::number(artefactBytesMax)});
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return domain::makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "%1 cannot be read"), {path});
    FileToAttach result{info.fileName(), {}, file.read(artefactBytesMax + 1)};
    result.mediaType = QMimeDatabase().mimeTypeForFileNameAndData(result.name, result.bytes).name();
    return result;
}

QFuture<domain::Result<FileToAttach>> readToAttach(Background &background, const QString &path)
{
    return background.run<domain::Result<FileToAttach>>([path] { return read(path); });
}

QString freeName(const QString &fileName, const QStringList &taken)
{
    const QFileInfo parts(fileName);
    const QString ending = parts.suffix().isEmpty() ? QString() : u'.' + parts.suffix();
    QString name = fileName;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1 (%2)%3").arg(parts.completeBaseName(), QString::number(number), ending);
    return name;
}

} // namespace hmsact::console
