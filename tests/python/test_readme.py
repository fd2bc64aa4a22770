# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example of the README does what it says, run as it stands against the real hms-actd (HMSACT_ACTD names it)."""

import os
import pathlib
import re
import selectors
import signal
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from actd import Actd
from hms_act import Orchestrator, Task, Worker

EXAMPLES = re.findall(r"```python\n(.*?)```", (HERE.parent.parent / "src/python/README.md").read_text(), re.DOTALL)
BEGIN = "from hms_act import Orchestrator, Task\norc = Orchestrator()\n"  # as the first of them
TIMEOUT = 30


def example(word):
    (found,) = [one for one in EXAMPLES if word in one]
    return found


class ReadmeTest(unittest.TestCase):
    def setUp(self):
        server = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample")
        self.addCleanup(server.stop)
        env = {"HMS_ACT_TOKEN": "demo-sandbox-token", "HMS_ACT_URL": server.wait_until_ready(), "PYTHONUNBUFFERED": "1"}
        self.env = {**os.environ, **env}
        self.orc = Orchestrator(env["HMS_ACT_TOKEN"], env["HMS_ACT_URL"])
        self.addCleanup(self.orc.close)

    def run_to_the_end(self, code):
        done = subprocess.run(
            [sys.executable, "-c", code], env=self.env, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.splitlines()

    def begin(self, code):
        process = subprocess.Popen([sys.executable, "-c", code], env=self.env, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def until(self, is_so):
        end = time.monotonic() + TIMEOUT
        while not is_so():
            self.assertLess(time.monotonic(), end)

    def test_all_are_here(self):
        self.assertEqual(len(EXAMPLES), 5)

    def test_ask_for_something(self):
        self.assertEqual(
            self.run_to_the_end(example("ship_physical")),
            ["verify_identity PENDING", "fetch_vaccine_log WAITING(for:verify_identity)", "ship_physical OPTIONAL"],
        )

    def test_an_intent_with_a_template(self):
        self.run_to_the_end(BEGIN + example("orc.intents.set"))
        (made,) = self.orc.activities.list()
        self.assertEqual([task.name for task in self.orc.queue.list(made.id)], ["verify_identity", "fetch_vaccine_log"])

    def test_do_the_work(self):
        activity = self.orc.activities.create("jordan-77", "replace_vaccine_card", "48h")
        work = {"skill": "fetch_vaccine_log", "needs": [], "max_attempts": 3}
        self.orc.tasks.enqueue(activity, [Task("good", "4h", payload={"citizen": "j"}, **work), Task("bad", "4h", **work)])
        loop = self.begin(example("WorkerLoop"))
        self.until(lambda: [t.state for t in self.orc.queue.list(activity)] == ["COMPLETED", "FAILED"])
        self.assertEqual(self.orc.tasks.status(activity, "good").result, {"doses": 2})
        loop.send_signal(signal.SIGTERM)
        self.assertEqual(loop.wait(TIMEOUT), 0)

    def test_promises_that_are_not_kept(self):
        activity = self.orc.activities.create("jordan-77", "replace_vaccine_card", "48h")
        self.orc.tasks.enqueue(activity, [Task("a", "4h", max_attempts=1)])
        self.orc.workers.register(Worker("w", skills=["a"]))
        self.orc.queue.reserve()
        self.orc.tasks.fail(activity, "a", "w", reason="broken")
        told = self.run_to_the_end(BEGIN + example("set_rule"))
        self.assertRegex(told[0], r"^0 \[")
        (rule,) = [one for one in self.orc.escalations.rules() if one["name"] == "sla_breach: reassign to backup_worker_pool"]
        self.assertEqual(rule["steps"][0]["notify"], ["sms:+1-202-555-0123", "slack:#ops-alerts"])
        self.assertEqual(list(self.orc.alerts.list(open=True)), [])
        self.assertEqual([alert.kind for alert in self.orc.alerts.list(snoozed=True)], ["task_failed"])

    def test_hear_what_changes(self):
        listener = self.begin("from hms_act import Orchestrator\n" + example("stream()"))
        with selectors.DefaultSelector() as selector:
            selector.register(listener.stdout, selectors.EVENT_READ)

            def is_heard():  # it may not listen yet
                self.orc.tasks.enqueue(self.orc.activities.create("c", "i", "1h"), [Task("a", "1h")])
                return bool(selector.select(1))

            self.until(is_heard)
        self.assertEqual(listener.stdout.readline(), "a PENDING\n")


if __name__ == "__main__":
    unittest.main()
