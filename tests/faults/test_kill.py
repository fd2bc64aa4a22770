# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kill -9 of hms-actd at random moments under load: nothing acknowledged is lost, nothing is done twice.

HMSACT_ACTD names the program. HMSACT_KILLS: how many kills (12; 200 with HMSACT_FULL=1). HMSACT_SEED: a printed seed,
to choose the same moments again."""

import os
import pathlib
import random
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from actd import Actd
from check_invariants import violations
from database import ENDED, snapshot_of
from load import SKILLS, Address, Consumer, Journal, Producer, Refused

PRODUCERS = 2
CONSUMERS = 4
KILLS = int(os.environ.get("HMSACT_KILLS") or ("200" if os.environ.get("HMSACT_FULL") else "12"))
LONGEST_LIFE_S = 1.0
DURING_START_EVERY = 5  # each fifth kill comes while the program starts and recovers
LONGEST_START_S = 0.1
DRAIN_LIMIT_S = 90  # back-off of a task whose lease was lost a few times


class KillTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "kill.db"
        self.seed = int(os.environ.get("HMSACT_SEED") or random.SystemRandom().randrange(10**6))
        self.random = random.Random(self.seed)
        self.address = Address()
        self.stop_producing, self.stop_consuming = threading.Event(), threading.Event()
        self.unexpected = []
        self.journals = []
        self.clients = []
        self.actd = None
        self.addCleanup(self._end)
        print(f"HMSACT_SEED={self.seed} HMSACT_KILLS={KILLS}", flush=True)

    def _end(self):
        self.stop_producing.set()
        self.stop_consuming.set()
        if self.actd:
            self.actd.kill()
        for client in self.clients:
            if client.is_alive():
                client.join(30)
            client.close()
        for journal in self.journals:
            journal.close()

    def _start(self):
        self.actd = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--db", f"sqlite:///{self.database}",
                         log=self.folder / "actd.log")

    def _serve(self):
        self.address.set(self.actd.wait_until_ready())

    def _kill(self):
        self.actd.kill()
        self.address.set(None)

    def _client(self, kind, name, stop):
        journal = Journal(self.folder / f"{name}.journal")
        client = kind(name, self.address, journal, stop, self.unexpected, self.random.random())
        self.journals.append(journal)
        self.clients.append(client)
        return client

    def _start_load(self):
        for i in range(PRODUCERS):
            self._client(Producer, f"producer-{i}", self.stop_producing)
        for i in range(CONSUMERS):
            consumer = self._client(Consumer, f"consumer-{i}", self.stop_consuming)
            consumer.insist("/workers", {"name": consumer.name, "kind": "bot", "skills": list(SKILLS)})
        for client in self.clients:
            client.start()

    def _acknowledged(self):
        return [entry for journal in self.journals for entry in journal.entries()]

    def _check(self, when):
        acknowledged = self._acknowledged()  # before the copy is looked at: what is in it must be there
        found = list(violations(self.database, acknowledged))
        self.assertEqual(found[:20], [], f"{when}, {len(found)} violations, HMSACT_SEED={self.seed}")
        self.assertEqual(self.unexpected, [], f"{when}, HMSACT_SEED={self.seed}")
        return acknowledged

    def _one_life(self, index):
        """Starts the program, lets it work for a moment, kills it, and looks at what it left."""
        self._start()
        if index % DURING_START_EVERY == 0:
            threading.Event().wait(self.random.uniform(0, LONGEST_START_S))
        else:
            self._serve()
            if not self.clients:
                self._start_load()
            threading.Event().wait(self.random.uniform(0, LONGEST_LIFE_S))
        self._kill()
        return len(self._check(f"after kill {index}"))

    def _open_tasks(self):
        return [task for task in snapshot_of(self.database).tasks.values() if task["state"] not in ENDED]

    def test_kill_under_load(self):
        began = time.monotonic()
        counts = [self._one_life(index) for index in range(KILLS)]
        self.stop_producing.set()
        self._start()
        self._serve()
        self._drain()
        self.stop_consuming.set()
        self.actd.stop()
        acknowledged = self._check("at the end")
        self.assertEqual(self._open_tasks(), [], "every task was done in the end")
        done = sum(entry["did"] == "complete" for entry in acknowledged)
        cut_off = sum(client.cut_off for client in self.clients)
        print(f"{KILLS} kills in {time.monotonic() - began:.0f} s cut {cut_off} calls off; acknowledged answers: "
              f"{counts[-1]} at the last kill, {len(acknowledged)} at the end; {done} tasks completed")
        self.assertGreater(counts[-1], 20 * KILLS, "there was load")
        self.assertGreater(cut_off, KILLS, "the kills came in the middle of work")

    def _drain(self):
        """Until nothing is open any more, as the program itself says."""
        client = self._client(Consumer, "observer", self.stop_producing)
        until = time.monotonic() + DRAIN_LIMIT_S
        while (left := self._left(client)) and not self.unexpected:
            self.assertLess(time.monotonic(), until, f"{left} tasks are still open, HMSACT_SEED={self.seed}")
            self.stop_consuming.wait(0.2)

    def _left(self, client):
        try:
            return sum(client.get("/stats")["open_tasks"].values())
        except Refused as no:
            self.fail(f"/stats: {no}")


if __name__ == "__main__":
    unittest.main()
