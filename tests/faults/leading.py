# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Several hms-actd on one PostgreSQL, of which one looks after the timers: what the tests of its faults have in common."""

import json
import os
import pathlib
import random
import re
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from cluster import Core
from load import HEADERS
from postgres import Postgres

TAKEOVER_LIMIT_S = 30  # a term of 5 s, and 5 s more if it slept in the middle of a transaction; generous to busy machines
DATABASE = "county"


class LeadingTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.seed = int(os.environ.get("HMSACT_SEED") or random.SystemRandom().randrange(10**6))
        self.random = random.Random(self.seed)
        print(f"HMSACT_SEED={self.seed}", flush=True)
        self.make_database()

    def make_database(self):
        self.server = Postgres()
        self.addCleanup(self.server.close)
        self.server.execute(f"CREATE DATABASE {DATABASE}")
        self.url = self.server.url(DATABASE)

    def start(self, count, *options):
        self.cores = [Core(f"core-{i}", self.url, self.folder, *options) for i in range(count)]
        for core in self.cores:
            self.addCleanup(core.kill)
            core.start()
        for core in self.cores:
            core.serve()

    def stop(self):
        for core in self.cores:
            core.actd.stop()

    @staticmethod
    def call(core, path, body=None):
        """→ the answer's text"""
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(core.actd.url + path, data, HEADERS, method="POST" if body else "GET")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def leads(self, core):
        return re.search(r"^hms_act_leader (\d)$", self.call(core, "/metrics"), re.MULTILINE)[1] == "1"

    def leader_among(self, cores):
        found = []
        self.wait(lambda: found.extend(core for core in cores if self.leads(core)) or found, TAKEOVER_LIMIT_S, "taking over")
        self.assertEqual(len(found), 1, "one leads")
        return found[0]

    def wait(self, condition, limit_s, what):
        until = time.monotonic() + limit_s
        while not condition():
            self.assertLess(time.monotonic(), until, f"{what} took more than {limit_s} s, HMSACT_SEED={self.seed}")
            threading.Event().wait(0.1)

    def column(self, sql):
        return self.server.column(DATABASE, sql)

    def count(self, of):
        return int(self.column(f"SELECT count(*) FROM {of}")[0])
