// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <chrono>
#include <curl/curl.h>
#include <memory>
#include <mutex>

namespace hmsact::notify {

// One request of libcurl with all that it needs while it is under way. A sender fills it in, the delivery runs it, the
// sender reads what came of it. Stays where it is made: libcurl holds its address.
class Transfer
{
public:
    Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] CURL *handle() const { return m_handle.get(); }
    template <class Value>
    void set(CURLoption option, Value value)
    {
        if (const CURLcode code = curl_easy_setopt(m_handle.get(), option, value); unset == CURLE_OK)
            unset = code;
    }
    void limit(qint64 timeoutMs); // from now; a good-bye that nobody answers counts, too
    void setUrl(const QByteArray &url);
    void addHeader(const QByteArray &line);
    void addRecipient(const QByteArray &address); // of a mail
    void post(const QByteArray &body, const char *mediaType);
    void upload(const QByteArray &content); // a mail's text
    void keepSaid(); // the last refusal of SMTP, for said()
    // Any thread: ends what runs on another one, soon, also where libcurl only waits.
    void abort();

    CURLcode unset = CURLE_OK; // why an option was not taken, the first of those: it must not go out without

    // What came of it.
    CURLcode result = CURLE_OK;
    bool publicOnly = false; // connects to no address of a private network
    bool refused = false; // for that reason
    [[nodiscard]] long status() const; // the last code of HTTP or SMTP; 0: none came
    [[nodiscard]] const QByteArray &answer() const { return m_answer; } // its beginning
    [[nodiscard]] qint64 retryAfterMs() const;
    [[nodiscard]] QString said() const; // the text behind the code

private:
    struct FreeHandle {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };
    struct FreeList {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    using List = std::unique_ptr<curl_slist, FreeList>;
    static void append(List &list, const QByteArray &line);
    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *target);
    static int closeSocket(void *self, curl_socket_t socket);
    static int goOn(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static size_t readContent(char *target, size_t size, size_t count, void *self);
    static size_t writeSaid(const char *bytes, size_t size, size_t count, void *self);
    static size_t writeAnswer(const char *bytes, size_t size, size_t count, void *self);

    std::mutex m_mutex;
    curl_socket_t m_socket = CURL_SOCKET_BAD; // guarded by m_mutex
    std::atomic<bool> m_aborted = false;
    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::time_point::max();
    QByteArray m_content;
    qsizetype m_read = 0;
    QByteArray m_answer;
    QByteArray m_said;
    List m_headers;
    List m_recipients;
    std::unique_ptr<CURL, FreeHandle> m_handle; // goes first
};

} // namespace hmsact::notify
