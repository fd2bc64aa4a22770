// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace hmsact::console {

// Shares the width of a table among its columns, so that none is cut while another has room, until somebody drags a
// border: from then on the widths are that person's. Owned by the table.
class ColumnFit final : public QObject
{
    Q_OBJECT

public:
    struct Share { // pixels
        int least; // so narrow at most; below the sum of these the table scrolls
        int wanted; // what is left over goes to those that want more than their least
    };
    ColumnFit(QTableView &table, std::vector<Share> shares); // by logical column
    [[nodiscard]] static ColumnFit *of(const QTableView &table); // or none

    [[nodiscard]] bool isFitting() const { return m_fitting; }
    void setFitting(bool fitting); // false: the columns stay as they are

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void share();
    void onResized(int from, int to);

    QTableView &m_table;
    const std::vector<Share> m_shares;
    bool m_fitting = true;
    bool m_atIt = false; // the widths change by our own doing
    bool m_again = false; // and the room changed with them
};

} // namespace hmsact::console
