// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/validation.h"

#include "domain/duration.h"
#include "domain/textrules.h"
#include "fixtures.h"
#include "support/testprogram.h"

namespace hmsact::validation_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

namespace {

template <class T>
QString pointersOf(const Result<T> &result)
{
    QStringList pointers;
    if (!result) {
        for (const FieldError &field : result.error().fields) {
            pointers.append(field.pointer);
        }
    }
    return pointers.join(u' ');
}

} // namespace

// The bounds of commands that do not come through the codec.
class ValidationTest : public QObject
{
    Q_OBJECT

private slots:
    void activities();
    void artefacts_data();
    void artefacts();
    void tokens();
    void newWorkersTakeDefaults();
    void updatesKeepWhatIsNotGiven();
    void everyBadFieldOfAWorkerIsNamed();
    void stepsOfAPathAreNoNames();
    void charactersAreCountedAsPeopleDo();
    void whatIsQuotedStaysOnItsLine();
    void whatNobodySeesIsTakenOut();
};

void ValidationTest::activities()
{
    CreateActivity command{QStringLiteral("jordan"), QStringLiteral("card"), 1000, 9, {}, {}};
    QVERIFY(validate(command).ok());
    command = {QStringLiteral("a\nb"), QString(), 0, 10, {{QStringLiteral("x"), QString(limits::jsonBytesMax, u'x')}}, {}};
    QCOMPARE(pointersOf(validate(command)), QStringLiteral("/citizen_id /intent /sla /priority /metadata"));
}

void ValidationTest::artefacts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QString>("pointers");
    const QString pdf = QStringLiteral("application/pdf");
    QTest::newRow("good") << QStringLiteral("card (1) é.pdf") << pdf << QString();
    QTest::newRow("charset") << QStringLiteral("a.csv") << QStringLiteral("text/csv; charset=utf-8") << QString();
    QTest::newRow("path") << QStringLiteral("../card.pdf") << pdf << QStringLiteral("/file");
    QTest::newRow("other path") << QStringLiteral("a\\card.pdf") << pdf << QStringLiteral("/file");
    QTest::newRow("hidden") << QStringLiteral(".bashrc") << pdf << QStringLiteral("/file");
    for (const char16_t c : {0x200b, 0x200d, 0x200f, 0x202e, 0x2060, 0xfeff, 0x00ad, 0x3164})
        QTest::addRow("invisible: %x", c) << QStringLiteral("card%1.pdf").arg(QChar(c)) << pdf << QStringLiteral("/file");
    QTest::newRow("no name") << QString() << pdf << QStringLiteral("/file");
    QTest::newRow("header smuggling") << QStringLiteral("a") << QStringLiteral("text/csv\r\nX: y")
                                      << QStringLiteral("/content-type");
    QTest::newRow("no type") << QStringLiteral("a") << QStringLiteral("pdf") << QStringLiteral("/content-type");
}

void ValidationTest::artefacts()
{
    QFETCH(QString, file);
    QFETCH(QString, mediaType);
    QFETCH(QString, pointers);
    PutArtefact command;
    command.fileName = file;
    command.mediaType = mediaType;
    QCOMPARE(pointersOf(validate(command)), pointers);
    if (pointers.isEmpty()) {
        command.bytes = QByteArray(limits::artefactBytesMax, 'x');
        QVERIFY(validate(command).ok());
        command.bytes += 'x';
        QVERIFY(validate(command).error().code == ErrorCode::TooLarge);
    }
}

void ValidationTest::tokens()
{
    QVERIFY(validate(CreateToken{QStringLiteral("ci"), Role::Worker, workerId("bot"), nowMs + 1, {}}, nowMs).ok());
    QVERIFY(validate(CreateToken{QStringLiteral("ci"), Role::Viewer, {}, 0, {}}, nowMs).ok());
    QCOMPARE(pointersOf(validate(CreateToken{QString(), Role::Worker, {}, nowMs, {}}, nowMs)),
             QStringLiteral("/name /worker_id /expires_at"));
    // An actor's name is hashed between separators, so it must not hold one: "a" beside "b.c" would look like "a.b" beside "c".
    const QString ambiguous = QStringLiteral("a\x1f%1").arg(QStringLiteral("task.completed"));
    QCOMPARE(pointersOf(validate(CreateToken{ambiguous, Role::Viewer, {}, 0, {}}, nowMs)), QStringLiteral("/name"));
}

void ValidationTest::newWorkersTakeDefaults()
{
    WorkerSpec spec;
    spec.name = QStringLiteral("Alice (County Clerk)");
    const auto bot = saved(spec, nullptr, nowMs);
    QVERIFY(bot.ok());
    QCOMPARE(bot->id, workerId("alice-county-clerk"));
    QVERIFY(bot->kind == WorkerKind::Bot);
    QCOMPARE(bot->capacity, limits::capacityMachine);
    QCOMPARE(bot->createdAtMs, nowMs);
    spec.channel = QStringLiteral("email:alice@county.gov");
    const auto human = saved(spec, nullptr, nowMs);
    QVERIFY(human->kind == WorkerKind::Human);
    QCOMPARE(human->capacity, limits::capacityHuman);
    spec.kind = WorkerKind::Agent;
    QVERIFY(saved(spec, nullptr, nowMs)->kind == WorkerKind::Agent);
}

void ValidationTest::updatesKeepWhatIsNotGiven()
{
    const Worker known = [] {
        Worker worker = fixtures::worker("bot");
        worker.name = QStringLiteral("Bot");
        worker.capacity = 4;
        worker.version = 2;
        return worker;
    }();
    WorkerSpec spec;
    spec.available = false;
    const auto updated = saved(spec, &known, nowMs);
    QVERIFY(updated.ok());
    QVERIFY(!updated->available);
    QCOMPARE(updated->name, known.name);
    QCOMPARE(updated->skills, known.skills);
    QCOMPARE(updated->capacity, 4);
    QCOMPARE(updated->createdAtMs, known.createdAtMs);
    QCOMPARE(updated->version, 3);
    Worker master = known;
    master.skills = {{QStringLiteral("weld"), 5}, {QStringLiteral("dig"), 2}};
    spec.skills = QMap<QString, int>{{QStringLiteral("weld"), 0}, {QStringLiteral("dig"), 4}, {QStringLiteral("plan"), 0}};
    QCOMPARE(saved(spec, &master, nowMs)->skills,
             (QMap<QString, int>{{QStringLiteral("weld"), 5}, {QStringLiteral("dig"), 4}, {QStringLiteral("plan"), 3}}));
}

void ValidationTest::everyBadFieldOfAWorkerIsNamed()
{
    WorkerSpec spec;
    spec.id = WorkerId{QStringLiteral("a\u202eb")};
    spec.name = QString();
    spec.skills = QMap<QString, int>{{QStringLiteral("a"), 6}};
    spec.pools = QStringList{QString()};
    spec.channel = QStringLiteral("alice");
    spec.capacity = 0;
    QCOMPARE(pointersOf(saved(spec, nullptr, nowMs)), QStringLiteral("/id /name /skills /pools /channel /capacity"));
    WorkerSpec hasty;
    hasty.name = QStringLiteral("a");
    hasty.skills = QMap<QString, int>{{QStringLiteral("a"), 3}};
    hasty.returnMs = 5 * limits::msPerSecond;
    QCOMPARE(saved(hasty, nullptr, nowMs).error().detail.english(), QStringLiteral("must be from 1m to 3660d"));
}

// A client takes them out of "/workers/.." before it asks: nobody could ever see or remove that worker.
void ValidationTest::stepsOfAPathAreNoNames()
{
    WorkerSpec spec;
    spec.name = QStringLiteral("a");
    spec.skills = QMap<QString, int>{{QStringLiteral("a"), 3}};
    for (const char *step : {".", ".."}) {
        spec.id = WorkerId{QString::fromLatin1(step)};
        QCOMPARE(pointersOf(saved(spec, nullptr, nowMs)), QStringLiteral("/id"));
    }
    spec.id = WorkerId{QStringLiteral("...")};
    QVERIFY(saved(spec, nullptr, nowMs).ok());
}

// As JSON Schema and the databases do.
void ValidationTest::charactersAreCountedAsPeopleDo()
{
    const QString face = QStringLiteral("😀");
    QCOMPARE(face.size(), 2);
    CreateActivity command{face.repeated(limits::nameMax), QStringLiteral("card"), 1000, 5, {}, {}};
    QVERIFY(validate(command).ok());
    command.citizenId += face;
    QCOMPARE(pointersOf(validate(command)), QStringLiteral("/citizen_id"));
    WorkerSpec worker;
    worker.name = QStringLiteral("a");
    worker.channel =
        QStringLiteral("email:") + QStringLiteral("𐐷").repeated(limits::channelMax - 20) + QStringLiteral("@b.org");
    QCOMPARE(pointersOf(saved(worker, nullptr, nowMs)), QString());
}

void ValidationTest::whatIsQuotedStaysOnItsLine()
{
    QCOMPARE(quoted(QStringLiteral("a\nb\u001b[2J\u202ec\u2028")), QStringLiteral("a\ufffdb\ufffd[2J\ufffdc\ufffd"));
    for (const char *first : {"", "x"})
        QVERIFY(quoted(QLatin1StringView(first) + QStringLiteral("😀").repeated(100)).isValidUtf16());
    for (const Error &error :
         {parseDuration(QStringLiteral("4\u202eh"), {}).error(), parseTime(QStringLiteral("\u202e1")).error()})
        QVERIFY(error.detail.english().contains(QStringLiteral("\ufffd")));
}

// A tag of language (beyond the first plane), ends of lines, a direction; a face is none of them.
void ValidationTest::whatNobodySeesIsTakenOut()
{
    const QString text = QStringLiteral("a\U000e0041b\u2028c\u202ed\ne😀");
    QCOMPARE(withoutUnseen(text, u'.'), QStringLiteral("a.b.c.d.e😀"));
    QCOMPARE(withoutUnseen(text, u'.', u"\n"), QStringLiteral("a.b.c.d\ne😀"));
}

HMSACT_TEST(ValidationTest)

} // namespace hmsact::validation_test

#include "validation.moc"
