// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rulestepform.h"

#include <QDateTime>
#include <QJsonArray>

#include <memory>

namespace Ui {
class RuleForm;
}

namespace hmsact::console {

class SignLabel;

// The fields of a rule, every part of it. What they say is JSON, as the API takes it: `domain::ruleFrom()` judges it, and what
// it remarks is shown at the field that its pointer names. Knows nothing of the core.
class RuleForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleForm(QWidget *parent = nullptr);
    ~RuleForm() override;

    void show(const domain::Rule &rule, qint64 nowMs);
    [[nodiscard]] QJsonObject body() const;

    void setChoices(const RuleChoices &choices); // what is typed stays
    void setNotes(const std::vector<RuleNote> &notes);
    void setReadOnly(); // from now on
    void focusPlace(const QString &pointer);

signals:
    void edited(); // by hand

private:
    struct Place {
        QString pointer;
        QWidget *field;
        SignLabel *note;
    };

    void fillChoices();
    void connectFields();
    void told();
    void fitThreshold();
    [[nodiscard]] domain::Trigger trigger() const;
    [[nodiscard]] QJsonValue threshold() const;
    [[nodiscard]] QJsonValue shadowUntil() const;
    [[nodiscard]] QJsonArray stepBodies() const;
    void showThreshold(const domain::Rule &rule);
    void showSteps(const QJsonArray &steps);
    RuleStepForm *appendStep(const QJsonObject &body);
    void addStep();
    void removeStep(RuleStepForm *step);
    void moveStep(RuleStepForm *step, int by);
    void placeSteps();
    [[nodiscard]] Place *placeOf(const QString &pointer);

    std::unique_ptr<Ui::RuleForm> ui;
    std::vector<Place> m_places;
    std::vector<RuleStepForm *> m_steps;
    RuleChoices m_choices;
    qint64 m_shadowMs = 0; // to the millisecond, as long as the field is not changed
    QDateTime m_shadowShown;
    bool m_readOnly = false;
    bool m_quiet = false;
};

} // namespace hmsact::console
