// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/needs.h"
#include "domain/transition.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::sample_test {

using namespace hmsact::domain;
using namespace hmsact::domain::limits;

// The seed's own sample, from enqueue to the first completion.
class SampleTest : public QObject
{
    Q_OBJECT

private slots:
    void vaccineCard();
};

void SampleTest::vaccineCard()
{
    Activity activity;
    activity.id = {1};
    const auto spec = [](const char *name, qint64 slaMs) {
        TaskSpec task;
        task.name = QString::fromLatin1(name);
        task.slaMs = slaMs;
        return task;
    };
    std::vector<TaskSpec> specs{spec("verify_identity", 2 * msPerHour), spec("fetch_vaccine_log", 4 * msPerHour),
                                spec("generate_pdf", msPerHour), spec("ship_physical", msPerDay)};
    specs[2].needs = QStringList{QStringLiteral("fetch_vaccine_log")};
    specs[3].optional = true;

    IdSource ids(0);
    auto planned = planTasks(activity, specs, {}, ids, 1000);
    QVERIFY(planned.ok());
    const auto status = [&] {
        QStringList lines;
        for (const PlannedTask &task : *planned) {
            QStringList actionable;
            for (const PlannedTask &other : *planned) {
                const bool needed = std::find(task.needs.begin(), task.needs.end(), other.task.id) != task.needs.end();
                if (needed && isActionable(other.task.state)) {
                    actionable.append(other.task.name);
                }
            }
            lines.append(task.task.name + u' ' + statusText(task.task.state, actionable));
        }
        return lines.join(u'\n');
    };
    QCOMPARE(status(),
             QStringLiteral("verify_identity PENDING\n"
                            "fetch_vaccine_log WAITING(for:verify_identity)\n"
                            "generate_pdf WAITING\n"
                            "ship_physical OPTIONAL"));

    ActionInput input;
    input.action = TaskAction::Complete;
    input.worker = {QStringLiteral("bot-dmv-3")}; // nobody registered it
    const ActionContext context{{QStringLiteral("demo"), Role::Admin, {}}, 2000, 0, nullptr, false};
    QVERIFY(act((*planned)[0].task, input, context).ok());
    QVERIFY(needMet((*planned)[1].task, 2000).changed);
    QCOMPARE(status(),
             QStringLiteral("verify_identity COMPLETED\n"
                            "fetch_vaccine_log PENDING\n"
                            "generate_pdf WAITING(for:fetch_vaccine_log)\n"
                            "ship_physical OPTIONAL"));
}

HMSACT_TEST(SampleTest)

} // namespace hmsact::sample_test

#include "sample.moc"
