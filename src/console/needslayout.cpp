// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/needslayout.h"

#include <algorithm>
#include <numeric>

namespace hmsact::console {

namespace {

// Long lines get a place of their own in each column they pass, so that they run between the cards. Beyond this many, the
// picture is past reading anyway and lines run straight.
constexpr size_t bendsMax = 4000;
constexpr int sweeps = 4;

struct Graph {
    std::vector<int> column; // of each node; the first are tasks, the rest bends
    std::vector<std::vector<int>> before;
    std::vector<std::vector<int>> after;
    std::vector<std::vector<int>> columns; // nodes in their order from the top
    std::vector<double> row;

    int add(int inColumn)
    {
        column.push_back(inColumn);
        before.emplace_back();
        after.emplace_back();
        return static_cast<int>(column.size()) - 1;
    }
    void connect(int from, int to)
    {
        after[size_t(from)].push_back(to);
        before[size_t(to)].push_back(from);
    }
};

std::vector<int> longestPathColumns(const std::vector<std::vector<int>> &needs)
{
    const size_t count = needs.size();
    std::vector<int> open(count);
    std::vector<std::vector<int>> unlocks(count);
    for (size_t i = 0; i < count; ++i) {
        open[i] = static_cast<int>(needs[i].size());
        for (const int need : needs[i])
            unlocks[size_t(need)].push_back(static_cast<int>(i));
    }
    std::vector<int> column(count, 0);
    std::vector<int> ready;
    for (size_t i = 0; i < count; ++i)
        if (open[i] == 0)
            ready.push_back(static_cast<int>(i));
    for (size_t at = 0; at < ready.size(); ++at)
        for (const int next : unlocks[size_t(ready[at])]) {
            column[size_t(next)] = std::max(column[size_t(next)], column[size_t(ready[at])] + 1);
            if (--open[size_t(next)] == 0)
                ready.push_back(next);
        }
    return column;
}

// Slots in each column, in the order of the mean slot of the neighbours on one side.
void sortByNeighbours(Graph &graph, std::vector<int> &nodes, const std::vector<std::vector<int>> &neighbours)
{
    const auto mean = [&](int node) {
        const auto &near = neighbours[size_t(node)];
        if (near.empty())
            return graph.row[size_t(node)];
        return std::accumulate(near.begin(), near.end(), 0.0,
                               [&](double sum, int other) { return sum + graph.row[size_t(other)]; })
            / double(near.size());
    };
    std::vector<std::pair<double, int>> keyed;
    keyed.reserve(nodes.size());
    for (const int node : nodes)
        keyed.emplace_back(mean(node), node);
    std::ranges::stable_sort(keyed, {}, &std::pair<double, int>::first);
    for (size_t i = 0; i < nodes.size(); ++i) {
        nodes[i] = keyed[i].second;
        graph.row[size_t(nodes[i])] = double(i);
    }
}

// The rows nearest to the wished ones that keep the order and a distance of at least 1 (isotonic regression).
void settleRows(Graph &graph, const std::vector<int> &nodes, const std::vector<std::vector<int>> &neighbours)
{
    struct Block {
        double sum;
        int count;
        [[nodiscard]] double mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    for (size_t i = 0; i < nodes.size(); ++i) {
        const auto &near = neighbours[size_t(nodes[i])];
        double wish = graph.row[size_t(nodes[i])];
        if (!near.empty())
            wish = std::accumulate(near.begin(), near.end(), 0.0,
                                   [&](double sum, int other) { return sum + graph.row[size_t(other)]; })
                / double(near.size());
        blocks.push_back({wish - double(i), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    size_t i = 0;
    for (const Block &block : blocks)
        for (int k = 0; k < block.count; ++k, ++i)
            graph.row[size_t(nodes[i])] = block.mean() + double(i);
}

NeedsLayout addLines(Graph &graph, const std::vector<std::vector<int>> &needs, std::vector<std::vector<int>> &bends)
{
    NeedsLayout layout;
    for (size_t to = 0; to < needs.size(); ++to)
        for (const int from : needs[to]) {
            layout.lines.push_back({from, static_cast<int>(to), {}});
            bends.emplace_back();
            int last = from;
            const int end = graph.column[to];
            const bool room = graph.column.size() - needs.size() < bendsMax;
            for (int at = graph.column[size_t(from)] + 1; room && at < end; ++at) {
                const int bend = graph.add(at);
                graph.connect(last, bend);
                bends.back().push_back(bend);
                last = bend;
            }
            graph.connect(last, static_cast<int>(to));
        }
    return layout;
}

void arrange(Graph &graph)
{
    const int last = *std::ranges::max_element(graph.column);
    graph.columns.resize(size_t(last) + 1);
    for (size_t node = 0; node < graph.column.size(); ++node)
        graph.columns[size_t(graph.column[node])].push_back(static_cast<int>(node));
    graph.row.assign(graph.column.size(), 0.0);
    for (const auto &nodes : graph.columns)
        for (size_t i = 0; i < nodes.size(); ++i)
            graph.row[size_t(nodes[i])] = double(i);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (auto &nodes : graph.columns)
            sortByNeighbours(graph, nodes, graph.before);
        for (auto it = graph.columns.rbegin(); it != graph.columns.rend(); ++it)
            sortByNeighbours(graph, *it, graph.after);
    }
    for (const auto &nodes : graph.columns)
        settleRows(graph, nodes, graph.before);
    for (auto it = graph.columns.rbegin(); it != graph.columns.rend(); ++it)
        settleRows(graph, *it, graph.after);
    for (const auto &nodes : graph.columns)
        settleRows(graph, nodes, graph.before);
}

} // namespace

NeedsLayout layOut(const std::vector<std::vector<int>> &needs)
{
    if (needs.empty())
        return {};
    Graph graph;
    for (const int column : longestPathColumns(needs))
        graph.add(column);
    std::vector<std::vector<int>> bends;
    NeedsLayout layout = addLines(graph, needs, bends);
    arrange(graph);
    const double top = *std::ranges::min_element(graph.row);
    const auto place = [&](size_t node) {
        return QPointF(graph.column[node], graph.row[node] - top);
    };
    for (size_t i = 0; i < needs.size(); ++i)
        layout.places.push_back(place(i));
    for (size_t i = 0; i < bends.size(); ++i)
        for (const int bend : bends[i])
            layout.lines[i].bends.push_back(place(size_t(bend)));
    layout.columns = static_cast<int>(graph.columns.size());
    layout.rows = *std::ranges::max_element(graph.row) - top + 1;
    return layout;
}

} // namespace hmsact::console
