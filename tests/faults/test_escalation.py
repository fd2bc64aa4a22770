# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two hms-actd on one PostgreSQL, and one on SQLite, many breaches, and the one that looks after the timers killed again and again
in the middle: each step of the rule fires once for each of them, and each message arrives under its one id.

HMSACT_ACTD names the program. HMSACT_FULL=1: 1,000 breaches and 20 deaths. HMSACT_SEED: a printed seed, to choose the same moments again."""

import collections
import contextlib
import json
import os
import pathlib
import sqlite3
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "notify"))

from check_invariants import violations
from leading import LeadingTest
from sinks import WebSink

FULL = bool(os.environ.get("HMSACT_FULL"))
TASKS = 1_000 if FULL else 300
STEPS = ("#first", "#second")
LATER_S = 2  # the second step: often both are due when there is a leader again, and neither is lost
FIRED_LIMIT_S = 180
FIRED = "escalation e JOIN escalation_firing f ON f.escalation_id = e.id JOIN rule r ON r.id = e.rule_id WHERE r.name = 'Tell twice'"


class EscalationTest(LeadingTest):
    CORES = 2
    DEATHS = 20 if FULL else 4
    SPREAD_S = 9 * DEATHS  # the breaches; a term is 5 s, so that each leader meets some, also where programs start slowly

    def setUp(self):
        super().setUp()
        self.sink = WebSink()
        self.addCleanup(self.sink.stop)
        self.start(self.CORES, "--slack", f"http://127.0.0.1:{self.sink.port}/", "--delivery-backoff", "1s",
                   "--delivery-timeout", "2s")

    def open_what_breaches(self):
        core = self.cores[0]
        steps = [{"after": f"{LATER_S * i}s", "then": "notify", "notify": [f"slack:{to}"]} for i, to in enumerate(STEPS)]
        del steps[0]["after"]
        self.call(core, "/api/v1/escalations/rules", {"name": "Tell twice", "when": "sla_breach", "steps": steps})
        tasks = [{"name": f"task-{i}", "sla": f"{1 + i * self.SPREAD_S // TASKS}s", "needs": []} for i in range(TASKS)]
        self.call(core, "/api/v1/activities", {"citizen_id": "jordan", "intent": "late", "sla": "1d", "tasks": tasks})

    def found(self):
        return list(violations(self.url))

    def messages(self):
        """→ address → the ids of what the outbox says was sent there"""
        ids, cursor = collections.defaultdict(set), ""
        while cursor is not None:
            page = json.loads(self.call(self.cores[0], f"/api/v1/notifications?state=sent&channel=slack&limit=1000{cursor}"))
            for each in page["items"]:
                ids[each["to"]].add(each["id"])
            cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
        return ids

    def test_each_step_fires_once_while_leaders_die(self):
        self.open_what_breaches()
        self.wait(lambda: self.count(FIRED) > 0, FIRED_LIMIT_S, "beginning")
        in_the_middle = 0
        for _ in range(self.DEATHS):
            leader = self.leader_among(self.cores)
            threading.Event().wait(self.random.uniform(0.1, 1.0))
            leader.kill()
            in_the_middle += 0 < self.count(FIRED) < len(STEPS) * TASKS
            leader.start()
            leader.serve()
        self.assertGreater(in_the_middle, self.DEATHS // 2, "they died while steps fired")
        self.wait(lambda: self.count(FIRED) >= len(STEPS) * TASKS, FIRED_LIMIT_S, "firing")
        self.wait(lambda: self.count("outbox WHERE state <> 'sent' AND channel = 'slack'") == 0, FIRED_LIMIT_S, "sending")
        known = self.messages()
        self.stop()

        arrived = collections.defaultdict(collections.Counter)
        for call in self.sink.arrivals.items:
            arrived[json.loads(call.body)["channel"]][call.id] += 1
        for step, to in enumerate(STEPS):
            tasks = self.column(f"SELECT e.task_id FROM {FIRED} AND f.step = {step}")
            self.assertEqual((len(tasks), len(set(tasks))), (TASKS, TASKS), f"step {step}, HMSACT_SEED={self.seed}")
            self.assertEqual(set(arrived[to]), known[f"slack:{to}"], f"each under its id, HMSACT_SEED={self.seed}")
            self.assertEqual(len(arrived[to]), TASKS, f"one id for each message, HMSACT_SEED={self.seed}")
        self.assertEqual(self.found()[:20], [], f"HMSACT_SEED={self.seed}")
        again = sum(ids.total() - len(ids) for ids in arrived.values())
        print(f"{len(STEPS)} steps of {TASKS} breaches, {self.DEATHS} deaths, {again} messages came again under their id", flush=True)


class SqliteEscalationTest(EscalationTest):
    CORES = 1
    DEATHS = 20 if FULL else 3
    SPREAD_S = 3 * DEATHS  # it leads from its start

    def make_database(self):
        self.file = self.folder / "county.db"
        self.url = f"sqlite:///{self.file}"

    def column(self, sql):
        with contextlib.closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as connection:
            return [row[0] for row in connection.execute(sql)]

    def found(self):
        return list(violations(self.file))


if __name__ == "__main__":
    unittest.main()
