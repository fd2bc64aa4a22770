// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/call.h"
#include "client/calling.h"

#include <QFutureWatcher>
#include <QPromise>

// Requests, and answers as values: for the files of this library that make calls. Not installed.
namespace hmsact::client {

[[nodiscard]] Request get(const QStringList &parts, const QUrlQuery &query = {});
[[nodiscard]] Request post(const QStringList &parts, const QJsonObject &body);
[[nodiscard]] Request keyed(const QStringList &parts, const QJsonObject &body); // with a new idempotency key
[[nodiscard]] Request removal(const QStringList &parts);
[[nodiscard]] Request repeatable(Request request);
[[nodiscard]] Request all(const QStringList &parts); // of a list that has no second page in practice
[[nodiscard]] Result<QJsonObject> objectOf(const Answer &answer); // Unexpected: it is no JSON

template <class T>
Calling::Future<T> Calling::call(Request request, std::function<Result<T>(const Answer &)> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    Call *call = m_transport.send(std::move(request), [promise, read](const Result<Answer> &answer) {
        promise->addResult(answer ? read(*answer) : Result<T>(answer.error()));
        promise->finish();
    });
    auto *watcher = new QFutureWatcher<Result<T>>(call);
    connect(watcher, &QFutureWatcherBase::canceled, call, &Call::abort);
    watcher->setFuture(future);
    return future;
}

template <class T>
Calling::Future<T> Calling::callValue(Request request)
{
    return call<T>(std::move(request), [](const Answer &answer) -> Result<T> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<T>(T::fromJson(*json)) : Result<T>(json.error());
    });
}

template <class T>
Calling::Future<Page<T>> Calling::callPage(const QString &path, const QUrlQuery &query)
{
    Request request;
    request.path = path;
    request.query = query;
    return call<Page<T>>(std::move(request), [](const Answer &answer) -> Result<Page<T>> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<Page<T>>(pageFrom<T>(*json)) : Result<Page<T>>(json.error());
    });
}

template <class T>
Calling::Future<std::vector<T>> Calling::callItems(Request request)
{
    return call<std::vector<T>>(std::move(request), [](const Answer &answer) -> Result<std::vector<T>> {
        const Result<QJsonObject> json = objectOf(answer);
        return json ? Result<std::vector<T>>(pageFrom<T>(*json).items) : Result<std::vector<T>>(json.error());
    });
}

} // namespace hmsact::client
