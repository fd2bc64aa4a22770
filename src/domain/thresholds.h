// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hmsact::domain {

// Shares of an SLA, in millionths, after which a clock is called due soon and at risk, in working time: slaclock.h says when
// that is. 0 < dueSoonPpm < atRiskPpm < 1'000'000. An activity has those of its intent as they were when it was made.
struct Thresholds {
    int dueSoonPpm = 750'000;
    int atRiskPpm = 900'000;
    bool operator==(const Thresholds &) const = default;
};

} // namespace hmsact::domain
