// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/person.h"

#include "domain/textrules.h"
#include "engine/coredoor.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

namespace hmsact::person_test {

using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// Who sits at a console, by the list in its database, as the program asks for it at its start.
class PersonTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_core.reset(); }
    void aDeskAloneIsItsAdmins();
    void whoIsListedMayWhatTheListSays();
    void whoIsNotListedLooks();
    void withoutAnAnswerNobodyIsAnything();
    void thereIsALoginHere();

private:
    Status list(const SaveUser &command)
    {
        const auto saved = engine::sendAndWait(*m_core, command, {u"ops"_s, Role::Admin, {}});
        return saved ? Status(Done{}) : Status(saved.error());
    }
    QString sitting(const QString &login)
    {
        const auto person = app::personAtTheConsole(*m_core, login);
        return person ? person->name + u' ' + toString(person->role) + u' ' + person->worker.value : QString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<engine::Core> m_core;
};

void PersonTest::init()
{
    engine::CoreSettings settings;
    settings.databaseUrl = u"sqlite://"_s + m_folder.filePath(QLatin1StringView(QTest::currentTestFunction()));
    settings.clock = std::make_shared<engine::SystemClock>();
    auto core = engine::Core::open(std::move(settings));
    QVERIFY(core);
    m_core = std::move(*core);
}

void PersonTest::aDeskAloneIsItsAdmins()
{
    QCOMPARE(sitting(u"dana"_s), u"dana admin "_s);
    QVERIFY(list({u"eve"_s, Role::Viewer, {}}));
    QVERIFY(engine::sendAndWait(*m_core, RemoveUser{u"eve"_s}, {u"ops"_s, Role::Admin, {}}));
    QCOMPARE(sitting(u"dana"_s), u"dana admin "_s); // the list is empty again
}

void PersonTest::whoIsListedMayWhatTheListSays()
{
    SaveWorker alice;
    alice.spec.name = u"alice"_s;
    alice.spec.kind = WorkerKind::Human;
    QVERIFY(engine::sendAndWait(*m_core, alice, {u"ops"_s, Role::Admin, {}}));
    QVERIFY(list({u"alice.w"_s, Role::Worker, {u"alice"_s}}));
    QVERIFY(list({u"dana"_s, Role::Supervisor, {}}));
    QCOMPARE(sitting(u"alice.w"_s), u"alice.w worker alice"_s);
    QCOMPARE(sitting(u"dana"_s), u"dana supervisor "_s);
    QVERIFY(list({u"dana"_s, Role::Clerk, {u"alice"_s}}));
    QCOMPARE(sitting(u"dana"_s), u"dana clerk alice"_s);
}

void PersonTest::whoIsNotListedLooks()
{
    QVERIFY(list({u"dana"_s, Role::Admin, {}}));
    QCOMPARE(sitting(u"eve"_s), u"eve viewer "_s);
    QCOMPARE(sitting(u"uid-4711"_s), u"uid-4711 viewer "_s);
}

void PersonTest::withoutAnAnswerNobodyIsAnything()
{
    m_core->stop();
    const auto person = app::personAtTheConsole(*m_core, u"dana"_s);
    QVERIFY(!person);
    QVERIFY(!person.error().detail.english().isEmpty());
}

void PersonTest::thereIsALoginHere()
{
    FieldErrors unfit;
    checkText(unfit, {}, app::loginHere(), limits::nameMax);
    QVERIFY(unfit.isEmpty());
}

HMSACT_TEST(PersonTest)

} // namespace hmsact::person_test

#include "person.moc"
