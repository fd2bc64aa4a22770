// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/needslayout.h"
#include "domain/views.h"

#include <QAbstractScrollArea>
#include <QFontMetrics>
#include <QHash>

#include <functional>

namespace hmsact::console {

// The tasks of one activity as cards from left to right, in the order in which they can happen, with a line from each need to
// what needs it. Cards and gaps get narrower, to a point, so that all columns fit; beyond that it scrolls. The arrow keys walk
// along the lines and columns; the current card is read out. Paints only what is seen.
class NeedsView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int margin = 16; // around the graph
    static constexpr int textLeft = 10; // around the text of a card
    static constexpr int textRight = 6;

    explicit NeedsView(std::function<qint64()> nowMs, QWidget *parent = nullptr);

    void setTasks(std::vector<domain::TaskView> tasks); // keeps the current task and the scroll position
    void setCurrent(domain::TaskId task);
    [[nodiscard]] domain::TaskId current() const;
    void tick(); // once a second: countdowns on the cards

    [[nodiscard]] QRect cardRect(domain::TaskId task) const; // in the viewport; empty when there is no such task
    [[nodiscard]] QString spoken(domain::TaskId task) const; // what a screen reader says of it
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void currentChanged(hmsact::domain::TaskId task);
    void activated(hmsact::domain::TaskId task); // Return or a double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QSize cardSize() const { return m_card; }
    [[nodiscard]] QSizeF step() const { return QSizeF(m_card) + m_gap; } // from card to card
    [[nodiscard]] bool isNarrow() const; // a card has no room for who works on it
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] QRectF card(size_t index) const; // in the viewport
    [[nodiscard]] int hit(QPoint at) const; // -1: no card
    [[nodiscard]] int neighbour(int key) const;
    void relay(); // measures, and how far it scrolls
    void measure();
    [[nodiscard]] double narrowestCard() const;
    [[nodiscard]] static int signWidth(const QFontMetrics &metrics) { return metrics.height() + 4; } // and the gap after it
    void makeCurrent(int index);
    void paintLines(QPainter &painter) const;
    void paintCard(QPainter &painter, size_t index) const;

    std::function<qint64()> m_nowMs;
    std::vector<domain::TaskView> m_tasks;
    std::vector<std::vector<int>> m_needs;
    QHash<domain::TaskId, int> m_indexOf;
    NeedsLayout m_layout;
    QSize m_card;
    QSizeF m_gap; // between cards
    int m_nameLines = 1;
    int m_current = -1;
};

} // namespace hmsact::console
