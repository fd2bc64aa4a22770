// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

namespace hmsact::domain {

// Collects the bad fields of one request, up to limits::fieldErrorsMax of them, and makes one Invalid of
// them.
class FieldErrors
{
public:
    void add(QString pointer, const char *key, QStringList args = {});
    void add(const Error &error); // its fields
    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }
    [[nodiscard]] Error error() const; // not for an empty list

private:
    std::vector<FieldError> m_fields;
};

} // namespace hmsact::domain
