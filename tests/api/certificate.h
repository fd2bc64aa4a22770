// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hmsact::api::test {

// A self-signed certificate made for one test.
struct Certificate {
    explicit Certificate(const QByteArray &commonName);
    QByteArray chainPem;
    QByteArray keyPem;
    QByteArray lockedKeyPem; // the same with a passphrase
};

} // namespace hmsact::api::test
