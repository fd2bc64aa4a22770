# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of the client as requests, and answers as values."""

import os
import pickle
import unittest
from datetime import datetime, timedelta, timezone
from unittest import mock

from hms_act import HmsActError, NotFoundError, NotSupportedByServer, Orchestrator, Task, UsageError, Worker

from fakeserver import DROP, FakeServer, problem

UTC = timezone.utc


class ApiTest(unittest.TestCase):
    def setUp(self):
        self.server = FakeServer()
        self.addCleanup(self.server.close)
        self.orc = Orchestrator(token="t", url=self.server.url)
        self.addCleanup(self.orc.close)

    def answer(self, *answers):
        self.server.script.extend(answers)

    def sent(self):
        seen = self.server.seen[-1]
        return seen.method, seen.path.replace("/api/v1", "", 1), seen.json if seen.body else None

    def test_create_answers_with_the_id(self):
        self.answer((201, {"id": "act-1", "state": "OPEN"}))
        activity = self.orc.activities.create(citizen_id="c", intent="i", sla=timedelta(hours=48), priority=7)
        self.assertEqual(activity, "act-1")
        body = {"citizen_id": "c", "intent": "i", "sla": "172800s", "priority": 7}
        self.assertEqual(self.sent(), ("POST", "/activities", body))
        self.assertIn("idempotency-key", self.server.seen[-1].headers)

    def test_a_key_of_ones_own(self):
        self.answer((201, {"id": "act-1"}))
        self.orc.activities.create("c", "i", "1h", idempotency_key="mine")
        self.assertEqual(self.server.seen[-1].headers["idempotency-key"], "mine")

    def test_what_is_done_with_tasks_and_activities_is_said_again_with_the_same_key(self):
        tasks, activities = self.orc.tasks, self.orc.activities
        calls = [
            lambda: tasks.hold("act-1", "a", "later"),
            lambda: tasks.fail("act-1", "a", reason="no"),
            lambda: tasks.release("act-1", "a"),
            lambda: tasks.comment("act-1", "a", "hm"),
            lambda: activities.cancel("act-1", "over"),
            lambda: activities.fail("act-1", "blocked"),
        ]
        for call in calls:
            self.answer(DROP, problem(503), (200, {}))
            call()
            keys = [seen.headers.get("idempotency-key") for seen in self.server.seen[-3:]]
            self.assertEqual(len({*keys, None}), 2)
        self.assertEqual(len({seen.headers["idempotency-key"] for seen in self.server.seen}), len(calls))

    def test_what_is_the_same_when_said_twice_costs_no_key(self):
        for call in (self.orc.tasks.complete, self.orc.tasks.heartbeat):
            self.answer(DROP, (200, {}))
            call("act-1", "a")
            self.assertNotIn("idempotency-key", self.server.seen[-1].headers)

    def test_enqueue_sends_only_what_was_given(self):
        self.answer((201, {"items": [{"name": "a", "status": "PENDING"}]}))
        tasks = [Task("a", sla="1h"), Task("b", "2h", needs=["a"], optional=True, payload={"k": [1]}), Task("c", "1h", [])]
        items = self.orc.tasks.enqueue("act-1", tasks)
        self.assertEqual(self.sent()[1], "/activities/act-1/tasks")
        self.assertEqual(
            self.sent()[2]["tasks"],
            [
                {"name": "a", "sla": "1h"},
                {"name": "b", "sla": "2h", "needs": ["a"], "optional": True, "payload": {"k": [1]}},
                {"name": "c", "sla": "1h", "needs": []},
            ],
        )
        self.assertEqual(items[0].status, "PENDING")

    def test_slips_of_the_pen_are_refused_before_sending(self):
        with self.assertRaisesRegex(UsageError, "needs takes a list"):
            self.orc.tasks.enqueue("act-1", [Task("b", "1h", needs="a")])
        with self.assertRaisesRegex(UsageError, "has no sla"):
            self.orc.tasks.enqueue("act-1", [Task("b")])
        with self.assertRaisesRegex(UsageError, "skills takes a list"):
            self.orc.workers.register(Worker("w", skills="a"))
        with self.assertRaisesRegex(UsageError, "missing"):
            self.orc.activities.get("")
        for name in (None, ".", ".."):
            with self.subTest(name), self.assertRaisesRegex(UsageError, "missing"):
                self.orc.tasks.complete("act-1", name)
        with self.assertRaisesRegex(UsageError, "halves"):
            self.orc.tasks.complete("act-1", "\ud800")
        self.assertEqual(self.server.seen, [])

    def test_names_are_escaped_in_paths(self):
        self.answer((200, {}))
        self.orc.tasks.status("act-1", "a/../b ü?#")
        self.assertEqual(self.sent()[1], "/activities/act-1/tasks/a%2F..%2Fb%20%C3%BC%3F%23")

    def test_the_queue_of_an_activity_comes_whole(self):
        first = {"items": [{"name": "a", "status": "WAITING(for:b)", "state": "WAITING"}], "next_cursor": "c1"}
        self.answer((200, first), (200, {"items": [{"name": "b"}], "next_cursor": None}))
        queue = self.orc.queue.list("act-1")
        self.assertEqual([task.name for task in queue], ["a", "b"])
        self.assertEqual((queue[0].status, queue[0].state), ("WAITING(for:b)", "WAITING"))
        self.assertEqual(self.sent()[1], "/activities/act-1/tasks?limit=1000&cursor=c1")
        self.assertIsNone(queue.next_cursor)
        with self.assertRaises(UsageError):
            self.orc.queue.list("act-1", state="PENDING")

    def test_the_queue_across_activities_is_filtered_and_paged(self):
        self.answer((200, {"items": [{"name": "a"}], "next_cursor": "c"}))
        queue = self.orc.queue.list(skill="s", sla_state="at_risk", limit=5)
        self.assertEqual(self.sent()[1], "/queue?skill=s&sla_state=at_risk&limit=5")
        self.assertEqual(queue.next_cursor, "c")

    def test_times_and_nested_values_are_read(self):
        task = {
            "name": "a",
            "due_at": "2026-11-22T16:00:00.250Z",
            "worker_id": None,
            "result": None,
            "waiting_for": ["x"],
            "blocked_by": [{"name": "x", "state": "PENDING", "status": "PENDING", "worker_id": "w"}],
            "artefacts": [{"name": "card.pdf", "size": 3, "colour": "red"}],
            "shoe_size": 43,
        }
        self.answer((200, task))
        read = self.orc.tasks.status("act-1", "a")
        self.assertEqual(read.due_at, datetime(2026, 11, 22, 16, 0, 0, 250000, UTC))
        self.assertEqual((read.blocked_by[0].name, read.blocked_by[0].worker_id), ("x", "w"))
        self.assertEqual(read.artefacts[0].colour, "red")
        self.assertEqual((read.shoe_size, read.extra), (43, {"shoe_size": 43}))
        with self.assertRaises(AttributeError):
            read.nothing
        self.assertEqual(pickle.loads(pickle.dumps(read)), read)

    def test_an_activity_has_its_tasks(self):
        self.answer((200, {"id": "act-1", "state": "OPEN", "tasks": [{"name": "a", "state": "PENDING"}]}))
        self.assertEqual(self.orc.activities.get("act-1").tasks[0].state, "PENDING")

    def test_every_action_has_its_call(self):
        tasks = self.orc.tasks
        calls = {
            "complete": (lambda: tasks.complete("A", "t", worker_id="w", result={"x": None}),
                         {"worker_id": "w", "result": {"x": None}}),
            "fail": (lambda: tasks.fail("A", "t", "w", reason="r", retry=False, lease_token=3),
                     {"worker_id": "w", "reason": "r", "retry": False, "lease_token": 3}),
            "heartbeat": (lambda: tasks.heartbeat("A", "t", "w", lease_token=3), {"worker_id": "w", "lease_token": 3}),
            "release": (lambda: tasks.release("A", "t", "w", lease_token=3, reason="r"),
                        {"worker_id": "w", "lease_token": 3, "reason": "r"}),
            "opt-in": (lambda: tasks.opt_in("A", "t"), {}),
            "decline": (lambda: tasks.decline("A", "t"), {}),
            "hold": (lambda: tasks.hold("A", "t", "r"), {"reason": "r"}),
            "resume": (lambda: tasks.resume("A", "t"), {}),
            "retry": (lambda: tasks.retry("A", "t"), {}),
            "skip": (lambda: tasks.skip("A", "t", "r"), {"reason": "r"}),
            "reassign": (lambda: tasks.reassign("A", "t", pool="p"), {"pool": "p"}),
            "approve": (lambda: tasks.approve("A", "t", worker_id="w"), {"worker_id": "w"}),
            "send-back": (lambda: tasks.send_back("A", "t", "r"), {"reason": "r"}),
            "undo": (lambda: tasks.undo("A", "t", "w", lease_token=3), {"worker_id": "w", "lease_token": 3}),
            "comment": (lambda: tasks.comment("A", "t", "hello"), {"text": "hello"}),
        }  # fmt: skip
        for action, (call, body) in calls.items():
            with self.subTest(action):
                self.answer((200, {"name": "t", "state": "X"}))
                self.assertEqual(call().state, "X")
                self.assertEqual(self.sent(), ("POST", "/activities/A/tasks/t/" + action, body))

    def test_artefacts_go_and_come_as_bytes(self):
        self.answer((201, {"name": "card.pdf", "size": 3}), (200, b"%PDF"))
        stored = self.orc.tasks.put_artefact("A", "t", "card.pdf", b"\x00\xff", "application/pdf")
        self.assertEqual((stored.name, self.server.seen[-1].body), ("card.pdf", b"\x00\xff"))
        self.assertEqual(self.server.seen[-1].headers["content-type"], "application/pdf")
        self.assertNotIn("?", self.server.seen[-1].path)
        self.assertEqual(self.orc.tasks.get_artefact("A", "t", "card.pdf"), b"%PDF")
        self.answer((200, {"name": "card.pdf", "size": 3}))
        self.orc.tasks.put_artefact("A", "t", "card.pdf", b"x", lease_token=3)
        self.assertTrue(self.server.seen[-1].path.endswith("/artefacts/card.pdf?lease_token=3"))

    def test_update_without_an_id_means_the_worker_registered_last(self):
        with self.assertRaisesRegex(HmsActError, "registered no worker"):
            self.orc.workers.update(skills=["a"])
        self.assertEqual(self.server.seen, [])
        self.answer((201, {"id": "alice-county-clerk", "name": "Alice (County Clerk)"}), (200, {"id": "x"}))
        clerk = Worker(name="Alice (County Clerk)", skills=["ship_physical"], channel="email:alice@county.gov")
        self.assertEqual(self.orc.workers.register(clerk).id, "alice-county-clerk")
        body = {"name": "Alice (County Clerk)", "skills": ["ship_physical"], "channel": "email:alice@county.gov"}
        self.assertEqual(self.sent(), ("POST", "/workers", body))
        self.orc.workers.update(skills={"ship_physical": 5})
        self.assertEqual(self.sent(), ("PATCH", "/workers/alice-county-clerk", {"skills": {"ship_physical": 5}}))
        self.answer((200, {"id": "bob"}))
        self.orc.workers.update("bob", capacity=2)
        self.assertEqual(self.sent(), ("PATCH", "/workers/bob", {"capacity": 2}))

    def test_reserve_and_complete_in_bulk(self):
        with self.assertRaises(HmsActError):
            self.orc.queue.reserve()
        lease = {"task_id": "tsk-1", "activity_id": "act-1", "name": "a", "lease_token": 4, "attempt": 1}
        self.answer((200, {"items": [lease]}))
        (got,) = self.orc.queue.reserve("w", max=10, wait_s=1, lease_s=60)
        self.assertEqual(self.sent()[2], {"worker_id": "w", "max": 10, "wait_s": 1, "lease_s": 60})
        self.assertEqual((got.task_id, got.lease_token), ("tsk-1", 4))
        self.answer((200, {"items": [{"name": "a"}]}))
        item = {"task_id": got.task_id, "lease_token": got.lease_token, "worker_id": "w"}
        self.assertEqual(self.orc.queue.complete([item]), [{"name": "a"}])
        self.answer((200, {"items": [{"ok": True}], "reserved": {"ok": True, "status": 200, "items": [lease]}}))
        done, leases = self.orc.queue.complete_and_reserve([item], "w", max=2)
        self.assertEqual(self.sent()[2], {"items": [item], "reserve": {"worker_id": "w", "max": 2}})
        self.assertEqual((done, leases[0].lease_token), ([{"ok": True}], 4))
        refusal = {"ok": False, "status": 404, "error": {"detail": "there is no worker w", "status": 404}}
        self.answer((200, {"items": [{"ok": True}], "reserved": refusal}))
        with self.assertRaisesRegex(NotFoundError, "no worker w"):
            self.orc.queue.complete_and_reserve([item], "w")

    def test_a_server_without_escalation_says_so(self):
        escalations = self.orc.escalations
        missing = problem(404, title="Not found")
        rule = {"when": "sla_breach", "then": "reassign", "to": "backup_worker_pool", "notify": ["slack:#ops"]}
        self.answer(missing, missing, missing)
        with self.assertRaisesRegex(NotSupportedByServer, "no escalation rules") as caught:
            escalations.set_rule(**rule)
        self.assertIsInstance(caught.exception, NotFoundError)
        self.assertEqual(self.sent(), ("POST", "/escalations/rules", rule))
        with self.assertRaises(NotSupportedByServer):
            escalations.rules()
        with self.assertRaises(NotSupportedByServer):
            escalations.dry_run(rule, from_="2026-01-01T00:00:00Z", to="2026-01-02T00:00:00Z")
        self.answer((201, {"id": "r1"}))
        self.assertEqual(escalations.set_rule(**rule), {"id": "r1"})

    def test_rules_take_pythons_durations_and_instants(self):
        escalations = self.orc.escalations
        hour, noon = timedelta(hours=1), datetime(2026, 11, 2, 12, tzinfo=UTC)
        self.answer((201, {"id": "r1"}))
        escalations.set_rule(when="unassigned", threshold=hour, grace=timedelta(0), shadow_until=noon,
                             steps=[{"then": "hold"}, {"after": 2 * hour, "then": "notify", "notify": ("slack:#a",)}])
        rule = {"when": "unassigned", "threshold": "3600s", "grace": "0s", "shadow_until": "2026-11-02T12:00:00+00:00",
                "steps": [{"then": "hold"}, {"after": "7200s", "then": "notify", "notify": ["slack:#a"]}]}
        self.assertEqual(self.sent(), ("POST", "/escalations/rules", rule))
        self.answer((200, {"id": "r1"}))
        escalations.change_rule("r1", {"when": "unassigned", "threshold": hour, "then": "hold"})
        self.assertEqual(self.sent()[2], {"when": "unassigned", "threshold": "3600s", "then": "hold"})
        self.answer((200, {}))
        escalations.dry_run({"when": "unassigned", "threshold": hour, "then": "hold"}, from_=noon, to="2026-11-03T00:00:00Z")
        edited = {"when": "unassigned", "threshold": "3600s", "then": "hold"}
        self.assertEqual(self.sent()[2], {"rule": edited, "from": "2026-11-02T12:00:00+00:00", "to": "2026-11-03T00:00:00Z"})
        with self.assertRaisesRegex(UsageError, "time zone"):
            escalations.dry_run("late", from_=datetime(2026, 11, 2))

    def test_token_and_address_come_from_the_environment(self):
        with mock.patch.dict(os.environ, {"HMS_ACT_TOKEN": "env", "HMS_ACT_URL": self.server.url}):
            self.answer((200, {"items": []}))
            with Orchestrator() as orc:
                orc.alerts.list()
        self.assertEqual(self.server.seen[-1].headers["authorization"], "Bearer env")
        with mock.patch.dict(os.environ, clear=True):
            with self.assertRaisesRegex(UsageError, "HMS_ACT_TOKEN"):
                Orchestrator()
            self.assertEqual(Orchestrator(token="t")._transport.port, 8311)


if __name__ == "__main__":
    unittest.main()
