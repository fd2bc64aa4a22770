// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/transport.h"

#include "client/call.h"

namespace hmsact::client {

Transport::Transport(Settings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings)), m_network(this)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // else the token goes to strangers
    m_network.setAutoDeleteReplies(false);
}

Call *Transport::send(Request request, Handler handler)
{
    return new Call(m_settings, std::move(request), std::move(handler), m_network, this);
}

} // namespace hmsact::client
