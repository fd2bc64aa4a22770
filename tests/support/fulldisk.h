// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "support/testdatabase.h"

#include <csignal>
#include <sys/resource.h>

namespace hmsact::test {

// As long as it lives no file of this process can grow, and PostgreSQL says what it says on a full disk.
class FullDisk
{
public:
    explicit FullDisk(const store::DatabaseUrl &url) : m_url(url)
    {
        if (TestDatabase::onPostgreSql()) {
            script("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                   "RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;"
                   "CREATE TRIGGER full_worker BEFORE INSERT ON worker EXECUTE FUNCTION full_disk();"
                   "CREATE TRIGGER full_version BEFORE UPDATE ON schema_migration EXECUTE FUNCTION full_disk()");
            return;
        }
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        if (TestDatabase::onPostgreSql())
            script("DROP FUNCTION full_disk() CASCADE");
        else
            setrlimit(RLIMIT_FSIZE, &m_before);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    void script(const char *sql) const { store::Connection::open(m_url, store::Access::ReadWrite)->script(sql); }

    const store::DatabaseUrl m_url;
    rlimit m_before{};
};

} // namespace hmsact::test
