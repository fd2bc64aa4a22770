# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Four hms-actd on one PostgreSQL: each task is done once, also when cores and the server die, and when a standby takes
the server's place. Nothing that was acknowledged is lost.

HMSACT_ACTD names the program. HMSACT_FULL=1: 50 workers on each, 20,000 activities, 10 deaths of the server, 80 of cores.
HMSACT_SEED: a printed seed, to choose the same moments again."""

import os
import pathlib
import random
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from check_invariants import violations
from cluster import Cluster
from database import snapshot_of
from postgres import Postgres

FULL = bool(os.environ.get("HMSACT_FULL"))
CORES = 4
WORKERS = 50 if FULL else 3  # on each
ACTIVITIES = 20_000 if FULL else 300  # at least
SERVER_DEATHS = 10 if FULL else 2
CORE_DEATHS = 80 if FULL else 4
LONGEST_PEACE_S = 1.0  # before and after a death
WORK_LIMIT_S = 1800 if FULL else 120
DRAIN_LIMIT_S = 600 if FULL else 90
DATABASE = "county"


class CoresTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.seed = int(os.environ.get("HMSACT_SEED") or random.SystemRandom().randrange(10**6))
        self.random = random.Random(self.seed)
        self.began = time.monotonic()
        self.server = self._server()
        self.server.execute(f"CREATE DATABASE {DATABASE}")
        print(f"HMSACT_SEED={self.seed}, {CORES} cores with {WORKERS} workers each", flush=True)

    def _server(self, standby_of=None):
        server = Postgres(standby_of)
        self.addCleanup(server.close)
        return server

    def _start(self, url):
        self.cluster = Cluster(url, self.folder, CORES, WORKERS, self.random)
        self.addCleanup(self.cluster.close)
        self.cluster.start()

    def _wait_until_opened(self, count):
        self.cluster.wait(lambda: self.cluster.opened() >= count, WORK_LIMIT_S, f"opening {count} activities")

    def _finish(self, url):
        """Works off what is open, ends the cores, and looks at what they left. → the answers that were acknowledged"""
        self.cluster.drain(DRAIN_LIMIT_S)
        self.assertEqual(self.cluster.unexpected, [], f"HMSACT_SEED={self.seed}")
        self.cluster.stop()
        acknowledged = self.cluster.acknowledged()
        found = list(violations(url, acknowledged))
        self.assertEqual(found[:20], [], f"{len(found)} violations, HMSACT_SEED={self.seed}")
        tasks = snapshot_of(url).tasks.values()
        self.assertEqual({task["state"] for task in tasks}, {"COMPLETED"}, f"HMSACT_SEED={self.seed}")
        self.assertEqual(len(tasks), 3 * self.cluster.opened(), f"HMSACT_SEED={self.seed}")
        print(f"{self.cluster.opened()} activities, {len(tasks)} tasks, {len(acknowledged)} acknowledged answers, "
              f"{self.cluster.counted('cut_off')} calls cut off, {self.cluster.counted('put_off')} answered with 503, "
              f"{self.cluster.said('was done')} commits found done and {self.cluster.said('was not done')} not, "
              f"{time.monotonic() - self.began:.0f} s", flush=True)
        return acknowledged

    def _peace(self):
        threading.Event().wait(self.random.uniform(0.1, LONGEST_PEACE_S))

    def test_four_cores_share_the_work(self):
        url = self.server.url(DATABASE)
        self._start(url)
        self._wait_until_opened(ACTIVITIES)
        acknowledged = self._finish(url)
        self.assertEqual(self.cluster.counted("put_off"), 0, "no deadlock, nothing in the way, was let through to a client")
        workers = {entry["worker"].rpartition("-worker-")[0] for entry in acknowledged if entry["did"] == "complete"}
        self.assertEqual(len(workers), CORES, "each of them gave out work")

    def _server_dies(self):
        self.random.choice((self.server.kill, self.server.end_at_once))()
        self._peace()
        self.server.start()

    def _core_dies(self):
        core = self.random.choice(self.cluster.cores)
        core.kill()
        self._peace()
        core.start()
        core.serve()

    def test_cores_and_the_server_die(self):
        url = self.server.url(DATABASE)
        self._start(url)
        deaths = [self._server_dies] * SERVER_DEATHS + [self._core_dies] * CORE_DEATHS
        self.random.shuffle(deaths)
        for number, die in enumerate(deaths, 1):
            self._wait_until_opened(number * ACTIVITIES // (len(deaths) + 1))
            self._peace()
            die()
        self._wait_until_opened(ACTIVITIES)
        self._finish(url)
        self.assertGreater(self.cluster.counted("cut_off"), CORE_DEATHS, "the deaths came in the middle of work")
        self.assertLess(self.cluster.said("could not be looked at"), 4 * CORES * SERVER_DEATHS, "the log is not flooded")

    def test_a_standby_takes_over(self):
        standby = self._server(standby_of=self.server)
        self.server.execute("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        hosts = f"127.0.0.1:{standby.port},127.0.0.1:{self.server.port}"
        self._start(f"postgresql://postgres@{hosts}/{DATABASE}")  # which goes to the one that can be written
        self._wait_until_opened(ACTIVITIES // 2)
        self.server.kill()
        before = len(self.cluster.acknowledged())
        self.assertGreater(before, ACTIVITIES, "there was load")
        self._peace()
        standby.promote()
        self._wait_until_opened(ACTIVITIES)
        acknowledged = self._finish(standby.url(DATABASE))
        self.assertGreater(len(acknowledged), before, "the cores went on by themselves")


if __name__ == "__main__":
    unittest.main()
