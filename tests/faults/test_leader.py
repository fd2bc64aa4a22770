# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The core that looks after the timers is put to sleep (SIGSTOP) while they fire and wakes after another has taken over: its
late writes are refused, and every timer has fired once.

HMSACT_ACTD names the program. HMSACT_FULL=1: 10 times. HMSACT_SEED: a printed seed, to choose the same moments again."""

import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from actd import Actd
from postgres import Postgres

ROUNDS = 10 if os.environ.get("HMSACT_FULL") else 2
CORES = 3
TASKS = 1_000  # in each round
LONGEST_SLA_S = 4
TAKEOVER_LIMIT_S = 20  # a term of 5 s, and 5 s more if it slept in the middle of a transaction; generous to busy machines
FIRED_LIMIT_S = 60
DATABASE = "county"


class LeaderTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.seed = int(os.environ.get("HMSACT_SEED") or random.SystemRandom().randrange(10**6))
        self.random = random.Random(self.seed)
        self.server = Postgres()
        self.addCleanup(self.server.close)
        self.server.execute(f"CREATE DATABASE {DATABASE}")
        self.cores = []
        for i in range(CORES):
            core = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--db", self.server.url(DATABASE),
                        log=pathlib.Path(folder.name) / f"core-{i}.log")
            self.addCleanup(core.kill)
            self.cores.append(core)
        for core in self.cores:
            core.wait_until_ready()

    @staticmethod
    def call(core, path, body=None):
        request = urllib.request.Request(core.url + path, json.dumps(body).encode() if body else None, method="POST" if body else "GET",
                                         headers={"Authorization": "Bearer demo-sandbox-token", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def leads(self, core):
        return re.search(r"^hms_act_leader (\d)$", self.call(core, "/metrics"), re.MULTILINE)[1] == "1"

    def wait(self, condition, limit_s, what):
        until = time.monotonic() + limit_s
        while not condition():
            self.assertLess(time.monotonic(), until, f"{what} took more than {limit_s} s, HMSACT_SEED={self.seed}")
            threading.Event().wait(0.1)

    def count(self, table, where):
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", f"--dbname={self.server.url(DATABASE)}",
                   f"--command=SELECT count(*) FROM {table} WHERE {where}"]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def leader_among(self, cores):
        found = []
        self.wait(lambda: found.extend(core for core in cores if self.leads(core)) or found, TAKEOVER_LIMIT_S, "taking over")
        self.assertEqual(len(found), 1, "one leads")
        return found[0]

    def test_a_leader_that_slept_does_nothing_twice(self):
        for number in range(1, ROUNDS + 1):
            sleeper = self.leader_among(self.cores)
            tasks = [{"name": f"task-{i}", "sla": f"{1 + i % LONGEST_SLA_S}s", "needs": []} for i in range(TASKS)]
            self.call(sleeper, "/api/v1/activities", {"citizen_id": "jordan", "intent": "late", "sla": "1h", "tasks": tasks})
            threading.Event().wait(self.random.uniform(0.9, LONGEST_SLA_S))
            sleeper.process.send_signal(signal.SIGSTOP)
            try:
                self.leader_among([core for core in self.cores if core is not sleeper])
                self.wait(lambda: self.count("alert", "kind = 'sla_breach'") == number * TASKS, FIRED_LIMIT_S, "firing")  # noqa: B023
            finally:
                sleeper.process.send_signal(signal.SIGCONT)
            self.wait(lambda: not self.leads(sleeper), TAKEOVER_LIMIT_S, "noticing")  # noqa: B023
            self.assertEqual(self.count("event", "kind = 'task.sla_breached'"), number * TASKS, f"HMSACT_SEED={self.seed}")
        for core in self.cores:
            self.assertEqual(core.stop(), 0, core.errors())
        self.assertEqual(self.count("alert", "kind = 'sla_breach'"), ROUNDS * TASKS)


if __name__ == "__main__":
    unittest.main()
