#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

# packaging/test.sh [--full]: installs what is missing, builds, and runs every test; then the sanitizers, on what the core
# and the API are made of.
# --full runs the fault tests and the property tests at their full count, and every test under the address sanitizer, on both
# databases (also: HMSACT_FULL=1).
# Ends with "N passed, N failed" and a non-zero status when anything failed. Displays and servers it needs are its own,
# and end with it: PostgreSQL by tests/support/postgres.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case "${1:-}" in
"") ;;
--full) export HMSACT_FULL=1 ;;
*)
    echo "usage: packaging/test.sh [--full]" >&2
    exit 2
    ;;
esac

if [ -n "${HMSACT_FULL:-}" ]; then
    export RC_PARAMS="${RC_PARAMS:-max_success=2000}" # rapidcheck's own count is 100
fi

scratch=$(mktemp -d)
memory=
servers=()
passed=0
failed=0

finish() {
    for pid in ${servers[@]+"${servers[@]}"}; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$scratch" ${memory:+"$memory"}
}
trap finish EXIT
trap 'exit 130' INT TERM

# start NAME COMMAND…: a server that lives as long as this script. Its output goes to $scratch/NAME.log.
start() {
    local name=$1
    shift
    "$@" >"$scratch/$name.log" 2>&1 &
    servers+=($!)
}

# A display of our own, on a number that the X server picks, with a window manager: without one no window gets focus.
start_display() {
    mkfifo "$scratch/display"
    exec 3<>"$scratch/display"
    start xvfb Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp
    local number
    if ! read -r -t 30 number <&3; then
        cat "$scratch/xvfb.log" >&2
        echo "the X server did not start" >&2
        exit 1
    fi
    exec 3>&-
    export DISPLAY=":$number"
    start openbox openbox --sm-disable
    echo "== Display $DISPLAY (Xvfb and openbox)"
}

# The tests' own databases and files lie in memory where it has room for them: no test cuts the power, and a disk that others
# keep busy makes them wait. With --full they lie on the disk.
use_memory() {
    local room
    room=$(df --output=avail -BM /dev/shm 2>/dev/null | tr -dc 0-9 || true)
    if [ -n "${HMSACT_FULL:-}" ] || [ "${room:-0}" -lt 4096 ]; then
        return
    fi
    memory=$(mktemp -d -p /dev/shm)
    chmod 711 "$memory" # PostgreSQL has an account of its own
    export TMPDIR="$memory"
    echo "== Files of the tests: $memory"
}

# build PRESET [TARGET…]
build() {
    local preset=$1
    shift
    echo "== Configuring and building (preset $preset)"
    cmake --preset "$preset" --log-level=WARNING
    cmake --build --preset "$preset" --target "${@:-all}"
}

jobs=$(($(nproc) * 3 / 2)) # tests wait half of their time, for clocks and for each other's processes

# run_tests PRESET [CTEST-OPTION…]: adds to the sums; a failing test does not keep the rest from running.
run_tests() {
    local preset=$1 log="$scratch/ctest-$1.log" status=0
    shift
    echo "== Tests (preset $preset)"
    # The person's own configuration and data are none of the tests' business.
    XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" XDG_RUNTIME_DIR="$scratch/runtime" \
        tests/support/postgres.py --volatile ctest --preset "$preset" -j "$jobs" "$@" 2>&1 | tee "$log" || status=$?
    local line
    line=$(sed -n 's/^[0-9]*% tests passed, \([0-9]*\) tests* failed out of \([0-9]*\)$/\1 \2/p' "$log")
    if [ -z "$line" ]; then
        echo "ctest ended with status $status and no count" >&2
        exit 1
    fi
    local bad=${line% *} all=${line#* }
    failed=$((failed + bad))
    passed=$((passed + all - bad))
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        echo "ctest ended with status $status" >&2
        exit 1
    fi
}

packaging/install.sh build run test
install -d -m 700 "$scratch/config" "$scratch/data" "$scratch/runtime"
start_display
build dev
use_memory
run_tests dev
if [ -n "${HMSACT_FULL:-}" ]; then
    build asan
    HMSACT_FULL='' run_tests asan -LE '^style$' # faults at their short count; of the style nothing is compiled
else
    build asan tst_domain tst_store tst_engine tst_api
    run_tests asan -L '^(domain|store)$'
    run_tests asan -L '^(engine|api)$' -LE '^twin$' # above the store both databases run the same code
fi
build tsan tst_store tst_engine tst_api
run_tests tsan -L '^(threads|api)$' # where there is one, there is no race

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
