// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/intentspage.h"

#include "console/columnfit.h"
#include "console/emptystate.h"
#include "console/icons.h"
#include "console/words.h"
#include "ui_intentspage.h"

namespace hmsact::console {

using namespace domain;

IntentsPage::IntentsPage(engine::CoreClient &client, QWidget *parent)
    : DraftPage(client, std::make_unique<IntentModel>(), parent)
{
    setObjectName(QStringLiteral("intentsPage"));
    build(*ui->intentTable, *ui->removeIntentButton,
          {tr("The new intent is not saved"), tr("Remove the intent “%1”?"),
           tr("Activities that have it stay as they are; new ones go by what is usual."), tr("%1_copy"),
           QT_TRANSLATE_NOOP("Error", "there is an intent of that name already")},
          newIntent);
    connect(m_empty, &EmptyState::accepted, ui->newButton, &QPushButton::click);
    const int em = fontMetrics().averageCharWidth();
    new ColumnFit(*ui->intentTable,
                  {{20 * em, 32 * em}, {18 * em, 30 * em}, {9 * em, 10 * em}, {9 * em, 9 * em}, {12 * em, 13 * em}});
    ui->splitter->setStretchFactor(0, 1);
    ui->splitter->setStretchFactor(1, 1);
    ui->splitter->setSizes({600, 650});
}

void IntentsPage::showRows(const QString &wanted)
{
    m_empty->offer(all().empty() && mayChange() ? tr("New intent…") : QString());
    if (all().empty())
        m_empty->say(QStringLiteral("intents"), tr("No intents yet"),
                     mayChange() ? tr("What is asked for often can have a promise and tasks of its own.")
                                 : tr("Administrators make them. Until then each activity says its tasks itself."));
    else
        m_empty->say(QStringLiteral("search"), tr("No intent matches"), tr("Search for another name or title."));
    std::vector<Intent> rows;
    std::ranges::copy_if(all(), std::back_inserter(rows), [&](const Intent &intent) {
        return intent.name.contains(wanted, Qt::CaseInsensitive) || intent.title.contains(wanted, Qt::CaseInsensitive);
    });
    m_model->merge(std::move(rows));
    ui->countLabel->setText(tr("%Ln intent(s)", nullptr, m_model->rowCount()));
}

void IntentsPage::showStand()
{
    DraftPage::showStand();
    if (isDirty() && isStored())
        ui->laterLabel->set(icon(QStringLiteral("later")), tr("For what is made afterwards; what runs stays as it is"));
    else
        ui->laterLabel->set({}, {});
}

QString IntentsPage::whyReadOnly(const QString &) const
{
    return mayChange()
        ? QString()
        : tr("Administrators change intents; you are here as %1 and can read them.").arg(text(m_client.actor().role));
}

} // namespace hmsact::console
