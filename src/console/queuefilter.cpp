// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/queuefilter.h"

#include "console/chip.h"
#include "console/flowlayout.h"
#include "console/icons.h"
#include "console/words.h"
#include "ui_queuefilter.h"

#include <QApplication>

namespace hmsact::console {

using namespace domain;

namespace {
// What stands in the worker list is told apart by its first letter.
const QString workerPrefix = QStringLiteral("w");
const QString poolPrefix = QStringLiteral("p");
} // namespace

QueueFilter::QueueFilter(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::QueueFilter>())
{
    ui->setupUi(this);
    ui->searchEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    ui->searchEdit->setMinimumWidth(fontMetrics().averageCharWidth() * 18); // else the lists beside it leave it none
    ui->skillCombo->addItem(tr("All skills"), QString());
    ui->workerCombo->addItem(tr("All workers"), QString());
    buildChips();
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &QueueFilter::changedNow);
    connect(ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(ui->skillCombo, &QComboBox::currentIndexChanged, this, &QueueFilter::changedNow);
    connect(ui->workerCombo, &QComboBox::currentIndexChanged, this, &QueueFilter::changedNow);
}

QueueFilter::~QueueFilter() = default;

Chip *QueueFilter::addChip(const QIcon &sign, const QString &text, const QString &name)
{
    auto *chip = new Chip(sign, text, ui->chipBar);
    chip->setObjectName(name + QStringLiteral("Chip"));
    ui->chipBar->layout()->addWidget(chip);
    return chip;
}

void QueueFilter::buildChips()
{
    ui->chipBar->setLayout(new FlowLayout(ui->chipBar));
    for (const SlaState state : {SlaState::Breached, SlaState::AtRisk, SlaState::DueSoon}) {
        Chip *chip = addChip(slaIcon(state), text(state), toString(state));
        chip->setToolTip(tr("Only tasks whose time is: %1").arg(text(state)));
        chip->expectCount();
        connect(chip, &Chip::clicked, this, [this, chip] { chooseSla(chip); });
        m_slas.push_back({state, chip});
    }
    for (const TaskState state : {TaskState::Pending, TaskState::InProgress, TaskState::InReview, TaskState::OnHold,
                                  TaskState::Optional, TaskState::Waiting, TaskState::Failed, TaskState::Completed}) {
        Chip *chip = addChip(stateIcon(state), text(state), QString(toString(state)).toLower());
        chip->setToolTip(tr("Only tasks in this state; several can be chosen"));
        if (isOpen(state)) // those that have ended are not counted
            chip->expectCount();
        connect(chip, &Chip::toggled, this, &QueueFilter::changedNow);
        m_states.push_back({state, chip});
    }
    m_order = addChip(icon(QStringLiteral("order")), tr("Queue order"), QStringLiteral("order"));
    m_order->setToolTip(tr("Sort by what is to be done first (Ctrl+0)"));
    m_clear = new QToolButton(ui->chipBar);
    m_clear->setObjectName(QStringLiteral("clearButton"));
    m_clear->setText(tr("Clear filters"));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setEnabled(false);
    connect(m_clear, &QToolButton::clicked, this, &QueueFilter::clear);
    ui->chipBar->layout()->addWidget(m_clear);
}

void QueueFilter::chooseSla(const Chip *chosen)
{
    for (const SlaChip &chip : m_slas) // one at most
        if (chip.button != chosen)
            chip.button->setChecked(false);
    changedNow();
}

void QueueFilter::changedNow()
{
    if (m_quiet)
        return;
    m_typing.stop();
    m_clear->setEnabled(!isEmpty());
    emit changed();
}

void QueueFilter::applyTo(ListQueue &query) const
{
    query.text = ui->searchEdit->text().trimmed();
    query.skill = ui->skillCombo->currentData().toString();
    const QString who = ui->workerCombo->currentData().toString();
    query.worker = WorkerId{who.startsWith(workerPrefix) ? who.mid(1) : QString()};
    query.pool = who.startsWith(poolPrefix) ? who.mid(1) : QString();
    query.states.clear();
    for (const StateChip &chip : m_states)
        if (chip.button->isChecked())
            query.states.push_back(chip.state);
    query.slaState.reset();
    for (const SlaChip &chip : m_slas)
        if (chip.button->isChecked())
            query.slaState = chip.state;
}

bool QueueFilter::isEmpty() const
{
    ListQueue query;
    applyTo(query);
    return query.text.isEmpty() && query.skill.isEmpty() && query.worker.isNull() && query.pool.isEmpty()
        && query.states.empty() && !query.slaState;
}

void QueueFilter::clear()
{
    uncheckAll();
    changedNow();
}

void QueueFilter::uncheckAll()
{
    m_quiet = true;
    ui->searchEdit->clear();
    ui->skillCombo->setCurrentIndex(0);
    ui->workerCombo->setCurrentIndex(0);
    for (const StateChip &chip : m_states)
        chip.button->setChecked(false);
    for (const SlaChip &chip : m_slas)
        chip.button->setChecked(false);
    m_typing.stop();
    m_quiet = false;
}

void QueueFilter::setCounts(const Stats &stats)
{
    for (const StateChip &chip : m_states)
        if (isOpen(chip.state))
            chip.button->setCount(stats.openTasks.value(toString(chip.state)));
    for (const SlaChip &chip : m_slas)
        chip.button->setCount(chip.state == SlaState::Breached     ? stats.breached
                                  : chip.state == SlaState::AtRisk ? stats.atRisk
                                                                   : stats.dueSoon);
}

using NameAndData = std::pair<QString, QString>;

// A list that is open stays; what comes meanwhile is there at the next time.
static void fill(QComboBox &combo, std::vector<NameAndData> choices)
{
    const QString chosen = combo.currentData().toString();
    if (std::ranges::find(choices, chosen, &NameAndData::second) == choices.end())
        choices.emplace_back(combo.currentText(), chosen); // gone meanwhile, but still what is filtered by
    std::vector<NameAndData> now;
    for (int i = 0; i < combo.count(); ++i)
        now.emplace_back(combo.itemText(i), combo.itemData(i).toString());
    if (choices == now || QApplication::activePopupWidget())
        return;
    combo.clear();
    for (const auto &[label, data] : choices)
        combo.addItem(label, data);
    combo.setCurrentIndex(combo.findData(chosen));
}

void QueueFilter::setWorkers(const std::vector<WorkerView> &workers)
{
    QMap<QString, int> skills;
    QMap<QString, int> pools;
    std::vector<NameAndData> who{{tr("All workers"), {}}};
    for (const WorkerView &view : workers) {
        who.emplace_back(view.worker.id.value, workerPrefix + view.worker.id.value);
        for (auto it = view.worker.skills.begin(); it != view.worker.skills.end(); ++it)
            skills.insert(it.key(), 0);
        for (const QString &pool : view.worker.pools)
            pools.insert(pool, 0);
    }
    for (auto it = pools.begin(); it != pools.end(); ++it)
        who.emplace_back(tr("Pool %1").arg(it.key()), poolPrefix + it.key());
    std::vector<NameAndData> skillChoices{{tr("All skills"), {}}};
    for (auto it = skills.begin(); it != skills.end(); ++it)
        skillChoices.emplace_back(it.key(), it.key());
    m_quiet = true;
    fill(*ui->skillCombo, std::move(skillChoices));
    fill(*ui->workerCombo, std::move(who));
    m_quiet = false;
}

void QueueFilter::showWorker(const WorkerId &worker)
{
    uncheckAll();
    m_quiet = true;
    int at = ui->workerCombo->findData(workerPrefix + worker.value);
    if (at < 0) {
        ui->workerCombo->addItem(worker.value, workerPrefix + worker.value);
        at = ui->workerCombo->count() - 1;
    }
    ui->workerCombo->setCurrentIndex(at);
    m_quiet = false;
    changedNow();
}

QLineEdit *QueueFilter::searchEdit() const { return ui->searchEdit; }

QAbstractButton *QueueFilter::orderButton() const { return m_order; }

void QueueFilter::save(QSettings &settings) const
{
    QStringList states;
    for (const StateChip &chip : m_states)
        if (chip.button->isChecked())
            states << toString(chip.state);
    settings.setValue(QStringLiteral("ui/queue/states"), states);
}

void QueueFilter::restore(QSettings &settings)
{
    const QStringList states = settings.value(QStringLiteral("ui/queue/states")).toStringList();
    m_quiet = true;
    for (const StateChip &chip : m_states)
        chip.button->setChecked(states.contains(toString(chip.state)));
    m_quiet = false;
    m_clear->setEnabled(!isEmpty());
}

} // namespace hmsact::console
