// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/form.h"

namespace hmsact::api {

bool isForm(const HttpHead &head) { return head.mediaType() == formType.toLatin1(); }

std::optional<QueryValues> formFields(const QByteArray &body)
{
    auto target = Target::parse("/?" + body); // one encoding for both
    return target ? std::optional(std::move(target->query)) : std::nullopt;
}

} // namespace hmsact::api
