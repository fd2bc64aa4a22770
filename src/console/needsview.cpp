// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/needsview.h"

#include "console/timetext.h"
#include "console/words.h"
#include "domain/limits.h"
#include "domain/sla.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace hmsact::console {

using domain::TaskId;
using domain::TaskView;

// In widths of a character.
static constexpr double cardChars = 29;
static constexpr double cardCharsMin = 13.5; // or what its words need
static constexpr double gapChars = 7;
static constexpr double gapCharsMin = 2.5;

NeedsView::NeedsView(std::function<qint64()> nowMs, QWidget *parent) : QAbstractScrollArea(parent), m_nowMs(std::move(nowMs))
{
    setObjectName(QStringLiteral("needsView"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Tasks of the activity and their needs"));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setMouseTracking(true);
    setFrameShape(NoFrame);
    measure();
}

void NeedsView::setTasks(std::vector<TaskView> tasks)
{
    const TaskId before = current();
    m_tasks = std::move(tasks);
    m_indexOf.clear();
    QHash<QString, int> byName;
    for (size_t i = 0; i < m_tasks.size(); ++i) {
        m_indexOf.insert(m_tasks[i].task.id, static_cast<int>(i));
        byName.insert(m_tasks[i].task.name, static_cast<int>(i));
    }
    std::vector<std::vector<int>> needs(m_tasks.size());
    for (size_t i = 0; i < m_tasks.size(); ++i)
        for (const QString &name : m_tasks[i].needs)
            if (const auto need = byName.constFind(name); need != byName.cend() && *need != static_cast<int>(i))
                needs[i].push_back(*need);
    if (needs != m_needs || m_layout.places.size() != m_tasks.size()) {
        m_needs = std::move(needs);
        m_layout = layOut(m_needs);
    }
    relay();
    m_current = m_indexOf.value(before, m_tasks.empty() ? -1 : std::min(m_current, static_cast<int>(m_tasks.size()) - 1));
    viewport()->update();
}

TaskId NeedsView::current() const
{
    return m_current >= 0 && m_current < static_cast<int>(m_tasks.size()) ? m_tasks[size_t(m_current)].task.id : TaskId();
}

void NeedsView::setCurrent(TaskId task)
{
    const int index = m_indexOf.value(task, -1);
    if (index != m_current && index >= 0)
        makeCurrent(index);
}

void NeedsView::makeCurrent(int index)
{
    m_current = index;
    const QRectF box = card(size_t(index)).adjusted(-margin, -margin, margin, margin);
    const auto shift = [](QScrollBar *bar, double low, double high, int room) {
        if (low < 0)
            bar->setValue(bar->value() + static_cast<int>(std::floor(low)));
        else if (high > room)
            bar->setValue(bar->value() + static_cast<int>(std::ceil(std::min(high - room, low))));
    };
    shift(horizontalScrollBar(), box.left(), box.right(), viewport()->width());
    shift(verticalScrollBar(), box.top(), box.bottom(), viewport()->height());
    viewport()->update();
    setAccessibleDescription(spoken(current()));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    emit currentChanged(current());
}

QString NeedsView::spoken(TaskId task) const
{
    const int index = m_indexOf.value(task, -1);
    if (index < 0)
        return {};
    const TaskView &view = m_tasks[size_t(index)];
    const auto sla = domain::slaState(view.task, m_nowMs());
    QStringList parts{view.task.name, statusText(view)};
    if (sla != domain::SlaState::None)
        parts << text(sla) << countdownText(sla, view.task.dueAtMs, m_nowMs());
    if (!view.task.worker.isNull())
        parts << view.task.worker.value;
    if (!view.needs.isEmpty())
        parts << tr("needs %1").arg(view.needs.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(", "));
}

void NeedsView::tick() { viewport()->update(); }

// It shows a state and the time that is left in full.
double NeedsView::narrowestCard() const
{
    const QFontMetrics metrics = fontMetrics();
    int words = metrics.horizontalAdvance(spanText((23 * 60 + 59) * 60 * domain::limits::msPerSecond));
    for (const TaskView &view : m_tasks)
        words = std::max(words, metrics.horizontalAdvance(text(view.task.state)));
    const double em = metrics.averageCharWidth();
    return std::clamp<double>(textLeft + signWidth(metrics) + words + 2 + textRight, em * cardCharsMin,
                              em * (cardChars - 1));
}

void NeedsView::measure()
{
    const QFontMetrics metrics = fontMetrics();
    const double em = metrics.averageCharWidth();
    const int columns = std::max(m_layout.columns, 1);
    const double narrowest = narrowestCard();
    const double least = columns * narrowest + em * (columns - 1) * gapCharsMin;
    const double most = em * (columns * cardChars + (columns - 1) * gapChars);
    const double share = std::clamp((viewport()->width() - 2 * margin - least) / (most - least), 0.0, 1.0);
    const int width = static_cast<int>(narrowest + share * (em * cardChars - narrowest));
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    const bool isLong = std::ranges::any_of(m_tasks, [&](const TaskView &view) {
        return boldMetrics.horizontalAdvance(view.task.name) >= width - textLeft - textRight - 1;
    });
    m_nameLines = isLong ? 2 : 1;
    m_card = QSize(width, metrics.lineSpacing() * (2 + m_nameLines) + 18);
    m_gap = QSizeF(em * (gapCharsMin + share * (gapChars - gapCharsMin)), metrics.lineSpacing());
}

bool NeedsView::isNarrow() const { return m_card.width() < fontMetrics().averageCharWidth() * 22; }

// Small graphs stand in the middle of the height, not glued to the top.
QPointF NeedsView::origin() const
{
    const double height = m_layout.rows * step().height() - (step().height() - cardSize().height()) + 2 * margin;
    const double spare = std::max(0.0, (viewport()->height() - height) / 2);
    return {margin - double(horizontalScrollBar()->value()),
            margin + std::min(spare, step().height()) - verticalScrollBar()->value()};
}

QRectF NeedsView::card(size_t index) const
{
    const QPointF place = m_layout.places[index];
    return {origin() + QPointF(place.x() * step().width(), place.y() * step().height()), QSizeF(cardSize())};
}

QRect NeedsView::cardRect(TaskId task) const
{
    const int index = m_indexOf.value(task, -1);
    return index < 0 ? QRect() : card(size_t(index)).toAlignedRect();
}

void NeedsView::relay()
{
    measure();
    const double width = m_layout.columns * step().width() - m_gap.width() + 2 * margin;
    const double height = m_layout.rows * step().height() - m_gap.height() + 2 * margin;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(static_cast<int>(step().width() / 4));
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(width) - viewport()->width()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(step().height() / 2));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(height) - viewport()->height()));
}

QSize NeedsView::sizeHint() const
{
    return {static_cast<int>(fontMetrics().averageCharWidth() * (cardChars + gapChars) * 3),
            static_cast<int>(step().height() * 3)};
}

void NeedsView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relay();
}

void NeedsView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relay();
}

int NeedsView::hit(QPoint at) const
{
    for (size_t i = 0; i < m_tasks.size(); ++i)
        if (card(i).contains(at))
            return static_cast<int>(i);
    return -1;
}

// Left and right follow a need; where there is none they go to the nearest card that way. Up and down stay in the column.
int NeedsView::neighbour(int key) const
{
    const auto &here = m_layout.places[size_t(m_current)];
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const int sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    int best = -1;
    double bestCost = 0;
    for (size_t i = 0; i < m_layout.places.size(); ++i) {
        const QPointF way = m_layout.places[i] - here;
        const double along = (across ? way.x() : way.y()) * sign;
        const double aside = std::abs(across ? way.y() : way.x());
        if (along <= 0 || (!across && aside > 0))
            continue;
        const auto &upstream = key == Qt::Key_Left ? m_needs[size_t(m_current)] : m_needs[i];
        const int other = key == Qt::Key_Left ? static_cast<int>(i) : m_current;
        const bool linked = across && std::ranges::find(upstream, other) != upstream.end();
        const double cost = along * 4 + aside + (linked ? 0 : 1000);
        if (best < 0 || cost < bestCost) {
            best = static_cast<int>(i);
            bestCost = cost;
        }
    }
    return best;
}

void NeedsView::keyPressEvent(QKeyEvent *event)
{
    if (m_tasks.empty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    int next = -1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        next = m_current < 0 ? 0 : neighbour(event->key());
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = static_cast<int>(m_tasks.size()) - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && event->modifiers() == Qt::NoModifier) {
            emit activated(current());
            return;
        }
        [[fallthrough]];
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (next >= 0)
        makeCurrent(next);
}

void NeedsView::mousePressEvent(QMouseEvent *event)
{
    const int index = hit(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0)
        makeCurrent(index);
}

void NeedsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (hit(event->pos()) >= 0)
        emit activated(current());
}

bool NeedsView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = hit(help->pos());
        QToolTip::showText(help->globalPos(), index < 0 ? QString() : spoken(m_tasks[size_t(index)].task.id), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace hmsact::console
