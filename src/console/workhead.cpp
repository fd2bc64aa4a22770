// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workhead.h"

#include "console/flowlayout.h"
#include "console/icons.h"
#include "console/primarybutton.h"
#include "console/signlabel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QSignalBlocker>

namespace hmsact::console {

using namespace domain;

WorkHead::WorkHead(QWidget *parent)
    : QWidget(parent), m_who(new QLabel(tr("&I am"), this)), m_people(new QComboBox(this)), m_progress(new SignLabel(this)),
      m_next(new PrimaryButton(this)), m_presence(new PrimaryButton(this)), m_away(new SignLabel(this))
{
    m_people->setObjectName(QStringLiteral("whoCombo"));
    m_people->setAccessibleName(tr("Who I am"));
    m_people->setToolTip(tr("Whose tasks are shown, and in whose name you act (Alt+I)"));
    m_people->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_people->setMinimumContentsLength(22);
    m_who->setObjectName(QStringLiteral("whoLabel"));
    m_who->setBuddy(m_people);
    m_who->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_progress->setObjectName(QStringLiteral("progressLabel"));
    m_next->setObjectName(QStringLiteral("nextButton"));
    m_presence->setObjectName(QStringLiteral("presenceButton"));
    m_presence->setFilled(false);
    m_away->setObjectName(QStringLiteral("awayLabel"));
    m_away->set(icon(QStringLiteral("hold")), tr("You are away: nothing new is offered to you"), true);
    m_away->hide();
    auto *layout = new FlowLayout(this, 10, 8);
    layout->setContentsMargins(12, 10, 12, 10);
    for (QWidget *part : std::initializer_list<QWidget *>{m_who, m_people, m_next, m_presence, m_progress, m_away})
        layout->addWidget(part);
    connect(m_people, &QComboBox::activated, this,
            [this](int index) { emit chosen(WorkerId{m_people->itemData(index).toString()}); });
}

void WorkHead::setPeople(const std::vector<WorkerView> &people, const WorkerId &chosen, bool mayChoose)
{
    if (m_people->view()->isVisible())
        return; // a list must not change under the hand; it is read again when somebody else changes
    const QSignalBlocker quiet(m_people);
    m_people->clear();
    if (chosen.isNull())
        m_people->addItem(tr("Choose your name…"), QString());
    for (const WorkerView &view : people) {
        const Worker &worker = view.worker;
        if (worker.id == chosen || (mayChoose && worker.kind == WorkerKind::Human))
            m_people->addItem(icon(worker.kind == WorkerKind::Human ? QStringLiteral("person") : QStringLiteral("bot")),
                              worker.name.isEmpty() ? worker.id.value : worker.name, worker.id.value);
    }
    m_people->setCurrentIndex(std::max(0, m_people->findData(chosen.value)));
    m_people->setVisible(mayChoose);
    if (!mayChoose && chosen.isNull())
        m_who->setText(tr("You are no worker here"));
    else
        m_who->setText(mayChoose ? tr("&I am") : tr("You work as %1").arg(m_people->currentText()));
    m_who->setMinimumHeight(m_people->sizeHint().height()); // on one line with it
}

static void follow(QPushButton &button, const QAction &action)
{
    button.setText(action.text());
    button.setIcon(action.icon());
    button.setToolTip(action.toolTip());
    button.setEnabled(action.isEnabled());
}

void WorkHead::setActions(QAction *next, QAction *presence)
{
    for (const auto &[button, action] : {std::pair{m_next, next}, std::pair{m_presence, presence}}) {
        follow(*button, *action);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button = button, action = action] { follow(*button, *action); });
    }
}

void WorkHead::setAway(bool away)
{
    m_away->setVisible(away);
    m_next->setFilled(!away);
    m_presence->setFilled(away); // what comes first then
}

QString dueText(const Workday &day, qint64 nowMs)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs);
    const bool morning = now.time() < QTime(12, 0);
    const qint64 untilMs = morning ? QDateTime(now.date(), QTime(12, 0)).toMSecsSinceEpoch()
                                   : QDateTime(now.date().addDays(1), QTime(0, 0)).toMSecsSinceEpoch();
    int due = 0;
    int late = 0;
    for (const auto *rows : {&day.held, &day.offered})
        for (const TaskView &row : *rows)
            if (row.task.dueAtMs > 0 && row.task.dueAtMs < untilMs)
                ++(row.task.dueAtMs <= nowMs ? late : due);
    QStringList parts;
    if (due > 0)
        parts << (morning ? WorkHead::tr("%Ln due before noon", nullptr, due)
                          : WorkHead::tr("%Ln due before the day ends", nullptr, due));
    if (late > 0)
        parts << WorkHead::tr("%Ln late", nullptr, late);
    return parts.join(QStringLiteral(" · "));
}

void WorkHead::showProgress(int done, const Workday &day, qint64 nowMs)
{
    QStringList parts{tr("Done here today: %1").arg(done)};
    if (const QString due = dueText(day, nowMs); !due.isEmpty())
        parts << due;
    m_progress->set(icon(QStringLiteral("completed")), parts.join(QStringLiteral(" · ")));
}

void WorkHead::clearProgress() { m_progress->set({}, {}); }

} // namespace hmsact::console
