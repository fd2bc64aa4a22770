// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventhash.h"

#include <QStringEncoder>

#include <memory>
#include <openssl/evp.h>

namespace hmsact::store {

// One of each thread: to look SHA-256 up again costs more than to compute it.
static EVP_MD_CTX *sha256()
{
    struct Free {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    static thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    if (!context
        || EVP_DigestInit_ex(context.get(), EVP_MD_CTX_get0_md(context.get()) ? nullptr : EVP_sha256(), nullptr) != 1)
        qFatal("OpenSSL knows no SHA-256");
    return context.get();
}

static void appendUtf8(QByteArray &text, const QString &value)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const qsizetype start = text.size();
    text.resize(start + encoder.requiredSpace(value.size()));
    const char *end = encoder.appendToBuffer(text.data() + start, value);
    text.truncate(end - text.constData());
}

QByteArray eventHash(const QByteArray &previousHash, const domain::Event &event)
{
    constexpr char end = '\x1f';
    QByteArray text;
    text.reserve(previousHash.size() + event.detail.size() + 160);
    text.append(previousHash);
    for (const qint64 number : {event.activity.value, event.seq, event.atMs})
        text.append(QByteArray::number(number)).append(end);
    appendUtf8(text, event.actor);
    text.append(end);
    appendUtf8(text, event.kind);
    text.append(end);
    text.append(QByteArray::number(event.task.value)).append(end).append(event.detail).append(end);
    QByteArray hash(32, Qt::Uninitialized);
    EVP_MD_CTX *context = sha256();
    EVP_DigestUpdate(context, text.constData(), static_cast<size_t>(text.size()));
    EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(hash.data()), nullptr);
    return hash;
}

} // namespace hmsact::store
