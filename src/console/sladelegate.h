// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace hmsact::console {

// Paints an SLA cell: sign in the state's colour, time left in the text colour. State and text come from the row's task or
// activity and the time of the moment, so one repaint a second keeps the countdown true without asking anybody.
class SlaDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // `role` holds a domain::Task or a domain::Activity.
    SlaDelegate(int role, std::function<qint64()> nowMs, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // The tool tip says the state in words and the instant.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    [[nodiscard]] QString text(const QModelIndex &index) const; // "1 h 58 min"
    enum class Bell { Room, NoRoom }; // for the sign that rules have acted
    // Room for any time up to 99 days, overdue, in the language of the window.
    [[nodiscard]] static int columnWidth(const QFont &font, Bell bell = Bell::Room);

private:
    int m_role;
    std::function<qint64()> m_nowMs;
};

} // namespace hmsact::console
