# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""/metrics as Prometheus reads it, and that the rules and the board speak of nothing else."""

import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from actd import Actd

RULES = ROOT / "packaging/prometheus/hms-act.rules.yml"
NAME = re.compile(r"\b(?:hms_act|process)_[a-z_]+")


def promtool(*arguments, text=None):
    done = subprocess.run(["promtool", *arguments], input=text, text=True, capture_output=True, cwd=RULES.parent, timeout=60)
    return done.returncode, done.stdout + done.stderr


class MonitoringTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample")
        cls.addClassCleanup(cls.server.stop)
        cls.url = cls.server.wait_until_ready()
        cls.get("/api/v1/queue")  # so that there is a request to count
        cls.metrics = cls.get("/metrics")

    @classmethod
    def get(cls, path):
        request = urllib.request.Request(cls.url + path, headers={"Authorization": "Bearer demo-sandbox-token"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def known(self):
        names = set(re.findall(r"^# TYPE (\w+) (?:counter|gauge)$", self.metrics, re.MULTILINE))
        for histogram in re.findall(r"^# TYPE (\w+) histogram$", self.metrics, re.MULTILINE):
            names |= {histogram + suffix for suffix in ("_bucket", "_sum", "_count")}
        return names

    def test_prometheus_finds_nothing_to_say(self):
        self.assertEqual(promtool("check", "metrics", text=self.metrics), (0, ""))
        self.assertNotEqual(promtool("check", "metrics", text=self.metrics.replace("# HELP hms_act_tasks ", "# "))[1], "")

    def test_rules_are_sound_and_do_what_they_say(self):
        self.assertEqual(promtool("check", "rules", RULES.name)[0], 0)
        status, said = promtool("test", "rules", "hms-act.rules.test.yml")
        self.assertEqual(status, 0, said)

    def test_rules_and_board_name_metrics_that_there_are(self):
        self.assertIn("hms_act_tasks", self.known())
        expressions = re.findall(r"expr:(.*(?:\n {10}.*)*)", RULES.read_text())
        board = json.loads((ROOT / "packaging/grafana/hms-act.json").read_text())
        expressions += [target["expr"] for panel in board["panels"] for target in panel["targets"]]
        expressions += [variable["query"] for variable in board["templating"]["list"]]
        named = {name for expression in expressions for name in NAME.findall(expression)}
        self.assertGreater(len(named), 10)
        self.assertEqual(named - self.known(), set())

    def test_board_speaks_the_language_of_prometheus(self):
        board = json.loads((ROOT / "packaging/grafana/hms-act.json").read_text())
        rules = {"groups": [{"name": "board", "rules": []}]}
        for panel in board["panels"]:
            for target in panel["targets"]:
                expression = target["expr"].replace("$instance", ".*")
                rules["groups"][0]["rules"].append({"record": "board:panel", "expr": expression, "labels": {
                    "panel": f"{panel['id']}{target['refId']}"}})
        status, said = promtool("check", "rules", "/dev/stdin", text=json.dumps(rules))  # JSON is YAML
        self.assertEqual(status, 0, said)


if __name__ == "__main__":
    unittest.main()
