// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QSettings>

class QTableView;

namespace hmsact::console {

// Every list looks and moves the same: whole rows, no grid, the Tab key leaves, columns can be moved and keep their width.
void setUpTable(QTableView &table);

// What a view looked like, under its object name; nothing is restored that was saved with other columns.
void saveTable(QSettings &settings, const QTableView &table);
void restoreTable(QSettings &settings, QTableView &table);

// What stands there differs at its end more often than at its beginning.
void elideInTheMiddle(QTableView &table, int column);

void repaintColumn(QTableView &table, int column); // what it shows depends on the time

void selectRow(QTableView &table, int row); // makes it the current one; none for -1

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

// Where the chosen row was taken out of a table by others nothing is chosen, or the next key would be meant for one row and act
// on its neighbour. The arrow keys go on from its place.
class ChosenRow final : public QObject
{
public:
    explicit ChosenRow(QTableView &table); // with its model
    void hold(); // before the rows change
    [[nodiscard]] bool isGone() const { return m_heldAt >= 0 && !m_held.isValid(); } // after: the change took it away
    void drop(); // nothing is chosen then, until somebody chooses
    [[nodiscard]] bool isDropped() const { return m_place >= 0; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView &m_table;
    QPersistentModelIndex m_held;
    int m_heldAt = -1;
    int m_place = -1; // where it was that is dropped
};

} // namespace hmsact::console
