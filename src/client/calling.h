// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/transport.h"
#include "client/values.h"

#include <QFuture>

namespace hmsact::client {

// How a call becomes a future of its answer; what the calls have in common.
class Calling : public QObject
{
public:
    template <class T>
    using Future = QFuture<Result<T>>;
    using Json = QJsonObject;

    // Whatever else the API has: JSON in, JSON out.
    Future<Json> send(Request request);

protected:
    Calling(Settings settings, QObject *parent) : QObject(parent), m_transport(std::move(settings)) { }

    // Defined in reading.h, for the files that make calls.
    template <class T>
    Future<T> call(Request request, std::function<Result<T>(const Answer &)> read);
    template <class T>
    Future<T> callValue(Request request);
    template <class T>
    Future<Page<T>> callPage(const QString &path, const QUrlQuery &query);
    template <class T>
    Future<std::vector<T>> callItems(Request request);
    Future<std::vector<Json>> callObjects(Request request); // items as they come
    Future<Done> callDone(Request request);

private:
    Transport m_transport;
};

// "activities", id, "tasks", name → "/activities/…/tasks/…", each part percent-encoded.
[[nodiscard]] QString pathOf(const QStringList &parts);

} // namespace hmsact::client
