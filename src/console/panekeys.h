// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;
class QStackedWidget;
class QWidget;

namespace hmsact::console {

// F6 takes the focus to the next part of the window, Shift+F6 to the one before: the navigation, then the parts of the page
// that is shown, as its splitters divide it. Each part is entered where it was left, else at its list, else at its first field.
// Lives as long as the window, in the GUI thread.
class PaneKeys final : public QObject
{
    Q_OBJECT

public:
    PaneKeys(QWidget &window, QWidget &navigation, QStackedWidget &pages);

    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; } // for a menu of the window

private:
    void go(int by);
    [[nodiscard]] QList<QWidget *> panes() const;
    [[nodiscard]] QWidget *entryOf(QWidget &pane) const;

    QList<QAction *> m_actions;
    QWidget &m_window;
    QWidget &m_navigation;
    QStackedWidget &m_pages;
    QHash<const QWidget *, QPointer<QWidget>> m_left; // what had the focus last
};

} // namespace hmsact::console
