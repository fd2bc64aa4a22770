// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace hmsact::console {

ColumnFit::ColumnFit(QTableView &table, std::vector<Share> shares)
    : QObject(&table), m_table(table), m_shares(std::move(shares))
{
    setObjectName(QStringLiteral("columnFit"));
    Q_ASSERT(int(m_shares.size()) == table.model()->columnCount());
    table.horizontalHeader()->setStretchLastSection(false);
    table.viewport()->installEventFilter(this);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int, int from, int to) { onResized(from, to); });
    fit();
}

ColumnFit *ColumnFit::of(const QTableView &table)
{
    return table.findChild<ColumnFit *>(QStringLiteral("columnFit"), Qt::FindDirectChildrenOnly);
}

void ColumnFit::setFitting(bool fitting)
{
    m_fitting = fitting;
    m_table.horizontalHeader()->setStretchLastSection(!fitting);
    fit();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        fit();
        QMetaObject::invokeMethod(this, &ColumnFit::fit, Qt::QueuedConnection); // it may grow once more without a word
    }
    return QObject::eventFilter(watched, event);
}

void ColumnFit::onResized(int from, int to)
{
    if (m_atIt || !m_fitting)
        return;
    if (from == 0 || to == 0) // being shown or hidden, which is done in a moment
        QMetaObject::invokeMethod(this, &ColumnFit::fit, Qt::QueuedConnection);
    else
        setFitting(false);
}

void ColumnFit::fit()
{
    if (!m_fitting)
        return;
    m_again = true;
    if (m_atIt)
        return;
    const QScopedValueRollback atIt(m_atIt, true);
    for (int round = 0; m_again && round < 3; ++round) { // a scroll bar comes or goes with what was shared
        m_again = false;
        share();
    }
}

void ColumnFit::share()
{
    QHeaderView *header = m_table.horizontalHeader();
    int wanted = 0;
    int give = 0; // how much the columns can do without
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        const Share &share = m_shares[size_t(column)];
        wanted += share.wanted;
        give += share.wanted - share.least;
    }
    int missing = std::min(wanted - m_table.viewport()->width(), give); // less than 0: there is room left
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        const Share &share = m_shares[size_t(column)];
        const int own = share.wanted - share.least;
        const int part = give > 0 ? int(qint64(missing) * own / give) : 0; // the last of them takes what rounding left
        header->resizeSection(column, share.wanted - part);
        missing -= part;
        give -= own;
    }
}

} // namespace hmsact::console
