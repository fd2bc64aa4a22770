# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""hms-act db archive: beside a running server and without one, and killed in the middle."""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import threading
import unittest
import urllib.request

from program import BIN, ProgramTest

SECOND_MS = 1000
DAY_MS = 24 * 60 * 60 * SECOND_MS
MANY = 400


class ArchiveTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.archive = os.path.join(self.folder, "archive.jsonl")

    def fill(self, count):
        """Activities that are cancelled at once."""
        token = self.json("token", "create", "ops", "--role", "admin")["token"]
        process, url = self.serving()
        for number in range(count):
            made = self.post(url, token, "/activities", {"citizen_id": f"c{number}", "intent": "i", "sla": "1h",
                                                         "tasks": [{"name": "a", "sla": "1h"}]})
            self.post(url, token, f"/activities/{made['id']}/cancel", {"reason": "over"})
        return process, url

    @staticmethod
    def post(url, token, path, body):
        request = urllib.request.Request(f"{url}/api/v1{path}", json.dumps(body).encode(),
                                         {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def age(self, days):
        """Behind the program's back: when an activity ended is in no hash."""
        base = sqlite3.connect(os.path.join(self.folder, "county.db"))
        base.execute("UPDATE activity SET ended_at = ended_at - ? WHERE ended_at > 0", (days * DAY_MS,))
        base.commit()
        base.close()

    def left(self):
        return self.json("db", "status")["activities"]

    def archived(self):
        with open(self.archive, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file if line.endswith("\n")]
        return [line["activity"]["id"] for line in lines if "activity" in line]

    def size(self):
        return os.path.getsize(self.archive) if os.path.exists(self.archive) else 0

    def test_without_a_server(self):
        process, _ = self.fill(3)
        process.terminate()
        process.wait(30)
        order = ["db", "archive", "--older-than", "P30D", "--file", "archive.jsonl"]
        self.assertEqual(self.json(*order)["activities"], 0)
        self.age(31)
        self.assertEqual(self.json(*order, "--dry-run"),
                         {"activities": 3, "tasks": 3, "events": 12, "file": self.archive, "dry_run": True})
        self.assertEqual(self.left(), 3)
        self.assertEqual(self.json(*order)["activities"], 3)
        self.assertEqual((self.left(), len(self.archived())), (0, 3))
        self.assertTrue(self.json("db", "verify")["ok"])
        self.assertEqual(self.json("audit", "verify", "--archive", "archive.jsonl")["chains"], 3)
        with open(self.archive, encoding="utf-8") as file:
            sound = file.read()
        for was, edited, named in (  # only where the activity says it, not in its record
            ('"citizen_id":"c1"', '"citizen_id":"c9"', "the citizen_id is c9, its events say c1"),
            ('"name":"a"', '"name":"b"', "the name is b, its events say a"),
            ('"state":"CANCELLED","tasks"', '"state":"COMPLETED","tasks"', "the state is COMPLETED, its events say CANCELLED"),
            ('"worker_id":null', '"worker_id":"mallory"', "the worker_id is mallory, its events say nothing"),
        ):
            self.assertIn(was, sound)
            with open(self.archive, "w", encoding="utf-8") as file:
                file.write(sound.replace(was, edited, 1))
            self.assertIn(named, self.json("audit", "verify", "--archive", self.archive, status=1)["first_broken"])
        with open(self.archive, "w", encoding="utf-8") as file:
            file.write(sound)
        with open(self.archive, "w", encoding="utf-8") as file:
            file.writelines(sound.splitlines(keepends=True)[:-2])
        self.assertIn("has no end", self.json("audit", "verify", "--archive", self.archive, status=1)["first_broken"])
        self.assertIn("does not hold what was moved there", self.json("db", "verify", status=1)["problems"][0])
        with open(self.archive, "w", encoding="utf-8") as file:
            file.write(sound)
        with open(self.archive, "r+", encoding="utf-8") as file:
            text = file.read().replace("over", "none")
            file.seek(0)
            file.write(text)
        self.assertIn("the hash does not match", self.json("audit", "verify", "--archive", self.archive, status=1)["first_broken"])

    def test_beside_a_server(self):
        process, _ = self.fill(3)
        process.terminate()
        process.wait(30)
        self.age(2)
        self.serve()
        done = self.json("db", "archive", "--older-than", "24h")
        self.assertEqual((done["activities"], done["file"]), (3, os.path.join(self.folder, "county.db.archive.jsonl")))
        self.assertEqual(self.left(), 0)
        self.assertTrue(self.json("db", "verify")["ok"])

    def test_what_is_refused(self):
        self.act("db", "archive", "--older-than", "30d", status=2)
        self.assertIn("there is no database", self.said)
        self.act("db", "migrate")
        self.act("db", "archive", status=2)
        self.act("db", "archive", "--older-than", "1h", status=1)
        self.assertIn("--older-than: must be a day at least", self.said)
        self.act("db", "archive", "--older-than", "30d", "--file", "county.db", status=1)
        self.assertIn("is no archive", self.said)
        self.act("db", "archive", "--older-than", "30d", "--file", "nowhere/archive.jsonl", status=1)
        self.assertIn("cannot be written: No such file or directory", self.said)
        self.assertEqual(self.left(), 0)
        self.act("audit", "verify", "--archive", "none.jsonl", status=2)

    def test_killed_in_the_middle_nothing_is_lost(self):
        process, _ = self.fill(MANY)
        process.terminate()
        process.wait(30)
        self.age(31)
        seed = int(os.environ.get("HMSACT_SEED", random.SystemRandom().randrange(2**32)))
        chance = random.Random(seed)
        command = [os.path.join(BIN, "hms-act"), "db", "archive", "--older-than", "30d", "--file", self.archive]
        in_the_middle = 0
        for attempt in range(8):
            size = self.size()
            with self.subTest(seed=seed, attempt=attempt), subprocess.Popen(
                    command, env=self.environment, cwd=self.folder, stdout=subprocess.DEVNULL) as running:
                while running.poll() is None and self.size() == size:
                    threading.Event().wait(0.001)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    running.wait(chance.uniform(0, 0.05))
                running.send_signal(signal.SIGKILL)
                running.wait(30)
                self.assertTrue(self.json("db", "verify")["ok"])
                done = set(self.archived()) if os.path.exists(self.archive) else set()
                left = self.left()
                self.assertGreaterEqual(len(done) + left, MANY)
                in_the_middle += done != set() and left > 0
        self.assertGreater(in_the_middle, 0, f"HMSACT_SEED={seed}")
        self.act("db", "archive", "--older-than", "30d", "--file", self.archive)
        self.assertEqual((self.left(), len(set(self.archived()))), (0, MANY))
        self.assertTrue(self.json("audit", "verify", "--archive", self.archive)["ok"])
        self.assertTrue(self.json("db", "verify")["ok"])


if __name__ == "__main__":
    unittest.main()
