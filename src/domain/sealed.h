// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <variant>

namespace hmsact::domain {

template <class Variant>
class Sealed;

// A variant of many kinds, visited and asked as that is. What makes, copies and destroys one is compiled once, in the file that
// includes sealedmembers.h and says `template class Sealed<…>`, and not in each file that says a single kind.
template <class... Kind>
class Sealed<std::variant<Kind...>> : public std::variant<Kind...>
{
public:
    Sealed();
    template <class T>
    requires(std::same_as<T, Kind> || ...) Sealed(T value) : Sealed(indexOf<T>(), &value) { }
    Sealed(const Sealed &other);
    Sealed(Sealed &&other) noexcept;
    Sealed &operator=(const Sealed &other);
    Sealed &operator=(Sealed &&other) noexcept;
    ~Sealed();

private:
    template <class T>
    static constexpr size_t indexOf()
    {
        size_t index = 0;
        (void)((std::same_as<T, Kind> || (++index, false)) || ...);
        return index;
    }
    Sealed(size_t index, void *value); // moves out of the value, which is of the kind of this index
};

} // namespace hmsact::domain
