// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/duereason.h"

#include "console/timetext.h"
#include "console/whenready.h"
#include "console/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hmsact::console {

using namespace domain;

namespace {

constexpr size_t stretchesShown = 40; // two working weeks with breaks; more is not read

class Reckoning
{
public:
    explicit Reckoning(const SlaExplanation &explanation)
        : m_explanation(explanation),
          m_zone(explanation.calendar.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(explanation.timeZone.toLatin1()))
    {
    }

    [[nodiscard]] QString text()
    {
        promise();
        if (m_explanation.startedAtMs == 0)
            return m_lines.join(u'\n');
        stretches();
        pauses();
        for (const Holiday &holiday : m_explanation.holidays)
            m_lines << DueReason::tr("Closed on %1: %2").arg(day(holiday.date), holiday.name);
        if (m_explanation.usualMs > 0)
            forecast();
        else
            m_lines << DueReason::tr("Due soon from %1 (%2 % used), at risk from %3 (%4 %).")
                           .arg(dueSoon(), percent(m_explanation.thresholds.dueSoonPpm), atRisk(),
                                percent(m_explanation.thresholds.atRiskPpm));
        return m_lines.join(u'\n');
    }

private:
    [[nodiscard]] QDateTime at(qint64 atMs) const { return QDateTime::fromMSecsSinceEpoch(atMs, m_zone); }
    [[nodiscard]] static QString day(QDate date) { return QLocale().toString(date, QStringLiteral("ddd d MMM")); }
    [[nodiscard]] static QString time(const QDateTime &at)
    {
        return QLocale().toString(at.time(), at.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    }
    [[nodiscard]] static QString percent(int ppm) { return QLocale().toString(ppm / 1e4, 'g', 6); }
    [[nodiscard]] QString instant(qint64 atMs) const { return day(at(atMs).date()) + u' ' + time(at(atMs)); }
    [[nodiscard]] QString span(const Span &span) const
    {
        const bool sameDay = at(span.fromMs).date() == at(span.toMs).date();
        return instant(span.fromMs) + QChar(0x2013) + (sameDay ? time(at(span.toMs)) : instant(span.toMs));
    }

    void promise()
    {
        const QString calendar = m_explanation.calendar.isEmpty()
            ? DueReason::tr("all time counts (24x7)")
            : DueReason::tr("calendar “%1”, %2").arg(m_explanation.calendar, m_explanation.timeZone);
        const QString sla = spanText(m_explanation.slaMs);
        m_lines << (m_explanation.startedAtMs == 0
                        ? DueReason::tr("%1 once it can start; %2.").arg(sla, calendar)
                        : DueReason::tr("%1 from %2; %3.").arg(sla, instant(m_explanation.startedAtMs), calendar));
        if (m_explanation.basis == CalendarBasis::Former)
            m_lines << DueReason::tr("The calendar was changed later; this is how it counted then.");
        if (m_explanation.basis == CalendarBasis::Mixed)
            m_lines << DueReason::tr(
                "The calendar was changed in between; this is how it counts now, not how it was reckoned.");
    }

    void stretches()
    {
        const size_t shown = std::min(m_explanation.counted.size(), stretchesShown);
        for (size_t i = 0; i < shown; ++i) {
            const Span &one = m_explanation.counted[i];
            m_lines << DueReason::tr("Counted: %1 (%2)").arg(span(one), spanText(one.toMs - one.fromMs));
        }
        if (!m_explanation.all)
            m_lines << DueReason::tr("… and further ones");
        else if (shown < m_explanation.counted.size())
            m_lines << DueReason::tr("… and %Ln more", nullptr, int(m_explanation.counted.size() - shown));
    }

    [[nodiscard]] QString dueSoon() const { return instant(m_explanation.dueSoonAtMs); }
    [[nodiscard]] QString atRisk() const { return instant(m_explanation.atRiskAtMs); }

    void forecast()
    {
        if (m_explanation.dueSoonAtMs < m_explanation.atRiskAtMs)
            m_lines << DueReason::tr("Due soon from %1 (%2 % used).")
                           .arg(dueSoon(), percent(m_explanation.thresholds.dueSoonPpm));
        m_lines << (m_explanation.atRiskAtMs > m_explanation.startedAtMs
                        ? DueReason::tr("At risk from %1: such tasks usually take %2.")
                              .arg(atRisk(), spanText(m_explanation.usualMs))
                        : DueReason::tr("At risk from the start: such tasks usually take longer."));
    }

    void pauses()
    {
        for (const Pause &pause : m_explanation.pauses)
            m_lines << (pause.span.toMs > 0
                            ? DueReason::tr("Paused: %1").arg(span(pause.span))
                            : DueReason::tr("Paused since %1; it falls due later by as much as counts of that.")
                                  .arg(instant(pause.span.fromMs)));
    }

    const SlaExplanation &m_explanation;
    const QTimeZone m_zone;
    QStringList m_lines;
};

} // namespace

QString dueReasonText(const SlaExplanation &explanation) { return Reckoning(explanation).text(); }

DueReason::DueReason(QWidget *parent)
    : QWidget(parent), m_toggle(new QToolButton(this)), m_text(new QLabel(this)), m_copy(new QPushButton(tr("Copy"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_toggle->setObjectName(QStringLiteral("whyDueButton"));
    m_toggle->setText(tr("Why due then?"));
    m_toggle->setToolTip(tr("How the due time was reckoned: what counted, pauses, holidays"));
    m_toggle->setAutoRaise(true);
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_text->setObjectName(QStringLiteral("whyDueLabel"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Why it is due then"));
    m_copy->setObjectName(QStringLiteral("whyDueCopyButton"));
    m_copy->setToolTip(tr("Copy the reckoning as text"));
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_text);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_toggle, &QToolButton::toggled, this, &DueReason::fold);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    fold(false);
}

void DueReason::setClient(engine::CoreClient &client) { m_client = &client; }

bool DueReason::isOpen() const { return m_toggle->isChecked(); }

QString DueReason::text() const { return m_text->text(); }

void DueReason::setSubject(ActivityId activity, const QString &task)
{
    if (activity != m_activity || task != m_task)
        m_toggle->setChecked(false);
    m_activity = activity;
    m_task = task;
    if (isOpen())
        read();
}

void DueReason::fold(bool open)
{
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(open);
    m_copy->setVisible(open);
    if (open)
        read();
    else
        m_text->clear();
}

void DueReason::read()
{
    whenReady(m_client->ask(ExplainSla{m_activity, m_task}), this,
              [this, generation = ++m_generation](Result<SlaExplanation> explanation) {
                  if (generation == m_generation && isOpen())
                      m_text->setText(explanation ? dueReasonText(*explanation) : console::text(explanation.error()));
              });
}

} // namespace hmsact::console
