// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/chip.h"
#include "console/fieldnote.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/queuefilter.h"
#include "console/windowdesk.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace hmsact::steady_test {

using namespace hmsact::console;

// What is said, asked and complained of moves nothing away from under the mouse, on any page.
class SteadyTest : public QObject, WindowDesk
{
    Q_OBJECT

private slots:
    void nothingMoves_data();
    void nothingMoves();
    void theChipsOfTheQueueStay();
    void cleanupTestCase() { closeWindow(); }

private:
    template <class W, class Act>
    void tryEach(const Act &act); // what the page has, and the window around it
    QMap<const QWidget *, QPoint> places();
    QStringList movedBy(const std::function<void()> &act);
};

void SteadyTest::nothingMoves_data()
{
    QTest::addColumn<QString>("page");
    openWindow();
    const auto *pages = find<QStackedWidget>("pages");
    for (int i = 0; i < pages->count(); ++i) {
        const QString name = pages->widget(i)->objectName();
        QTest::newRow(qPrintable(name)) << name;
    }
}

// Of everything that can be clicked or typed into.
QMap<const QWidget *, QPoint> SteadyTest::places()
{
    QMap<const QWidget *, QPoint> all;
    for (int round = 0; round < 4; ++round) // each layout tells the one around it
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool isUsed = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget);
        if (isUsed && widget->isVisible() && !widget->objectName().startsWith(QLatin1String("qt_")))
            all.insert(widget, widget->mapTo(m_window.get(), QPoint()));
    }
    return all;
}

QStringList SteadyTest::movedBy(const std::function<void()> &act)
{
    const auto before = places();
    act();
    const auto after = places();
    QStringList moved;
    for (auto it = before.begin(); it != before.end(); ++it)
        if (after.contains(it.key()) && after.value(it.key()) != it.value())
            moved << it.key()->objectName();
    return moved;
}

template <class W, class Act>
void SteadyTest::tryEach(const Act &act)
{
    for (W *widget : m_window->findChildren<W *>()) {
        if (!widget->parentWidget()->isVisible())
            continue;
        QStringList moved;
        const auto isSteady = [&] {
            moved = movedBy([&] { act(widget); });
            widget->hide();
            return moved.isEmpty();
        };
        QTRY_VERIFY2(isSteady(), // again: what the page still reads moves it, too
                     qPrintable(widget->objectName() + QStringLiteral(" moves ") + moved.join(u' ')));
    }
}

void SteadyTest::nothingMoves()
{
    QFETCH(QString, page);
    const QByteArray name = page.toUtf8();
    openWindow();
    show(name.constData());
    if (page == QLatin1String("intentsPage")) // there are none yet
        find<QAbstractButton>("newButton", name.constData())->click();
    if (page == QLatin1String("rulesPage"))
        QTRY_VERIFY(find<QWidget>("addStepButton", name.constData())->isVisible());
    tryEach<MessageBar>([](MessageBar *bar) {
        bar->say(MessageBar::Kind::Error, QStringLiteral("It is refused, for a reason that takes a line to be told."),
                 QStringLiteral("Show it"));
    });
    tryEach<ActionForm>([](ActionForm *form) {
        if (form->objectName() == QLatin1String("question"))
            form->ask(QStringLiteral("Is it to be lost?"), QStringLiteral("It does not come back."), QStringLiteral("Yes"),
                      [] {});
    });
    tryEach<FieldNote>([](FieldNote *note) {
        note->set(slaIcon(domain::SlaState::Breached), QStringLiteral("is missing"));
        note->show();
    });
}

void SteadyTest::theChipsOfTheQueueStay()
{
    QueueFilter filter;
    filter.resize(600, 200);
    filter.show();
    const auto places = [&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QList<QRect> all;
        for (const Chip *chip : filter.findChildren<Chip *>())
            all << chip->geometry();
        return all;
    };
    const QList<QRect> before = places();
    domain::Stats stats;
    stats.breached = 999;
    for (const char *state : {"PENDING", "IN_PROGRESS", "ON_HOLD"})
        stats.openTasks.insert(QLatin1String(state), 42);
    filter.setCounts(stats);
    QCOMPARE(places(), before);
    filter.setCounts({});
    QCOMPARE(places(), before);
    stats.breached = 12'345; // more than it was made for: once
    filter.setCounts(stats);
    const QList<QRect> wide = places();
    QVERIFY(wide != before);
    filter.setCounts({});
    QCOMPARE(places(), wide);
}

HMSACT_TEST(SteadyTest)

} // namespace hmsact::steady_test

#include "steady.moc"
