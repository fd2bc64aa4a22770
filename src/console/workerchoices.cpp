// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workerchoices.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::console {

using domain::WorkerView;

namespace {

double freeShare(const WorkerView &view)
{
    return view.worker.available ? 1.0 - double(view.load) / std::max(1, view.worker.capacity) : -1.0;
}

QString choiceWord(const char *text) { return QCoreApplication::translate("WorkerChoices", text); }

QString labelOf(const WorkerView &view)
{
    const QString load = view.worker.available
        ? choiceWord(QT_TRANSLATE_NOOP("WorkerChoices", "%1 of %2 busy")).arg(view.load).arg(view.worker.capacity)
        : choiceWord(QT_TRANSLATE_NOOP("WorkerChoices", "away"));
    const QString &name = view.worker.name;
    const QString &id = view.worker.id.value;
    const QString who = name.isEmpty() || name == id ? id : QStringLiteral("%1 (%2)").arg(name, id);
    return QStringLiteral("%1 – %2").arg(who, load);
}

} // namespace

std::vector<ActionForm::Choice> workerChoices(std::vector<WorkerView> workers, const QString &skill)
{
    std::ranges::stable_sort(workers, [&](const WorkerView &a, const WorkerView &b) {
        return a.worker.skills.contains(skill) > b.worker.skills.contains(skill);
    });
    std::vector<ActionForm::Choice> choices;
    for (const WorkerView &view : workers)
        choices.push_back({view.worker.id.value, view.worker.id, {}});
    return choices;
}

std::vector<ActionForm::Choice> targetChoices(std::vector<WorkerView> workers, const QString &skill,
                                              const domain::WorkerId &present)
{
    std::erase_if(workers, [&](const WorkerView &view) { return !view.worker.skills.contains(skill); });
    std::ranges::stable_sort(workers, std::ranges::greater(), freeShare);
    QStringList pools;
    for (const WorkerView &view : workers)
        pools << view.worker.pools;
    pools.removeDuplicates();
    pools.sort();
    std::vector<ActionForm::Choice> choices; // the few pools first, or they would stand behind a hundred workers
    for (const QString &pool : std::as_const(pools))
        choices.push_back({choiceWord(QT_TRANSLATE_NOOP("WorkerChoices", "Anyone in pool %1")).arg(pool), {}, pool});
    for (const WorkerView &view : workers)
        if (view.worker.id != present)
            choices.push_back({labelOf(view), view.worker.id, {}});
    return choices;
}

} // namespace hmsact::console
