// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruleform.h"

#include "console/alertmodel.h"
#include "console/ruletext.h"
#include "console/signlabel.h"
#include "domain/codec.h"
#include "domain/duration.h"
#include "ui_ruleform.h"

#include <QJsonArray>

namespace hmsact::console {

using namespace domain;

namespace {
constexpr qint64 shadowDefaultMs = 7 * limits::msPerDay;
enum ThresholdKind { Share, Time };
} // namespace

RuleForm::RuleForm(QWidget *parent) : QWidget(parent), ui(std::make_unique<Ui::RuleForm>())
{
    ui->setupUi(this);
    for (QLabel *heading : {ui->scopeHeading, ui->stepsHeading, ui->floodHeading}) {
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
    }
    ui->formLayout->setColumnStretch(0, 1);
    ui->formLayout->setColumnStretch(1, 1);
    m_places = {{QStringLiteral("/name"), ui->nameEdit, ui->nameNote},
                {QStringLiteral("/enabled"), ui->enabledCheck, ui->enabledNote},
                {QStringLiteral("/when"), ui->whenCombo, ui->whenNote},
                {QStringLiteral("/threshold"), ui->thresholdTimeEdit, ui->thresholdNote},
                {QStringLiteral("/scope/intent"), ui->intentEdit, ui->intentNote},
                {QStringLiteral("/scope/priority"), ui->priorityCombo, ui->priorityNote},
                {QStringLiteral("/scope/skill"), ui->skillCombo, ui->skillNote},
                {QStringLiteral("/scope/pool"), ui->poolCombo, ui->poolNote},
                {QStringLiteral("/scope"), ui->intentEdit, ui->intentNote},
                {QStringLiteral("/grace"), ui->graceEdit, ui->graceNote},
                {QStringLiteral("/steps"), ui->addStepButton, ui->stepsNote},
                {QStringLiteral("/repeat_every"), ui->repeatEdit, ui->repeatNote},
                {QStringLiteral("/max_repeats"), ui->maxRepeatsSpin, ui->repeatNote},
                {QStringLiteral("/digest"), ui->digestEdit, ui->digestNote},
                {QStringLiteral("/acknowledged_for"), ui->acknowledgedEdit, ui->acknowledgedNote},
                {QStringLiteral("/restart_sla"), ui->restartCheck, ui->restartNote},
                {QStringLiteral("/shadow_until"), ui->shadowEdit, ui->shadowNote}};
    fillChoices();
    connectFields();
    setNotes({});
}

RuleForm::~RuleForm() = default;

void RuleForm::fillChoices()
{
    for (const Trigger when :
         {Trigger::SlaBreach, Trigger::SlaWarning, Trigger::ActivitySlaBreach, Trigger::ActivitySlaWarning,
          Trigger::Unassigned, Trigger::Stalled, Trigger::TaskFailed, Trigger::NoEligibleWorker, Trigger::QueueDepth})
        ui->whenCombo->addItem(alertText(toString(when)), QString(toString(when)));
    ui->thresholdKindCombo->addItem(tr("part of the time used up"), Share);
    ui->thresholdKindCombo->addItem(tr("time before it is due"), Time);
    ui->priorityCombo->addItem(tr("any"), -1);
    for (int priority = 9; priority >= 0; --priority)
        ui->priorityCombo->addItem(priority == 9 ? QString::number(priority) : tr("%1 or more").arg(priority), priority);
    for (QComboBox *combo : {ui->skillCombo, ui->poolCombo})
        combo->lineEdit()->setPlaceholderText(tr("any"));
}

void RuleForm::connectFields()
{
    for (QLineEdit *edit : {ui->nameEdit, ui->thresholdTimeEdit, ui->intentEdit, ui->graceEdit, ui->repeatEdit,
                            ui->digestEdit, ui->acknowledgedEdit})
        connect(edit, &QLineEdit::textChanged, this, &RuleForm::told);
    for (QComboBox *combo : {ui->whenCombo, ui->thresholdKindCombo, ui->priorityCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            fitThreshold();
            told();
        });
    for (QComboBox *combo : {ui->skillCombo, ui->poolCombo})
        connect(combo, &QComboBox::editTextChanged, this, &RuleForm::told);
    for (QSpinBox *spin : {ui->thresholdPercentSpin, ui->thresholdCountSpin, ui->maxRepeatsSpin})
        connect(spin, &QSpinBox::valueChanged, this, &RuleForm::told);
    for (QCheckBox *check : {ui->enabledCheck, ui->restartCheck, ui->shadowCheck})
        connect(check, &QCheckBox::toggled, this, [this] {
            ui->shadowEdit->setEnabled(ui->shadowCheck->isChecked() && !m_readOnly);
            told();
        });
    connect(ui->shadowEdit, &QDateTimeEdit::dateTimeChanged, this, &RuleForm::told);
    connect(ui->addStepButton, &QPushButton::clicked, this, &RuleForm::addStep);
}

void RuleForm::told()
{
    if (!m_quiet)
        emit edited();
}

Trigger RuleForm::trigger() const
{
    return triggerFrom(ui->whenCombo->currentData().toString()).value_or(Trigger::SlaBreach);
}

// Only the field that the trigger has is there.
void RuleForm::fitThreshold()
{
    const Trigger when = trigger();
    const bool isCount = when == Trigger::Stalled || when == Trigger::QueueDepth;
    const bool isShare = isWarning(when) && ui->thresholdKindCombo->currentData().toInt() == Share;
    const bool isTime = when == Trigger::Unassigned || (isWarning(when) && !isShare);
    ui->thresholdKindCombo->setVisible(isWarning(when));
    ui->thresholdTimeEdit->setVisible(isTime);
    ui->thresholdPercentSpin->setVisible(isShare);
    ui->thresholdCountSpin->setVisible(isCount);
    ui->thresholdCountSpin->setMaximum(when == Trigger::Stalled ? limits::attemptsMax : limits::queueDepthMax);
    ui->thresholdLabel->setVisible(isCount || isShare || isTime);
    ui->thresholdLabel->setText(when == Trigger::Unassigned       ? tr("Longer than")
                                    : when == Trigger::Stalled    ? tr("So many times")
                                    : when == Trigger::QueueDepth ? tr("More tasks than")
                                                                  : tr("Warn at"));
    QWidget *field = isTime ? static_cast<QWidget *>(ui->thresholdTimeEdit)
        : isShare           ? ui->thresholdPercentSpin
                            : ui->thresholdCountSpin;
    ui->thresholdLabel->setBuddy(field);
    placeOf(QStringLiteral("/threshold"))->field = field;
}

QJsonValue RuleForm::threshold() const
{
    if (!ui->thresholdTimeEdit->isHidden()) {
        const QString text = ui->thresholdTimeEdit->text().trimmed();
        return text.isEmpty() ? QJsonValue() : text;
    }
    if (!ui->thresholdPercentSpin->isHidden())
        return QString::number(ui->thresholdPercentSpin->value()) + u'%';
    return ui->thresholdCountSpin->isHidden() ? QJsonValue() : ui->thresholdCountSpin->value();
}

QJsonValue RuleForm::shadowUntil() const
{
    if (!ui->shadowCheck->isChecked())
        return {};
    const bool isAsItWas = m_shadowMs > 0 && ui->shadowEdit->dateTime() == m_shadowShown;
    return formatTime(isAsItWas ? m_shadowMs : ui->shadowEdit->dateTime().toMSecsSinceEpoch());
}

QJsonArray RuleForm::stepBodies() const
{
    QJsonArray bodies;
    for (const RuleStepForm *step : m_steps)
        bodies.append(step->body());
    return bodies;
}

static QJsonValue given(const QString &text) { return text.trimmed().isEmpty() ? QJsonValue() : text.trimmed(); }

QJsonObject RuleForm::body() const
{
    const int priority = ui->priorityCombo->currentData().toInt();
    return {{QStringLiteral("name"), given(ui->nameEdit->text())},
            {QStringLiteral("enabled"), ui->enabledCheck->isChecked()},
            {QStringLiteral("when"), QString(toString(trigger()))},
            {QStringLiteral("threshold"), threshold()},
            {QStringLiteral("scope"),
             QJsonObject{{QStringLiteral("intent"), given(ui->intentEdit->text())},
                         {QStringLiteral("skill"), given(ui->skillCombo->currentText())},
                         {QStringLiteral("pool"), given(ui->poolCombo->currentText())},
                         {QStringLiteral("priority"), priority < 0 ? QJsonValue() : priority}}},
            {QStringLiteral("grace"), given(ui->graceEdit->text())},
            {QStringLiteral("steps"), stepBodies()},
            {QStringLiteral("repeat_every"), given(ui->repeatEdit->text())},
            {QStringLiteral("max_repeats"), ui->maxRepeatsSpin->value()},
            {QStringLiteral("digest"), given(ui->digestEdit->text())},
            {QStringLiteral("acknowledged_for"), given(ui->acknowledgedEdit->text())},
            {QStringLiteral("restart_sla"), ui->restartCheck->isChecked()},
            {QStringLiteral("shadow_until"), shadowUntil()}};
}

static QString durationText(qint64 ms) { return ms == 0 ? QString() : formatDuration(ms); }

void RuleForm::showThreshold(const Rule &rule)
{
    ui->thresholdKindCombo->setCurrentIndex(rule.thresholdMs > 0 ? Time : Share);
    ui->thresholdTimeEdit->setText(durationText(rule.thresholdMs));
    ui->thresholdPercentSpin->setValue(isWarning(rule.when) && rule.thresholdCount > 0 ? rule.thresholdCount : 80);
    ui->thresholdCountSpin->setValue(std::max(1, rule.thresholdCount));
    fitThreshold();
}

void RuleForm::show(const Rule &rule, qint64 nowMs)
{
    m_quiet = true;
    ui->nameEdit->setText(rule.name);
    if (!ui->nameEdit->hasFocus())
        ui->nameEdit->setCursorPosition(0); // read from its beginning
    ui->enabledCheck->setChecked(rule.enabled);
    ui->thresholdCountSpin->setMaximum(limits::queueDepthMax);
    ui->whenCombo->setCurrentIndex(ui->whenCombo->findData(QString(toString(rule.when))));
    showThreshold(rule);
    ui->intentEdit->setText(rule.scope.intent);
    ui->priorityCombo->setCurrentIndex(ui->priorityCombo->findData(rule.scope.priority.value_or(-1)));
    ui->skillCombo->setEditText(rule.scope.skill);
    ui->poolCombo->setEditText(rule.scope.pool);
    ui->graceEdit->setText(durationText(rule.graceMs));
    ui->repeatEdit->setText(durationText(rule.repeatEveryMs));
    ui->maxRepeatsSpin->setValue(rule.maxRepeats);
    ui->digestEdit->setText(durationText(rule.digestMs));
    ui->acknowledgedEdit->setText(durationText(rule.acknowledgedForMs));
    ui->restartCheck->setChecked(rule.restartSla);
    m_shadowMs = rule.shadowUntilMs;
    const qint64 shadowMs = m_shadowMs > 0 ? m_shadowMs : nowMs + shadowDefaultMs;
    ui->shadowEdit->setDateTime(QDateTime::fromMSecsSinceEpoch(shadowMs / limits::msPerMinute * limits::msPerMinute));
    m_shadowShown = ui->shadowEdit->dateTime();
    ui->shadowCheck->setChecked(m_shadowMs > 0);
    ui->shadowEdit->setEnabled(m_shadowMs > 0 && !m_readOnly);
    showSteps(bodyOf(rule).value(QLatin1String("steps")).toArray());
    m_quiet = false;
}

void RuleForm::setChoices(const RuleChoices &choices)
{
    const bool wasQuiet = std::exchange(m_quiet, true);
    m_choices = choices;
    offerNames(*ui->skillCombo, choices.skills);
    offerNames(*ui->poolCombo, choices.pools);
    for (RuleStepForm *step : m_steps)
        step->setChoices(choices);
    m_quiet = wasQuiet;
}

void RuleForm::setReadOnly()
{
    m_readOnly = true;
    for (QLineEdit *edit : {ui->nameEdit, ui->thresholdTimeEdit, ui->intentEdit, ui->graceEdit, ui->repeatEdit,
                            ui->digestEdit, ui->acknowledgedEdit})
        edit->setReadOnly(true);
    for (QWidget *part : std::initializer_list<QWidget *>{
             ui->enabledCheck, ui->whenCombo, ui->thresholdKindCombo, ui->thresholdPercentSpin, ui->thresholdCountSpin,
             ui->priorityCombo, ui->skillCombo, ui->poolCombo, ui->addStepButton, ui->maxRepeatsSpin, ui->restartCheck,
             ui->shadowCheck, ui->shadowEdit})
        part->setEnabled(false);
    for (RuleStepForm *step : m_steps)
        step->setReadOnly();
    placeSteps();
}

RuleForm::Place *RuleForm::placeOf(const QString &pointer)
{
    Place *found = nullptr;
    for (Place &place : m_places)
        if ((pointer == place.pointer || pointer.startsWith(place.pointer + u'/'))
            && (!found || place.pointer.size() > found->pointer.size()))
            found = &place;
    return found;
}

// The number of the step that a pointer is about; -1: none.
static int stepOf(const QString &pointer)
{
    bool isNumber = false;
    const int step = pointer.startsWith(QLatin1String("/steps/")) ? pointer.section(u'/', 2, 2).toInt(&isNumber) : -1;
    return isNumber ? step : -1;
}

void RuleForm::setNotes(const std::vector<RuleNote> &notes)
{
    for (size_t i = 0; i < m_steps.size(); ++i) {
        std::vector<RuleNote> mine;
        std::ranges::copy_if(notes, std::back_inserter(mine),
                             [&](const RuleNote &note) { return stepOf(note.pointer) == int(i); });
        m_steps[i]->setNotes(mine);
    }
    for (const Place &place : m_places) { // those that share a label are said there together
        QStringList lines;
        RuleNote::Kind worst = RuleNote::Kind::Doubt;
        for (const RuleNote &note : notes) {
            const Place *at = stepOf(note.pointer) < 0 ? placeOf(note.pointer) : nullptr;
            if (!at || at->note != place.note)
                continue;
            lines << note.text;
            worst = std::min(worst, note.kind);
        }
        place.note->setVisible(!lines.isEmpty());
        place.note->set(signOf(worst), lines.join(u'\n'));
        place.field->setAccessibleDescription(lines.join(u'\n'));
    }
}

void RuleForm::focusPlace(const QString &pointer)
{
    const int step = stepOf(pointer);
    if (step >= 0 && step < int(m_steps.size()))
        m_steps[size_t(step)]->focusPart(pointer.section(u'/', 3, 3));
    else if (const Place *place = placeOf(pointer))
        place->field->setFocus(Qt::TabFocusReason); // what stands there is typed over
}

} // namespace hmsact::console
