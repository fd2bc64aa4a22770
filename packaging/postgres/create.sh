#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

# packaging/postgres/create.sh [DATABASE]: makes the role hms_engine and a database that it owns (hms_act unless named), on
# the server that psql finds (PGHOST, PGPORT, PGUSER …), as a user who may create both and, being no superuser, becomes a
# member of the role. Can be repeated: what is there stays as it is, and a database that is not hms_engine's, or not in
# UTF-8, is refused before anything is changed. The password is read from HMS_ENGINE_PASSWORD; without it the role gets none,
# for servers that know their users in another way (peer, certificates, GSSAPI).
set -euo pipefail

if (($# > 1)) || [[ ${1:-} == -* ]]; then
    echo "usage: create.sh [DATABASE]" >&2
    exit 2
fi
database=${1:-hms_act}
if [[ ! $database =~ ^[a-z_][a-z0-9_]{0,62}$ ]]; then
    echo "create.sh: a database's name is made of a-z, 0-9 and _, not “$database”" >&2
    exit 2
fi

ask() { # one statement per call: CREATE DATABASE cannot run in a transaction
    psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 --dbname="${2:-postgres}" --file=- <<<"$1"
}

version=$(ask "SELECT current_setting('server_version_num')")
if ((version < 150000)); then
    echo "create.sh: PostgreSQL 15 or later is needed" >&2
    exit 1
fi

there=$(ask "SELECT pg_get_userbyid(datdba) || ' ' || pg_encoding_to_char(encoding) FROM pg_database WHERE datname = '$database'")
if [[ -n $there && $there != "hms_engine UTF8" ]]; then
    echo "create.sh: there is a database $database already, of the role ${there% *} and in ${there##* }; the program needs one" \
         "of hms_engine in UTF8. Nothing was changed: name another, or see to that one." >&2
    exit 1
fi

if [[ -z $(ask "SELECT 1 FROM pg_roles WHERE rolname = 'hms_engine'") ]]; then
    ask "CREATE ROLE hms_engine LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 100"
    echo "made the role hms_engine"
fi
if [[ -n ${HMS_ENGINE_PASSWORD:-} ]]; then
    # Neither on a command line nor, where that can be said, in a log of the server. :'password' is quoted by psql.
    PGDATABASE=postgres psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 <<'SQL'
\getenv password HMS_ENGINE_PASSWORD
SELECT current_setting('is_superuser') AS superuser \gset
\if :superuser
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';
\endif
SET password_encryption = 'scram-sha-256';
ALTER ROLE hms_engine PASSWORD :'password';
SQL
    echo "set its password"
fi

if [[ $(ask "SELECT pg_has_role('hms_engine', 'USAGE')") == f ]]; then
    ask "GRANT hms_engine TO CURRENT_USER" # who makes something for a role is a member of it
fi
if [[ -z $there ]]; then
    ask "CREATE DATABASE \"$database\" OWNER hms_engine ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0"
    echo "made the database $database"
fi
ask "REVOKE ALL ON DATABASE \"$database\" FROM PUBLIC"
ask "REVOKE ALL ON SCHEMA public FROM PUBLIC" "$database"
ask "GRANT CREATE, USAGE ON SCHEMA public TO hms_engine" "$database"
ask "ALTER DATABASE \"$database\" SET synchronous_commit = on"
ask "ALTER DATABASE \"$database\" SET default_transaction_isolation = 'read committed'"
echo "ready: hms-act db migrate --db postgresql://hms_engine@HOST/$database"
