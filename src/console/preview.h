// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/background.h"
#include "domain/views.h"

#include <QImage>
#include <QStringList>

namespace hmsact::console {

// What can be shown of a file. Made away from the GUI thread and bounded whatever the file claims: a picture is refused by
// its size before it is decoded, rows, columns, cells and lines are cut, and `notice` says so.
struct Preview {
    enum class Kind { Nothing, Text, Table, Picture };
    Kind kind = Kind::Nothing;
    QString text;
    std::vector<QStringList> rows; // the first one is the header
    QImage picture; // of a page, when it is a document
    int page = 0;
    int pageCount = 0; // 0: has none
    QString notice; // for people: what is missing, or why there is nothing
};

inline constexpr qint64 previewTextBytes = 1024 * 1024;
inline constexpr int previewLines = 20'000;
inline constexpr int previewLineLength = 2000;
inline constexpr int previewRows = 2000;
inline constexpr int previewColumns = 100;
inline constexpr int previewCellLength = 500;
inline constexpr qint64 previewPixels = 40'000'000; // 160 MB decoded
inline constexpr int previewSide = 2400; // pixels of what is shown

[[nodiscard]] qint64 bytesForPreview(const domain::Artefact &file); // of its content, from the beginning; 0: all
[[nodiscard]] Preview previewOf(const domain::ArtefactContent &file, int page = 0,
                                const std::stop_token &stop = {}); // takes its time
[[nodiscard]] QFuture<Preview> previewLater(Background &background, const domain::ArtefactContent &file, int page,
                                            const std::stop_token &stop); // of what is stopped it makes nothing

} // namespace hmsact::console
