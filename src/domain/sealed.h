// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hmsact::domain {

// A variant of many kinds, visited and asked as that is. What copies and destroys one is compiled once, in the file that includes
// sealedmembers.h and says `template class Sealed<…>`, and not in each file that says a single kind.
template <class Variant>
class Sealed : public Variant
{
public:
    using Variant::Variant;
    Sealed();
    Sealed(const Sealed &other);
    Sealed(Sealed &&other) noexcept;
    Sealed &operator=(const Sealed &other);
    Sealed &operator=(Sealed &&other) noexcept;
    ~Sealed();
};

} // namespace hmsact::domain
