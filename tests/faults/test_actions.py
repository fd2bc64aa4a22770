# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Everything that can be done to activities and tasks, at random and at once: no answer is a defect, and what is left is sound.

HMSACT_ACTD names the program. HMSACT_FULL=1: for a minute instead of ten seconds. HMSACT_SEED: a printed seed, for the same
choices again (who comes first is the machines' business)."""

import collections
import http.client
import json
import os
import pathlib
import random
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from actd import Actd
from check_invariants import violations
from load import HEADERS
from postgres import Postgres

SECONDS = 60 if os.environ.get("HMSACT_FULL") else 10
MOST_SECONDS = 120  # until everything was done once: a slow machine meets fewer chances
CLIENTS = 8
WORKERS = [f"worker-{i}" for i in range(6)]
SKILLS = ("check", "print")
RECENT = 10  # activities: what is older is left alone, so that something ends
RARE = ("skip", "end")  # or soon nothing is left to be done
BODIES = {
    "complete": lambda pick: {"worker_id": pick(WORKERS)},
    "fail": lambda pick: {"worker_id": pick(WORKERS), "reason": "torn"},
    "hold": lambda pick: {"reason": "waits for the citizen"},
    "skip": lambda pick: {"reason": "not needed"},
    "send-back": lambda pick: {"reason": "look again"},
    "comment": lambda pick: {"text": "hello"},
    "reassign": lambda pick: pick(({"worker_id": pick(WORKERS)}, {"pool": "office"})),
    **{action: lambda pick: {} for action in ("resume", "retry", "opt-in", "decline", "undo", "approve")},
}


class Hand:
    """One client that does something, to a server that it chooses each time, until it is told to stop."""

    def __init__(self, servers, seed, activities):
        self.servers, self.random, self.activities = servers, random.Random(seed), activities
        self.answers = collections.Counter()  # (what, status)
        self.wrong = []

    def call(self, what, path, body):
        connection = http.client.HTTPConnection(self.random.choice(self.servers), timeout=30)
        try:
            connection.request("POST", "/api/v1" + path, json.dumps(body), HEADERS)
            answer = connection.getresponse()
            said = json.loads(answer.read())
        finally:
            connection.close()
        self.answers[what, answer.status] += 1
        if answer.status >= 500:
            self.wrong.append(f"{what}: {answer.status} {said}")
        return answer.status, said

    def open(self):
        pick = self.random.choice
        tasks = []
        for i in range(self.random.randint(1, 5)):
            task = {"name": f"t{i}", "sla": pick(("1s", "5s", "1h")), "skill": pick(SKILLS),
                    "optional": self.random.random() < 0.2, "max_attempts": self.random.randint(1, 3),
                    "review": pick(("none", "none", "human")), "on_failure": pick(("block", "continue"))}
            if self.random.random() < 0.5:
                task["needs"] = self.random.sample([f"t{n}" for n in range(i)], self.random.randint(0, i))
            tasks.append(task)
        status, said = self.call("open", "/activities", {"citizen_id": "jordan", "intent": "card",
                                                         "sla": pick(("5s", "1h")), "tasks": tasks})
        if status == 201:
            self.activities.append((said["id"], len(tasks)))

    def work(self):
        worker = self.random.choice(WORKERS)
        status, said = self.call("reserve", "/queue/reserve", {"worker_id": worker, "max": self.random.randint(1, 4),
                                                               "lease_s": self.random.choice((1, 2, 30))})
        for lease in said["items"] if status == 200 else ():
            action = self.random.choice(("complete", "complete", "fail", "release", "heartbeat", "nothing"))
            if action != "nothing":
                body = {"worker_id": worker, "lease_token": lease["lease_token"]}
                if action == "fail":
                    body |= {"reason": "torn", "retry": self.random.random() < 0.3}
                task = f"/activities/{lease['activity_id']}/tasks/{lease['name']}"
                status, said = self.call(action, f"{task}/{action}", body)
                if status == 200 and said["state"] == "FAILED" and self.random.random() < 0.5:
                    self.call("retry", f"{task}/retry", {})  # by chance alone it is seldom met

    def meddle(self):
        activity, tasks = self.random.choice(self.activities[-RECENT:])
        [action] = self.random.choices(["end", *BODIES], [1 if action in RARE else 8 for action in ("end", *BODIES)])
        if action == "end":
            return self.call("end", f"/activities/{activity}/{self.random.choice(('cancel', 'fail'))}", {"reason": "moved"})
        return self.call(action, f"/activities/{activity}/tasks/t{self.random.randrange(tasks)}/{action}",
                         BODIES[action](self.random.choice))

    def run(self, is_over):
        try:
            while not is_over():
                chance = self.random.random()
                if chance < 0.05 or not self.activities:
                    self.open()
                elif chance < 0.35:
                    self.work()
                else:
                    self.meddle()
        except Exception as error:  # a thread that dies must not look like silence
            self.wrong.append(repr(error))


class ActionsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.seed = int(os.environ.get("HMSACT_SEED") or random.SystemRandom().randrange(10**6))
        print(f"HMSACT_SEED={self.seed}", flush=True)

    def act_on(self, database, cores):
        """→ what the clients were answered, how often"""
        programs = [Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--db", database,
                         log=self.folder / f"actd-{i}.log") for i in range(cores)]
        for program in programs:
            self.addCleanup(program.kill)
        servers = [urllib.parse.urlsplit(program.wait_until_ready()).netloc for program in programs]
        activities = []
        hands = [Hand(servers, f"{self.seed} {i}", activities) for i in range(CLIENTS)]
        for i, worker in enumerate(WORKERS):
            status, said = hands[0].call("hire", "/workers", {"name": worker, "skills": list(SKILLS), "capacity": 5,
                                                              "kind": "bot" if i % 3 else "human", "pools": ["office"]})
            self.assertEqual(status, 201, said)
        begin = time.monotonic()

        def not_yet_done():
            return [what for what in ("open", "reserve", "end", *BODIES)
                    if not any(hand.answers[what, status] for hand in hands for status in (200, 201))]

        def is_over():
            seconds = time.monotonic() - begin
            return seconds > SECONDS and (seconds > MOST_SECONDS or not not_yet_done())

        threads = [threading.Thread(target=hand.run, args=(is_over,)) for hand in hands]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([wrong for hand in hands for wrong in hand.wrong][:5], [], f"HMSACT_SEED={self.seed}")
        for program in programs:
            program.stop()
        answers = sum((hand.answers for hand in hands), collections.Counter())
        self.assertEqual(not_yet_done(), [], f"nobody could do these: {answers}")
        return answers

    def check(self, database, answers):
        found = list(violations(database, ()))
        self.assertEqual(found[:20], [], f"{len(found)} violations, HMSACT_SEED={self.seed}")
        done = sum(count for (_, status), count in answers.items() if status < 400)
        print(f"{done} of {answers.total()} were done", flush=True)

    def test_on_sqlite(self):
        database = self.folder / "county.db"
        self.check(database, self.act_on(f"sqlite:///{database}", 1))

    def test_on_postgresql(self):
        server = Postgres()
        self.addCleanup(server.close)
        server.execute("CREATE DATABASE county")
        url = server.url("county")
        self.check(url, self.act_on(url, 3))


if __name__ == "__main__":
    unittest.main()
