# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A real hms-actd as a child process, on a port that the system picks."""

import pathlib
import selectors
import subprocess
import time

READY = "listening on "
START_LIMIT_S = 60  # generous: a sanitized build on a busy machine
STOP_LIMIT_S = 20  # the program drains in at most 10 s


class Actd:
    """Use as a context manager: whatever happens, the process is gone afterwards."""

    def __init__(self, program, *options, log=None, environment=None):
        self.log = pathlib.Path(log) if log else None
        self._errors = open(log, "ab") if log else None
        self.process = subprocess.Popen(
            [str(program), "--listen", "127.0.0.1:0", *map(str, options)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._errors, env=environment)
        self.url = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def wait_until_ready(self, limit_s=START_LIMIT_S):
        """→ the URL it serves. RuntimeError when the process ends, or takes too long."""
        until = time.monotonic() + limit_s
        line = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while not line.endswith(b"\n"):
                left = until - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise RuntimeError(f"not ready after {limit_s} s: {self.errors()}")
                letter = self.process.stdout.read1(1)
                if not letter:
                    raise RuntimeError(f"ended with {self.process.wait()} before it was ready: {self.errors()}")
                line += letter
        text = line.decode().strip()
        if not text.startswith(READY):
            raise RuntimeError(f"standard output should begin with “{READY}”, not “{text}”")
        self.url = text.removeprefix(READY)
        return self.url

    def errors(self):
        return self.log.read_text(errors="replace")[-2000:] if self.log else "(no log)"

    def kill(self):
        """SIGKILL, and the process is reaped."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        if self._errors:
            self._errors.close()
            self._errors = None

    def stop(self):
        """SIGTERM. AssertionError where it does not end in order, or has ended by itself; nothing where a test has ended it."""
        if self.process.stdout.closed:
            return
        try:
            self.process.terminate()
            status = self.process.wait(STOP_LIMIT_S)
        finally:
            self.kill()
        if status:
            raise AssertionError(f"ended with {status}: {self.errors()}")
