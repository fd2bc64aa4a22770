#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

# packaging/run.sh [OPTION…]: installs what is missing, builds, and opens the console on a sandbox; without a display it
# serves the sandbox with hms-actd. Options are passed on to the program (--help shows them).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=hms-act-console
if [ -z "${DISPLAY:-}" ]; then
    program=hms-actd
fi

packaging/install.sh build run
echo "== Configuring and building (preset release)"
cmake --preset release --log-level=WARNING
cmake --build --preset release --target hms-act-console hms-actd hms-act

if [ "$program" = hms-actd ]; then
    echo "== There is no display: serving the sandbox without a window (hms-actd --sandbox), Ctrl+C ends it"
else
    echo "== Opening the console on a sandbox (hms-act-console --sandbox)"
fi
exec "build/release/bin/$program" --sandbox "$@"
