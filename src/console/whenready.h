// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QPointer>

#include <utility>

namespace hmsact::console {

// Calls `then` in the GUI thread with what `future` will hold, unless `who` is gone by then: the one way in which a view waits
// for an answer. QFuture::then() with the view as its context would not do: Qt 6.4 asserts when the context dies first.
template <class T, class Then>
void whenReady(QFuture<T> future, QObject *who, Then then)
{
    future.then(QCoreApplication::instance(), [who = QPointer(who), then = std::move(then)](T value) mutable {
        if (who)
            then(std::move(value));
    });
}

} // namespace hmsact::console
