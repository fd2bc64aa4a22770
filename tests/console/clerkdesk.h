// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/county.h"
#include "console/mainwindow.h"
#include "console/part.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QTest>

namespace hmsact::console {

// A window at “My work” on a real core where alice (dig, ship), bob (dig) and a bot (weld) work: what tests of a clerk's day
// stand on.
class ClerkDesk
{
protected:
    void open(const domain::Actor &actor);
    void close();

    template <class W>
    W *find(const char *name)
    {
        return partOf<W>(m_window.get(), name, "myWorkPage");
    }
    static void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), with);
    }
    QListView *list() { return find<QListView>("workList"); }
    QString chosen() { return list()->currentIndex().data().toString(); }
    QStringList rows(); // headings, too
    QString said(); // in the bar at the foot of the page
    bool may(const char *action); // it is there for the chosen task
    domain::ActivityId openTask(const QString &name, const QString &sla, const domain::TaskSpec &spec = {});
    domain::Task taskOf(domain::ActivityId activity, const QString &name)
    {
        return m_county->ask(domain::GetTask{{activity, name, {}}})->view.task;
    }
    domain::TaskState stateOf(domain::ActivityId activity, const QString &name) { return taskOf(activity, name).state; }
    static domain::Actor alice(domain::Role role = domain::Role::Clerk)
    {
        return {QStringLiteral("Alice"), role, domain::WorkerId{QStringLiteral("alice")}};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<County> m_county;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace hmsact::console
