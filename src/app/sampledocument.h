// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hmsact::app {

// A file that a finished task of the sample county leaves behind.
struct SampleDocument {
    QString fileName;
    QString mediaType;
    QByteArray bytes;
};

// One A5 page of plain text: a real PDF 1.4 of less than 2 KB. Characters outside Latin-1 become "?".
[[nodiscard]] SampleDocument samplePdf(const QString &fileName, const QString &title, const QStringList &lines);

// Comma-separated UTF-8 with a header row; every field is quoted.
[[nodiscard]] SampleDocument sampleCsv(const QString &fileName, const QStringList &header, const QList<QStringList> &rows);

} // namespace hmsact::app
