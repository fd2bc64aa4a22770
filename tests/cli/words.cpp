// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/destination.h"
#include "cli/help.h"
#include "cli/invocation.h"
#include "cli/presentation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace hmsact::words_test {

using namespace Qt::StringLiterals;

// What the words of a command line mean, and how answers look.
class TestWords : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

private slots:
    void aCommandBecomesARequest_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QJsonObject>("body");
        QTest::addRow("create") << QStringList{u"activity"_s, u"create"_s, u"--citizen"_s,  u"c"_s,          u"--intent=i"_s,
                                               u"--sla"_s,    u"48h"_s,    u"--metadata"_s, u"{\"a\":[1]}"_s}
                                << u"/activities"_s << QString()
                                << json(R"({"citizen_id":"c","intent":"i","sla":"48h","metadata":{"a":[1]}})");
        QTest::addRow("list") << QStringList{u"activity"_s, u"list"_s, u"--overdue"_s, u"--text"_s, u"a&b +"_s}
                              << u"/activities"_s << u"overdue=true&q=a%26b%20%2B"_s << QJsonObject();
        QTest::addRow("enqueue") << QStringList{u"task"_s, u"enqueue"_s, u"act-1"_s, u"dig"_s,       u"--sla"_s,
                                                u"2h"_s,   u"--needs"_s, u""_s,      u"--optional"_s}
                                 << u"/activities/act-1/tasks"_s << QString()
                                 << json(R"({"tasks":[{"name":"dig","sla":"2h","needs":[],"optional":true}]})");
        QTest::addRow("whom a task wants")
            << u"task enqueue A dig --sla 2h --cost 2 --skill-level-min 4 --wished-skills es,fr --pools near,far"_s.split(
                   u' ')
            << u"/activities/A/tasks"_s << QString() << json(R"({"tasks":[{"name":"dig","sla":"2h","cost":2,
                "skill_level_min":4,"wished_skills":["es","fr"],"pools":["near","far"]}]})");
        QTest::addRow("fail") << QStringList{u"task"_s, u"fail"_s,    u"act-1"_s,         u"a/b"_s, u"--reason"_s,
                                             u"no"_s,   u"--final"_s, u"--lease-token"_s, u"3"_s}
                              << u"/activities/act-1/tasks/a%2Fb/fail"_s << QString()
                              << json(R"({"reason":"no","retry":false,"lease_token":3})");
        QTest::addRow("complete with any JSON")
            << QStringList{u"task"_s, u"complete"_s, u"A"_s, u"t"_s, u"--result"_s, u"\"done\""_s}
            << u"/activities/A/tasks/t/complete"_s << QString() << json(R"({"result":"done"})");
        QTest::addRow("skills") << QStringList{u"worker"_s, u"register"_s, u"Alice (County Clerk)"_s, u"--skills"_s,
                                               u"a,b=5"_s}
                                << u"/workers"_s << QString()
                                << json(R"-({"name":"Alice (County Clerk)","skills":{"a":null,"b":5}})-");
        QTest::addRow("a switch said again") << QStringList{u"worker"_s, u"update"_s, u"bob"_s, u"--away"_s, u"--away"_s}
                                             << u"/workers/bob"_s << QString() << json(R"({"available":false})");
        QTest::addRow("skills without levels, which people set")
            << QStringList{u"worker"_s, u"update"_s, u"bob"_s, u"--skills"_s, u"a, b"_s} << u"/workers/bob"_s << QString()
            << json(R"({"skills":["a","b"]})");
        for (const char *threshold : {"80%", "\"80%\""})
            QTest::addRow("a threshold, %s", threshold)
                << QStringList{u"rule"_s,        u"set"_s,
                               u"r"_s,           u"--when=sla_warning"_s,
                               u"--threshold"_s, QString::fromLatin1(threshold)}
                << u"/escalations/rules"_s << QString() << json(R"({"name":"r","when":"sla_warning","threshold":"80%"})");
        QTest::addRow("a threshold that is a number")
            << u"rule set r --when queue_depth --threshold 5"_s.split(u' ') << u"/escalations/rules"_s << QString()
            << json(R"({"name":"r","when":"queue_depth","threshold":5})");
        QFile edited(m_folder.filePath(u"edited.json"_s));
        QVERIFY(edited.open(QIODevice::WriteOnly));
        edited.write("{}");
        edited.close();
        QTest::addRow("an edited version")
            << QStringList{u"rule"_s, u"lint"_s, u"--rule"_s, u"r"_s, u"--file"_s, edited.fileName()}
            << u"/escalations/lint"_s << QString() << json(R"({"rule":"r","edited":{}})");
        QTest::addRow("words by their names")
            << QStringList{u"task"_s, u"complete"_s, u"--task"_s, u"t"_s, u"A"_s, u"--worker-id=w"_s}
            << u"/activities/A/tasks/t/complete"_s << QString() << json(R"({"worker_id":"w"})");
        QTest::addRow("words after --") << QStringList{u"worker"_s, u"show"_s, u"--"_s, u"--json"_s} << u"/workers/--json"_s
                                        << QString() << QJsonObject();
    }

    void aCommandBecomesARequest()
    {
        QFETCH(QStringList, arguments);
        const auto invocation = cli::understand(arguments);
        QVERIFY2(invocation, invocation ? "" : qPrintable(invocation.error().detail.english()));
        QTEST(invocation->path, "path");
        QTEST(invocation->query.toString(QUrl::FullyEncoded), "query");
        QTEST(invocation->body, "body");
    }

    void whatCannotBeUnderstoodIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("part");
        QTest::addRow("nothing") << QStringList{} << u"say what to do"_s;
        QTest::addRow("no command") << QStringList{u"fly"_s} << u"no command “fly”"_s;
        QTest::addRow("no verb") << QStringList{u"task"_s} << u"needs a word more"_s;
        QTest::addRow("wrong verb") << QStringList{u"task"_s, u"fly"_s} << u"no command “task fly”"_s;
        QTest::addRow("missing word") << QStringList{u"activity"_s, u"show"_s} << u"ACTIVITY is missing"_s;
        QTest::addRow("empty word") << QStringList{u"activity"_s, u"show"_s, u""_s} << u"ACTIVITY is missing"_s;
        for (const auto &dots : {u"."_s, u".."_s})
            QTest::addRow("another path, %s", qPrintable(dots))
                << QStringList{u"task"_s, u"fail"_s, u"A"_s, dots, u"--reason=no"_s} << u"TASK cannot be “%1”"_s.arg(dots);
        QTest::addRow("word too many") << QStringList{u"alert"_s, u"ack"_s, u"a"_s, u"b"_s} << u"“b” is one word too many"_s;
        QTest::addRow("missing option") << QStringList{u"task"_s, u"hold"_s, u"A"_s, u"t"_s} << u"--reason is missing"_s;
        QTest::addRow("unknown option") << QStringList{u"alert"_s, u"list"_s, u"--colour"_s, u"red"_s}
                                        << u"unknown option --colour"_s;
        QTest::addRow("unknown option at the end")
            << QStringList{u"alert"_s, u"list"_s, u"--colour"_s} << u"unknown option --colour"_s;
        QTest::addRow("unknown option before another")
            << QStringList{u"db"_s, u"archive"_s, u"--colour"_s, u"--db"_s, u"postgresql://u:sekret@h/d"_s}
            << u"unknown option --colour"_s;
        QTest::addRow("a database beside an archive")
            << QStringList{u"audit"_s, u"verify"_s, u"--archive"_s, u"a.jsonl"_s, u"--db"_s, u"sqlite:///a.db"_s}
            << u"unknown option --db"_s;
        QTest::addRow("short option") << QStringList{u"alert"_s, u"list"_s, u"-x"_s} << u"unknown option -x"_s;
        QTest::addRow("option without value")
            << QStringList{u"alert"_s, u"list"_s, u"--limit"_s} << u"--limit needs a value"_s;
        QTest::addRow("flag with value") << QStringList{u"alert"_s, u"list"_s, u"--json=1"_s} << u"--json takes no value"_s;
        QTest::addRow("no number") << QStringList{u"alert"_s, u"list"_s, u"--limit"_s, u"2x"_s}
                                   << u"whole number, not “2x”"_s;
        QTest::addRow("no JSON") << QStringList{u"task"_s, u"complete"_s, u"A"_s, u"t"_s, u"--result"_s, u"{"_s}
                                 << u"--result takes JSON"_s;
        const auto completed = [](const QString &result) {
            return QStringList{u"task"_s, u"complete"_s, u"A"_s, u"t"_s, u"--result"_s, result};
        };
        QTest::addRow("a field twice") << completed(u"{\"a\":{\"b\":1,\"b\":2}}"_s) << u"--result: /a/b is given twice"_s;
        QTest::addRow("a number that would be rounded")
            << completed(u"[1,18446744073709551616]"_s) << u"--result: /1 is more than 64 bits hold"_s;
        QTest::addRow("no number at all") << completed(u"18446744073709551616"_s) << u"--result is more than 64 bits hold"_s;
        QTest::addRow("no number alone, named")
            << QStringList{u"rule"_s, u"set"_s, u"r"_s, u"--when=unassigned"_s, u"--threshold"_s, u"18446744073709551616"_s}
            << u"--threshold is more than 64 bits hold"_s;
        QFile twice(m_folder.filePath(u"twice.json"_s));
        QVERIFY(twice.open(QIODevice::WriteOnly));
        twice.write(R"([{"name":"a","sla":"1h","name":"b"}])");
        twice.close();
        QTest::addRow("a field of a file twice")
            << QStringList{u"task"_s, u"enqueue-file"_s, u"A"_s, u"--tasks"_s, twice.fileName()}
            << u"/0/name is given twice"_s;
        QTest::addRow("a skill twice") << QStringList{u"worker"_s, u"update"_s, u"bob"_s, u"--skills"_s, u"a=1,a=5"_s}
                                       << u"“a” is named twice"_s;
        QTest::addRow("an option twice") << QStringList{u"alert"_s, u"list"_s, u"--limit=1"_s, u"--limit"_s, u"2"_s}
                                         << u"--limit is given twice"_s;
        QTest::addRow("an option twice, by another name")
            << QStringList{u"queue"_s, u"list"_s, u"--worker=a"_s, u"--worker-id=b"_s} << u"--worker-id is given twice"_s;
        QTest::addRow("an option of all twice")
            << QStringList{u"alert"_s, u"list"_s, u"--url=http://a"_s, u"--url=http://b"_s} << u"--url is given twice"_s;
        QTest::addRow("a word twice") << QStringList{u"token"_s, u"create"_s, u"--role=viewer"_s, u"--name=a"_s,
                                                     u"--name=b"_s}
                                      << u"--name is given twice"_s;
        QTest::addRow("a switch and its opposite")
            << QStringList{u"worker"_s, u"update"_s, u"bob"_s, u"--available"_s, u"--away"_s} << u"--away is given twice"_s;
        QTest::addRow("an option by the mark of its field")
            << QStringList{u"worker"_s, u"update"_s, u"bob"_s, u"--!available"_s, u"foo"_s}
            << u"unknown option --!available"_s;
        QTest::addRow("no file") << QStringList{u"task"_s, u"enqueue-file"_s, u"A"_s, u"--tasks"_s, u"/nowhere"_s}
                                 << u"cannot read /nowhere"_s;
    }

    void whatCannotBeUnderstoodIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, part);
        const auto invocation = cli::understand(arguments);
        QVERIFY(!invocation);
        QVERIFY2(invocation.error().detail.english().contains(part), qPrintable(invocation.error().detail.english()));
    }

    void whatLeadsToTheOtherDoorIsRefused()
    {
        const auto refusal = [](const QStringList &words, const QString &option) {
            const auto invocation = cli::understand(words + QStringList{option});
            return invocation ? QString() : invocation.error().detail.english().section(u';', 0, 0);
        };
        for (const auto &words : {QStringList{u"token"_s, u"create"_s, u"ops"_s, u"--role=admin"_s},
                                  QStringList{u"audit"_s, u"verify"_s}, QStringList{u"bench"_s, u"drain"_s}}) {
            QCOMPARE(refusal(words, u"--url=http://prod.example:8311"_s), u"unknown option --url"_s);
            QCOMPARE(refusal(words, u"--token=abc"_s), u"unknown option --token"_s);
            QCOMPARE(refusal(words, u"--db=sqlite:////tmp/a.db"_s), QString());
        }
        const QStringList toServer{u"activity"_s, u"list"_s};
        QCOMPARE(refusal(toServer, u"--db=not even a url"_s), u"unknown option --db"_s);
        QCOMPARE(refusal(toServer, u"--url=http://a"_s), QString());
        QCOMPARE(refusal(toServer, u"--token=abc"_s), QString());
    }

    void everyCommandHasHelpAndItsOwnName()
    {
        QStringList seen;
        for (const cli::Command &command : cli::commands()) {
            const QString name = QLatin1StringView(command.group) + u' ' + QLatin1StringView(command.verb);
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen.append(name);
            const QString help = cli::helpFor(command);
            QVERIFY(help.contains(QString::fromUtf8(command.summary)));
            for (const cli::Option &option : command.options)
                QVERIFY2(help.contains(u"--"_s + QLatin1StringView(option.name)), qPrintable(name));
            QVERIFY(cli::helpForAll().contains(name.trimmed()));
            QVERIFY(cli::helpForGroup(QLatin1StringView(command.group)).contains(QString::fromUtf8(command.summary)));
            QVERIFY(cli::understand({QLatin1StringView(command.group), QLatin1StringView(command.verb), u"--help"_s}));
        }
    }

    void noNameIsAnOptionWithAndWithoutAValue()
    {
        QHash<QString, bool> takesValue;
        for (const cli::Command &command : cli::commands())
            for (const cli::Option &option : command.options) {
                const bool takes = option.kind != cli::Kind::Flag;
                QCOMPARE(takesValue.value(QLatin1StringView(option.name), takes), takes);
                takesValue.insert(QLatin1StringView(option.name), takes);
            }
    }

    void noOptionTakesThePlaceOfAWord()
    {
        for (const cli::Command &command : cli::commands())
            for (const cli::Option &option : command.options)
                for (const char *word : command.words)
                    QVERIFY2(qstrcmp(word, option.field) != 0, command.verb);
    }

    void aListIsATableAndHostileNamesAreHarmless()
    {
        const auto list = cli::understand({u"worker"_s, u"list"_s});
        const QString text = cli::present(*list->command,
                                          json("{\"items\":[{\"id\":\"a\",\"name\":\"x\\u001b[31m\\u202e\","
                                               "\"skills\":{\"dig\":5},\"channel\":null}],\"next_cursor\":\"n1\"}"));
        QVERIFY(text.startsWith(u"ID"_s));
        QVERIFY(text.contains(u"dig=5"_s));
        QVERIFY(text.contains(u"–"_s));
        QVERIFY(text.contains(u"more: --cursor n1"_s));
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY(!text.contains(QChar(0x202e)));
        QCOMPARE(cli::present(*list->command, json(R"({"items":[]})")), u"none\n"_s);
    }

    void theLastColumnIsWhole()
    {
        const QString remark = u"nobody is told "_s.repeated(10).trimmed();
        const QJsonObject item{{u"severity"_s, u"warning"_s}, {u"pointer"_s, remark}, {u"text"_s, remark}};
        const auto lint = cli::understand({u"rule"_s, u"lint"_s, u"r"_s});
        const QString text = cli::present(*lint->command, {{u"items"_s, QJsonArray{item}}});
        QVERIFY2(text.endsWith(u"…  "_s + remark + u'\n'), qPrintable(text));
    }

    void whatHasPartsIsToldOneALine()
    {
        const auto rule = cli::understand({u"rule"_s, u"show"_s, u"r"_s});
        const QJsonObject shown = json(R"({"name": "r", "scope": {"skill": "dig", "pool": null}, "grace": null,
            "steps": [{"after": "0s", "then": "notify", "to": null, "notify": ["console:a", "email:a@b"]},
                      {"after": "1h", "then": "reassign", "to": "backup", "notify": []}]})");
        QCOMPARE(cli::present(*rule->command, shown),
                 u"grace  –\nname   r\nscope\n  pool   –\n  skill  dig\n"
                 "steps\n  after 0s, notify console:a email:a@b, then notify\n  after 1h, then reassign, to backup\n"_s);

        const auto task = cli::understand({u"task"_s, u"show"_s, u"a"_s, u"t"_s});
        const QJsonObject given = json(R"({"name": "t", "payload": {"a": [1]}, "assignment": {"worker_id": "ann",
            "candidates": [{"worker_id": "ann", "score": 2, "parts": {"level": 3, "speed": 1}}]}})");
        QCOMPARE(cli::present(*task->command, given),
                 u"assignment\n  candidates\n    parts (level 3, speed 1), score 2, worker_id ann\n  worker_id   ann\n"
                 "name        t\npayload     {\"a\":[1]}\n"_s);
    }

    void aDryRunIsATableOfWhatItWouldHaveDone()
    {
        const auto run = cli::understand({u"rule"_s, u"dry-run"_s, u"r"_s});
        const QString text =
            cli::present(*run->command,
                         json(R"({"would": {"firings": 1, "messages": [{"address": "email:a@b", "count": 3}], "steps": [1]},
            "does": null, "firings": [{"at": "2026-11-30T12:00:00.000Z", "activity_id": "act-1", "task_id": "tsk-1",
            "task": "dig", "step": 0, "then": "notify", "to": null, "notify": ["email:a@b"]}]})"));
        QVERIFY2(text.startsWith(u"does     –\nwould\n  firings   1\n  messages\n    address email:a@b, count 3\n"
                                 "  steps     1\n\nAT "_s),
                 qPrintable(text));
        QVERIFY2(text.endsWith(u"  act-1        dig   0     notify  –\n"_s), qPrintable(text));
        QVERIFY2(!text.contains(u'{'), qPrintable(text));
    }

    void timesAreThoseOfTheWall()
    {
        const auto alert = cli::understand({u"alert"_s, u"show"_s, u"a"_s});
        const QString wall =
            QDateTime::fromString(u"2026-11-30T12:00:00Z"_s, Qt::ISODate).toLocalTime().toString(u"HH:mm:ss"_s);
        for (const char *field : {"at", "created_at", "snoozed_until", "not_before", "from", "to"}) {
            const QString shown = cli::present(*alert->command, {{QLatin1StringView(field), u"2026-11-30T12:00:00.000Z"_s}});
            QVERIFY2(shown.contains(u"2026-11-30 "_s + wall), qPrintable(shown));
        }
        QVERIFY(cli::present(*alert->command, {{u"to"_s, u"email:a@b"_s}}).contains(u"email:a@b"_s));
    }

    void optionBeatsVariableBeatsFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"hms-act.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("url = http://file:1\ntoken = from-file\n");
        file.close();
        QProcessEnvironment environment;
        auto plain = *cli::understand({u"alert"_s, u"list"_s});
        QCOMPARE(cli::destinationOf(plain, file.fileName(), environment)->url, u"http://file:1"_s);
        QCOMPARE(cli::destinationOf(plain, file.fileName(), environment)->token, u"from-file"_s);
        environment.insert(u"HMS_ACT_URL"_s, u"http://variable:1"_s);
        QCOMPARE(cli::destinationOf(plain, file.fileName(), environment)->url, u"http://variable:1"_s);
        plain.url = u"http://option:1"_s;
        QCOMPARE(cli::destinationOf(plain, file.fileName(), environment)->url, u"http://option:1"_s);
        plain.url = u"ftp://option"_s;
        QVERIFY(!cli::destinationOf(plain, file.fileName(), environment));
        plain.url.reset();
        environment.insert(u"HMS_ACT_TOKEN"_s, u"from a file\r"_s);
        QVERIFY(!cli::destinationOf(plain, file.fileName(), environment));
    }
};

HMSACT_TEST(TestWords)

} // namespace hmsact::words_test

#include "words.moc"
