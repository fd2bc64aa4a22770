// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <vector>

namespace hmsact::console {

// Places tasks in columns so that every need stands left of what needs it, and in rows so that lines cross little: longest-path
// layers, barycentre ordering, rows pulled towards their neighbours (after Sugiyama, Tagawa and Toda, 1981). Pure; one column
// and one row are 1.0. Cycles cannot be stored; should there be one, it is cut somewhere.
struct NeedsLayout {
    struct Line {
        int from = 0; // the need
        int to = 0;
        std::vector<QPointF> bends; // between the two, one for each column that is passed
    };
    std::vector<QPointF> places; // of each task, in the order given
    std::vector<Line> lines;
    int columns = 0;
    double rows = 0;
};

// `needs[i]` are the indexes of what task i needs.
[[nodiscard]] NeedsLayout layOut(const std::vector<std::vector<int>> &needs);

} // namespace hmsact::console
