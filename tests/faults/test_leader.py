# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The core that looks after the timers is put to sleep (SIGSTOP) while they fire and wakes after another has taken over: its
late writes are refused, and every timer has fired once.

HMSACT_ACTD names the program. HMSACT_FULL=1: 10 times. HMSACT_SEED: a printed seed, to choose the same moments again."""

import os
import signal
import threading
import unittest

from leading import TAKEOVER_LIMIT_S, LeadingTest

ROUNDS = 10 if os.environ.get("HMSACT_FULL") else 2
CORES = 3
TASKS = 1_000  # in each round
LONGEST_SLA_S = 4
FIRED_LIMIT_S = 60
ALERTS = "alert WHERE kind = 'sla_breach'"


class LeaderTest(LeadingTest):
    def test_a_leader_that_slept_does_nothing_twice(self):
        self.start(CORES)
        for number in range(1, ROUNDS + 1):
            sleeper = self.leader_among(self.cores)
            tasks = [{"name": f"task-{i}", "sla": f"{1 + i % LONGEST_SLA_S}s", "needs": []} for i in range(TASKS)]
            self.call(sleeper, "/api/v1/activities", {"citizen_id": "jordan", "intent": "late", "sla": "1h", "tasks": tasks})
            threading.Event().wait(self.random.uniform(0.9, LONGEST_SLA_S))
            sleeper.actd.process.send_signal(signal.SIGSTOP)
            try:
                self.leader_among([core for core in self.cores if core is not sleeper])
                self.wait(lambda: self.count(ALERTS) == number * TASKS, FIRED_LIMIT_S, "firing")  # noqa: B023
            finally:
                sleeper.actd.process.send_signal(signal.SIGCONT)
            self.wait(lambda: not self.leads(sleeper), TAKEOVER_LIMIT_S, "noticing")  # noqa: B023
            self.assertEqual(self.count("event WHERE kind = 'task.sla_breached'"), number * TASKS, f"HMSACT_SEED={self.seed}")
        self.stop()
        self.assertEqual(self.count(ALERTS), ROUNDS * TASKS)


if __name__ == "__main__":
    unittest.main()
