// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruleform.h"
#include "domain/duration.h"
#include "ui_ruleform.h"

#include <QJsonArray>

// The steps of a rule: they come, go and change places.
namespace hmsact::console {

using namespace domain;

static constexpr qint64 nextStepMs = 30 * limits::msPerMinute; // after the last one

RuleStepForm *RuleForm::appendStep(const QJsonObject &body)
{
    auto *step = new RuleStepForm(this);
    if (m_readOnly)
        step->setReadOnly();
    step->setChoices(m_choices);
    step->show(body);
    ui->stepList->addWidget(step);
    connect(step, &RuleStepForm::edited, this, &RuleForm::told);
    connect(step, &RuleStepForm::upRequested, this, [this, step] { moveStep(step, -1); });
    connect(step, &RuleStepForm::downRequested, this, [this, step] { moveStep(step, 1); });
    connect(step, &RuleStepForm::removeRequested, this, [this, step] { removeStep(step); });
    m_steps.push_back(step);
    return step;
}

void RuleForm::showSteps(const QJsonArray &steps)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QJsonObject body = steps.at(i).toObject();
        if (size_t(i) < m_steps.size())
            m_steps[size_t(i)]->show(body);
        else
            appendStep(body);
    }
    while (m_steps.size() > size_t(steps.size())) {
        m_steps.back()->hide();
        m_steps.back()->deleteLater();
        m_steps.pop_back();
    }
    placeSteps();
}

void RuleForm::placeSteps()
{
    QWidget *before = ui->poolCombo; // made later than what stands below them, the steps would come last by the Tab key
    for (size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i]->setPlace(int(i), int(m_steps.size()));
        before = m_steps[i]->placeInTabOrder(before);
    }
    ui->addStepButton->setEnabled(m_steps.size() < size_t(limits::ruleStepsMax) && !m_readOnly);
}

void RuleForm::addStep()
{
    const QString last = m_steps.empty() ? QString() : m_steps.back()->body().value(QLatin1String("after")).toString();
    const Result<qint64> lastMs = parseDuration(last);
    const qint64 afterMs = m_steps.empty() ? 0 : (lastMs ? *lastMs : 0) + nextStepMs;
    appendStep({{QStringLiteral("after"), formatDuration(afterMs)},
                {QStringLiteral("then"), QString(toString(RuleAction::Notify))},
                {QStringLiteral("notify"), QJsonArray{QStringLiteral("console:supervisor")}}});
    placeSteps();
    m_steps.back()->focusPart(QStringLiteral("after"));
    told();
}

void RuleForm::removeStep(RuleStepForm *step)
{
    const auto it = std::ranges::find(m_steps, step);
    const auto index = size_t(it - m_steps.begin());
    step->hide();
    step->deleteLater();
    m_steps.erase(it);
    placeSteps();
    m_steps[std::min(index, m_steps.size() - 1)]->focusPart({});
    told();
}

// What is done changes places; the times stay where they are, for they must rise.
void RuleForm::moveStep(RuleStepForm *step, int by)
{
    const auto index = size_t(std::ranges::find(m_steps, step) - m_steps.begin());
    const size_t other = index + size_t(by);
    QJsonObject mine = m_steps[index]->body();
    QJsonObject theirs = m_steps[other]->body();
    const QString after = QStringLiteral("after");
    const QJsonValue myTime = mine.value(after);
    mine.insert(after, theirs.value(after));
    theirs.insert(after, myTime);
    m_steps[index]->show(theirs);
    m_steps[other]->show(mine);
    m_steps[other]->focusMove();
    told();
}

} // namespace hmsact::console
