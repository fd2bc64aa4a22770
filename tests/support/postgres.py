#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""postgres.py [--volatile] COMMAND…: runs a command beside a PostgreSQL of its own, which HMSACT_TEST_POSTGRESQL names, for example
    tests/support/postgres.py ctest --preset dev -L store
Its data are in a folder that is removed at the end, however the command ends; it listens on loopback only. --volatile: it does
not wait for the disk, for tests that ask what the program does and not what a power cut leaves; measure without it. As a
module: servers that tests kill, start again, and make standbys of; these always wait for the disk."""

import contextlib
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ACCOUNT = "postgres"  # the server refuses to run as root
PORTS = range(20000, 30000)  # below those that the system gives to outgoing connections: ours stays free while it is down
START_LIMIT_S = 60
STOP_LIMIT_S = 60
POLL_S = 0.05
SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
max_connections = 200
fsync = {fsync}
full_page_writes = on
log_min_messages = log
"""


def _account():
    return {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []} if os.geteuid() == 0 else {}


def _program(name):
    found = subprocess.run(["pg_config", "--bindir"], check=True, capture_output=True, text=True).stdout.strip()
    return str(pathlib.Path(found) / name)


def free_port():
    for port in random.SystemRandom().sample(PORTS, 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


class Postgres:
    """One server in a folder of its own. Use as a context manager: whatever happens, it is gone afterwards."""

    def __init__(self, standby_of=None, fsync="on"):
        self._fsync = fsync
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hms-act-postgres-"))
        if os.geteuid() == 0:
            shutil.chown(self.folder, ACCOUNT, ACCOUNT)
        self._data, self._log = self.folder / "data", self.folder / "log"
        self._process = self._alive = None
        self._left = set()  # shared memory of processes that were killed
        try:
            if standby_of is None:
                self._run("initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", f"--username={ACCOUNT}",
                          f"--pgdata={self._data}")
            else:
                self._run("pg_basebackup", "--write-recovery-conf", "--no-sync", "--checkpoint=fast",
                          f"--pgdata={self._data}", f"--dbname={standby_of.url('')}")
            self._start_on_a_free_port()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def url(self, database="postgres"):
        return f"postgresql://{ACCOUNT}@127.0.0.1:{self.port}/{database}"

    def start(self):
        """Returns when it takes connections. RuntimeError when it ends instead, or takes too long."""
        until = time.monotonic() + START_LIMIT_S
        self._alive, held_by_all = os.pipe()
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                [_program("postgres"), "-D", str(self._data)], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, pass_fds=[held_by_all], start_new_session=True, **_account())
        os.close(held_by_all)
        while subprocess.run([_program("pg_isready"), "--quiet", f"--dbname={self.url()}"], check=False).returncode:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(POLL_S)
            if self._process.returncode is not None or time.monotonic() > until:
                self.end_at_once()
                raise RuntimeError(f"PostgreSQL did not start: {self.log()}")
        self._left.clear()  # it sees to that of the one before

    def kill(self):
        """SIGKILL to all its processes, in the middle of whatever they do."""
        pid = self._process.pid
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for process in (pid, *children):
            with contextlib.suppress(OSError):
                maps = pathlib.Path(f"/proc/{process}/maps").read_text()
                self._left.update(re.findall(r" (\d+) +(/dev/shm/PostgreSQL\.\d+|/SYSV)", maps))
        self._process.kill()
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        self._end(signal.SIGKILL)

    def end_at_once(self):
        """The server's own immediate shutdown: no checkpoint, clients are cut off."""
        self._end(signal.SIGQUIT)

    def _end(self, by):
        """Returns when its children are gone as well: until then they would keep the next one from starting."""
        if self._alive is None:
            return
        self._process.send_signal(by)
        try:
            self._process.wait(STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.read(self._alive, 1)
        os.close(self._alive)
        self._alive = None

    def close(self):
        self.end_at_once()
        for number, path in self._left:
            if path == "/SYSV":
                subprocess.run(["ipcrm", "--shmem-id", number], check=False)
            else:
                pathlib.Path(path).unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def forget_settings(self):
        """Those of ALTER SYSTEM, while it is down."""
        (self._data / "postgresql.auto.conf").write_text("")

    def promote(self):
        self.execute("SELECT pg_promote()")

    def execute(self, *statements):
        """Each by itself, outside of a transaction."""
        for statement in statements:
            subprocess.run(["psql", "--no-psqlrc", "--quiet", f"--dbname={self.url()}", f"--command={statement}"], check=True,
                           stdout=subprocess.DEVNULL)

    def log(self):
        return self._log.read_text(errors="replace")[-2000:] if self._log.exists() else "(no log)"

    def _run(self, name, *options):
        done = subprocess.run([_program(name), *options], cwd=self.folder, capture_output=True, text=True, check=False, **_account())
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stderr}")

    def _start_on_a_free_port(self):
        configuration = self._data / "postgresql.conf"
        given = configuration.read_text()
        for last in (False, False, True):  # somebody else may take the port before we do
            self.port = free_port()
            configuration.write_text(given + SETTINGS.format(port=self.port, folder=self.folder, fsync=self._fsync))
            try:
                return self.start()
            except RuntimeError:
                if last or "Address already in use" not in self.log():
                    raise

    def column(self, database, sql):
        """→ the first column of what it answers, as texts"""
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", f"--dbname={self.url(database)}",
                   f"--command={sql}"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")[:-1]


def main(command):
    fsync = "on"
    if command[:1] == ["--volatile"]:
        command, fsync = command[1:], "off"
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    for each in (signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(each) != signal.SIG_IGN:
            signal.signal(each, lambda number, _: sys.exit(128 + number))
    with Postgres(fsync=fsync) as server:
        return subprocess.run(command, env={**os.environ, "HMSACT_TEST_POSTGRESQL": server.url()}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
