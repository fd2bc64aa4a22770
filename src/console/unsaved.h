// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace hmsact::console {

class ActionForm;
class MessageBar;

// What every page with a form asks before something typed would be lost or something stored be written over, and what it says
// of what others have done meanwhile.

// Of what is called so; without a name it is new. Dropped or saved, it goes on with `then`.
void askToSettle(ActionForm &question, const QString &name, const QString &newIsNotSaved,
                 const std::function<void()> &revert, const std::function<void(const std::function<void()> &then)> &save,
                 const std::function<void()> &then);
void askWhichToKeep(ActionForm &question, const QString &name, int theirVersion, std::function<void()> saveMine,
                    std::function<void()> showTheirs);
void saySavedMeanwhile(MessageBar &bar, const QString &name); // its button: to show that
void sayRemovedMeanwhile(MessageBar &bar, const QString &name);

} // namespace hmsact::console
