# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker loop against a scripted server: pulls, keeps leases, reports, survives trouble, stops in order."""

import collections
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import unittest
from unittest import mock

import hms_act
from hms_act import Abstained, AuthError, HmsActError, NotFoundError, Orchestrator, TaskFailed, UsageError
from hms_act import Worker, WorkerLoop

from fakeserver import DROP, FakeServer, problem

TIMEOUT = 10


class Desk:
    """The little of an orchestrator that a worker sees: hands out prepared leases, writes down what is reported."""

    def __init__(self, server):
        self.leases = queue.Queue()
        self.reports = queue.Queue()
        self.beats = queue.Queue()
        self.registered = queue.Queue()
        self.polled = queue.Queue()
        self.answers = {}  # action → list of answers to give first
        server.otherwise = self.answer

    def lease(self, name, skill=None, **payload):
        number = self.leases.qsize() + 1
        self.leases.put({"task_id": "tsk-%d" % number, "activity_id": "act-1", "name": name, "skill": skill or name,
                         "payload": payload, "lease_token": number, "attempt": 1})  # fmt: skip

    def answer(self, seen):
        action = seen.path.rsplit("/", 1)[1]
        if self.answers.get(action):
            return self.answers[action].pop(0)
        if action == "workers":
            self.registered.put(seen.json)
            return (201, {"id": "bot", **seen.json})
        if action == "reserve":
            self.polled.put(seen.json)
            items = []
            try:
                items.append(self.leases.get(timeout=TIMEOUT))
                while len(items) < seen.json["max"]:
                    items.append(self.leases.get_nowait())
            except queue.Empty:
                pass
            return (200, {"items": items})
        (self.beats if action == "heartbeat" else self.reports).put((action, seen.path.split("/")[-2], seen.json))
        return (200, {"name": "x", "state": "X"})


class WorkerLoopTest(unittest.TestCase):
    def setUp(self):
        self.server = FakeServer()
        self.addCleanup(self.server.close)
        self.desk = Desk(self.server)
        self.orc = Orchestrator(token="t", url=self.server.url, retries=0)
        self.addCleanup(self.orc.close)
        self.failure = []

    def start(self, **settings):
        self.loop = WorkerLoop(self.orc, Worker("bot"), **settings)
        return self.loop

    def run_loop(self):
        def run():
            try:
                self.loop.run()
            except Exception as error:
                self.failure.append(error)

        self.thread = threading.Thread(target=run)
        self.thread.start()
        self.addCleanup(self.end)

    def end(self):
        self.loop.stop()
        self.thread.join(TIMEOUT)
        self.assertFalse(self.thread.is_alive())

    def settle(self):
        """Waits for what goes on when the loop has ended."""
        for thread in threading.enumerate():
            if thread.name.startswith("hms-act"):
                thread.join(TIMEOUT)

    def report(self):
        return self.desk.reports.get(timeout=TIMEOUT)

    def test_registers_its_skills_and_completes(self):
        loop = self.start(lease_s=45, wait_s=7)
        loop.skill("verify")(lambda job: {"citizen": job.payload["who"], "attempt": job.attempt})
        self.desk.lease("verify_identity", "verify", who="jordan")
        self.run_loop()
        body = {"worker_id": "bot", "lease_token": 1, "result": {"citizen": "jordan", "attempt": 1}}
        self.assertEqual(self.report(), ("complete", "verify_identity", body))
        self.assertEqual(self.desk.registered.get(timeout=TIMEOUT)["skills"], ["verify"])
        self.assertEqual(self.desk.polled.get(timeout=TIMEOUT), {"worker_id": "bot", "max": 1, "wait_s": 7, "lease_s": 45})

    def test_what_a_handler_raises_fails_the_task(self):
        loop = self.start()

        @loop.skill("gives_up")
        def gives_up(job):
            raise TaskFailed("no such citizen", retry=False)

        @loop.skill("breaks")
        def breaks(job):
            raise KeyError("boom")

        @loop.skill("ends")
        def ends(job):
            raise SystemExit(3)

        loop.skill("unsayable")(lambda job: object())
        for name in ("gives_up", "breaks", "ends", "unsayable", "unknown"):
            self.desk.lease(name)
        with self.assertLogs("hms_act"):
            self.run_loop()
            reports = dict((name, (action, body)) for action, name, body in (self.report() for _ in range(5)))
        self.assertEqual({action for action, body in reports.values()}, {"fail"})
        bodies = {name: body for name, (action, body) in reports.items()}
        self.assertEqual((bodies["gives_up"]["reason"], bodies["gives_up"]["retry"]), ("no such citizen", False))
        self.assertEqual((bodies["breaks"]["reason"], bodies["breaks"]["retry"]), ("KeyError: 'boom'", True))
        self.assertEqual(bodies["ends"]["reason"], "SystemExit: 3")
        self.assertIn("not JSON", bodies["unsayable"]["reason"])
        self.assertIn("no function for the skill unknown", bodies["unknown"]["reason"])

    def test_a_result_that_is_refused_fails_the_task(self):
        loop = self.start()
        loop.skill("s")(lambda job: "x" * 10)
        self.desk.answers["complete"] = [problem(422, errors=[{"pointer": "/result", "detail": "is too large"}])]
        self.desk.lease("s")
        with self.assertLogs("hms_act", "ERROR"):
            self.run_loop()
            action, name, body = self.report()
        self.assertEqual((action, body["retry"]), ("fail", False))
        self.assertIn("/result: is too large", body["reason"])

    def test_a_result_that_cannot_be_written_fails_the_task(self):
        def deep(job):
            result = []
            for _ in range(5000):
                result = [result]
            return result

        loop = self.start()
        loop.skill("deep")(deep)
        loop.skill("half")(lambda job: "\ud800")
        for name in ("deep", "half"):
            self.desk.lease(name)
        with self.assertLogs("hms_act"):
            self.run_loop()
            reports = [self.report() for _ in range(2)]
        for action, name, body in reports:
            with self.subTest(name):
                self.assertEqual((action, body["retry"]), ("fail", False))
                self.assertIn("not JSON", body["reason"])

    def test_levels_are_said_only_where_the_worker_says_them(self):
        self.loop = WorkerLoop(self.orc, Worker("bot", skills={"a": 5}))
        for name in "ab":
            self.loop.skill(name)(lambda job: None)
        self.run_loop()
        self.assertEqual(self.desk.registered.get(timeout=TIMEOUT)["skills"], {"a": 5, "b": None})

    def test_a_handler_that_never_returns_does_not_keep_the_process(self):
        self.desk.lease("s")
        script = (
            "import sys, threading; from hms_act import Orchestrator, Worker, WorkerLoop\n"
            "loop = WorkerLoop(Orchestrator(token='t', url=sys.argv[1]), Worker('bot'), grace_s=0.1)\n"
            "@loop.skill('s')\n"
            "def stuck(job):\n"
            "    loop.stop()\n"
            "    threading.Event().wait()\n"
            "loop.run()\n"
        )
        settings = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(hms_act.__file__))}
        subprocess.run([sys.executable, "-B", "-c", script, self.server.url], env=settings, check=True, timeout=TIMEOUT)
        self.assertEqual(self.report()[0], "release")

    def test_runs_as_many_at_a_time_as_it_may(self):
        loop = self.start(concurrency=3)
        together = threading.Barrier(3)
        loop.skill("s")(lambda job: together.wait(TIMEOUT))
        for _ in range(6):
            self.desk.lease("s")
        self.run_loop()
        self.assertEqual([self.report()[0] for _ in range(6)], ["complete"] * 6)
        self.assertLessEqual(max(poll["max"] for poll in self.desk.polled.queue), 3)

    def test_heartbeats_keep_the_lease_while_a_handler_runs(self):
        loop = self.start(lease_s=1)
        done = threading.Event()
        self.addCleanup(done.set)
        loop.skill("slow")(lambda job: done.wait(TIMEOUT))
        self.desk.lease("slow")
        self.run_loop()
        for _ in range(2):
            beat = self.desk.beats.get(timeout=TIMEOUT)
            self.assertEqual(beat, ("heartbeat", "slow", {"worker_id": "bot", "lease_token": 1, "lease_s": 1}))
        done.set()
        self.assertEqual(self.report()[0], "complete")

    def test_a_heartbeat_without_an_answer_costs_no_lease(self):
        loop = self.start(lease_s=1, concurrency=2)
        done = threading.Event()
        self.addCleanup(done.set)
        answer = self.server.otherwise
        self.server.otherwise = lambda seen: (seen.path.endswith("/stuck/heartbeat") and done.wait(TIMEOUT), answer(seen))[1]
        for name in ("stuck", "slow"):
            loop.skill(name)(lambda job: done.wait(TIMEOUT))
            self.desk.lease(name)
        self.run_loop()
        with self.assertLogs("hms_act"):
            arrived = collections.Counter()
            while min(arrived["stuck"], arrived["slow"]) < 3:  # the one is beaten, the other is tried, each time
                path = self.server.arrived.get(timeout=TIMEOUT).path.split("/")
                arrived[path[-2]] += path[-1] == "heartbeat"
            done.set()
            self.end()
            self.settle()

    def test_a_lost_lease_tells_the_handler_and_nothing_is_reported(self):
        loop = self.start(lease_s=1)
        told = queue.Queue()
        loop.skill("slow")(lambda job: told.put(job.lost.wait(TIMEOUT)))
        self.desk.answers["heartbeat"] = [problem(409, detail="held by bot-2")]
        self.desk.lease("slow")
        with self.assertLogs("hms_act"):
            self.run_loop()
            self.assertTrue(told.get(timeout=TIMEOUT))
        self.end()
        self.assertTrue(self.desk.reports.empty())

    def test_progress_goes_out_at_once_and_brings_a_cancellation_back(self):
        loop = self.start(lease_s=600)  # no heartbeat of its own in this test
        told = queue.Queue()

        @loop.skill("slow")
        def slow(job):
            job.progress(40, "page 2 of 5")
            job.lost.wait(TIMEOUT)
            told.put(job.why_lost)
            job.check()  # leaves the handler
            told.put("went on")

        self.desk.answers["heartbeat"] = [problem(409, detail="task slow is ON_HOLD")]
        self.desk.lease("slow")
        with self.assertLogs("hms_act"):
            self.run_loop()
            self.assertEqual(told.get(timeout=TIMEOUT), "task slow is ON_HOLD")
        self.end()
        self.assertTrue(self.desk.reports.empty())
        self.assertTrue(told.empty())

    def test_progress_is_said_with_the_heartbeat(self):
        loop = self.start(lease_s=600)
        done = threading.Event()
        self.addCleanup(done.set)
        loop.skill("slow")(lambda job: (job.progress(140.5, "x" * 300), done.wait(TIMEOUT))[1])
        self.desk.lease("slow")
        self.run_loop()
        beat = self.desk.beats.get(timeout=TIMEOUT)[2]
        self.assertEqual((beat["progress"], beat["note"]), (100, "x" * 200))
        done.set()
        self.assertEqual(self.report()[0], "complete")

    def test_says_how_sure_it_is_or_that_it_cannot_judge(self):
        loop = self.start()

        @loop.skill("sure")
        def sure(job):
            job.confidence = 0.25
            return "yes"

        @loop.skill("blind")
        def blind(job):
            raise Abstained("the scan is black")

        for name in ("sure", "blind"):
            self.desk.lease(name)
        self.run_loop()
        bodies = dict((name, body) for _, name, body in (self.report() for _ in range(2)))
        self.assertEqual((bodies["sure"]["result"], bodies["sure"]["confidence"]), ("yes", 0.25))
        self.assertEqual((bodies["blind"]["outcome"], bodies["blind"]["reason"]), ("abstained", "the scan is black"))
        self.assertNotIn("retry", bodies["blind"])

    def test_reports_until_it_gets_through(self):
        loop = self.start()
        loop.skill("s")(lambda job: None)
        self.desk.answers["complete"] = [DROP, problem(503)]
        self.desk.lease("s")
        with self.assertLogs("hms_act"):
            self.run_loop()
            self.assertEqual(self.report()[0], "complete")

    def test_a_defect_of_the_server_drops_no_result(self):
        loop = self.start()
        loop.skill("s")(lambda job: "found")
        self.desk.answers["complete"] = [problem(500), problem(500)]
        self.desk.lease("s")
        with self.assertLogs("hms_act"):
            self.run_loop()
            name, _, body = self.report()
            self.assertEqual((name, body["result"]), ("complete", "found"))

    def test_a_server_that_stays_defect_has_it_until_the_lease_is_over(self):
        loop = self.start(lease_s=1)
        loop.skill("s")(lambda job: "found")
        self.desk.answers["complete"] = [problem(500)] * 20
        self.desk.lease("s")
        with self.assertLogs("hms_act"):
            self.run_loop()
            for _ in range(2):  # before the task, and when it is given up
                self.desk.polled.get(timeout=TIMEOUT)
            self.end()
        self.assertLess(len(self.desk.answers["complete"]), 20)
        self.assertTrue(self.desk.answers["complete"])

    def test_waits_out_a_server_that_is_away(self):
        loop = self.start()
        loop.skill("s")(lambda job: None)
        self.desk.answers = {"workers": [problem(503)], "reserve": [DROP]}
        self.desk.lease("s")
        with self.assertLogs("hms_act"):
            self.run_loop()
            self.assertEqual(self.report()[0], "complete")

    def test_registers_again_when_it_was_removed(self):
        loop = self.start()
        loop.skill("s")(lambda job: None)
        self.desk.answers = {"reserve": [problem(404)]}
        self.desk.lease("s")
        self.run_loop()
        self.assertEqual(self.report()[0], "complete")
        self.assertEqual(self.desk.registered.qsize(), 2)

    def test_works_for_a_worker_that_is_registered_already(self):
        with self.assertRaisesRegex(UsageError, "has an id"):
            WorkerLoop(self.orc, Worker("bot"), register=False)
        self.loop = WorkerLoop(self.orc, Worker("bot", id="bot-9"), register=False)
        self.loop.skill("s")(lambda job: None)
        self.desk.lease("s")
        self.run_loop()
        self.assertEqual(self.report()[2]["worker_id"], "bot-9")
        self.assertTrue(self.desk.registered.empty())
        self.desk.answers = {"reserve": [problem(404)]}
        self.desk.lease("s")  # ends the poll that may be under way; the next one is refused
        self.thread.join(TIMEOUT)
        self.assertIsInstance(self.failure[0], NotFoundError)

    def test_what_no_waiting_can_mend_ends_the_loop(self):
        loop = self.start()
        with self.assertRaisesRegex(HmsActError, "no function"):
            loop.run()
        loop.skill("s")(lambda job: None)
        self.desk.answers = {"workers": [problem(401)]}
        with self.assertRaises(AuthError):
            loop.run()

    def test_stopping_leaves_the_long_poll_and_lets_handlers_finish(self):
        loop = self.start(concurrency=2)
        started, done = threading.Event(), threading.Event()
        self.addCleanup(done.set)
        loop.skill("s")(lambda job: (started.set(), done.wait(TIMEOUT))[1])
        self.desk.lease("s")
        self.run_loop()
        self.assertTrue(started.wait(TIMEOUT))
        self.desk.polled.get(timeout=TIMEOUT)
        self.desk.polled.get(timeout=TIMEOUT)  # it is polling for its second hand now
        loop.stop()
        done.set()
        self.assertEqual(self.report()[0], "complete")
        self.thread.join(TIMEOUT)
        self.assertFalse(self.thread.is_alive())

    def test_a_signal_handler_may_stop_it_at_any_instant(self):
        script = (
            "import signal, threading; from hms_act import Orchestrator, Worker, WorkerLoop\n"
            "loop, told = WorkerLoop(Orchestrator(token='t', url='http://127.0.0.1:9'), Worker('bot')), []\n"
            "signal.signal(signal.SIGALRM, lambda *_: (told.append(1), loop.stop()))\n"
            "signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)\n"
            "while len(told) < 2000:\n"
            "    loop.stop()\n"
            "signal.setitimer(signal.ITIMER_REAL, 0)\n"
        )
        settings = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(hms_act.__file__))}
        subprocess.run([sys.executable, "-B", "-c", script], env=settings, check=True, timeout=6 * TIMEOUT)

    def test_what_does_not_finish_in_time_is_handed_back(self):
        loop = self.start(grace_s=0.05)
        started, done = threading.Event(), threading.Event()
        self.addCleanup(done.set)
        loop.skill("s")(lambda job: (started.set(), done.wait(TIMEOUT))[1])
        self.desk.lease("s")
        self.run_loop()
        self.assertTrue(started.wait(TIMEOUT))
        loop.stop()
        self.assertEqual(self.report(), ("release", "s", {"worker_id": "bot", "lease_token": 1}))
        self.thread.join(TIMEOUT)
        self.assertFalse(self.thread.is_alive())

    def test_a_registration_without_an_answer_holds_up_no_end(self):
        loop = self.start()
        loop.skill("s")(lambda job: None)
        done = threading.Event()
        self.addCleanup(done.set)
        self.server.script = [lambda seen: (done.wait(TIMEOUT), (503, {}))[1]]
        self.run_loop()
        self.server.arrived.get(timeout=TIMEOUT)
        loop.stop()
        self.thread.join(TIMEOUT / 2)
        self.assertFalse(self.thread.is_alive())

    def test_a_server_that_does_not_answer_holds_up_no_end(self):
        patience = mock.patch("hms_act.workerloop.HAND_BACK_S", 0.5)
        patience.start()
        self.addCleanup(patience.stop)
        loop = self.start(concurrency=3, lease_s=1, grace_s=0.05)
        done = threading.Event()
        self.addCleanup(done.set)
        loop.skill("s")(lambda job: done.wait(TIMEOUT))
        answer = self.server.otherwise
        silent = ("heartbeat", "release")
        self.server.otherwise = lambda seen: (seen.path.endswith(silent) and done.wait(TIMEOUT), answer(seen))[1]
        for _ in range(3):
            self.desk.lease("s")
        self.run_loop()
        with self.assertLogs("hms_act"):
            while not self.server.arrived.get(timeout=TIMEOUT).path.endswith("heartbeat"):
                pass
            stopped_at = time.monotonic()
            loop.stop()
            self.thread.join(TIMEOUT)
            self.assertLess(time.monotonic() - stopped_at, TIMEOUT / 2)
            self.assertEqual(len([seen for seen in self.server.seen if seen.path.endswith("release")]), 3)
            done.set()
            self.settle()

    def test_sigterm_ends_a_program_in_order(self):
        program = (
            "from hms_act import *\n"
            "loop = WorkerLoop(Orchestrator(), Worker('bot'))\n"
            "loop.skill('s')(lambda job: None)\n"
            "loop.run()\n"
            "print('ended in order')\n"
        )
        source = os.path.dirname(os.path.dirname(hms_act.__file__))
        settings = {**os.environ, "HMS_ACT_URL": self.server.url, "HMS_ACT_TOKEN": "t", "PYTHONPATH": source}
        process = subprocess.Popen([sys.executable, "-c", program], env=settings, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.desk.polled.get(timeout=TIMEOUT)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.communicate(timeout=TIMEOUT)[0], "ended in order\n")
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
