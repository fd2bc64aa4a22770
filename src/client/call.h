// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/transport.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace hmsact::client {

// One request on its way, through all its tries. Owned by its transport, deletes itself when it has been answered.
class Call final : public QObject
{
    Q_OBJECT

public:
    Call(const Settings &settings, Request request, Transport::Handler handler, QNetworkAccessManager &network,
         QObject *parent);
    void abort();

private:
    void attempt();
    void received();
    void failed(Error error); // tries once more, where there is one more
    void finish(Result<Answer> result);
    [[nodiscard]] Error failure(QNetworkReply::NetworkError error, const QString &text) const;
    [[nodiscard]] qint64 pauseMs(const Error &error) const; // before the next try; -1: there is none
    [[nodiscard]] QNetworkRequest networkRequest() const;

    const Settings &m_settings;
    Request m_request;
    Transport::Handler m_handler;
    QNetworkAccessManager &m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QTimer m_pause;
    int m_tries = 0;
    bool m_timedOut = false;
    bool m_maybeDone = false; // by one of them
};

} // namespace hmsact::client
