// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitymodel.h"
#include "console/alertmodel.h"
#include "console/eventmodel.h"
#include "console/icons.h"
#include "console/navlist.h"
#include "console/queuemodel.h"
#include "console/skillmodel.h"
#include "console/skilltable.h"
#include "console/sladelegate.h"
#include "console/tables.h"
#include "console/workermodel.h"
#include "domain/slaclock.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace hmsact::models_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The models keep what stays: merging by key never resets, whatever comes, goes and moves.
class ModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void mergeEndsWithTheRowsGiven();
    void mergeKeepsSelectionAndNeverResets();
    void scrolledRowsStayInPlace();
    void everyModelIsSound();
    void headersTellWhatTheySortBy();
    void manyAreCountedInGroups();
    void aLongNameBesideItsSkillsIsToldInFull();
    void countdownFollowsTheClock();
    void anAlertThatIsSolvedSaysSo();
};

static TaskView taskRow(qint64 id)
{
    TaskView view;
    view.task.id = TaskId{id};
    view.task.name = QStringLiteral("task_%1").arg(id);
    view.task.state = TaskState::Waiting;
    view.waitingFor = {QStringLiteral("first")};
    return view;
}

static std::vector<TaskView> taskRows(const std::vector<qint64> &ids)
{
    std::vector<TaskView> rows;
    for (const qint64 id : ids)
        rows.push_back(taskRow(id));
    return rows;
}

static std::vector<qint64> idsOf(const QueueModel &model)
{
    std::vector<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.push_back(model.rowAt(row)->task.id.value);
    return ids;
}

void ModelsTest::mergeEndsWithTheRowsGiven()
{
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(20261122);
    for (int round = 0; round < 300; ++round) {
        std::vector<qint64> ids;
        for (qint64 id = 1; id <= 12; ++id)
            if (random.bounded(3) > 0)
                ids.push_back(id);
        std::shuffle(ids.begin(), ids.end(), random);
        // Every row must still be the row it was, wherever it went.
        std::vector<std::pair<QPersistentModelIndex, qint64>> held;
        for (int row = 0; row < model.rowCount(); ++row)
            held.emplace_back(model.index(row, 0), model.rowAt(row)->task.id.value);
        model.merge(taskRows(ids));
        QCOMPARE(idsOf(model), ids);
        for (const auto &[index, id] : held) {
            const bool stayed = std::ranges::find(ids, id) != ids.end();
            QCOMPARE(index.isValid(), stayed);
            if (stayed)
                QCOMPARE(model.rowAt(index.row())->task.id.value, id);
        }
    }
}

void ModelsTest::mergeKeepsSelectionAndNeverResets()
{
    QueueModel model;
    QTableView view;
    view.setModel(&model);
    setUpTable(view);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.merge(taskRows({1, 2, 3, 4}));
    selectRow(view, 2);
    model.merge(taskRows({9, 4, 3, 1, 7}));
    QCOMPARE(view.currentIndex().row(), 2);
    QCOMPARE(model.rowAt(view.selectionModel()->selectedRows().value(0).row())->task.id.value, 3);
    QCOMPARE(reset.count(), 0);
}

void ModelsTest::scrolledRowsStayInPlace()
{
    QueueModel model;
    QTableView view;
    view.setModel(&model);
    setUpTable(view);
    view.resize(400, 300);
    std::vector<qint64> ids(200);
    std::iota(ids.begin(), ids.end(), 100);
    model.merge(taskRows(ids));
    view.show();
    view.verticalScrollBar()->setValue(1003);
    const qint64 top = model.rowAt(view.rowAt(0))->task.id.value;
    const int offset = view.rowViewportPosition(view.rowAt(0));
    ScrollAnchor anchor(view);
    ids.insert(ids.begin(), {1, 2, 3});
    anchor.hold();
    model.merge(taskRows(ids));
    anchor.restore();
    QCOMPARE(model.rowAt(view.rowAt(0))->task.id.value, top);
    QCOMPARE(view.rowViewportPosition(view.rowAt(0)), offset);
}

template <class Model, class Row>
static void check(Model &model, const Row &row)
{
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.merge({row});
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    model.merge({});
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::everyModelIsSound()
{
    const auto now = [] {
        return qint64(1'000'000);
    };
    QueueModel queue;
    check(queue, taskRow(1));
    ActivityModel activities;
    ActivityView activity;
    activity.activity.taskCount = 3;
    activity.activity.openCount = 1;
    activity.activity.optionalCount = 1;
    QCOMPARE(progressText(activity), QStringLiteral("1 of 2"));
    check(activities, activity);
    WorkerModel workers(now);
    StaffRow worker;
    worker.view.worker.id = WorkerId{QStringLiteral("bot-7")};
    check(workers, worker);
    AlertModel alerts(now);
    check(alerts, Alert{});
    EventModel events(now);
    check(events, Event{});
}

// The core knows no order by words of the citizen.
void ModelsTest::headersTellWhatTheySortBy()
{
    const QueueModel model;
    for (int column = 0; column < QueueModel::ColumnCount; ++column) {
        const QString hint = model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        QCOMPARE(hint.contains(u"orted by when"), QueueModel::sortOf(column) == QueueSort::Activity);
    }
}

void ModelsTest::manyAreCountedInGroups()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto restored = qScopeGuard([&before] { QLocale::setDefault(before); });
    Activity activity;
    activity.taskCount = 2500;
    activity.openCount = 1000;
    QCOMPARE(progressText({activity, {}, {}}), QStringLiteral("1,500 of 2,500"));
    NavList pages;
    pages.addPage(QStringLiteral("alerts"), QStringLiteral("Alerts"), {});
    pages.setBadge(0, 1252);
    QCOMPARE(pages.item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Alerts, 1,252 open"));
    SkillModel skills;
    skills.show({}, {}, {{QStringLiteral("dig"), 999}, {QStringLiteral("weld"), limits::matrixWaitingMax}});
    QVERIFY(skills.headerData(0, Qt::Horizontal).toString().endsWith(QStringLiteral("999 waiting")));
    QVERIFY(skills.headerData(1, Qt::Horizontal).toString().endsWith(QStringLiteral("1,000+ waiting"))); // or more
}

void ModelsTest::aLongNameBesideItsSkillsIsToldInFull()
{
    StaffRow row;
    row.view.worker.id = WorkerId{QStringLiteral("ann")};
    row.view.worker.name = QStringLiteral("Ann of the department with a very long name");
    SkillModel skills;
    skills.show({row}, {row}, {});
    const SkillTable table;
    QCOMPARE(table.verticalHeader()->textElideMode(), Qt::ElideRight); // a sign that it goes on
    const QString hint = skills.headerData(0, Qt::Vertical, Qt::ToolTipRole).toString();
    QVERIFY2(hint.startsWith(row.view.worker.name), qPrintable(hint));
}

void ModelsTest::countdownFollowsTheClock()
{
    qint64 nowMs = 1'000'000;
    SlaDelegate delegate(
        QueueModel::TaskRole, [&nowMs] { return nowMs; }, this);
    QueueModel model;
    TaskView row = taskRow(1);
    row.task.state = TaskState::Pending;
    row.task.slaMs = 3'600'000;
    row.task.slaStartedAtMs = nowMs;
    setDue(row.task, WorkingTime::always(), nowMs + row.task.slaMs);
    model.merge({row});
    const QModelIndex cell = model.index(0, QueueModel::Sla);
    QCOMPARE(delegate.text(cell), QStringLiteral("1 h"));
    nowMs += 3'590'000;
    QCOMPARE(delegate.text(cell), QStringLiteral("10 s"));
    nowMs += 70'000;
    QCOMPARE(delegate.text(cell), QStringLiteral("−1 min"));
}

// Not by the tick of a promise that was kept.
void ModelsTest::anAlertThatIsSolvedSaysSo()
{
    AlertModel model([] { return qint64(1'000'000); });
    Alert alert;
    alert.kind = QStringLiteral("sla_breach");
    const auto cell = [&](int role) {
        model.merge({alert});
        return model.index(0, AlertModel::What).data(role);
    };
    QVERIFY(!cell(Qt::DisplayRole).toString().contains(QStringLiteral("solved")));
    alert.isSolved = true;
    QVERIFY(cell(Qt::DisplayRole).toString().endsWith(QStringLiteral("solved")));
    const auto imageOf = [](const QIcon &sign) {
        return sign.pixmap(32, 32).toImage();
    };
    QVERIFY(imageOf(cell(Qt::DecorationRole).value<QIcon>()) != imageOf(slaIcon(SlaState::Met)));
}

HMSACT_TEST(ModelsTest)

} // namespace hmsact::models_test

#include "models.moc"
