# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bench prints what is promised, with figures that make sense; how fast it is no test's business."""

import json
import os
import pathlib
import re
import signal
import unittest

from program import ProgramTest

EXPLAINED = set(re.findall("`[a-z0-9_]+`", (pathlib.Path(__file__).parents[1] / "bench/README.md").read_text()))
EVERY_LINE = {"scenario", "db", "tasks", "workers", "batch", "seconds", "per_s"}


class BenchTest(ProgramTest):
    def bench(self, *arguments):
        lines = [json.loads(line) for line in self.act("bench", *arguments).splitlines()]
        for line in lines:
            self.assertLessEqual(EVERY_LINE, line.keys())
            self.assertLessEqual({f"`{field}`" for field in line}, EXPLAINED)
            self.assertGreater(line["seconds"], 0)
            self.assertAlmostEqual(line["per_s"], line["tasks"] / line["seconds"], delta=1)
        self.assertEqual(os.listdir(self.folder), [])  # nothing is left behind
        return lines

    def test_enqueue(self):
        single, many, bulk = self.bench("enqueue", "--tasks", "64")
        self.assertEqual((single["workers"], single["commits"]), (1, 64))
        self.assertEqual(many["workers"], 32)
        self.assertLess(many["commits"], 64)
        self.assertEqual((bulk["batch"], bulk["commits"]), (1000, 1))
        for line in (single, many, bulk):
            self.assertGreater(line["raw_per_s"], 0)

    def test_drain(self):
        lines = self.bench("drain", "--tasks", "100")
        self.assertEqual([(line["workers"], line["batch"]) for line in lines],
                         [(1, 1), (1, 50), (10, 1), (10, 50), (50, 1), (50, 50)])  # fmt: skip
        self.assertEqual(lines[0]["commits"], 101)  # a task is handed in and the next asked for in one commit
        for line in lines:
            self.assertGreater(line["raw_per_s"], 0)
            self.assertGreater(line["raw_single_commit_per_s"], 0)
            self.assertAlmostEqual(line["vs_single_commit"], line["per_s"] / line["single_commit_per_s"], places=3)

    def test_backlog(self):
        (line,) = self.bench("backlog", "--tasks", "60", "--workers", "3")
        self.assertEqual((line["tasks"], line["waiting"], line["workers"]), (5000, 60, 3))
        self.assertAlmostEqual(line["raw_ratio"], line["per_s"] / line["raw_per_s"], places=3)

    def test_chain(self):
        (chain,) = self.bench("chain", "--tasks", "40", "--workers", "3", "--batch", "5")
        self.assertEqual(chain["tasks"], 40)
        self.assertAlmostEqual(chain["raw_ratio"], chain["per_s"] / chain["raw_per_s"], places=3)

    def test_matching(self):
        (line,) = self.bench("matching", "--tasks", "200", "--workers", "40")
        self.assertEqual((line["tasks"], line["waiting"], line["workers"]), (50, 200, 40))
        self.assertAlmostEqual(line["vs_plain"], line["plain_per_s"] / line["per_s"], places=3)
        self.assertGreater(line["raw_per_s"], 0)

    def test_latency(self):
        (line,) = self.bench("latency", "--tasks", "5")
        self.assertGreater(line["p50_ms"], 0)
        self.assertGreaterEqual(line["p99_ms"], line["p50_ms"])
        self.assertGreater(line["raw_per_s"], 0)
        self.assertGreater(line["http_p50_ms"], 0)
        self.assertGreaterEqual(line["http_p99_ms"], line["http_p50_ms"])

    def test_timers(self):
        (line,) = self.bench("timers", "--tasks", "50")
        self.assertEqual((line["tasks"], line["running"]), (1000, 50))
        self.assertLess(line["idle_core_share"], 1)
        self.assertGreater(line["raw_per_s"], 0)

    def test_http(self):
        (line,) = self.bench("http", "--tasks", "30", "--workers", "2")
        self.assertAlmostEqual(line["vs_in_process"], line["per_s"] / line["in_process_per_s"], places=3)
        self.assertGreaterEqual(line["commits"], 15)  # 30 tasks end, at most two in one commit
        self.assertGreater(line["raw_per_s"], 0)

    def test_the_window(self):
        (start,) = self.bench("start", "--tasks", "300")
        self.assertGreaterEqual(start["seconds"] * 1000, start["first_rows_ms"])
        (view,) = self.bench("view", "--tasks", "300")
        self.assertGreater(view["changes"], 1000)
        self.assertGreaterEqual(view["block_max_ms"], view["block_p99_ms"])
        self.assertGreater(view["resident_mb"], 10)

    def test_a_database_that_exists_is_not_touched(self):
        self.act("db", "migrate")
        self.act("bench", "drain", "--db", self.db, status=2)
        self.assertIn("exists", self.said)
        self.act("bench", "flight", status=2)
        self.act("bench", "drain", "--tasks", "0", status=2)
        self.act("bench", "drain", "--desks", "2", status=2)
        self.assertIn("SQLite takes one", self.said)

    def test_a_folder_that_is_not_there_is_not_made(self):
        self.act("bench", "drain", "--db", f"sqlite:///{self.folder}/mistyped/county.db", "--tasks", "10", status=2)
        self.assertIn("mistyped", self.said)
        self.assertEqual(os.listdir(self.folder), [])

    def test_who_ends_it_finds_nothing_left(self):
        for scenario, ending in (("drain", signal.SIGINT), ("http", signal.SIGTERM)):
            with self.subTest(scenario):
                self.end_in_the_middle([scenario, "--tasks", "1000000"], ending, lambda: any(
                    name.endswith("-wal") for _, _, names in os.walk(self.folder) for name in names))
                self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    unittest.main()
