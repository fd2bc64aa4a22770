// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fielderrors.h"

#include "domain/limits.h"

namespace hmsact::domain {

void FieldErrors::add(QString pointer, const char *key, QStringList args)
{
    if (m_fields.size() < size_t(limits::fieldErrorsMax)) {
        m_fields.push_back({std::move(pointer), {key, std::move(args)}});
    }
}

void FieldErrors::add(const Error &error)
{
    for (const FieldError &field : error.fields) {
        add(field.pointer, field.detail.key, field.detail.args);
    }
}

Error FieldErrors::error() const
{
    Q_ASSERT(!isEmpty());
    return {ErrorCode::Invalid, m_fields.front().detail, m_fields};
}

} // namespace hmsact::domain
