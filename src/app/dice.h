// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstddef>

namespace hmsact::app {

// Chance that can be repeated: the same seed and the same key give the same throws, whatever happened before
// and on whichever machine. SplitMix64 (Steele, Lea, Flood 2014) over an FNV-1a hash of the key. Not for
// secrets.
class Dice
{
public:
    Dice(quint64 seed, QStringView key) : m_state(seed ^ 0xcbf29ce484222325ULL)
    {
        for (const QChar c : key)
            m_state = (m_state ^ c.unicode()) * 0x100000001b3ULL;
    }

    [[nodiscard]] int between(int low, int high) // both included
    {
        return low + static_cast<int>(next() % static_cast<quint64>(high - low + 1));
    }
    [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }
    template <class Container>
    [[nodiscard]] const auto &pick(const Container &from)
    {
        return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
    }

private:
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace hmsact::app
