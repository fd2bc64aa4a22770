# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Somebody takes the files of a SQLite database away while the program is at work on them: nothing is acknowledged that would
be lost, and what was acknowledged before is there.

HMSACT_ACTD names the program."""

import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from actd import Actd
from load import HEADERS

LIMIT_S = 30


class FilesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "county.db"
        self.kept = []

    def start(self, log="log"):
        actd = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--db", f"sqlite://{self.file}",
                    log=self.folder / log)
        self.addCleanup(actd.kill)
        actd.wait_until_ready()
        return actd

    @staticmethod
    def status(actd, path, body=None):
        data = json.dumps(body).encode() if body else None
        try:
            with urllib.request.urlopen(urllib.request.Request(actd.url + path, data, HEADERS), timeout=LIMIT_S) as answer:
                return answer.status
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code

    def create(self, actd):
        citizen = f"citizen-{len(self.kept)}"
        status = self.status(actd, "/api/v1/activities", {"citizen_id": citizen, "intent": "move", "sla": "1h"})
        if status == 201:
            self.kept.append(citizen)
        return status

    def check_well(self, actd):
        self.assertEqual(self.create(actd), 201, actd.errors())
        self.assertEqual(self.status(actd, "/readyz"), 200)

    def check_refused(self, actd, mentions):
        self.assertEqual(self.create(actd), 503)
        self.assertEqual(self.status(actd, "/readyz"), 503)
        self.assertIn(mentions, actd.errors())

    def check_kept(self):
        connection = sqlite3.connect(self.file)
        try:
            self.assertEqual([row[0] for row in connection.execute("SELECT citizen_id FROM activity ORDER BY id")], self.kept)
        finally:
            connection.close()

    def test_what_is_printed_goes_into_no_file(self):
        closed = 'exec "$0" "$@" <&- >&- 2>&-'
        process = subprocess.Popen(["sh", "-c", closed, os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--listen",
                                    "127.0.0.1:0", "--db", f"sqlite://{self.file}"])
        self.addCleanup(process.wait, LIMIT_S)
        self.addCleanup(process.kill)
        until = time.monotonic() + LIMIT_S
        lock = pathlib.Path(f"{self.file}.lock")
        while not lock.exists() or b"http" not in lock.read_bytes():
            self.assertLess(time.monotonic(), until)
            threading.Event().wait(0.05)
        self.assertEqual({os.readlink(f"/proc/{process.pid}/fd/{number}") for number in range(3)}, {"/dev/null"})

    def test_a_file_that_was_moved_is_not_written(self):
        actd = self.start()
        self.check_well(actd)
        away = self.folder / "away.db"
        self.file.rename(away)
        self.check_refused(actd, "was moved or removed")
        self.file.write_bytes(b"")  # another in its place
        self.check_refused(actd, "was moved or removed")
        away.rename(self.file)
        self.check_well(actd)
        actd.stop()
        self.check_kept()

    def test_without_its_log_nothing_is_written(self):
        actd = self.start()
        self.check_well(actd)
        pathlib.Path(f"{self.file}-wal").unlink()
        self.check_refused(actd, "was moved or removed")
        actd.stop()
        self.check_kept()

    def test_who_has_lost_the_lock_does_nothing_more(self):
        first = self.start()
        self.check_well(first)
        pathlib.Path(f"{self.file}.lock").unlink()
        second = self.start("second.log")
        self.check_well(second)
        self.check_refused(first, "lock file")
        self.check_well(second)
        first.stop()
        second.stop()
        self.check_kept()
