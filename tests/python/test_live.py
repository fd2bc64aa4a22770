# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The client against the real hms-actd (HMSACT_ACTD names it): what the scripted server cannot know."""

import os
import pathlib
import sys
import threading
import unittest
from datetime import datetime, timedelta, timezone

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from actd import Actd
from hms_act import AuthError, ConflictError, NotFoundError, NotSupportedByServer, Orchestrator, Task, TaskFailed
from hms_act import ValidationError, Worker, WorkerLoop
from hms_act.resources import Workers

TOKEN = "demo-sandbox-token"
TIMEOUT = 30


class LiveTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample")
        cls.addClassCleanup(cls.server.stop)
        cls.url = cls.server.wait_until_ready()

    def setUp(self):
        self.orc = Orchestrator(token=TOKEN, url=self.url)
        self.addCleanup(self.orc.close)

    def activity(self, *tasks):
        activity = self.orc.activities.create(citizen_id="jordan", intent="live", sla="48h", metadata={"a": "ü"})
        if tasks:
            self.orc.tasks.enqueue(activity, tasks)
        return activity

    def test_one_activity_through_all_its_calls(self):
        orc = self.orc
        activity = self.activity(
            Task("a", "1h"), Task("b", "1h", needs=["a"]), Task("c", "1h", optional=True), Task("d", "1h", needs=[])
        )
        self.assertEqual([t.status for t in orc.queue.list(activity)], ["PENDING", "WAITING(for:a)", "OPTIONAL", "PENDING"])
        self.assertEqual(orc.tasks.status(activity, "b").blocked_by[0].name, "a")
        self.assertEqual(orc.tasks.hold(activity, "d", "wait").state, "ON_HOLD")
        self.assertEqual(orc.tasks.resume(activity, "d").state, "PENDING")
        self.assertEqual(orc.tasks.comment(activity, "d", "hello").state, "PENDING")
        self.assertEqual(orc.tasks.skip(activity, "d", "not needed").state, "SKIPPED")
        self.assertEqual(orc.tasks.opt_in(activity, "c").state, "WAITING")  # after b
        self.assertEqual(orc.tasks.complete(activity, "a", worker_id="w-1", result={"n": 1}).result, {"n": 1})
        orc.tasks.complete(activity, "a", worker_id="w-1")
        with self.assertRaisesRegex(ConflictError, "w-1"):
            orc.tasks.complete(activity, "a", worker_id="w-2")
        stored = orc.tasks.put_artefact(activity, "b", "card.pdf", b"%PDF\x00\xff", "application/pdf")
        self.assertEqual((stored.name, stored.size), ("card.pdf", 6))
        self.assertEqual(orc.tasks.get_artefact(activity, "b", "card.pdf"), b"%PDF\x00\xff")
        self.assertEqual(orc.tasks.status(activity, "b").artefacts[0].sha256, stored.sha256)
        self.assertEqual(orc.activities.get(activity).metadata, {"a": "ü"})
        self.assertIn("task.completed", [event["kind"] for event in orc.activities.events(activity)])
        self.assertEqual(orc.activities.cancel(activity, "enough").state, "CANCELLED")
        self.assertIn(activity, [one.id for one in orc.activities.list(state="CANCELLED", citizen_id="jordan")])

    def test_work_is_given_back_failed_and_sent_back(self):
        orc = self.orc
        orc.workers.register(Worker("porter", ["carry"]))
        activity = self.activity(Task("carry", "1h", max_attempts=2), Task("check", "1h", [], review="human"),
                                 Task("tip", "1h", optional=True))  # fmt: skip
        lease = orc.queue.reserve("porter")[0]
        self.assertEqual(orc.tasks.release(activity, "carry", "porter", lease_token=lease.lease_token).state, "PENDING")
        self.assertEqual(orc.tasks.reassign(activity, "carry", worker_id="porter").worker_id, "porter")
        lease = orc.queue.reserve("porter")[0]
        failed = orc.tasks.fail(activity, "carry", "porter", reason="too heavy", retry=False)
        self.assertEqual(failed.state, "FAILED")
        self.assertEqual(orc.tasks.retry(activity, "carry").state, "PENDING")
        self.assertEqual(orc.tasks.decline(activity, "tip", "no need").state, "SKIPPED")
        self.assertEqual(orc.tasks.complete(activity, "check", "desk-2").state, "IN_REVIEW")
        self.assertEqual(orc.tasks.send_back(activity, "check", "once more").state, "PENDING")
        lease = orc.queue.reserve("porter")[0]
        (done,) = orc.queue.complete([{"task_id": lease.task_id, "lease_token": lease.lease_token, "worker_id": "porter"}])
        self.assertTrue(done["ok"])
        self.assertGreater(orc.stats()["open_activities"], 0)
        blocked = self.activity(Task("lift", "1h", skill="carry"))
        orc.queue.reserve("porter")
        self.assertEqual(orc.tasks.fail(blocked, "lift", "porter", reason="stuck", retry=False).state, "FAILED")
        self.assertEqual(orc.activities.fail(blocked, "it stays there").state, "FAILED")

    def test_every_call_is_made_here(self):
        here = pathlib.Path(__file__).read_text()
        short = {"escalations": "rules"}  # what it is called here
        parts = {name: part for name, part in vars(self.orc).items() if not name.startswith("_")}
        calls = [f"{short.get(name, name)}.{call}" for name, part in parts.items() for call in vars(type(part))]
        calls += [f"orc.{call}" for call in vars(Orchestrator)]
        made = [call for call in calls if "._" not in call and not isinstance(vars(Workers).get(call.split(".")[1]), property)]
        self.assertGreater(len(made), 50)
        self.assertEqual([call for call in made if f"{call}(" not in here and call != "orc.close"], [])

    def test_refusals_are_typed_and_point_at_the_field(self):
        with self.assertRaises(ValidationError) as caught:
            self.orc.tasks.enqueue(self.activity(), [Task("a", "1h"), Task("b", "soon")])
        self.assertEqual(caught.exception.errors[0].pointer, "/tasks/1/sla")
        with self.assertRaises(NotFoundError):
            self.orc.activities.get("act-0000000000000")
        with Orchestrator(token="wrong", url=self.url) as stranger, self.assertRaises(AuthError):
            stranger.activities.list()
        with self.assertRaises(ValidationError) as caught:
            self.orc.escalations.set_rule(when="sla_breach", then="notify", notify=["slack #ops"])
        self.assertEqual(caught.exception.errors[0].pointer, "/notify/0")

    def test_rules_are_set_changed_and_removed(self):
        rules = self.orc.escalations
        made = rules.set_rule(name="late", when="sla_breach", then="notify", notify=["slack:#ops"], grace="10m")
        self.assertEqual((made["version"], made["grace"], made["steps"][0]["notify"]), (1, "10m", ["slack:#ops"]))
        body = {key: made[key] for key in ("name", "when", "grace")}
        steps = [{"then": "raise_priority"}, {"after": "1h", "then": "reassign"}]
        changed = rules.change_rule(made["id"], {**body, "steps": steps})
        self.assertEqual((changed["version"], len(changed["steps"])), (2, 2))
        with self.assertRaises(ConflictError):
            rules.change_rule(made["id"], {**body, "steps": steps, "version": 1})
        self.assertEqual({**rules.get_rule(made["id"]), "last_evaluated_at": None}, {**changed, "last_evaluated_at": None})
        self.assertEqual([rule["built_in"] for rule in rules.rules() if rule["name"] != "late"], [True])
        tried = rules.dry_run("late", from_="2026-01-01T00:00:00Z", to="2026-01-02T00:00:00Z")
        self.assertEqual((tried["rule"]["name"], tried["would"]["firings"], tried["does"]), ("late", 0, None))
        self.assertEqual(rules.dry_run({**changed, "grace": "2h"})["difference"], {"more": 0, "less": 0})
        with self.assertRaises(NotFoundError):
            rules.dry_run("none")
        self.assertEqual([remark["severity"] for remark in rules.lint({**body, "then": "notify", "notify": ["slack:#x"]})], ["doubt"])
        self.assertEqual(rules.firings(made["id"])["items"], [])
        rules.remove_rule(made["id"])
        with self.assertRaises(NotFoundError):
            rules.get_rule(made["id"])
        self.assertEqual([one["version"] for one in rules.versions(made["id"])["items"]], [2, 1])
        first = rules.version(made["id"], 1)
        self.assertEqual((first["saved_at"], first["rule"]["steps"]), (made["updated_at"], made["steps"]))
        with self.assertRaises(NotFoundError):
            rules.version(made["id"], 3)
        with self.assertRaises(ConflictError):
            rules.remove_rule(next(rule["id"] for rule in rules.rules() if rule["built_in"]))

    def test_alerts_are_put_off_and_acknowledged(self):
        orc = self.orc
        rule = orc.escalations.set_rule(name="live late", when="sla_breach", then="notify", notify=["slack:#live"])
        activity = self.activity(Task("late", "1s", skill="nobody_has_it"))
        mine = lambda **which: [alert for alert in orc.alerts.list(limit=1000, **which) if alert.activity_id == activity]
        kinds = {"sla_breach", "no_eligible_worker"}
        self.until(lambda: {alert.kind for alert in mine(open=True)}, kinds.issubset)
        alert = next(alert for alert in mine() if alert.kind == "sla_breach")
        self.assertEqual((alert.task, alert.acknowledged_at, alert.snoozed_until), ("late", None, None))
        self.assertLessEqual(alert.raised_at, datetime.now(timezone.utc) + timedelta(seconds=60))

        put_off = orc.alerts.snooze(alert.id, timedelta(minutes=30))
        self.assertGreater(put_off.snoozed_until, alert.raised_at + timedelta(minutes=29))
        self.assertNotIn(alert.id, [each.id for each in mine(open=True)])
        self.assertEqual([each.id for each in mine(snoozed=True)], [alert.id])
        with self.assertRaises(ValidationError) as refused:
            orc.alerts.snooze(alert.id, "8d")
        self.assertEqual(refused.exception.errors[0].pointer, "/for")

        done = orc.alerts.ack(alert.id)
        self.assertIsNotNone(done.acknowledged_at)
        self.assertTrue(done.acknowledged_by)
        self.assertEqual(orc.alerts.ack(alert.id).acknowledged_at, done.acknowledged_at)  # said twice, done once
        with self.assertRaises(ConflictError):
            orc.alerts.snooze(alert.id, "30m")
        with self.assertRaises(NotFoundError):
            orc.alerts.ack("alr-0000000000000")
        firing = orc.escalations.firings(rule["id"])["items"][0]
        self.assertEqual((firing["activity_id"], firing["task"]), (activity, "late"))
        told = orc.alerts.get(alert.id)
        self.assertEqual((told.id, told.acknowledged_at), (alert.id, done.acknowledged_at))
        self.assertIn(firing["at"], [one["at"] for rule in told.followers for one in rule["firings"]])
        with self.assertRaises(NotFoundError):
            orc.alerts.get("alr-0000000000000")
        tried = orc.escalations.dry_run("live late", from_=datetime.now(timezone.utc) - timedelta(days=1))
        self.assertGreaterEqual(tried["would"]["firings"], 1)
        orc.escalations.remove_rule(rule["id"])

    def test_messages_are_listed_and_sent_again(self):
        orc = self.orc
        sent = orc.notifications.test("sms:+15550004321")  # nothing is set up to send it with
        self.assertEqual((sent.to, sent.channel, sent.kind), ("sms:+15550004321", "sms", "test"))
        find = lambda **which: [each for each in orc.notifications.list(channel="sms", **which) if each.id == sent.id]
        (dead,) = self.until(lambda: find(state="dead"), len)
        self.assertEqual((dead.attempts, find(state="sent")), (1, []))
        self.assertIn("not configured", dead.error)
        again = orc.notifications.resend(sent.id)
        self.assertEqual((again.id, again.to), (sent.id, sent.to))
        self.until(lambda: find(state="dead"), len)
        shown = orc.notifications.test("console:desk")
        self.assertEqual(shown.state, "sent")
        with self.assertRaises(ConflictError):
            orc.notifications.resend(shown.id)
        with self.assertRaises(NotFoundError):
            orc.notifications.resend("ntf-0000000000000")
        pages, cursor = [], None
        while sent.id not in pages:
            page = orc.notifications.list(limit=1, cursor=cursor)
            pages += [each.id for each in page]
            cursor = page.next_cursor
        self.assertEqual(len(set(pages)), len(pages))
        self.assertIn(shown.id, pages)  # newest first

    def test_the_stream_tells_what_changes(self):
        with self.orc.stream() as stream:
            events = iter(stream)
            self.assertIn("open_activities", next(event for event in events if event.kind == "stats").data)
            activity = self.activity(Task("a", "1h"))
            seen = next(event for event in events if event.kind == "task" and event.data["activity_id"] == activity)
            self.assertEqual((seen.data["name"], seen.data["state"]), ("a", "PENDING"))
            place = stream.last_event_id
        self.assertIsNone(next(events, None))  # closed
        self.orc.tasks.complete(activity, "a", worker_id="w-1")
        with self.orc.stream(last_event_id=place) as stream:
            self.assertEqual(next(e for e in stream if e.kind == "task").data["state"], "COMPLETED")
        with self.orc.stream(last_event_id="another-1") as stream:
            self.assertEqual(next(iter(stream)).kind, "resync")
        with Orchestrator(token="wrong", url=self.url) as stranger, self.assertRaises(AuthError):
            next(iter(stranger.stream()))

    def test_closing_ends_a_stream_that_waits(self):
        stream = self.orc.stream()
        heard = threading.Event()
        ended = threading.Event()

        def listen():
            for _ in stream:
                heard.set()
            ended.set()

        threading.Thread(target=listen, daemon=True).start()
        self.assertTrue(heard.wait(TIMEOUT))
        stream.close()
        self.assertTrue(ended.wait(TIMEOUT))

    def test_the_same_key_creates_once(self):
        first = self.orc.activities.create("c", "i", "1h", idempotency_key="live-1")
        self.assertEqual(self.orc.activities.create("c", "i", "1h", idempotency_key="live-1"), first)

    def test_calendars(self):
        hours = {"monday": ["09:00-12:00", "13:00-17:00"], "friday": ["09:00-12:00"]}
        made = self.orc.calendars.set("py-office", "Europe/Madrid", hours)
        self.assertEqual((made["version"], made["hours"]), (1, hours))
        self.assertEqual(self.orc.calendars.list()[0]["name"], "24x7")
        activity = self.orc.activities.create("c", "i", "4h", calendar="py-office", tasks=[Task("t", "2h")])
        self.assertEqual(self.orc.activities.get(activity).calendar, "py-office")
        self.assertEqual(self.orc.calendars.explain(activity, "t")["calendar"], "py-office")
        self.assertEqual(self.orc.calendars.explain(activity)["sla"], "4h")
        effect = self.orc.calendars.preview("py-office", "Asia/Tokyo", hours)
        self.assertEqual((effect["clocks"], effect["complete"]), (2, True))
        ics = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20300101\nEND:VEVENT\nEND:VCALENDAR\n"
        self.assertEqual(self.orc.calendars.import_holidays("py-office", ics, preview=True)["added"], 1)
        self.assertEqual(self.orc.calendars.get("py-office")["holidays"], [])
        self.orc.calendars.import_holidays("py-office", ics)
        self.assertEqual(self.orc.calendars.get("py-office")["holidays"], [{"date": "2030-01-01", "name": ""}])
        with self.assertRaises(ConflictError):
            self.orc.calendars.remove("py-office")
        self.orc.activities.cancel(activity, "over")
        self.orc.calendars.remove("py-office")

    def test_intents(self):
        tasks = [Task("look", "4h"), Task("mend", "1d", skill="road_crew", optional=True)]
        made = self.orc.intents.set(
            "py-lamp", "2d", tasks, title="A lamp is dark", thresholds={"due_soon": 0.5, "at_risk": 0.8}, confirmation="button"
        )
        self.assertEqual((made["version"], made["title"], made["confirmation"]), (1, "A lamp is dark", "button"))
        self.assertIn("py-lamp", [intent["name"] for intent in self.orc.intents.list()])
        activity = self.orc.activities.get(self.orc.activities.create("c", "py-lamp", from_template=True))
        self.assertEqual([task.name for task in activity.tasks], ["look", "mend"])
        self.assertEqual(self.orc.calendars.explain(activity.id, "look")["thresholds"], {"due_soon": 0.5, "at_risk": 0.8})
        other = self.orc.activities.create("c", "py-free", "1h", from_template="py-lamp")
        self.assertEqual(self.orc.activities.get(other).intent, "py-free")
        with self.assertRaises(ValidationError):
            self.orc.intents.set("py-lamp", "2d", thresholds={"due_soon": 0.9, "at_risk": 0.5})
        self.assertEqual(self.orc.intents.get("py-lamp")["version"], 1)
        self.orc.intents.remove("py-lamp")
        with self.assertRaises(NotFoundError):
            self.orc.intents.get("py-lamp")
        for opened in (activity.id, other):
            self.orc.activities.cancel(opened, "over")

    def test_workers(self):
        clerk = self.orc.workers.register(Worker("Alice (County Clerk)", ["ship"], channel="email:alice@county.gov"))
        self.assertEqual((clerk.id, clerk.kind), ("alice-county-clerk", "human"))
        self.assertEqual(self.orc.workers.update(skills={"ship": 5, "scan": 2}).skills, {"ship": 5, "scan": 2})
        self.assertIn(clerk.id, [worker.id for worker in self.orc.workers.list()])
        self.orc.workers.remove(clerk.id)
        with self.assertRaises(NotFoundError):
            self.orc.workers.get(clerk.id)

    def test_who_is_there_and_who_goes_away(self):
        orc = self.orc
        ann = orc.workers.register(Worker("Staff Ann", {"survey": 5}, channel="email:ann@county.gov", language="es"))
        self.assertEqual(ann.language, "es")
        activity = self.activity(Task("survey", "48h"))
        self.assertEqual(orc.tasks.get(activity, "survey").worker_id, "staff-ann")
        orc.workers.register(Worker("Staff Bob", ["survey"], channel="email:bob@county.gov"))
        rows = {row["id"]: row for row in orc.workers.staffing(limit=1000)["items"]}
        self.assertEqual((rows["staff-ann"]["presence"], rows["staff-ann"]["offered"]), ("here", 1))
        start = datetime.now(timezone.utc)
        leave = {"from": start, "to": start + timedelta(hours=8), "substitute": "staff-bob"}
        plan = orc.workers.absence_drill("staff-ann", leave["from"], leave["to"], "staff-bob")
        self.assertEqual([(task["name"], task["to"]) for task in plan["tasks"]], [("survey", "staff-bob")])
        self.assertEqual(orc.tasks.get(activity, "survey").worker_id, "staff-ann")
        self.assertEqual(len(orc.workers.update("staff-ann", leave=[leave]).leave), 1)
        moved = self.until(lambda: orc.tasks.get(activity, "survey"), lambda task: task.worker_id == "staff-bob")
        self.assertEqual(moved.state, "PENDING")
        self.assertIs(orc.workers.update("staff-ann", available=False).extra["available"], False)
        orc.tasks.complete(activity, "survey", "staff-bob")
        self.assertEqual(orc.tasks.undo(activity, "survey", "staff-bob").state, "IN_PROGRESS")
        with self.assertRaises(ValidationError) as refused:
            orc.workers.update("staff-ann", language="fr", capacity=0)
        self.assertEqual({error.pointer for error in refused.exception.errors}, {"/language", "/capacity"})

    def test_reserve_and_complete_in_bulk(self):
        activity = self.activity(Task("x", "1h", skill="bulk"), Task("y", "1h", [], skill="bulk"))
        self.orc.workers.register(Worker("bulk-bot", ["bulk"]))
        leases = self.orc.queue.reserve(max=10)
        self.assertEqual({lease.name for lease in leases}, {"x", "y"})
        items = [{"task_id": l.task_id, "lease_token": l.lease_token, "worker_id": "bulk-bot"} for l in leases]
        done, more = self.orc.queue.complete_and_reserve(items)
        self.assertEqual(([one["ok"] for one in done], more), ([True, True], []))
        self.assertEqual(self.orc.activities.get(activity).state, "COMPLETED")

    def test_a_worker_loop_does_the_work(self):
        activity = self.activity(Task("good", "1h", skill="loop_good"), Task("bad", "1h", [], skill="loop_bad"))
        loop = WorkerLoop(self.orc, Worker("loop-bot"), concurrency=2, wait_s=20)
        failed = threading.Event()
        loop.skill("loop_good")(lambda job: {"by": job.worker_id})

        @loop.skill("loop_bad")
        def bad(job):
            failed.set()
            raise TaskFailed("cannot", retry=False)

        thread = threading.Thread(target=loop.run)
        thread.start()
        self.addCleanup(thread.join, TIMEOUT)
        self.addCleanup(loop.stop)
        self.assertTrue(failed.wait(TIMEOUT))
        late = self.activity(Task("late", "1h", skill="loop_good"))  # it is polling by now
        done = self.until(lambda: self.orc.tasks.get(late, "late"), lambda task: task.state == "COMPLETED")
        self.assertEqual((done.worker_id, done.result), ("loop-bot", {"by": "loop-bot"}))
        bad_task = self.until(lambda: self.orc.tasks.get(activity, "bad"), lambda task: task.state == "FAILED")
        self.assertEqual(bad_task.reason, "cannot")
        loop.stop()
        thread.join(TIMEOUT)
        self.assertFalse(thread.is_alive())

    def test_people_see_to_what_a_machine_is_not_sure_of(self):
        orc = self.orc
        orc.workers.register(Worker("agent-7", ["judge"], kind="agent"))
        activity = self.activity(Task("judge", "1h", confidence_floor=0.8, max_attempts=1))
        lease = orc.queue.reserve("agent-7")[0]
        self.assertIsNone(lease.proposal)
        beat = orc.tasks.heartbeat(activity, "judge", "agent-7", lease_token=lease.lease_token, progress=40, note="page 2")
        self.assertEqual((beat.progress, beat.progress_note), (40, "page 2"))
        orc.workers.register(Worker("ann", ["judge"], kind="human"))
        seen = orc.tasks.complete(activity, "judge", "agent-7", lease_token=lease.lease_token, result="yes", confidence=0.4)
        self.assertEqual((seen.state, seen.for_humans, seen.confidence), ("PENDING", True, 0.4))
        self.assertEqual(orc.queue.reserve("agent-7"), [])
        taken = orc.queue.reserve("ann")[0]
        self.assertEqual(taken.proposal, {"worker_id": "agent-7", "result": "yes", "confidence": 0.4})
        done = orc.tasks.complete(activity, "judge", "ann", lease_token=taken.lease_token, result="no")
        self.assertEqual((done.state, done.review_outcome, done.result), ("COMPLETED", "corrected", "no"))
        event = next(e for e in orc.activities.events(activity) if e["kind"] == "task.completed")
        self.assertEqual((event["detail"]["before"]["result"], event["detail"]["after"]["result"]), ("yes", "no"))

    def test_a_review_is_approved_with_a_correction(self):
        orc = self.orc
        activity = self.activity(Task("read", "1h", review="human"))
        waits = orc.tasks.complete(activity, "read", "agent-9", result={"dose": 1}, confidence=0.9)
        self.assertEqual((waits.state, waits.proposed_by), ("IN_REVIEW", "agent-9"))
        done = orc.tasks.approve(activity, "read", result={"dose": 2})
        self.assertEqual((done.state, done.review_outcome, done.result), ("COMPLETED", "corrected", {"dose": 2}))

    def test_a_held_task_reaches_the_worker_loop(self):
        loop = WorkerLoop(self.orc, Worker("cancel-bot"), wait_s=20, lease_s=3)
        began, ended = threading.Event(), threading.Event()
        why = []

        @loop.skill("cancel_me")
        def work(job):
            began.set()
            job.lost.wait(TIMEOUT)
            why.append(job.why_lost)
            ended.set()
            job.check()

        activity = self.activity(Task("cancel_me", "1h"))
        thread = threading.Thread(target=loop.run)
        thread.start()
        self.addCleanup(thread.join, TIMEOUT)
        self.addCleanup(loop.stop)
        self.assertTrue(began.wait(TIMEOUT))
        self.orc.tasks.hold(activity, "cancel_me", "wait for the citizen")
        self.assertTrue(ended.wait(TIMEOUT))
        self.assertIn("ON_HOLD", why[0])

    def test_what_a_worker_says_of_its_work_is_put_as_the_server_takes_it(self):
        loop = WorkerLoop(self.orc, Worker("vivid-bot"), wait_s=20, lease_s=3)
        go_on = threading.Event()
        self.addCleanup(go_on.set)

        @loop.skill("vivid")
        def work(job):
            job.progress(40, "\x1b[32mdone\x1b[0m \udcff " + "\U0001f600" * 200)
            go_on.wait(TIMEOUT)
            raise TaskFailed("\x1b[31mbad\x1b[0m \udcff " + "\U0001f600" * 2000)

        activity = self.activity(Task("vivid", "1h"))
        thread = threading.Thread(target=loop.run)
        thread.start()
        self.addCleanup(thread.join, TIMEOUT)
        self.addCleanup(loop.stop)
        task = self.until(lambda: self.orc.tasks.get(activity, "vivid"), lambda task: task.progress == 40)
        self.assertTrue(task.progress_note.startswith("\ufffd[32mdone"), task.progress_note)
        go_on.set()
        task = self.until(lambda: self.orc.tasks.get(activity, "vivid"), lambda task: task.reason)
        self.assertEqual(task.state, "PENDING")  # another attempt may bring more
        self.assertTrue(task.reason.startswith("\ufffd[31mbad"), task.reason)

    def until(self, ask, good):
        pause = threading.Event()
        for _ in range(300):
            answer = ask()
            if good(answer):
                return answer
            pause.wait(0.1)
        self.fail("did not come about: %r" % (answer,))


if __name__ == "__main__":
    unittest.main()
