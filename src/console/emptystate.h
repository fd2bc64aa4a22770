// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemView;
class QPushButton;

namespace hmsact::console {

// What a list shows while it has no rows: a sign, what that means, what to do about it and, where it is offered, a button that
// does it. Lies over the list's viewport and comes and goes with the rows by itself.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QAbstractItemView &view); // the view owns it; its model must be set
    explicit EmptyState(QWidget &parent); // fills the parent; shown until setVisible(false)

    void say(const QString &iconName, const QString &title, const QString &advice);
    void offer(const QString &verb); // in a list only: what the button below says; empty: no button
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString advice() const { return m_advice; }

    // Nothing is said before the first answer is there.
    void setReady(bool ready);

signals:
    void accepted(); // what is offered

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Places {
        QRect sign;
        QRect title;
        QRect advice;
        QRect offer;
    };
    [[nodiscard]] Places places() const;
    [[nodiscard]] QFont titleFont() const;
    void follow();
    void placeOffer();

    QAbstractItemView *m_view = nullptr;
    QPushButton *m_offer = nullptr; // over the viewport, too: this widget lets the mouse through
    QString m_icon;
    QString m_title;
    QString m_advice;
    bool m_ready = false;
};

} // namespace hmsact::console
