// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"

#include "console/messagebar.h"

#include <QAction>
#include <QListWidget>

namespace hmsact::console {

using namespace domain;

void ClerkDesk::open(const Actor &actor)
{
    QApplication::setDoubleClickInterval(0); // a test is quicker than a hand
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())),
                                             QSettings::IniFormat);
    m_county = std::make_unique<County>(actor);
    m_county->hire(QStringLiteral("alice"), WorkerKind::Human, {QStringLiteral("dig"), QStringLiteral("ship")},
                   {QStringLiteral("front")});
    m_county->hire(QStringLiteral("bob"), WorkerKind::Human, {QStringLiteral("dig")}, {QStringLiteral("back")});
    m_county->hire(QStringLiteral("bot"), WorkerKind::Bot, {QStringLiteral("weld")});
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *nav = m_window->findChild<QListWidget *>(QStringLiteral("navList"));
    for (int page = 0; page < nav->count(); ++page)
        if (nav->item(page)->text() == QStringLiteral("My work"))
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
    QTRY_VERIFY(list()->hasFocus());
}

void ClerkDesk::close()
{
    m_window.reset();
    m_county.reset();
    m_settings.reset();
}

QStringList ClerkDesk::rows()
{
    QStringList all;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        all << list()->model()->index(row, 0).data().toString();
    return all;
}

QString ClerkDesk::said() { return find<MessageBar>("messageBar")->text(); }

bool ClerkDesk::may(const char *action) { return find<QAction>(action)->isEnabled(); }

ActivityId ClerkDesk::openTask(const QString &name, const QString &sla, const TaskSpec &spec)
{
    TaskSpec task = County::task(name, sla);
    task.skill = spec.skill.isEmpty() ? QStringLiteral("dig") : spec.skill;
    task.optional = spec.optional;
    task.payload = spec.payload;
    return m_county->open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("2d"), {task}).activity.id;
}

} // namespace hmsact::console
