// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hmsact::api {

// A share of a counter of the server, given back on every way out.
template <class Counter>
class Share
{
public:
    Share(Counter &counter, Counter amount) : m_counter(counter), m_amount(amount) { m_counter += m_amount; }
    ~Share() { m_counter -= m_amount; }
    Share(const Share &) = delete;
    Share &operator=(const Share &) = delete;

private:
    Counter &m_counter;
    Counter m_amount;
};

} // namespace hmsact::api
