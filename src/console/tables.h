// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QSettings>

class QTableView;

namespace hmsact::console {

// Every list looks and moves the same: whole rows, no grid, the Tab key leaves, columns can be moved and keep their width.
void setUpTable(QTableView &table);

// What a view looked like, under its object name; nothing is restored that was saved with other columns.
void saveTable(QSettings &settings, const QTableView &table);
void restoreTable(QSettings &settings, QTableView &table);

void repaintColumn(QTableView &table, int column); // what it shows depends on the time

void selectRow(QTableView &table, int row); // makes it the current one; nothing for -1

// Holds the rows on screen in their place while others come and go above them, once the user has scrolled down.
class ScrollAnchor
{
public:
    explicit ScrollAnchor(QTableView &table) : m_table(table) { }
    void hold(); // before the rows change
    void restore(); // after

private:
    QTableView &m_table;
    QPersistentModelIndex m_top;
    int m_offset = 0; // pixels of the top row above the edge
};

} // namespace hmsact::console
