// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/needsgraph.h"

#include <algorithm>
#include <cstdint>

namespace hmsact::domain {

std::vector<size_t> findCycle(const NeedsGraph &graph)
{
    enum class Mark : uint8_t { New, OnPath, Done };
    std::vector<Mark> marks(graph.size(), Mark::New);
    std::vector<size_t> nextNeed(graph.size(), 0);
    std::vector<size_t> path;
    for (size_t root = 0; root < graph.size(); ++root) {
        if (marks[root] != Mark::New) {
            continue;
        }
        path.push_back(root);
        marks[root] = Mark::OnPath;
        while (!path.empty()) {
            const size_t node = path.back();
            if (nextNeed[node] == graph[node].size()) {
                marks[node] = Mark::Done;
                path.pop_back();
                continue;
            }
            const size_t need = graph[node][nextNeed[node]++];
            if (marks[need] == Mark::OnPath) {
                return {std::find(path.begin(), path.end(), need), path.end()};
            }
            if (marks[need] == Mark::New) {
                marks[need] = Mark::OnPath;
                path.push_back(need);
            }
        }
    }
    return {};
}

} // namespace hmsact::domain
