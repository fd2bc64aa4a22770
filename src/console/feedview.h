// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/emptystate.h"
#include "console/icons.h"
#include "console/listfeed.h"
#include "console/messagebar.h"
#include "console/tables.h"
#include "console/words.h"

#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

namespace hmsact::console {

// A table that a ListFeed fills, and what is around every such table: the rows hold their place while others come, its end
// asks for more, two buttons move the window, the empty table says why it is empty and the bar what went wrong. `Form` has
// them as earlierButton, laterButton and messageBar. Lives as long as the form, shorter than the feed.
template <class Form, class Feed>
class FeedView
{
public:
    FeedView(Form &form, QTableView &table, Feed &feed)
        : m_form(form), m_table(table), m_feed(feed), m_anchor(table), m_chosen(table)
    {
        setUpTable(table);
        m_feed.beforeMerge = [this] {
            m_anchor.hold();
            m_chosen.hold();
        };
        m_feed.afterMerge = [this] {
            m_anchor.restore();
        };
        form.earlierButton->setIcon(icon(QStringLiteral("earlier")));
        form.laterButton->setIcon(icon(QStringLiteral("later")));
        QObject::connect(form.earlierButton, &QToolButton::clicked, &feed, &Feed::earlier);
        QObject::connect(form.laterButton, &QToolButton::clicked, &feed, &Feed::later);
        QScrollBar *bar = table.verticalScrollBar();
        QObject::connect(bar, &QScrollBar::valueChanged, &feed, [&feed, bar](int value) {
            if (value >= bar->maximum())
                feed.more();
        });
    }

    void say(const QString &iconName, const QString &title, const QString &advice) { m_empty->say(iconName, title, advice); }
    [[nodiscard]] EmptyState &empty() { return *m_empty; }
    void showAnswer() // of the feed, after it came
    {
        const FeedState &state = m_feed.state();
        m_empty->setReady(state.loaded);
        m_form.earlierButton->setVisible(state.hasEarlier);
        m_form.laterButton->setVisible(state.hasMore && m_table.model()->rowCount() >= domain::limits::pageMax);
        if (state.error)
            m_form.messageBar->say(MessageBar::Kind::Error, text(*state.error));
        else if (m_failed && m_form.messageBar->kind() == MessageBar::Kind::Error)
            m_form.messageBar->clear();
        m_failed = state.error.has_value();
    }
    // After an answer: the first row is chosen where none was yet. Whether others took the chosen one away.
    [[nodiscard]] bool choose(bool isOwnDeed)
    {
        const bool isTaken = !m_feed.state().error && m_chosen.isGone() && !m_feed.state().turned && !isOwnDeed;
        if (isTaken)
            m_chosen.drop();
        const bool isFirst = !m_chosen.isDropped() || m_feed.state().turned;
        if (isFirst && !m_table.currentIndex().isValid() && m_table.model()->rowCount() > 0)
            selectRow(m_table, 0);
        return isTaken;
    }
    [[nodiscard]] ChosenRow &chosen() { return m_chosen; }

private:
    Form &m_form;
    QTableView &m_table; // has its model
    Feed &m_feed;
    ScrollAnchor m_anchor;
    ChosenRow m_chosen;
    EmptyState *m_empty = new EmptyState(m_table); // the table owns it
    bool m_failed = false; // the bar shows an error of the feed
};

} // namespace hmsact::console
