// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace hmsact::domain {

// For each node, those it needs.
using NeedsGraph = std::vector<std::vector<size_t>>;

// The nodes of one cycle, each needing the next and the last the first; empty when there is none. Linear in
// the size of the graph, and without recursion: a chain of thousands is no danger to the stack.
[[nodiscard]] std::vector<size_t> findCycle(const NeedsGraph &graph);

} // namespace hmsact::domain
