// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/panekeys.h"

#include <QAbstractItemView>
#include <QAction>
#include <QSplitter>
#include <QStackedWidget>

namespace hmsact::console {

PaneKeys::PaneKeys(QWidget &window, QWidget &navigation, QStackedWidget &pages)
    : QObject(&window), m_window(window), m_navigation(navigation), m_pages(pages)
{
    const auto add = [this](const QString &words, const QKeySequence &key, int by) {
        auto *action = new QAction(words, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [this, by] { go(by); });
        m_actions << action;
    };
    add(tr("Next part of the window"), QKeySequence(Qt::Key_F6), 1);
    add(tr("Previous part of the window"), QKeySequence(Qt::SHIFT | Qt::Key_F6), -1);
}

static bool canHaveFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus);
}

static void divide(QWidget *part, QList<QWidget *> &panes)
{
    const auto *splitter = qobject_cast<QSplitter *>(part);
    if (!splitter)
        splitter = part->findChild<QSplitter *>();
    if (!splitter || !splitter->isVisible()) {
        panes << part;
        return;
    }
    for (int i = 0; i < splitter->count(); ++i)
        if (splitter->widget(i)->isVisible())
            divide(splitter->widget(i), panes);
}

QList<QWidget *> PaneKeys::panes() const
{
    QList<QWidget *> all{&m_navigation};
    divide(m_pages.currentWidget(), all);
    return all;
}

QWidget *PaneKeys::entryOf(QWidget &pane) const
{
    if (canHaveFocus(pane))
        return &pane;
    if (QWidget *last = m_left.value(&pane); last && pane.isAncestorOf(last) && canHaveFocus(*last))
        return last;
    for (QWidget *list : pane.findChildren<QAbstractItemView *>())
        if (canHaveFocus(*list))
            return list;
    for (QWidget *next = pane.nextInFocusChain(); next && next != &pane; next = next->nextInFocusChain())
        if (pane.isAncestorOf(next) && canHaveFocus(*next))
            return next;
    return nullptr;
}

void PaneKeys::go(int by)
{
    const QList<QWidget *> all = panes();
    QWidget *focus = m_window.focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < all.size(); ++i)
        if (focus && (all[i] == focus || all[i]->isAncestorOf(focus)))
            at = i;
    m_left.insert(all[at], focus);
    for (qsizetype step = 1; step <= all.size(); ++step) {
        const qsizetype to = (at + by * step + all.size() * step) % all.size();
        if (QWidget *entry = entryOf(*all[to]))
            return entry->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}

} // namespace hmsact::console
