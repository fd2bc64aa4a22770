// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/destination.h"
#include "client/client.h"
#include "store/processlock.h"

#include <QJsonArray>
#include <QObject>

#include <functional>

namespace hmsact::cli {

constexpr int exitDone = 0;
constexpr int exitRefused = 1;
constexpr int exitUsage = 2;

// Runs one command and then emits finished() with the exit status. Answers go to standard output, refusals to standard error
// (see refuse()). Needs an event loop.
class Runner final : public QObject
{
    Q_OBJECT

public:
    Runner(Invocation invocation, Destination destination, QObject *parent = nullptr);
    void start();

signals:
    void finished(int exitStatus);

private:
    void sendToHolder(const store::ProcessLock::Holder &holder);
    void sendToServer(const client::Settings &settings);
    void findRule(const QString &name, const std::function<void(const QJsonValue &)> &found); // then it is sent
    void sendRequest();
    void sendToDatabase();
    void verifyArchive(const QString &file);
    void gather(QJsonObject page);
    void answered(const QJsonObject &answer);
    template <class Error>
    void refused(const Error &why, int exitStatus = exitRefused);

    Invocation m_invocation;
    Destination m_destination;
    QByteArray m_method;
    QJsonArray m_gathered; // of the pages so far
    std::unique_ptr<client::Client> m_client;
};

void print(const QString &text);

} // namespace hmsact::cli
