// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertbubbles.h"
#include "console/trayface.h"
#include "support/testprogram.h"

#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace hmsact::desktop_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// A notification service as the desktops have it; it keeps what is shown. Its own connection to the bus.
class FakeService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        QString title;
        QString body;
        QStringList actions;
        int urgency = -1;
    };
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("actions")};
    QMap<uint, Shown> shown;
    int notified = 0;
    int asked = 0;
    bool hangs = false;

public slots:
    QStringList GetCapabilities()
    {
        ++asked;
        setDelayedReply(hangs);
        return capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        ++notified;
        const uint id = replaces != 0 ? replaces : ++m_last;
        const QVariant urgency = hints.value(QStringLiteral("urgency"));
        shown.insert(id, {title, body, actions, urgency.typeId() == QMetaType::UChar ? urgency.toInt() : -1});
        return id;
    }
    void CloseNotification(uint id)
    {
        shown.remove(id);
        emit NotificationClosed(id, 3);
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 0;
};

// What is told on the desktop, on a bus of this test's own; and the icon in the tray.
class Desktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void oneForEachTaskAndItIsReplaced();
    void itGoesWhenItIsSolvedOrSeen();
    void manyComeAsOne();
    void whatIsCalledTheSameIsOneLine();
    void actionsSayWhichAlert();
    void aServiceWithoutActionsIsOfferedNone();
    void namesAreNoMarks();
    void whatAPersonClosedStaysClosed();
    void withoutAServiceNothingIsToldUntilThereIsOne();
    void aServiceThatHangsKeepsNobody();
    void nothingOutlivesTheProgram();
    void aNewServiceIsToldAnew();
    void withoutABusNobodyIsCalled();
    void eachFaceHasItsOutline_data();
    void eachFaceHasItsOutline();
    void theFaceInWords();

private:
    [[nodiscard]] QDBusConnection connection(const char *name) const
    {
        return QDBusConnection::connectToBus(m_address, QString::fromLatin1(name));
    }
    void serve();

    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_address;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<AlertBubbles> m_bubbles;
};

static Alert alert(qint64 id, qint64 task = 1, const char *kind = "sla_breach")
{
    Alert alert;
    alert.id = {id};
    alert.kind = QString::fromLatin1(kind);
    alert.activity = {100 + task};
    alert.task = {task};
    alert.taskName = QStringLiteral("dig %1").arg(task);
    alert.intent = QStringLiteral("hole");
    return alert;
}

void Desktop::initTestCase()
{
    // A bus that starts no service by itself: the machine's own notification service would take the name of ours.
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
                 "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
                 "</policy></busconfig>");
    config.close();
    m_bus.start(
        QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file"), config.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_bus.waitForStarted());
    while (!m_bus.canReadLine())
        QVERIFY(m_bus.waitForReadyRead());
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
}

void Desktop::cleanupTestCase()
{
    m_bus.terminate();
    QVERIFY(m_bus.waitForFinished());
}

void Desktop::serve()
{
    QDBusConnection bus = connection("service");
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_service.get(),
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
}

void Desktop::init()
{
    m_service = std::make_unique<FakeService>();
    m_bubbles = std::make_unique<AlertBubbles>(connection("console"));
}

void Desktop::cleanup()
{
    m_bubbles.reset();
    m_service.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("service"));
    QDBusConnection::disconnectFromBus(QStringLiteral("console"));
}

void Desktop::oneForEachTaskAndItIsReplaced()
{
    serve();
    m_bubbles->update({alert(1, 1, "sla_warning"), alert(2, 2)});
    QTRY_COMPARE(m_service->shown.size(), 2);
    QCOMPARE(m_service->shown[1].urgency, 1);
    QCOMPARE(m_service->shown[2].urgency, 2);
    m_bubbles->update({alert(3, 1), alert(2, 2), alert(1, 1, "sla_warning")});
    QTRY_COMPARE(m_service->notified, 3); // the other says what it said
    QCOMPARE(m_service->shown.size(), 2);
    QCOMPARE(m_service->shown[1].title, QStringLiteral("Task overdue: dig 1"));
    QCOMPARE(m_service->shown[1].urgency, 2);
}

void Desktop::itGoesWhenItIsSolvedOrSeen()
{
    serve();
    m_bubbles->update({alert(1, 1), alert(2, 2)});
    QTRY_COMPARE(m_service->shown.size(), 2);
    Alert solved = alert(1, 1);
    solved.isSolved = true;
    m_bubbles->update({solved, alert(2, 2)});
    QTRY_COMPARE(m_service->shown.keys(), QList<uint>{2});
    m_bubbles->update({solved}); // the other was acknowledged or put off
    QTRY_VERIFY(m_service->shown.isEmpty());
    m_bubbles->update({alert(2, 2)}); // put off until now: told anew
    QTRY_COMPARE(m_service->shown.size(), 1);
}

void Desktop::manyComeAsOne()
{
    serve();
    std::vector<Alert> many;
    for (int i = 1; i <= 40; ++i)
        many.push_back(alert(i, i));
    m_bubbles->update(many);
    QTRY_COMPARE(m_service->shown.size(), 1);
    QCOMPARE(m_service->shown.first().title, QStringLiteral("40 alert(s) need somebody"));
    QVERIFY(!m_service->shown.first().actions.contains(QStringLiteral("acknowledge")));
    QVERIFY(m_service->shown.first().body.endsWith(QStringLiteral("and 35 more")));
    many.push_back(alert(41, 41));
    m_bubbles->update(many);
    QTRY_COMPARE(m_service->shown.size(), 2); // one alone is told alone
    m_bubbles->update({});
    QTRY_VERIFY(m_service->shown.isEmpty());
}

void Desktop::whatIsCalledTheSameIsOneLine()
{
    serve();
    std::vector<Alert> many;
    for (int i = 1; i <= 7; ++i) {
        many.push_back(alert(i, i));
        many.back().taskName = i == 2 ? QStringLiteral("fill") : QStringLiteral("dig");
    }
    m_bubbles->update(many);
    QTRY_COMPARE(m_service->shown.size(), 1);
    const QStringList lines = m_service->shown.first().body.split(u'\n');
    QCOMPARE(lines, (QStringList{QStringLiteral("Task overdue: dig (6 ×)"), QStringLiteral("Task overdue: fill")}));
}

void Desktop::actionsSayWhichAlert()
{
    serve();
    std::vector<AlertId> acknowledged;
    qint64 opened = 0;
    connect(m_bubbles.get(), &AlertBubbles::acknowledgeRequested, this, [&](const auto &ids) { acknowledged = ids; });
    connect(m_bubbles.get(), &AlertBubbles::openRequested, this, [&](const Alert &one) { opened = one.id.value; });
    m_bubbles->update({alert(2, 1), alert(1, 1, "sla_warning")});
    QTRY_COMPARE(m_service->shown.size(), 1);
    QVERIFY(m_service->shown.first().actions.contains(QStringLiteral("acknowledge")));
    emit m_service->ActionInvoked(77, QStringLiteral("acknowledge")); // of another program
    emit m_service->ActionInvoked(1, QStringLiteral("open"));
    QTRY_COMPARE(opened, 2);
    QVERIFY(acknowledged.empty());
    emit m_service->ActionInvoked(1, QStringLiteral("acknowledge"));
    QTRY_COMPARE(acknowledged, (std::vector<AlertId>{{2}, {1}}));
}

void Desktop::aServiceWithoutActionsIsOfferedNone()
{
    m_service->capabilities = {QStringLiteral("body")};
    serve();
    m_bubbles->update({alert(1)});
    QTRY_COMPARE(m_service->shown.size(), 1);
    QVERIFY(m_service->shown.first().actions.isEmpty());
}

void Desktop::namesAreNoMarks()
{
    serve();
    Alert hostile = alert(1);
    hostile.intent = QStringLiteral("<a href='http://x'>&");
    m_bubbles->update({hostile});
    QTRY_COMPARE(m_service->shown.size(), 1);
    QVERIFY(m_service->shown.first().body.contains(QStringLiteral("&lt;a href=")));
    QVERIFY(!m_service->shown.first().body.contains(u'<'));
}

void Desktop::whatAPersonClosedStaysClosed()
{
    serve();
    m_bubbles->update({alert(1)});
    QTRY_COMPARE(m_service->shown.size(), 1);
    m_service->CloseNotification(1);
    m_bubbles->update({alert(1), alert(2, 2)});
    QTRY_COMPARE(m_service->notified, 2);
    m_bubbles->update({alert(1), alert(2, 2)});
    m_bubbles->update({alert(1), alert(2, 2), alert(3, 3)});
    QTRY_COMPARE(m_service->notified, 3);
    QCOMPARE(m_service->shown.keys(), (QList<uint>{2, 3}));
}

void Desktop::withoutAServiceNothingIsToldUntilThereIsOne()
{
    m_bubbles->update({alert(1)});
    m_bubbles->update({});
    m_bubbles->update({alert(2, 2)});
    serve();
    QTRY_VERIFY((m_bubbles->update({alert(2, 2)}), !m_service->shown.isEmpty()));
    QCOMPARE(m_service->shown.size(), 1);
    QCOMPARE(m_service->shown.first().title, QStringLiteral("Task overdue: dig 2"));
}

void Desktop::aServiceThatHangsKeepsNobody()
{
    m_service->hangs = true;
    serve();
    m_bubbles->update({alert(1)});
    QTRY_COMPARE(m_service->asked, 1);
    m_bubbles->update({alert(1), alert(2, 2)}); // returns at once, and asks nothing more
    m_bubbles->update({});
    QCOMPARE(m_service->asked, 1);
    QCOMPARE(m_service->notified, 0);
}

void Desktop::nothingOutlivesTheProgram()
{
    serve();
    m_bubbles->update({alert(1, 1, "sla_warning")});
    QTRY_COMPARE(m_service->notified, 1);
    m_bubbles->update({alert(2), alert(1, 1, "sla_warning")});
    QTRY_COMPARE(m_service->notified, 2); // which it says when it knows what it has shown
    QCOMPARE(m_service->shown.size(), 1);
    m_bubbles.reset();
    QTRY_COMPARE(m_service->shown.size(), 0);
}

void Desktop::aNewServiceIsToldAnew()
{
    serve();
    m_bubbles->update({alert(1)});
    QTRY_COMPARE(m_service->notified, 1);
    QVERIFY(connection("service").unregisterService(QStringLiteral("org.freedesktop.Notifications")));
    QVERIFY(connection("service").registerService(QStringLiteral("org.freedesktop.Notifications")));
    QTRY_VERIFY((m_bubbles->update({alert(1)}), m_service->notified >= 2));
    QCOMPARE(m_service->asked, 2);
}

// There is nothing that a call could go through: one would end this process.
void Desktop::withoutABusNobodyIsCalled()
{
    const QDBusConnection nowhere{QString()};
    QVERIFY(!nowhere.isConnected());
    AlertBubbles alone{nowhere};
    alone.update({alert(1)});
    alone.update({});
    alone.clear();
    serve();
    m_bubbles->update({alert(2)});
    QTRY_COMPARE(m_service->shown.size(), 1); // where there is one, it is used
}

// How much of each row is covered tells the outlines apart.
static QList<int> widths(const QImage &image)
{
    QList<int> all;
    for (const double at : {0.1, 0.5, 0.9}) {
        int covered = 0;
        for (int x = 0; x < image.width(); ++x)
            covered += qAlpha(image.pixel(x, int(at * image.height()))) > 128;
        all << covered * 100 / image.width();
    }
    return all;
}

void Desktop::eachFaceHasItsOutline_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {16, 22, 24, 32})
        QTest::addRow("%d", side) << side;
}

void Desktop::eachFaceHasItsOutline()
{
    QFETCH(int, side);
    const QImage quiet = trayImage({}, side);
    const QImage breached = trayImage({7, SlaState::Breached, false}, side);
    const QImage risk = trayImage({7, SlaState::AtRisk, false}, side);
    const QImage over = trayImage({7, SlaState::Met, false}, side);
    const QImage blind = trayImage({7, SlaState::Breached, true}, side);
    const QList<int> triangle = widths(risk);
    QVERIFY2(triangle[0] < triangle[1] && triangle[1] < triangle[2], "a triangle grows downwards");
    QVERIFY(widths(breached)[0] < widths(breached)[1]);
    QVERIFY(widths(blind)[0] > widths(breached)[0]); // a square has wider ends than an octagon
    QVERIFY(quiet != over);
    QVERIFY(trayImage({8, SlaState::Breached, false}, side) != breached); // the number is in it
    QVERIFY(trayImage({70, SlaState::Breached, false}, side) != breached);
    QCOMPARE(trayImage({1000, SlaState::Breached, false}, side), trayImage({99, SlaState::Breached, false}, side));
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const QColor colour = blind.pixelColor(x, y);
            QVERIFY(std::abs(colour.red() - colour.blue()) <= 2); // grey
        }
    }
}

void Desktop::theFaceInWords()
{
    QCOMPARE(trayText({}), QStringLiteral("HMS-ACT\nNo open alerts"));
    QVERIFY(trayText({3, SlaState::Breached, false}).contains(QStringLiteral("promise is broken")));
    QVERIFY(trayText({3, SlaState::Breached, true}).contains(QStringLiteral("Nobody looks at the timers")));
}

HMSACT_TEST(Desktop)

} // namespace hmsact::desktop_test

#include "desktop.moc"
