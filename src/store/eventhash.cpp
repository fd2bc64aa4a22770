// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventhash.h"

#include "domain/utf8.h"

#include <array>
#include <charconv>
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

namespace {

// The text that is hashed, put together without memory of its own in most cases.
class HashedText
{
public:
    void add(const QByteArray &bytes) { m_text.append(bytes.data(), bytes.size()); }
    void add(qint64 number)
    {
        std::array<char, 20> digits;
        const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
        m_text.append(digits.data(), end - digits.data());
    }
    void add(const QString &value) { domain::appendUtf8(m_text, value); }
    template <class Part>
    void addEnded(const Part &part)
    {
        add(part);
        m_text.append('\x1f');
    }
    [[nodiscard]] QByteArrayView text() const { return m_text; }

private:
    QVarLengthArray<char, 1024> m_text;
};

} // namespace

QByteArray eventHash(const QByteArray &previousHash, const domain::Event &event)
{
    HashedText text;
    text.add(previousHash);
    for (const qint64 number : {event.activity.value, event.seq, event.atMs})
        text.addEnded(number);
    text.addEnded(event.actor);
    text.addEnded(event.kind);
    text.addEnded(event.task.value);
    text.addEnded(event.detail);
    QByteArray hash(32, Qt::Uninitialized);
    EVP_MD_CTX *context = sha256();
    EVP_DigestUpdate(context, text.text().data(), static_cast<size_t>(text.text().size()));
    EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(hash.data()), nullptr);
    return hash;
}

} // namespace hmsact::store
