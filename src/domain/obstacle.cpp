// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/obstacle.h"

#include <QCoreApplication>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

QJsonObject obstacleTo(RuleAction then, const Task &task)
{
    if (then == RuleAction::RaisePriority && isOpen(task.state))
        return {{u"cause"_s, u"as_urgent"_s}, {u"priority"_s, task.priority}};
    return {{u"cause"_s, u"wrong_state"_s}, {u"state"_s, QString(toString(task.state))}};
}

QJsonObject obstacleOfBeingOver() { return {{u"cause"_s, u"over"_s}}; }

std::optional<Message> obstacleIn(const QJsonObject &outcome)
{
    const QJsonObject obstacle = outcome.value(u"not_possible"_s).toObject();
    const QString cause = obstacle.value(u"cause"_s).toString();
    if (cause == u"as_urgent"_s)
        return Message{QT_TRANSLATE_NOOP("Error", "its priority is %1 already"),
                       {QString::number(obstacle.value(u"priority"_s).toInt())}};
    if (cause == u"wrong_state"_s)
        return Message{QT_TRANSLATE_NOOP("Error", "the task is %1"), {obstacle.value(u"state"_s).toString()}};
    if (cause == u"over"_s)
        return Message{QT_TRANSLATE_NOOP("Error", "another rule was first"), {}};
    return {};
}

} // namespace hmsact::domain
