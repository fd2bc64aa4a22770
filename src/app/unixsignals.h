// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace hmsact::app {

// SIGTERM, SIGINT and SIGHUP as Qt signals, by signalfd(2): nothing runs inside a signal handler. block()
// must be called in main() before any thread starts, because threads inherit the mask; what arrives before
// this object exists waits in the kernel.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    static void block();

    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

signals:
    void terminationAsked(); // SIGTERM, SIGINT
    void reloadAsked(); // SIGHUP

private:
    void read();

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace hmsact::app
