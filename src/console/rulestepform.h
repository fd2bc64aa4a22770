// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/rulenotes.h"

#include <QFrame>
#include <QJsonObject>

#include <memory>

class QComboBox;

namespace Ui {
class RuleStepForm;
}

namespace hmsact::console {

struct RuleChoices { // what the fields of a rule offer; anything else can be typed
    QStringList skills;
    QStringList pools;
    QStringList workers;
    bool operator==(const RuleChoices &) const = default;
};

// In a field that can be typed into: what is typed stays, and so does a list that is open.
void offerNames(QComboBox &combo, const QStringList &names);

// The fields of one step, on a card of its own. Reads and writes the step as the rule's JSON says it, so that what is not
// right yet is kept as it was typed.
class RuleStepForm final : public QFrame
{
    Q_OBJECT

public:
    explicit RuleStepForm(QWidget *parent = nullptr);
    ~RuleStepForm() override;

    void show(const QJsonObject &body);
    [[nodiscard]] QJsonObject body() const;

    void setPlace(int index, int count); // among the steps of its rule
    void setChoices(const RuleChoices &choices);
    void setNotes(const std::vector<RuleNote> &notes); // of this step
    void setReadOnly();
    void focusPart(const QString &name); // "notify"
    void focusMove(); // after it was moved
    [[nodiscard]] QWidget *placeInTabOrder(QWidget *after); // right after this one; returns its own last field

signals:
    void edited();
    void upRequested();
    void downRequested();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void told(); // something was changed by hand
    void fitAim();

    std::unique_ptr<Ui::RuleStepForm> ui;
    RuleChoices m_choices;
    QString m_aimOf; // the action whose aims are offered
    bool m_readOnly = false;
    bool m_quiet = false;
};

} // namespace hmsact::console
