// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/lanes.h"

#include <QAbstractScrollArea>

#include <functional>

namespace hmsact::console {

// The activity and its tasks over time, a lane for each: how long the clock ran and in what state it is, pauses hatched, a sign
// where a promise was broken, where a rule acted and where it ended. Up and Down walk through the lanes, Left and Right
// through what happened in one; what is chosen is said below and read out. Paints only what is seen.
class LaneView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LaneView(std::function<qint64()> nowMs, QWidget *parent = nullptr);

    void setLanes(std::vector<Lane> lanes); // keeps what is chosen
    void setCurrent(domain::TaskId task);
    void tick(); // once a second: bars grow
    [[nodiscard]] QString said() const; // of what is chosen
    [[nodiscard]] QRectF laneRect(size_t lane) const; // in the viewport
    [[nodiscard]] double x(qint64 atMs) const;

signals:
    void currentChanged(hmsact::domain::TaskId task); // a task's lane was chosen by hand
    void activated(hmsact::domain::TaskId task); // by Return or a double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int footHeight() const; // what is chosen, and the legend
    [[nodiscard]] qint64 endMs() const;
    [[nodiscard]] QString words(const Lane &lane) const;
    [[nodiscard]] QString words(const LaneMark &mark) const;
    [[nodiscard]] std::vector<double> placesOf(const Lane &lane) const; // of its signs, from the left
    [[nodiscard]] int markAt(const Lane &lane, double atX) const; // -1: none there
    void choose(int lane, int mark);
    void open();
    void speak();
    void relay();
    void paintLane(QPainter &painter, size_t index) const;
    void paintBar(QPainter &painter, const Lane &lane, double y) const;
    void paintMark(QPainter &painter, const LaneMark &mark, QPointF at, bool isChosen) const;
    void paintFoot(QPainter &painter) const;

    std::function<qint64()> m_nowMs;
    std::vector<Lane> m_lanes;
    int m_lane = 0;
    int m_mark = -1; // of m_lane; -1: the lane itself
};

} // namespace hmsact::console
