// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/unsaved.h"

#include "console/actionform.h"
#include "console/messagebar.h"

#include <QCoreApplication>

namespace hmsact::console {

static QString say(const char *words) { return QCoreApplication::translate("Unsaved", words); }

void askToSettle(ActionForm &question, const QString &name, const QString &newIsNotSaved,
                 const std::function<void()> &revert, const std::function<void(const std::function<void()> &then)> &save,
                 const std::function<void()> &then)
{
    const auto discard = [revert, then] {
        revert();
        then();
    };
    if (name.isEmpty())
        question.ask(newIsNotSaved, say(QT_TRANSLATE_NOOP("Unsaved", "It is lost when you go on.")),
                     say(QT_TRANSLATE_NOOP("Unsaved", "Discard it")), discard);
    else
        question.ask(say(QT_TRANSLATE_NOOP("Unsaved", "“%1” has changes that are not saved")).arg(name),
                     say(QT_TRANSLATE_NOOP("Unsaved", "They are lost when you go on.")),
                     say(QT_TRANSLATE_NOOP("Unsaved", "Discard them")), discard);
    question.orElse(say(QT_TRANSLATE_NOOP("Unsaved", "Save it")), [save, then] { save(then); });
}

static QString dropMine() { return say(QT_TRANSLATE_NOOP("Unsaved", "Drop mine and show it")); }

void askWhichToKeep(ActionForm &question, const QString &name, int theirVersion, std::function<void()> saveMine,
                    std::function<void()> showTheirs)
{
    question.ask(say(QT_TRANSLATE_NOOP("Unsaved", "Somebody else has saved “%1” as version %2 meanwhile"))
                     .arg(name, QString::number(theirVersion)),
                 say(QT_TRANSLATE_NOOP("Unsaved", "Nothing of yours is saved yet.")),
                 say(QT_TRANSLATE_NOOP("Unsaved", "Save mine over it")), std::move(saveMine));
    question.orElse(dropMine(), std::move(showTheirs));
}

void saySavedMeanwhile(MessageBar &bar, const QString &name)
{
    const char *words = QT_TRANSLATE_NOOP(
        "Unsaved", "Somebody else has saved “%1” meanwhile. What you typed is still here; saving asks which to keep.");
    bar.say(MessageBar::Kind::Alert, say(words).arg(name), dropMine());
}

void sayRemovedMeanwhile(MessageBar &bar, const QString &name)
{
    const char *words = QT_TRANSLATE_NOOP("Unsaved", "Somebody else has removed “%1” meanwhile. Saving makes it anew.");
    bar.say(MessageBar::Kind::Alert, say(words).arg(name));
}

} // namespace hmsact::console
