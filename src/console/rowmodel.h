// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include <algorithm>
#include <numeric>
#include <vector>

namespace hmsact::console {

// A table of value rows that is brought up to date by key and never reset: what stays keeps its persistent indexes, so
// selection, current row, scroll position and open editors stay too. A subclass says what a row's key is and what its
// cells hold.
template <class Row>
class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        return cell(m_rows[static_cast<size_t>(index.row())], index.column(), role);
    }

    [[nodiscard]] const Row *rowAt(int row) const
    {
        return row >= 0 && row < rowCount() ? &m_rows[static_cast<size_t>(row)] : nullptr;
    }
    [[nodiscard]] int rowOf(const QString &key) const // -1: not here
    {
        const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return keyOf(row) == key; });
        return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
    }
    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;
    [[nodiscard]] bool isRemoving() const { return m_isRemoving; } // the row that is chosen now nobody has chosen

    // Makes the table hold exactly `rows` in their order; keys are unique.
    void merge(std::vector<Row> rows)
    {
        QHash<QString, int> wanted;
        for (int i = 0; i < static_cast<int>(rows.size()); ++i)
            wanted.insert(keyOf(rows[static_cast<size_t>(i)]), i);
        removeUnless(wanted);
        reorder(wanted);
        take(std::move(rows));
    }

protected:
    [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

private:
    void removeUnless(const QHash<QString, int> &wanted)
    {
        for (int last = rowCount() - 1; last >= 0; --last) {
            int first = last;
            while (first >= 0 && !wanted.contains(keyOf(m_rows[static_cast<size_t>(first)])))
                --first;
            if (first == last)
                continue;
            m_isRemoving = true;
            beginRemoveRows({}, first + 1, last);
            m_rows.erase(m_rows.begin() + first + 1, m_rows.begin() + last + 1);
            endRemoveRows();
            m_isRemoving = false;
            last = first;
        }
    }

    void reorder(const QHash<QString, int> &wanted)
    {
        std::vector<int> order(m_rows.size()); // order[new row] = old row
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, {}, [&](int old) { return wanted.value(keyOf(m_rows[static_cast<size_t>(old)])); });
        if (std::ranges::is_sorted(order))
            return;
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        std::vector<int> movedTo(order.size());
        std::vector<Row> sorted;
        sorted.reserve(order.size());
        for (size_t i = 0; i < order.size(); ++i) {
            movedTo[static_cast<size_t>(order[i])] = static_cast<int>(i);
            sorted.push_back(std::move(m_rows[static_cast<size_t>(order[i])]));
        }
        m_rows = std::move(sorted);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before)
            after << index(movedTo[static_cast<size_t>(old.row())], old.column());
        changePersistentIndexList(before, after);
        emit layoutChanged({}, VerticalSortHint);
    }

    // What is left stands in the right order: replace it, and insert what is new in runs.
    void take(std::vector<Row> rows)
    {
        for (size_t at = 0; at < rows.size();) {
            if (at < m_rows.size() && keyOf(m_rows[at]) == keyOf(rows[at])) {
                m_rows[at] = std::move(rows[at]);
                ++at;
                continue;
            }
            size_t end = at;
            while (end < rows.size() && (at >= m_rows.size() || keyOf(rows[end]) != keyOf(m_rows[at])))
                ++end;
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at),
                          std::move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(at)),
                          std::move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end)));
            endInsertRows();
            at = end;
        }
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    std::vector<Row> m_rows;
    bool m_isRemoving = false;
};

} // namespace hmsact::console
