// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/databaseurl.h"

#include <QSet>

#include <memory>
#include <mutex>

namespace hmsact::cli {

// A new, empty database for one measurement, removed at the end with everything beside it: a file, or on PostgreSQL a schema
// of its own in the database that was named.
class BenchScratch
{
public:
    // `base` names the file, or the PostgreSQL database; `suffix` tells those of one run apart.
    [[nodiscard]] static domain::Result<std::unique_ptr<BenchScratch>> make(const store::DatabaseUrl &base,
                                                                            const QString &suffix);
    ~BenchScratch();
    // Those that there are, from any thread, before the program ends: from then on whoever makes or removes one waits for ever.
    static void removeAll();
    BenchScratch(const BenchScratch &) = delete;
    BenchScratch &operator=(const BenchScratch &) = delete;
    [[nodiscard]] const store::DatabaseUrl &url() const { return m_url; }

private:
    BenchScratch(store::DatabaseUrl base, store::DatabaseUrl url, QString schema)
        : m_base(std::move(base)), m_url(std::move(url)), m_schema(std::move(schema))
    {
    }
    [[nodiscard]] domain::Status remove() const;

    const store::DatabaseUrl m_base;
    const store::DatabaseUrl m_url;
    const QString m_schema; // PostgreSQL
    static inline std::mutex s_mutex; // of all there are
    static inline QSet<const BenchScratch *> s_all;
};

} // namespace hmsact::cli
