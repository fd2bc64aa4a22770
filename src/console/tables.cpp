// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/tables.h"

#include "console/columnfit.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>

namespace hmsact::console {

// A right click, or the menu key, on the header says which columns are shown. One always stays.
static void offerColumns(QTableView &table, QPoint at)
{
    const QHeaderView *header = table.horizontalHeader();
    auto *menu = new QMenu(&table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < header->count(); ++i) {
        const int column = header->logicalIndex(i);
        QAction *shown = menu->addAction(table.model()->headerData(column, Qt::Horizontal).toString());
        shown->setCheckable(true);
        shown->setChecked(!header->isSectionHidden(column));
        shown->setEnabled(header->isSectionHidden(column) || header->count() - header->hiddenSectionCount() > 1);
        QObject::connect(shown, &QAction::toggled, &table,
                         [&table, column](bool on) { table.setColumnHidden(column, !on); });
    }
    menu->popup(header->mapToGlobal(at));
}

void setUpTable(QTableView &table)
{
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTextElideMode(Qt::ElideRight);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 14);
    QHeaderView *header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(table.fontMetrics().averageCharWidth() * 6);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, &table, [&table](QPoint at) { offerColumns(table, at); });
    const int side = table.fontMetrics().height();
    table.setIconSize({side, side});
}

static QString keyOf(const QTableView &table) { return QStringLiteral("ui/tables/%1").arg(table.objectName()); }

void saveTable(QSettings &settings, const QTableView &table)
{
    settings.setValue(keyOf(table) + QStringLiteral("/columns"), table.horizontalHeader()->count());
    settings.setValue(keyOf(table) + QStringLiteral("/state"), table.horizontalHeader()->saveState());
    if (const ColumnFit *fit = ColumnFit::of(table))
        settings.setValue(keyOf(table) + QStringLiteral("/fitting"), fit->isFitting());
}

void restoreTable(QSettings &settings, QTableView &table)
{
    if (settings.value(keyOf(table) + QStringLiteral("/columns")).toInt() != table.horizontalHeader()->count())
        return;
    table.horizontalHeader()->restoreState(settings.value(keyOf(table) + QStringLiteral("/state")).toByteArray());
    if (ColumnFit *fit = ColumnFit::of(table))
        fit->setFitting(settings.value(keyOf(table) + QStringLiteral("/fitting"), true).toBool());
}

namespace {

class MiddleDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

void elideInTheMiddle(QTableView &table, int column) { table.setItemDelegateForColumn(column, new MiddleDelegate(&table)); }

void repaintColumn(QTableView &table, int column)
{
    table.viewport()->update(table.columnViewportPosition(column), 0, table.columnWidth(column), table.viewport()->height());
}

void selectRow(QTableView &table, int row)
{
    table.setCurrentIndex(table.model()->index(row, table.horizontalHeader()->logicalIndex(0)));
}

void ScrollAnchor::hold()
{
    m_top = m_table.verticalScrollBar()->value() > 0 ? m_table.indexAt({1, 0}) : QModelIndex();
    if (m_top.isValid())
        m_offset = m_table.rowViewportPosition(m_top.row());
}

void ScrollAnchor::restore()
{
    if (!m_top.isValid())
        return;
    QScrollBar *bar = m_table.verticalScrollBar();
    bar->setMaximum(std::max(bar->maximum(), m_table.verticalHeader()->length() - m_table.viewport()->height()));
    bar->setValue(bar->value() + m_table.rowViewportPosition(m_top.row()) - m_offset);
}

ChosenRow::ChosenRow(QTableView &table) : m_table(table)
{
    table.installEventFilter(this);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_place = -1;
    });
}

void ChosenRow::hold()
{
    m_held = m_table.currentIndex();
    m_heldAt = m_held.row();
}

void ChosenRow::drop()
{
    m_table.selectionModel()->clear();
    m_place = m_heldAt;
}

bool ChosenRow::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    const int last = m_table.model()->rowCount() - 1;
    if (!isDropped() || last < 0 || (key != Qt::Key_Up && key != Qt::Key_Down))
        return QObject::eventFilter(watched, event);
    selectRow(m_table, std::clamp(key == Qt::Key_Up ? m_place - 1 : m_place, 0, last));
    return true;
}

} // namespace hmsact::console
