// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/laneview.h"

#include "console/timetext.h"
#include "console/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

namespace hmsact::console {

using domain::SlaState;

static constexpr int endMargin = 14; // room right of the line
static constexpr double reach = 9; // how far from a sign the pointer may be

LaneView::LaneView(std::function<qint64()> nowMs, QWidget *parent) : QAbstractScrollArea(parent), m_nowMs(std::move(nowMs))
{
    setObjectName(QStringLiteral("laneView"));
    setAccessibleName(tr("Tasks over time"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
}

void LaneView::setLanes(std::vector<Lane> lanes)
{
    const domain::TaskId before = m_lane < int(m_lanes.size()) ? m_lanes[size_t(m_lane)].task : domain::TaskId();
    m_lanes = std::move(lanes);
    const auto still = std::ranges::find(m_lanes, before, &Lane::task);
    m_lane = still == m_lanes.end() ? 0 : int(still - m_lanes.begin());
    const bool hasMark = !m_lanes.empty() && m_mark < int(m_lanes[size_t(m_lane)].marks.size());
    m_mark = hasMark ? m_mark : -1;
    setAccessibleDescription(said());
    relay();
}

void LaneView::setCurrent(domain::TaskId task)
{
    const auto found = std::ranges::find(m_lanes, task, &Lane::task);
    if (found == m_lanes.end() || found - m_lanes.begin() == m_lane)
        return;
    m_lane = int(found - m_lanes.begin());
    m_mark = -1;
    viewport()->update();
}

void LaneView::tick() { viewport()->update(); }

int LaneView::laneHeight() const { return fontMetrics().height() + 10; }

int LaneView::nameWidth() const { return std::clamp(viewport()->width() / 4, 60, fontMetrics().averageCharWidth() * 26); }

int LaneView::footHeight() const { return fontMetrics().lineSpacing() * 2 + 16; }

// The tasks give the scale: an activity that is promised for next week must not squeeze them into a corner.
qint64 LaneView::endMs() const
{
    if (m_lanes.empty())
        return 1;
    const Lane &whole = m_lanes.front();
    qint64 last = std::max(whole.startedAtMs + 1, whole.endedAtMs > 0 ? whole.endedAtMs : m_nowMs());
    for (const Lane &lane : m_lanes) {
        if (!lane.task.isNull())
            last = std::max({last, lane.dueAtMs, lane.endedAtMs});
    }
    const qint64 tasksMs = last - whole.startedAtMs;
    const bool isNear = m_lanes.size() == 1 || whole.dueAtMs - whole.startedAtMs <= 2 * tasksMs;
    return isNear ? std::max(last, whole.dueAtMs) : last + tasksMs / 10;
}

double LaneView::x(qint64 atMs) const
{
    const qint64 startMs = m_lanes.empty() ? 0 : m_lanes.front().startedAtMs;
    const double part = double(atMs - startMs) / double(endMs() - startMs);
    const double from = nameWidth() + 12;
    return from + (viewport()->width() - endMargin - from) * std::clamp(part, 0.0, 1.0);
}

QRectF LaneView::laneRect(size_t lane) const
{
    return {0, double(laneHeight()) * double(lane) - verticalScrollBar()->value(), double(viewport()->width()),
            double(laneHeight())};
}

void LaneView::relay()
{
    const int room = viewport()->height() - footHeight();
    verticalScrollBar()->setRange(0, std::max(0, laneHeight() * int(m_lanes.size()) - room));
    verticalScrollBar()->setPageStep(std::max(room, 1));
    verticalScrollBar()->setSingleStep(laneHeight());
    viewport()->update();
}

QString LaneView::words(const Lane &lane) const
{
    const qint64 nowMs = m_nowMs();
    if (lane.startedAtMs == 0)
        return tr("%1: its clock has not started").arg(lane.name);
    QString line = tr("%1: %2, due %3").arg(lane.name, text(lane.state), instantText(lane.dueAtMs, nowMs));
    if (lane.endedAtMs > 0)
        line = tr("%1, ended %2").arg(line, instantText(lane.endedAtMs, nowMs));
    qint64 pausedMs = 0;
    for (const domain::Span &pause : lane.pauses)
        pausedMs += (pause.toMs > 0 ? pause.toMs : nowMs) - pause.fromMs;
    return pausedMs > 0 ? tr("%1, paused for %2").arg(line, spanText(pausedMs)) : line;
}

QString LaneView::words(const LaneMark &mark) const
{
    return QStringLiteral("%1 · %2").arg(instantText(mark.atMs, m_nowMs()), mark.words);
}

QString LaneView::said() const
{
    if (m_lane >= int(m_lanes.size()))
        return {};
    const Lane &lane = m_lanes[size_t(m_lane)];
    return m_mark < 0 ? words(lane) : words(lane.marks[size_t(m_mark)]);
}

void LaneView::speak()
{
    setAccessibleDescription(said());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

void LaneView::choose(int lane, int mark)
{
    const bool isOther = lane != m_lane;
    m_lane = lane;
    m_mark = mark;
    QScrollBar *bar = verticalScrollBar();
    const int top = laneHeight() * lane;
    bar->setValue(std::clamp(bar->value(), top + laneHeight() - bar->pageStep(), top));
    speak();
    if (isOther && !m_lanes[size_t(lane)].task.isNull())
        emit currentChanged(m_lanes[size_t(lane)].task);
}

void LaneView::open()
{
    if (!m_lanes[size_t(m_lane)].task.isNull())
        emit activated(m_lanes[size_t(m_lane)].task);
}

void LaneView::keyPressEvent(QKeyEvent *event)
{
    if (m_lanes.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    const int last = int(m_lanes.size()) - 1;
    const int marks = int(m_lanes[size_t(m_lane)].marks.size());
    switch (event->key()) {
    case Qt::Key_Up:
        return choose(std::max(m_lane - 1, 0), -1);
    case Qt::Key_Down:
        return choose(std::min(m_lane + 1, last), -1);
    case Qt::Key_Home:
        return choose(0, -1);
    case Qt::Key_End:
        return choose(last, -1);
    case Qt::Key_Left:
        return choose(m_lane, std::max(m_mark - 1, -1));
    case Qt::Key_Right:
        return choose(m_lane, std::min(m_mark + 1, marks - 1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier)
            return open();
        [[fallthrough]];
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// What happened at one instant stands side by side.
std::vector<double> LaneView::placesOf(const Lane &lane) const
{
    std::vector<double> places;
    for (const LaneMark &mark : lane.marks)
        places.push_back(places.empty() ? x(mark.atMs) : std::max(x(mark.atMs), places.back() + 2 * reach));
    return places;
}

int LaneView::markAt(const Lane &lane, double atX) const
{
    const std::vector<double> places = placesOf(lane);
    for (int i = int(places.size()) - 1; i >= 0; --i) {
        if (std::abs(places[size_t(i)] - atX) <= reach)
            return i;
    }
    return -1;
}

void LaneView::mousePressEvent(QMouseEvent *event)
{
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        if (event->position().y() < viewport()->height() - footHeight() && laneRect(i).contains(event->position()))
            return choose(int(i), markAt(m_lanes[i], event->position().x()));
    }
}

void LaneView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const bool isInFoot = event->position().y() >= viewport()->height() - footHeight();
    if (!isInFoot && m_lane < int(m_lanes.size()) && laneRect(size_t(m_lane)).contains(event->position()))
        open();
}

bool LaneView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        if (!laneRect(i).contains(help->pos()))
            continue;
        const int mark = markAt(m_lanes[i], help->pos().x());
        QToolTip::showText(help->globalPos(), mark < 0 ? words(m_lanes[i]) : words(m_lanes[i].marks[size_t(mark)]), this);
    }
    return true;
}

void LaneView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relay();
}

void LaneView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relay();
}

} // namespace hmsact::console
