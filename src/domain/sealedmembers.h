// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sealed.h"

// For the one file that compiles them.
namespace hmsact::domain {

template <class Variant>
Sealed<Variant>::Sealed() = default;
template <class Variant>
Sealed<Variant>::Sealed(const Sealed &other) = default;
template <class Variant>
Sealed<Variant>::Sealed(Sealed &&other) noexcept = default;
template <class Variant>
Sealed<Variant> &Sealed<Variant>::operator=(const Sealed &other) = default;
template <class Variant>
Sealed<Variant> &Sealed<Variant>::operator=(Sealed &&other) noexcept = default;
template <class Variant>
Sealed<Variant>::~Sealed() = default;

} // namespace hmsact::domain
