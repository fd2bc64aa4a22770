// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/skilltable.h"

#include "console/bardelegate.h"
#include "console/skillmodel.h"
#include "domain/worker.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace hmsact::console {

SkillTable::SkillTable(QWidget *parent) : QTableView(parent)
{
    setFrameShape(NoFrame);
    setItemDelegate(new BarDelegate(SkillModel::LevelRole, domain::skillLevelMax, this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setTextElideMode(Qt::ElideRight);
    verticalHeader()->setMaximumWidth(fontMetrics().averageCharWidth() * 34);
    horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    horizontalHeader()->setFixedHeight(fontMetrics().height() * 2 + 16);
}

void SkillTable::fit()
{
    const auto *skills = qobject_cast<const SkillModel *>(model());
    for (int column = 0; column < skills->columnCount(); ++column) {
        int width = fontMetrics().averageCharWidth() * 12;
        const QStringList lines = skills->headerData(column, Qt::Horizontal).toString().split(u'\n');
        for (const QString &line : lines)
            width = std::max(width, fontMetrics().horizontalAdvance(line) + 24);
        if (skills->headerData(column, Qt::Horizontal, Qt::DecorationRole).isValid())
            width += fontMetrics().height() + 8;
        if (columnWidth(column) != width)
            setColumnWidth(column, width);
    }
}

void SkillTable::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (!m_editable || !plain || !currentIndex().isValid()) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (key >= Qt::Key_1 && key <= Qt::Key_0 + domain::skillLevelMax)
        emit levelSet(currentIndex(), key - Qt::Key_0);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_0)
        emit levelSet(currentIndex(), 0);
    else
        QTableView::keyPressEvent(event);
}

} // namespace hmsact::console
