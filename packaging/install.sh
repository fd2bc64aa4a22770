#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

# packaging/install.sh GROUP…: installs what is missing of these groups of packages.txt, and nothing when all is there.
# With the group test also what tests/web takes from npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

wanted=()
for group in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(awk -v group="$group" '$1 == group { print $2 }' "$here/packages.txt")
done
if [ "${#wanted[@]}" -eq 0 ]; then
    echo "usage: packaging/install.sh build|run|test …" >&2
    exit 2
fi

# dpkg-query fails when it does not know a package at all; that one is missing like the others.
present=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    # A Node.js from elsewhere brings its own npm and refuses Debian's.
    [ "$package" = npm ] && command -v npm >/dev/null && continue
    grep -qxF "installed $package" <<<"$present" || missing+=("$package")
done
if [ "${#missing[@]}" -eq 0 ]; then
    echo "== Debian packages: all ${#wanted[@]} are installed"
else
    echo "== Debian packages: installing ${missing[*]}"
    root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "packages are missing: run this as root, or install sudo" >&2; exit 1; }
        root=(sudo)
    fi
    "${root[@]}" apt-get update -q
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

web="$here/../tests/web"
if [[ " $* " == *" test "* ]]; then
    if npm --prefix "$web" ls >/dev/null 2>&1; then
        echo "== Packages of tests/web: all are installed"
    else
        echo "== Packages of tests/web"
        npm --prefix "$web" ci --no-progress
    fi
fi
