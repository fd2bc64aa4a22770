// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clerkpage.h"
#include "api/pathtemplate.h"

#include <functional>
#include <memory>

namespace hmsact::api {

// The clerk's page in both languages, each made when it is first wanted. Belongs to the server's thread.
class ClerkPages
{
public:
    [[nodiscard]] const ClerkPage &in(const QString &language);

    // What the reader has chosen on the page, else the worker's own, else the first of ours among those that the browser asks
    // for, in its order of liking.
    [[nodiscard]] static QString languageFor(const HttpHead &head, const QueryValues &query, const QString &ofWorker = {});

    // Under /t/ people read: whatever a program would be told of a request, they are told on a page, with the same status.
    // Nothing for other addresses.
    [[nodiscard]] std::function<void(HttpResponse &)> tellingPeople(const HttpHead &head);

private:
    std::unique_ptr<ClerkPage> m_english;
    std::unique_ptr<ClerkPage> m_spanish;
};

} // namespace hmsact::api
