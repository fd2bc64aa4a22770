// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/needs.h"

#include "domain/needsgraph.h"
#include "fixtures.h"
#include "support/testprogram.h"

#include <rapidcheck.h>

namespace hmsact::needs_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

namespace {

TaskSpec spec(const QString &name, std::optional<QStringList> needs = {}, bool optional = false)
{
    TaskSpec spec;
    spec.name = name;
    spec.slaMs = 1000;
    spec.needs = std::move(needs);
    spec.optional = optional;
    return spec;
}

Activity openActivity(int taskCount = 0)
{
    Activity activity;
    activity.id = {3};
    activity.taskCount = taskCount;
    activity.priority = 8;
    return activity;
}

Result<std::vector<PlannedTask>> plan(const std::vector<TaskSpec> &specs, const KnownTasks &known = {})
{
    IdSource ids(0);
    return planTasks(openActivity(int(known.byName.size())), specs, known, ids, nowMs);
}

// "a PENDING; b WAITING 1(a)": name, state, open needs, needs by name.
QString sketch(const Result<std::vector<PlannedTask>> &planned, const KnownTasks &known = {})
{
    if (!planned) {
        QStringList pointers;
        for (const FieldError &field : planned.error().fields) {
            pointers.append(field.pointer);
        }
        return pointers.join(u' ');
    }
    QHash<TaskId, QString> names;
    for (auto task = known.byName.begin(); task != known.byName.end(); ++task) {
        names.insert(task->id, task.key());
    }
    for (const PlannedTask &task : *planned) {
        names.insert(task.task.id, task.task.name);
    }
    QStringList lines;
    for (const PlannedTask &task : *planned) {
        QStringList needs;
        for (const TaskId id : task.needs) {
            needs.append(names.value(id));
        }
        lines.append(
            QStringLiteral("%1 %2 %3(%4)")
                .arg(task.task.name, toString(task.task.state), QString::number(task.task.openNeeds), needs.join(u',')));
    }
    return lines.join(QStringLiteral("; "));
}

using Graph = NeedsGraph;

bool reaches(const Graph &graph, size_t from, size_t to) // by brute force
{
    std::vector<bool> seen(graph.size());
    std::vector<size_t> queue(graph[from]);
    while (!queue.empty()) {
        const size_t node = queue.back();
        queue.pop_back();
        if (node == to) {
            return true;
        }
        if (!seen[node]) {
            seen[node] = true;
            queue.insert(queue.end(), graph[node].begin(), graph[node].end());
        }
    }
    return false;
}

Graph anyGraph()
{
    const auto size = *rc::gen::inRange<size_t>(1, 8);
    return *rc::gen::container<Graph>(size, rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, size)));
}

// Needs only on tasks before, so that there is no cycle; some by default, some optional.
std::vector<TaskSpec> anyPlan()
{
    const auto size = *rc::gen::inRange<size_t>(1, 12);
    std::vector<TaskSpec> specs;
    for (size_t i = 0; i < size; ++i) {
        std::optional<QStringList> needs;
        if (*rc::gen::arbitrary<bool>()) {
            needs.emplace();
            for (size_t before = 0; before < i; ++before) {
                if (*rc::gen::arbitrary<bool>()) {
                    needs->append(specs[before].name);
                }
            }
        }
        specs.push_back(spec(QString::number(i), needs, *rc::gen::inRange(0, 4) == 0));
    }
    return specs;
}

} // namespace

class NeedsTest : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultOrder();
    void explicitNeeds();
    void needsOnTasksThatExist();
    void fieldsAreTakenOver();
    void endedActivitiesTakeNoTasks_data();
    void endedActivitiesTakeNoTasks();
    void everyBadFieldIsNamed();
    void badNeedsAreNamed();
    void cyclesAreNamed();
    void tooMany();
    void hugeGraphs();
    void whatIsMetAndWhatIsActionable();
    void statusTexts();
    void aCycleIsFoundExactlyWhenThereIsOne();
    void everyPlanCanBeWorkedOff();
};

void NeedsTest::theDefaultOrder()
{
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    QCOMPARE(sketch(plan({spec(s("a")), spec(s("b")), spec(s("o"), {}, true), spec(s("c"))})),
             s("a PENDING 0(); b WAITING 1(a); o OPTIONAL 1(b); c WAITING 1(b)"));
    QCOMPARE(sketch(plan({spec(s("o"), {}, true), spec(s("a"))})), s("o OPTIONAL 0(); a PENDING 0()"));
    QCOMPARE(sketch(plan({spec(s("a")), spec(s("b"), QStringList()), spec(s("c"))})),
             s("a PENDING 0(); b PENDING 0(); c WAITING 1(b)"));
    QCOMPARE(sketch(plan({})), QString());
}

void NeedsTest::explicitNeeds()
{
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    QCOMPARE(sketch(plan({spec(a, QStringList{c}), spec(b, QStringList()), spec(c, QStringList{b}, true)})), // forward too
             QStringLiteral("a WAITING 1(c); b PENDING 0(); c OPTIONAL 1(b)"));
    QCOMPARE(sketch(plan({spec(a), spec(b), spec(c, QStringList{b, a})})),
             QStringLiteral("a PENDING 0(); b WAITING 1(a); c WAITING 2(b,a)"));
}

void NeedsTest::needsOnTasksThatExist()
{
    KnownTasks known;
    known.byName.insert(QStringLiteral("done"), {{101}, true});
    known.byName.insert(QStringLiteral("open"), {{102}, false});
    known.byName.insert(QStringLiteral("lost"), {{103}, false});
    known.byName.insert(QStringLiteral("shrug"), {{104}, true});
    known.lastRequired = known.byName.value(QStringLiteral("open"));
    const auto needing = [](const char *name) {
        return QStringList{QString::fromLatin1(name)};
    };
    QCOMPARE(sketch(plan({spec(QStringLiteral("a")), spec(QStringLiteral("b"), needing("done")),
                          spec(QStringLiteral("c"), needing("lost")), spec(QStringLiteral("d"), needing("shrug"))},
                         known),
                    known),
             QStringLiteral("a WAITING 1(open); b PENDING 0(done); c WAITING 1(lost); d PENDING 0(shrug)"));
    known.lastRequired = known.byName.value(QStringLiteral("done"));
    QCOMPARE(sketch(plan({spec(QStringLiteral("a"))}, known), known), QStringLiteral("a PENDING 0(done)"));
}

void NeedsTest::fieldsAreTakenOver()
{
    TaskSpec full = spec(QStringLiteral("a"));
    full.skill = QStringLiteral("s");
    full.payload = {{QStringLiteral("x"), 1}};
    full.priority = 0;
    full.maxAttempts = 7;
    full.review = Review::Human;
    full.onFailure = OnFailure::Continue;
    KnownTasks known;
    known.byName.insert(QStringLiteral("old"), {{101}, true});
    const auto planned = plan({full, spec(QStringLiteral("b"))}, known);
    QVERIFY(planned.ok());
    const Task &a = (*planned)[0].task;
    QCOMPARE(a.activity.value, 3);
    QCOMPARE(a.position, 1);
    QCOMPARE(a.skill, QStringLiteral("s"));
    QCOMPARE(a.payload, full.payload);
    QCOMPARE(a.priority, 0);
    QCOMPARE(a.maxAttempts, 7);
    QVERIFY(a.review == Review::Human && a.onFailure == OnFailure::Continue);
    QCOMPARE(a.createdAtMs, nowMs);
    QCOMPARE(a.dueAtMs, nowMs + 1000);
    QVERIFY(a.rankAtMs > 0);
    const Task &b = (*planned)[1].task;
    QVERIFY(a.id < b.id);
    QCOMPARE(b.position, 2);
    QCOMPARE(b.skill, QStringLiteral("b")); // its name
    QCOMPARE(b.priority, 8); // the activity's
    QCOMPARE(b.dueAtMs, 0);
}

void NeedsTest::endedActivitiesTakeNoTasks_data()
{
    QTest::addColumn<ActivityState>("state");
    QTest::newRow("COMPLETED") << ActivityState::Completed;
    QTest::newRow("CANCELLED") << ActivityState::Cancelled;
    QTest::newRow("FAILED") << ActivityState::Failed;
}

void NeedsTest::endedActivitiesTakeNoTasks()
{
    QFETCH(ActivityState, state);
    Activity activity = openActivity();
    activity.state = state;
    IdSource ids(0);
    const auto planned = planTasks(activity, {spec(QStringLiteral("a"))}, {}, ids, nowMs);
    QVERIFY(!planned.ok());
    QVERIFY(planned.error().code == ErrorCode::Conflict);
    QVERIFY(planned.error().detail.english().contains(QString::fromLatin1(QTest::currentDataTag())));
}

void NeedsTest::everyBadFieldIsNamed()
{
    TaskSpec bad = spec(QString());
    bad.slaMs = 0;
    bad.priority = 10;
    bad.maxAttempts = 0;
    bad.payload = {{QStringLiteral("x"), QString(limits::jsonBytesMax, u'x')}};
    bad.skill = QString(limits::skillMax + 1, u'x');
    TaskSpec late = spec(QStringLiteral("b"));
    late.slaMs = limits::durationMaxMs + 1;
    late.maxAttempts = limits::attemptsMax + 1;
    late.priority = -1;
    QCOMPARE(sketch(plan({bad, late})),
             QStringLiteral("/tasks/0/name /tasks/0/skill /tasks/0/sla /tasks/0/priority /tasks/0/max_attempts "
                            "/tasks/0/payload /tasks/1/sla /tasks/1/priority /tasks/1/max_attempts"));
    QCOMPARE(sketch(plan({spec(QString(limits::skillMax + 1, u'x'))})), QStringLiteral("/tasks/0/name"));
    const auto named = plan({spec(QString(limits::skillMax + 1, u'x'))}); // more than a skill has, and it stands in for one
    QVERIFY2(named.error().fields.front().detail.english().contains(QStringLiteral("give a skill")),
             qPrintable(named.error().fields.front().detail.english()));
    QCOMPARE(sketch(plan({spec(QString(limits::nameMax + 1, u'x'))})), QStringLiteral("/tasks/0/name"));
    QCOMPARE(sketch(plan({spec(QStringLiteral("a\u202eb"))})), QStringLiteral("/tasks/0/name"));
    const QString face = QStringLiteral("😀"); // one character, as the databases count
    QCOMPARE(plan({spec(face.repeated(limits::skillMax))})->front().task.skill, face.repeated(limits::skillMax));
    for (const int length : {limits::skillMax + 1, limits::nameMax})
        QCOMPARE(sketch(plan({spec(face.repeated(length))})), QStringLiteral("/tasks/0/name"));
}

void NeedsTest::badNeedsAreNamed()
{
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const auto unknown = plan({spec(a), spec(b, QStringList{a, QStringLiteral("nobody"), a})});
    QCOMPARE(sketch(unknown), QStringLiteral("/tasks/1/needs/1 /tasks/1/needs/2"));
    QVERIFY(unknown.error().code == ErrorCode::Invalid);
    QCOMPARE(unknown.error().detail.english(), QStringLiteral("task “b” needs “nobody”, which does not exist"));
    QCOMPARE(sketch(plan({spec(a), spec(a)})), QStringLiteral("/tasks/1/name"));
    KnownTasks known;
    known.byName.insert(a, {{101}, true});
    QCOMPARE(sketch(plan({spec(b), spec(a)}, known)), QStringLiteral("/tasks/1/name"));
    QStringList many;
    for (int i = 0; i <= limits::needsPerTaskMax; ++i) {
        many.append(QString::number(i));
    }
    QCOMPARE(sketch(plan({spec(a, many)})), QStringLiteral("/tasks/0/needs"));
}

void NeedsTest::cyclesAreNamed()
{
    const auto text = [](const std::vector<TaskSpec> &specs) {
        const auto planned = plan(specs);
        return planned ? QString() : planned.error().fields[0].pointer + u' ' + planned.error().detail.english();
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    QCOMPARE(text({spec(a, QStringList{a})}), QStringLiteral("/tasks/0/needs these tasks wait for each other: a → a"));
    QCOMPARE(text({spec(a, QStringList{b}), spec(b)}), // b needs a by default
             QStringLiteral("/tasks/0/needs these tasks wait for each other: a → b → a"));
    QCOMPARE(text({spec(a), spec(b, QStringList{c}), spec(c, QStringList{a, b})}),
             QStringLiteral("/tasks/1/needs these tasks wait for each other: b → c → b"));
}

void NeedsTest::tooMany()
{
    std::vector<TaskSpec> specs;
    for (int i = 0; i < limits::tasksPerCallMax; ++i) {
        specs.push_back(spec(QString::number(i)));
    }
    IdSource ids(0);
    QVERIFY(planTasks(openActivity(limits::tasksPerActivityMax - limits::tasksPerCallMax), specs, {}, ids, nowMs).ok());
    QCOMPARE(
        sketch(planTasks(openActivity(limits::tasksPerActivityMax - limits::tasksPerCallMax + 1), specs, {}, ids, nowMs)),
        QStringLiteral("/tasks"));
    specs.push_back(spec(QStringLiteral("one more")));
    QCOMPARE(sketch(plan(specs)), QStringLiteral("/tasks"));
}

void NeedsTest::hugeGraphs()
{
    constexpr size_t size = 200'000; // a recursion over it would end on the stack's floor
    Graph chain(size);
    for (size_t i = 0; i + 1 < size; ++i) {
        chain[i].push_back(i + 1);
    }
    QVERIFY(findCycle(chain).empty());
    chain[size - 1].push_back(0);
    QCOMPARE(findCycle(chain).size(), size);
}

void NeedsTest::whatIsMetAndWhatIsActionable()
{
    QStringList met;
    QStringList actionable;
    for (const TaskState state : allStates) {
        QCOMPARE(isMet(state, OnFailure::Continue), isMet(state, OnFailure::Block) || state == TaskState::Failed);
        if (isMet(state, OnFailure::Block)) {
            met.append(toString(state));
        }
        if (isActionable(state)) {
            actionable.append(toString(state));
        }
    }
    QCOMPARE(met.join(u' '), QStringLiteral("COMPLETED SKIPPED"));
    QCOMPARE(actionable.join(u' '), QStringLiteral("OPTIONAL PENDING IN_PROGRESS IN_REVIEW ON_HOLD"));
}

void NeedsTest::statusTexts()
{
    const QStringList two{QStringLiteral("a"), QStringLiteral("b")};
    QCOMPARE(statusText(TaskState::Waiting, two), QStringLiteral("WAITING(for:a,b)"));
    QCOMPARE(statusText(TaskState::Waiting, {}), QStringLiteral("WAITING"));
    for (const TaskState state : allStates) {
        if (state != TaskState::Waiting) {
            QCOMPARE(statusText(state, two), toString(state));
        }
    }
}

void NeedsTest::aCycleIsFoundExactlyWhenThereIsOne()
{
    QVERIFY(rc::check("findCycle() agrees with brute force", [] {
        const Graph graph = anyGraph();
        bool cyclic = false;
        for (size_t node = 0; node < graph.size(); ++node) {
            cyclic = cyclic || reaches(graph, node, node);
        }
        const std::vector<size_t> cycle = findCycle(graph);
        RC_ASSERT(cycle.empty() != cyclic);
        for (size_t i = 0; i < cycle.size(); ++i) {
            const std::vector<size_t> &needs = graph[cycle[i]];
            RC_ASSERT(std::count(needs.begin(), needs.end(), cycle[(i + 1) % cycle.size()]) > 0);
        }
    }));
}

void NeedsTest::everyPlanCanBeWorkedOff()
{
    QVERIFY(rc::check("no task starts before its needs are met, and every task gets its turn", [] {
        auto planned = plan(anyPlan());
        RC_ASSERT(planned.ok());
        std::vector<PlannedTask> &tasks = *planned;
        QSet<TaskId> met;
        for (bool moved = true; moved;) {
            moved = false;
            for (PlannedTask &each : tasks) {
                if (each.task.state == TaskState::Optional) {
                    const bool optIn = *rc::gen::arbitrary<bool>();
                    RC_ASSERT(act(each.task, input(optIn ? TaskAction::OptIn : TaskAction::Decline), as(supervisor())).ok());
                    moved = true;
                }
                const bool ready = each.task.state == TaskState::Pending;
                if (ready) {
                    RC_ASSERT(
                        std::all_of(each.needs.begin(), each.needs.end(), [&](TaskId id) { return met.contains(id); }));
                    RC_ASSERT(act(each.task, input(TaskAction::Complete, "bot"), as(supervisor())).ok());
                    moved = true;
                }
                if (isMet(each.task.state, each.task.onFailure) && !met.contains(each.task.id)) {
                    met.insert(each.task.id);
                    for (PlannedTask &other : tasks) {
                        const auto count = std::count(other.needs.begin(), other.needs.end(), each.task.id);
                        RC_ASSERT(count <= 1);
                        const bool told = count == 1 && isOpen(other.task.state);
                        if (told) {
                            (void)needMet(other.task, nowMs);
                        }
                    }
                }
            }
        }
        RC_ASSERT(size_t(met.size()) == tasks.size());
    }));
}

HMSACT_TEST(NeedsTest)

} // namespace hmsact::needs_test

#include "needs.moc"
