// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sealed.h"

#include <utility>

// For the one file that compiles them.
namespace hmsact::domain {

template <class... Kind>
Sealed<std::variant<Kind...>>::Sealed() = default;
template <class... Kind>
Sealed<std::variant<Kind...>>::Sealed(size_t index, void *value)
{
    using Take = void (*)(Sealed &, void *);
    static constexpr Take take[] = {[](Sealed &self, void *from) {
        self.template emplace<Kind>(std::move(*static_cast<Kind *>(from)));
    }...};
    take[index](*this, value);
}
template <class... Kind>
Sealed<std::variant<Kind...>>::Sealed(const Sealed &other) = default;
template <class... Kind>
Sealed<std::variant<Kind...>>::Sealed(Sealed &&other) noexcept = default;
template <class... Kind>
Sealed<std::variant<Kind...>> &Sealed<std::variant<Kind...>>::operator=(const Sealed &other) = default;
template <class... Kind>
Sealed<std::variant<Kind...>> &Sealed<std::variant<Kind...>>::operator=(Sealed &&other) noexcept = default;
template <class... Kind>
Sealed<std::variant<Kind...>>::~Sealed() = default;

} // namespace hmsact::domain
