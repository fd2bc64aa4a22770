// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <optional>
#include <stop_token>

// Draws a page of a document in a process of its own, which has so much time and memory and no more: what a document makes the
// drawing do is not known before, and it cannot be stopped halfway. The program starts itself again for it, so its main() asks
// drawPageIfAsked() before anything else.
namespace hmsact::console {

inline constexpr int drawingMs = 10'000; // for one page; a scanned one takes a tenth of a second
inline constexpr int drawingSide = 1600; // pixels
inline constexpr qint64 drawingBytes = qint64(2) * 1024 * 1024 * 1024; // of address space, the program's own included

struct DrawnPage {
    enum class End { Drawn, Unreadable, TooMuch };
    End end = End::Unreadable;
    QImage picture;
    int page = 0; // the last one where there is none of that number
    int pageCount = 0;
};
// Waits, and gives up soon after `stop`; of any thread.
[[nodiscard]] DrawnPage drawnPage(const QByteArray &document, int page, int limitMs = drawingMs,
                                  const std::stop_token &stop = {});

// Does it, and answers with the exit status, where the program was started for it.
[[nodiscard]] std::optional<int> drawPageIfAsked(int argc, char **argv);

} // namespace hmsact::console
