// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/localdoor.h"

#include "support/testprogram.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace hmsact::localdoor_test {

using namespace Qt::StringLiterals;

// The commands that open the database themselves.
class TestLocalDoor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] cli::LocalDoor door() const
    {
        return cli::LocalDoor(*store::DatabaseUrl::parse(u"sqlite:///"_s + m_folder.filePath(u"a.db"_s)));
    }

private slots:
    void everyOneIsAnswered_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QHash<QString, QString> values{{u"role"_s, u"viewer"_s}, {u"older-than"_s, u"90d"_s}};
        for (const cli::Command &command : cli::commands()) {
            if (command.door != cli::Door::Database)
                continue;
            QStringList arguments{QString::fromLatin1(command.group), QString::fromLatin1(command.verb)};
            for (const char *word : command.words)
                arguments << m_folder.filePath(QString::fromLatin1(word));
            for (const cli::Option &option : command.options)
                if (option.required)
                    arguments << u"--"_s + QString::fromLatin1(option.name)
                              << values.value(QString::fromLatin1(option.name));
            QTest::addRow("%s %s", command.group, command.verb) << arguments;
        }
    }

    void everyOneIsAnswered()
    {
        QFETCH(const QStringList, arguments);
        const auto invocation = cli::understand(arguments);
        QVERIFY2(invocation, invocation ? "" : qPrintable(invocation.error().detail.english()));
        const auto answer = door().send(*invocation);
        QVERIFY2(answer || answer.error().code != domain::ErrorCode::Internal,
                 answer ? "" : qPrintable(answer.error().detail.english()));
    }

    void oneThatWasForgottenIsADefectAndMakesNoToken()
    {
        const cli::Command forgotten{"db", "forget", "", cli::Door::Database, "POST", "/db/forget", {}, {}};
        cli::Invocation invocation;
        invocation.command = &forgotten;
        invocation.path = u"/db/forget"_s;
        invocation.body = {{u"name"_s, u"made by mistake"_s}, {u"role"_s, u"admin"_s}};
        const auto answer = door().send(invocation);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, domain::ErrorCode::Internal);
    }
};

HMSACT_TEST(TestLocalDoor)

} // namespace hmsact::localdoor_test

#include "localdoor.moc"
