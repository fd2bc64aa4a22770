// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/error.h"

#include <utility>
#include <variant>

namespace hmsact::client {

// Either a value or an Error; must be looked at. `value()` on an error and `error()` on a value are programmer errors
// and assert. Copyable where T is, as QFuture needs it.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

struct Done {
};

} // namespace hmsact::client
