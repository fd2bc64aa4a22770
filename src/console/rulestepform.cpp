// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/rulestepform.h"

#include "console/palette.h"
#include "console/ruletext.h"
#include "ui_rulestepform.h"

#include <QApplication>
#include <QJsonArray>
#include <QPainter>
#include <QRegularExpression>

namespace hmsact::console {

using namespace domain;

void offerNames(QComboBox &combo, const QStringList &names)
{
    QStringList now;
    for (int i = 0; i < combo.count(); ++i)
        now << combo.itemText(i);
    if (names == now || QApplication::activePopupWidget())
        return;
    const QString typed = combo.currentText();
    const int caret = combo.lineEdit()->cursorPosition();
    combo.clear();
    combo.addItems(names);
    combo.setCurrentIndex(-1);
    combo.setEditText(typed);
    combo.lineEdit()->setCursorPosition(caret);
}

RuleStepForm::RuleStepForm(QWidget *parent) : QFrame(parent), ui(std::make_unique<Ui::RuleStepForm>())
{
    ui->setupUi(this);
    QFont bold = ui->titleLabel->font();
    bold.setBold(true);
    ui->titleLabel->setFont(bold);
    for (const StepFor only : {StepFor::Any, StepFor::Unclaimed, StepFor::Claimed})
        ui->onlyCombo->addItem(text(only), QString(toString(only)));
    for (const RuleAction then : {RuleAction::Notify, RuleAction::Reassign, RuleAction::RaisePriority, RuleAction::Hold,
                                  RuleAction::Skip, RuleAction::Cancel, RuleAction::Fail})
        ui->thenCombo->addItem(text(then), QString(toString(then)));
    ui->deedGrid->setColumnStretch(1, 1);
    ui->deedGrid->setColumnStretch(3, 1);
    ui->stepNote->hide();
    connect(ui->afterEdit, &QLineEdit::textChanged, this, &RuleStepForm::told);
    connect(ui->onlyCombo, &QComboBox::currentIndexChanged, this, &RuleStepForm::told);
    connect(ui->thenCombo, &QComboBox::currentIndexChanged, this, [this] {
        fitAim();
        told();
    });
    connect(ui->toCombo, &QComboBox::editTextChanged, this, &RuleStepForm::told);
    connect(ui->notifyEdit, &QLineEdit::textChanged, this, &RuleStepForm::told);
    connect(ui->upButton, &QToolButton::clicked, this, &RuleStepForm::upRequested);
    connect(ui->downButton, &QToolButton::clicked, this, &RuleStepForm::downRequested);
    connect(ui->removeButton, &QToolButton::clicked, this, &RuleStepForm::removeRequested);
    fitAim();
}

RuleStepForm::~RuleStepForm() = default;

void RuleStepForm::told()
{
    if (!m_quiet)
        emit edited();
}

// Only what reassigns or raises has an aim, each its own.
void RuleStepForm::fitAim()
{
    const QString then = ui->thenCombo->currentData().toString();
    const bool isReassign = then == toString(RuleAction::Reassign);
    const bool isRaise = then == toString(RuleAction::RaisePriority);
    ui->toLabel->setVisible(isReassign || isRaise);
    ui->toCombo->setVisible(isReassign || isRaise);
    const bool wasQuiet = std::exchange(m_quiet, true);
    if (std::exchange(m_aimOf, then) != then)
        ui->toCombo->clearEditText();
    QStringList aims;
    if (isReassign) {
        aims = m_choices.pools + m_choices.workers;
        ui->toCombo->lineEdit()->setPlaceholderText(tr("whoever else has the skill"));
    } else if (isRaise) {
        for (int priority = 9; priority >= 0; --priority)
            aims << QString::number(priority);
        ui->toCombo->lineEdit()->setPlaceholderText(QStringLiteral("9"));
    }
    offerNames(*ui->toCombo, aims);
    m_quiet = wasQuiet;
}

static void choose(QComboBox &combo, const QJsonValue &value)
{
    combo.setCurrentIndex(std::max(0, combo.findData(value.toString())));
}

void RuleStepForm::show(const QJsonObject &body)
{
    m_quiet = true;
    const QString after = body.value(QLatin1String("after")).toString();
    ui->afterEdit->setText(after == QLatin1String("0s") ? QString() : after);
    choose(*ui->onlyCombo, body.value(QLatin1String("only")));
    choose(*ui->thenCombo, body.value(QLatin1String("then")));
    fitAim();
    ui->toCombo->setEditText(body.value(QLatin1String("to")).toString());
    QStringList addresses;
    for (const QJsonValue &address : body.value(QLatin1String("notify")).toArray())
        addresses << address.toString();
    ui->notifyEdit->setText(addresses.join(u' '));
    if (!ui->notifyEdit->hasFocus())
        ui->notifyEdit->setCursorPosition(0); // read from its beginning
    m_quiet = false;
}

QJsonObject RuleStepForm::body() const
{
    QJsonObject body{{QStringLiteral("then"), ui->thenCombo->currentData().toString()},
                     {QStringLiteral("only"), ui->onlyCombo->currentData().toString()}};
    if (const QString after = ui->afterEdit->text().trimmed(); !after.isEmpty())
        body.insert(QStringLiteral("after"), after);
    if (const QString to = ui->toCombo->currentText().trimmed(); !to.isEmpty() && !ui->toCombo->isHidden())
        body.insert(QStringLiteral("to"), to);
    static const QRegularExpression between(QStringLiteral("[,;]?\\s+|[,;]$"));
    body.insert(QStringLiteral("notify"),
                QJsonArray::fromStringList(ui->notifyEdit->text().split(between, Qt::SkipEmptyParts)));
    return body;
}

void RuleStepForm::setPlace(int index, int count)
{
    const QString name = placeText(QStringLiteral("/steps/%1").arg(index));
    setObjectName(QStringLiteral("step%1").arg(index + 1));
    ui->titleLabel->setText(name);
    ui->upButton->setEnabled(index > 0 && !m_readOnly);
    ui->downButton->setEnabled(index + 1 < count && !m_readOnly);
    ui->removeButton->setEnabled(count > 1 && !m_readOnly);
    const std::pair<QWidget *, const char *> parts[] = {{ui->afterEdit, "after"},
                                                        {ui->onlyCombo, "only"},
                                                        {ui->thenCombo, "then"},
                                                        {ui->toCombo, "to"},
                                                        {ui->notifyEdit, "notify"}};
    for (const auto &[part, key] : parts)
        part->setAccessibleName(placeText(QStringLiteral("/steps/%1/%2").arg(index).arg(QLatin1String(key))));
    for (QToolButton *button : {ui->upButton, ui->downButton, ui->removeButton})
        button->setAccessibleName(QStringLiteral("%1: %2").arg(name, button->text()));
}

void RuleStepForm::setChoices(const RuleChoices &choices)
{
    m_choices = choices;
    fitAim();
}

void RuleStepForm::setNotes(const std::vector<RuleNote> &notes)
{
    QStringList lines;
    RuleNote::Kind worst = RuleNote::Kind::Doubt;
    for (const RuleNote &note : notes) {
        const QString part = placeText(note.pointer).section(QStringLiteral(", "), 1);
        lines << (part.isEmpty() ? note.text : tr("%1: %2").arg(part, note.text));
        worst = std::min(worst, note.kind);
    }
    ui->stepNote->setVisible(!lines.isEmpty());
    ui->stepNote->set(signOf(worst), lines.join(u'\n'));
    setAccessibleDescription(lines.join(u'\n'));
}

void RuleStepForm::setReadOnly()
{
    m_readOnly = true;
    for (QLineEdit *edit : {ui->afterEdit, ui->notifyEdit})
        edit->setReadOnly(true);
    for (QWidget *part : std::initializer_list<QWidget *>{ui->onlyCombo, ui->thenCombo, ui->toCombo})
        part->setEnabled(false);
}

void RuleStepForm::focusPart(const QString &name)
{
    if (name == QLatin1String("only"))
        ui->onlyCombo->setFocus();
    else if (name == QLatin1String("then"))
        ui->thenCombo->setFocus();
    else if (name == QLatin1String("to") && !ui->toCombo->isHidden())
        ui->toCombo->setFocus();
    else if (name == QLatin1String("notify"))
        ui->notifyEdit->setFocus();
    else
        ui->afterEdit->setFocus();
}

void RuleStepForm::focusMove() { (ui->upButton->isEnabled() ? ui->upButton : ui->downButton)->setFocus(); }

QWidget *RuleStepForm::placeInTabOrder(QWidget *after)
{
    for (QWidget *part : std::initializer_list<QWidget *>{ui->upButton, ui->downButton, ui->removeButton, ui->afterEdit,
                                                          ui->onlyCombo, ui->thenCombo, ui->toCombo, ui->notifyEdit}) {
        setTabOrder(after, part);
        after = part;
    }
    return after;
}

// A card, in either theme.
void RuleStepForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColour(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace hmsact::console
