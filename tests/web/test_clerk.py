# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The mail with a link, from the assignment to the end of the activity: a real server, mail server and browser."""

import contextlib
import io
import json
import pathlib
import re
import subprocess
import sys
import unittest
from unittest import mock

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "notify"))

from desk import DeskTest
from hms_act import Orchestrator, Task, Worker
from sinks import MailSink

LINK = re.compile(r"^(http://127\.0\.0\.1:[0-9]+/t/[A-Za-z0-9_-]+)$", re.MULTILINE)
CODE = re.compile(r"^([23456789ABCDEFGHJKMNPQRSTVWXYZ]{6})$", re.MULTILINE)


class ClerkTest(DeskTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = subprocess.Popen(["node", HERE / "browser.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.browser.communicate)

    def begin(self, *options, language=None, button=False):
        """The clerk of chapter 6 is registered, and the activity of chapter 3 has come to ship_physical, which is offered."""
        self.mail = self.sink(MailSink)
        self.start("--virtual-time", "--smtp", f"smtp://127.0.0.1:{self.mail.port}", "--mail-from", "desk@county.gov",
                   *options)
        session = {}
        with mock.patch.dict("os.environ", {"HMS_ACT_URL": self.server.url}), contextlib.redirect_stdout(io.StringIO()):
            for name in ("3_2_submit", "3_4_complete", "6_human_clerk"):
                text = (HERE.parent / "seed/snippets" / f"{name}.py").read_text(encoding="utf-8")
                exec(compile(text, name, "exec"), session)
        self.activity = session["activity_id"]
        for name in ("fetch_vaccine_log", "generate_pdf"):
            self.orc.tasks.complete(self.activity, name, worker_id="bot")
        if button:
            self.orc.intents.set("replace_vaccine_card", "48h", confirmation="button")
        if language:
            self.orc.workers.update("alice-county-clerk", language=language)
        self.orc.tasks.opt_in(self.activity, "ship_physical")

    def links(self):
        return self.orc._transport.call("GET", f"/activities/{self.activity}/tasks/ship_physical/links")["items"]

    def mailed(self, codes=1):
        """→ link and code of the mail to Alice; each link is in one mail, and only the newest is good."""
        links = self.links()
        self.assertEqual((links[0]["worker_id"], links[0]["state"]), ("alice-county-clerk", "open"))
        mail = self.mail.arrivals.wait(lambda items: len(items) >= len(links))[-1]
        self.assertEqual(mail.to, "alice@county.gov")
        text = mail.text()
        (link,), found = LINK.findall(text), CODE.findall(text)
        self.assertEqual(len(found), codes)
        self.assertEqual(text.count("://"), 1)
        self.assertNotIn("jordan", text + mail.text("html"))
        self.assertIn(f'href="{link}"', mail.text("html"))
        return (link, *found)

    def task(self):
        return self.orc.tasks.status(self.activity, "ship_physical")

    def turn(self, by):
        self.orc._transport.call("POST", "/sandbox/advance", {"by": by})

    def browse(self, *steps):
        print(json.dumps(steps), file=self.browser.stdin, flush=True)
        line = self.browser.stdout.readline()
        self.assertTrue(line, "the browser has ended")
        done = json.loads(line)
        self.assertEqual(done.get("failure"), None)
        return done["results"]

    def test_the_clerk_of_chapter_6_completes_the_task_from_the_mail(self):
        self.begin()
        link, code = self.mailed()
        opened, styled, typed, again = self.browse({"look": {"strict": True}}, {"open": link}, {"styled": True},
                                                   {"answer": {"outcome": "done", "code": code}}, {"open": link})[1:]
        self.assertEqual(styled, {"corners": "12px", "complaints": []})
        self.assertEqual((opened["status"], typed["status"], again["status"]), (200, 200, 200))
        self.assertIn("You marked this task as done", typed["text"])
        self.assertIn("Was that a slip?", again["text"])
        self.assertEqual((self.task().state, self.task().worker_id), ("COMPLETED", "alice-county-clerk"))
        self.assertEqual(self.orc.activities.get(self.activity).state, "COMPLETED")
        kinds = [(event["kind"], event["actor"]) for event in self.events()]
        self.assertIn(("task.completed", "mail:alice-county-clerk"), kinds)
        self.assertNotIn(code, json.dumps(self.events()))
        for file in self.folder.glob("test.db*"):  # nothing readable is left behind
            self.assertNotIn(code.encode(), file.read_bytes())

        undone = self.browse({"open": link}, {"undo": code})[-1]
        self.assertEqual(undone["status"], 200)
        self.assertIn("with you again", undone["text"])
        self.assertEqual(self.task().state, "IN_PROGRESS")
        self.assertEqual(self.orc.activities.get(self.activity).state, "OPEN")

    def events(self):
        return self.orc._transport.call("GET", f"/activities/{self.activity}/events?limit=1000")["items"]

    def test_it_works_by_keyboard_alone(self):
        self.begin()
        link, code = self.mailed()
        steps = [{"open": link}, {"press": ["Tab", "Tab"]}, {"press": ["Space"]}, {"press": ["Tab"]},
                 {"press": ["Tab", "text:" + code]}, {"press": ["Tab"]}]
        self.assertEqual(self.browse(*steps)[1:], ["done", "done", "reason", "code", "Send answer"])
        later = [{"open": link}, {"press": ["Tab", "Tab", "ArrowDown", "ArrowDown"]}, {"press": ["Tab"]}, {"press": ["Tab"]}]
        self.assertEqual(self.browse(*later)[1:], ["more_time", "extend", "reason"])  # asked only of who needs it

    def test_every_state_is_accessible_in_both_languages_and_fits_a_phone(self):
        for locale in ("en-US", "es-MX"):
            with self.subTest(locale):
                self.begin()
                link, code = self.mailed()
                look = {"locale": locale, "width": 320, "height": 640}
                check = [{"axe": True}, {"overflow": True}]
                answers = [{"outcome": "decline"}, {"outcome": "done", "code": "AAAAA2"},
                           {"outcome": "more_time", "code": code}, {"outcome": "more_time", "code": code, "reason": "x", "extend": "3"},
                           {"outcome": "done", "code": code}]
                steps = [{"look": look}, {"open": link}, *check, {"look": {**look, "scheme": "dark"}}, {"open": link}, *check]
                for answer in answers:
                    steps += [{"answer": answer}, *check]
                steps += [{"undo": "AAAAA2"}, *check, {"undo": code}, *check, {"open": link + "x"}, *check]
                self.clean(self.browse(*steps))
                self.orc.tasks.hold(self.activity, "ship_physical", "wait")
                held = self.browse({"look": look}, {"open": link}, *check)
                self.clean(held)
                self.assertEqual(held[1]["status"], 410)
                link, code = self.resumed()
                given_back = {"answer": {"outcome": "decline", "code": code, "reason": "x"}}
                self.clean(self.browse({"look": look}, {"open": link}, given_back, *check, {"undo": code}, *check))
                self.assertEqual((self.task().state, self.task().worker_id), ("PENDING", "alice-county-clerk"))
                self.server.stop()

    def test_what_a_machine_proposes_is_accessible_and_fits_a_phone(self):
        self.begin()
        self.orc.workers.register(Worker("agent", ["judge"], kind="agent"))
        self.orc.tasks.enqueue(self.activity, [Task("judge", sla="24h", needs=[], confidence_floor=0.9)])
        self.orc._transport.call("POST", "/queue/reserve", {"worker_id": "agent"})
        self.orc.workers.update("alice-county-clerk", skills=["ship_physical", "judge"])
        self.orc.tasks.complete(self.activity, "judge", worker_id="agent", result={"address": "x" * 900}, confidence=0.3)
        mail = self.mail.arrivals.wait(lambda items: len(items) >= 2)[-1]
        (link,), (code,) = LINK.findall(mail.text()), CODE.findall(mail.text())
        check = [{"axe": True}, {"overflow": True}]
        for locale in ("en-US", "es-MX"):
            for scheme in ("light", "dark"):
                look = {"locale": locale, "width": 320, "height": 640, "scheme": scheme}
                self.clean(self.browse({"look": look}, {"open": link}, *check))
        done = self.browse({"open": link}, {"answer": {"outcome": "done", "code": code, "reason": "fine"}})[-1]
        self.assertEqual(done["status"], 200)
        self.assertEqual(self.orc.tasks.status(self.activity, "judge").result, {"address": "x" * 900})

    def test_where_the_button_is_enough_there_is_no_code(self):
        self.begin(button=True)
        (link,) = self.mailed(codes=0)
        check = [{"axe": True}, {"overflow": True}]
        for locale in ("en-US", "es-MX"):
            look = {"look": {"locale": locale, "width": 320, "height": 640}}
            steps = [look, {"open": link}, *check, {"answer": {}}, *check, {"answer": {"outcome": "done"}}, *check]
            results = self.browse(*steps)
            self.clean(results)
            self.assertEqual([each["status"] for each in results if isinstance(each, dict)], [200, 422, 200])
            self.assertEqual(self.task().state, "COMPLETED")
            self.clean(self.browse(look, {"open": link}, *check, {"undo": None}, *check))
            self.assertEqual(self.task().state, "IN_PROGRESS")

    def resumed(self):
        self.orc.tasks.resume(self.activity, "ship_physical")
        return self.mailed()

    def clean(self, results):
        pages = [each for each in results if isinstance(each, dict)]
        self.assertTrue(pages)
        for each in results:
            if isinstance(each, list):
                self.assertEqual(each, [], pages)
            elif isinstance(each, int):
                self.assertLessEqual(each, 0, pages)

    def test_mail_and_page_speak_the_clerks_language(self):
        self.begin(language="es")
        link, code = self.mailed()
        self.assertIn("Trabajo para usted: ship_physical", self.mail.arrivals.items[-1].message["Subject"])
        look = {"look": {"locale": "en-US"}}
        opened, chosen, done = self.browse(look, {"open": link}, {"open": link + "?lang=en"},
                                           {"answer": {"outcome": "done", "code": code}})[1:]
        self.assertIn("Enviar respuesta", opened["text"])
        self.assertIn("Send answer", chosen["text"])
        self.assertIn("You marked this task as done", done["text"])  # it stays as the reader chose

    def test_a_browser_that_follows_and_sends_everything_by_script_changes_nothing(self):
        self.begin()
        link, _ = self.mailed()
        before = self.task().version, self.events()
        (seen,) = self.browse({"scan": link})
        self.assertEqual((seen["pages"], seen["scripts"]), (3, 0))  # as it is, and in each language
        self.assertEqual(len(seen["statuses"]), 16)
        self.assertLessEqual(set(seen["statuses"]), {403, 422})
        self.assertEqual((self.task().version, self.events()), before)
        (open_link,) = self.links()
        self.assertEqual((open_link["state"], open_link["tries_left"]), ("open", 5))
        self.assertLessEqual({"no_code", "too_soon"}, set(open_link["machine_signs"]))

    def held(self):
        """Alice has it and has put it on hold: it stays with her, however long that takes."""
        token = self.orc._transport.call("POST", "/tokens", {"name": "alice", "role": "clerk", "worker_id": "alice-county-clerk"})
        with Orchestrator(token=token["token"], url=self.server.url) as alice:
            alice.queue.reserve("alice-county-clerk")
            alice.tasks.hold(self.activity, "ship_physical", "wait")

    def test_a_link_that_is_too_old_says_so_in_both_languages(self):
        self.begin()
        link, _ = self.mailed()
        self.held()
        self.turn("7d")
        for locale, words in (("en-US", "This link has expired."), ("es-MX", "Este enlace ha caducado.")):
            look = {"locale": locale, "width": 320, "height": 640}
            seen = self.browse({"look": look}, {"open": link}, {"axe": True}, {"overflow": True})
            self.clean(seen)
            self.assertEqual(seen[1]["status"], 410)
            self.assertIn(words, seen[1]["text"])
            self.assertNotIn("ship_physical", seen[1]["text"])

    def test_the_link_is_withdrawn_with_the_task(self):
        self.begin()
        link, _ = self.mailed()
        self.turn("23h")
        self.assertEqual(self.browse({"open": link})[0]["status"], 200)
        self.orc.tasks.skip(self.activity, "ship_physical", "by courier")
        self.assertEqual(self.browse({"open": link})[0]["status"], 410)


if __name__ == "__main__":
    unittest.main()
