# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that go through a running server."""

import contextlib
import fcntl
import http.server
import json
import os
import signal
import threading
import unittest

from program import ProgramTest


class ServerTest(ProgramTest):
    def sandbox(self):
        url = self.serve("--sandbox", "--no-sample", "--db", self.db)
        self.environment.update(HMS_ACT_URL=url, HMS_ACT_TOKEN="demo-sandbox-token")

    def test_a_request_from_its_creation_to_its_end(self):
        self.sandbox()
        activity = self.json("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "48h")["id"]
        self.act("task", "enqueue", activity, "verify", "--sla", "2h")
        tasks = os.path.join(self.folder, "tasks.json")
        with open(tasks, "w") as file:
            json.dump([{"name": "print", "sla": "1h"}, {"name": "ship", "sla": "1d", "optional": True}], file)
        self.act("task", "enqueue-file", activity, "--tasks", tasks)
        table = self.act("task", "list", activity).splitlines()
        self.assertEqual([line.split()[:2] for line in table[1:]],
                         [["verify", "PENDING"], ["print", "WAITING(for:verify)"], ["ship", "OPTIONAL"]])  # fmt: skip
        self.act("worker", "register", "Bot 1", "--skills", "verify,print=5")
        self.assertIn("verify=3", self.act("worker", "list"))
        self.act("worker", "update", "bot-1", "--skills", "verify=4,print=5")
        self.act("worker", "update", "bot-1", "--skills", "verify,print=2,a%1b=4")  # who says no level means none
        self.assertIn("a%1b=4 print=2 verify=4", self.act("worker", "list"))
        self.act("worker", "update", "bot-1", "--capacity", "3")
        (lease,) = self.json("queue", "reserve", "bot-1", "--max", "5")["items"]
        self.act("task", "complete", activity, "verify", "--worker", "bot-2", "--lease-token",
                 str(lease["lease_token"]), status=1)  # fmt: skip
        self.assertIn("bot-1", self.said)
        done = self.json("task", "complete", activity, "verify", "--worker", "bot-1", "--lease-token",
                         str(lease["lease_token"]), "--result", '{"ok": true}')  # fmt: skip
        self.assertEqual((done["state"], done["result"]), ("COMPLETED", {"ok": True}))
        self.assertEqual([task["name"] for task in self.json("queue", "list", "--state", "PENDING")["items"]], ["print"])
        self.act("task", "decline", activity, "ship")
        self.act("task", "hold", activity, "print", "--reason", "out of paper")
        self.act("task", "resume", activity, "print")
        self.act("task", "complete", activity, "print", "--worker", "bot-1")
        self.assertEqual(self.json("activity", "show", activity)["state"], "COMPLETED")
        self.assertIn("verify", self.act("activity", "show", activity))
        self.act("activity", "cancel", activity, "--reason", "too late", status=1)
        self.assertIn("task.completed", self.act("activity", "events", activity))
        self.act("worker", "remove", "bot-1")
        self.assertEqual(self.json("alert", "list")["items"], [])

    def test_what_was_shown_can_be_set(self):
        self.sandbox()
        self.act("rule", "set", "late", "--when", "unassigned", "--threshold", '"2h"', "--then", "notify", "--notify", "slack:#a")
        self.act("intent", "set", "lamp", "--sla", "2d", "--title", "A lamp is dark")
        self.act("calendar", "set", "office", "--zone", "UTC", "--hours", '{"monday": ["09:00-17:00"]}')
        file = os.path.join(self.folder, "shown.json")
        for group, name, option, field, to in (
            ("rule", "late", "grace", "grace", "5m"), ("intent", "lamp", "sla", "sla", "3d"),
            ("calendar", "office", "zone", "time_zone", "Europe/Madrid"),
        ):  # fmt: skip
            with self.subTest(group):
                shown = self.json(group, "show", name)
                with open(file, "w", encoding="utf-8") as written:
                    json.dump(shown, written)
                changed = self.json(group, "set", name, "--file", file, "--" + option, to)
                self.assertEqual(changed["version"], 2)
                others = {"version", "updated_at", "last_evaluated_at", field}
                self.assertEqual(changed[field], to)
                self.assertEqual([changed[one] for one in shown.keys() - others], [shown[one] for one in shown.keys() - others])
                copy = self.json(group, "set", "copy", "--file", file)
                self.assertEqual((copy["name"], copy["version"], copy[field]), ("copy", 1, shown[field]))
        self.act("intent", "set", "lamp", status=2)
        self.assertIn("--sla is missing", self.said)
        with open(file, "w", encoding="utf-8") as written:
            written.write("[1]")
        self.act("intent", "set", "lamp", "--sla", "1h", "--file", file, status=2)
        self.assertIn("holds no object", self.said)

    def problem(self, *arguments, status=1, **environment):
        """What is said on standard error with --json."""
        self.act(*arguments, "--json", status=status, **environment)
        return json.loads(self.said)

    def test_a_refusal_is_json_where_answers_are(self):
        self.sandbox()
        none = self.problem("activity", "show", "act-none")
        self.assertEqual((none["status"], none["type"]), (404, "urn:hms-act:problem:not-found"))
        bad = self.problem("worker", "register", "Ann", "--skills", "dig", "--kind", "cat", "--capacity", "0")
        self.assertEqual((bad["status"], [one["pointer"] for one in bad["errors"]]), (422, ["/kind", "/capacity"]))
        self.assertEqual(self.problem("rule", "show", "late")["status"], 404)
        self.assertEqual(self.problem("queue", "list", HMS_ACT_TOKEN="x")["status"], 401)
        self.assertEqual(self.problem("queue", "list", HMS_ACT_TOKEN="", status=2)["status"], 401)
        away = self.problem("queue", "list", HMS_ACT_URL="http://127.0.0.1:1")  # nobody is there to refuse
        self.assertEqual((away["title"], "status" in away), ("No answer", False))
        self.assertIn("127.0.0.1", away["detail"])
        for words in (["fly"], ["queue", "list", "--colour"], ["queue", "list", "--url", "ftp://x"], ["bench", "nothing"]):
            with self.subTest(words):
                self.assertEqual(self.problem(*words, status=2)["status"], 422)
        role = self.problem("token", "create", "x", "--role", "king")
        self.assertEqual([one["pointer"] for one in role["errors"]], ["/role"])
        self.assertEqual(self.problem("db", "status", "--db", self.db + "x", status=2)["status"], 503)

    def test_who_is_there_and_where_work_would_go(self):
        self.sandbox()
        self.act("worker", "register", "Ann", "--skills", "dig=5", "--channel", "email:ann@county.gov", "--language", "es")
        activity = self.json("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "48h")["id"]
        self.act("task", "enqueue", activity, "dig", "--sla", "24h")
        self.act("worker", "register", "Bob", "--skills", "dig")
        self.assertEqual(self.json("worker", "show", "ann")["language"], "es")
        staff = self.json("worker", "staffing")
        self.assertEqual({row["id"]: row["offered"] for row in staff["items"]}, {"ann": 1, "bob": 0})
        plan = self.json("worker", "drill", "ann", "--from", "2030-01-01T00:00:00Z", "--to", "2030-01-08T00:00:00Z",
                         "--substitute", "bob")  # fmt: skip
        self.assertEqual([(task["name"], task["to"]) for task in plan["tasks"]], [("dig", "bob")])
        leave = {"from": plan["leave"]["from"], "to": plan["leave"]["to"], "substitute": "bob"}
        self.assertEqual(self.json("worker", "update", "ann", "--leave", json.dumps([leave]))["leave"], [leave])
        self.act("worker", "update", "bob", "--away")
        self.assertIn("not_available", self.act("worker", "staffing"))
        self.act("task", "complete", activity, "dig", "--worker", "ann")
        self.assertEqual(self.json("task", "undo", activity, "dig", "--worker", "ann")["state"], "IN_PROGRESS")
        self.act("worker", "update", "ann", "--capacity", "0", status=1)
        self.assertIn("--capacity: ", self.said)
        self.act("worker", "update", "ann", "--language", "fr", status=1)
        self.assertIn("--language: ", self.said)

    def test_what_was_given_up_is_sent_again(self):
        self.sandbox()
        sent = self.json("notification", "test", "sms:+15550004321")["id"]  # nothing is set up to send it with
        self.until(lambda: sent in self.act("notification", "list", "--state", "dead", "--channel", "sms"))
        self.assertIn("not configured", self.act("notification", "list"))
        self.assertEqual(self.json("notification", "resend", sent)["id"], sent)
        shown = self.json("notification", "test", "console:desk")["id"]
        self.act("notification", "resend", shown, status=1)
        self.assertIn("only what was given up", self.said)

    def test_intents(self):
        self.sandbox()
        file = os.path.join(self.folder, "tasks.json")
        with open(file, "w") as tasks:
            json.dump([{"name": "look", "sla": "4h"}, {"name": "mend", "sla": "1d", "optional": True}], tasks)
        made = self.json("intent", "set", "lamp", "--sla", "2d", "--title", "A lamp is dark", "--tasks", file, "--thresholds",
                         '{"due_soon": 0.5, "at_risk": 0.8}', "--confirmation", "button")  # fmt: skip
        self.assertEqual((made["version"], len(made["tasks"])), (1, 2))
        self.assertIn("A lamp is dark", self.act("intent", "list"))
        self.assertRegex(self.act("intent", "show", "lamp"), r"(?s)button.*NAME +SLA +SKILL.*\nmend +1d ")
        activity = self.json("activity", "create", "--citizen", "c", "--intent", "lamp", "--from-template")
        self.assertEqual((activity["sla"], [task["name"] for task in activity["tasks"]]), ("2d", ["look", "mend"]))
        self.act("intent", "set", "lamp", "--sla", "2d", "--thresholds", '{"due_soon": 0.9, "at_risk": 0.5}', status=1)
        self.assertIn("/thresholds/at_risk", self.said)
        self.act("intent", "set", "lamp", status=2)
        self.act("activity", "create", "--citizen", "c", "--intent", "lamp", status=1)
        self.assertIn("--sla: ", self.said)
        self.act("intent", "remove", "lamp")
        self.act("intent", "show", "lamp", status=1)

    def test_rules_are_known_by_name(self):
        self.sandbox()
        made = self.json("rule", "set", "--name", "late work", "--when", "sla_breach", "--then", "notify",
                         "--notify", "slack:#ops")
        for rule in ("late work", made["id"]):
            self.assertEqual(self.json("rule", "show", rule)["id"], made["id"])
            self.assertEqual(self.json("rule", "firings", rule)["items"], [])
        self.act("rule", "show", "late", status=1)
        self.assertIn("there is no rule late", self.said)
        self.act("rule", "remove", "late work")
        self.act("rule", "show", made["id"], status=1)

    def test_an_edited_rule_is_tried_as_the_one_that_is_named(self):
        self.sandbox()
        made = self.json("rule", "set", "late", "--when", "sla_breach", "--then", "notify", "--notify", "slack:#ops")
        other = self.json("rule", "set", "other", "--when", "task_failed", "--then", "notify", "--notify", "slack:#a")
        file = os.path.join(self.folder, "edited.json")
        with open(file, "w", encoding="utf-8") as written:
            json.dump(other, written)
        for rule in ("late", made["id"]):
            tried = self.json("rule", "dry-run", rule, "--file", file)
            self.assertEqual((tried["rule"]["name"], tried["rule"]["when"]), ("late", "task_failed"))
            self.assertIsNotNone(tried["does"], "beside what the saved rule does")
            self.act("rule", "lint", rule, "--file", file)
        tried = self.json("rule", "dry-run", "--rule", "new", "--file", file)
        self.assertEqual((tried["rule"]["name"], tried["does"]), ("new", None))
        for verb in ("dry-run", "lint"):
            self.act("rule", verb, "rul-0000000012345", "--file", file, status=1)
            self.assertIn("there is no rule rul-0000000012345", self.said)

    def test_files_of_holidays_that_are_none(self):
        self.sandbox()
        self.act("calendar", "import", "office", "--file", "/dev/zero", status=2)  # which never ends
        self.assertIn("/dev/zero has more than 2097152 bytes", self.said)
        large, nonsense = os.path.join(self.folder, "large.ics"), os.path.join(self.folder, "nonsense.ics")
        with open(large, "wb") as file:
            file.truncate(50 * 1024 * 1024)
        self.act("calendar", "import", "office", "--file", large, status=2)
        self.assertIn("has more than 2097152 bytes", self.said)
        with open(nonsense, "w") as file:
            file.write("hello")
        self.act("calendar", "import", "office", "--file", nonsense, status=1)
        self.assertIn("--file: ", self.said)

    def until(self, condition):
        pause = threading.Event()
        for _ in range(200):
            if condition():
                return
            pause.wait(0.1)
        self.fail("did not come about")

    def test_refusals_are_one_line_and_status_1(self):
        self.sandbox()
        self.act("activity", "show", "act-0000000000000", status=1)
        self.act("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "soon", status=1)
        self.assertIn("--sla: ", self.said)
        for hostile in "s\33[2Joon", "s\u202eoon", "s\noon":
            self.act("activity", "create", "--citizen", "c", "--intent", "i", "--sla", hostile, status=1)
            self.act("activity", hostile, status=2)
            self.assertTrue(self.said.strip().isprintable(), repr(self.said))
        self.act("alert", "ack", "alr-0000000000000", status=1)
        self.act("activity", "list", "--token", "wrong", status=1)
        self.environment.pop("HMS_ACT_TOKEN")
        self.act("activity", "list", status=2)
        self.assertIn("HMS_ACT_TOKEN", self.said)

    def test_database_commands_go_through_the_process_that_holds_it(self):
        self.serve("--sandbox", "--no-sample", "--db", self.db)
        token = self.json("token", "create", "desk", "--role", "viewer")
        self.assertIn("desk", self.act("token", "list"))
        self.assertTrue(self.json("audit", "verify")["ok"])
        self.assertEqual(self.json("db", "status")["dialect"], "sqlite")
        self.act("db", "backup", "copy.db")
        self.assertTrue(os.path.exists(os.path.join(self.folder, "copy.db")))
        status = self.json("db", "migrate")  # done by whoever runs on it
        self.assertEqual(status["schema_version"], status["schema_supported"])
        self.act("token", "revoke", token["id"])

    def test_what_is_called_verify_is_no_verification(self):
        url = self.serve("--sandbox", "--no-sample", "--db", self.db)
        self.environment.update(HMS_ACT_URL=url, HMS_ACT_TOKEN="demo-sandbox-token")
        activity = self.json("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "48h")["id"]
        self.act("task", "enqueue", activity, "verify", "--sla", "2h")
        self.act("task", "show", activity, "verify")
        self.act("worker", "register", "verify", "--skills", "dig")
        self.act("worker", "show", "verify")
        self.act("worker", "remove", "verify")
        self.act("user", "set", "verify", "--role", "clerk")
        self.act("user", "show", "verify")
        self.act("user", "remove", "verify")

    @contextlib.contextmanager
    def holding(self, answer):
        """A process that holds the database: answer(method, path) says what it answers as (status, JSON)."""

        class Door(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"  # closing after each answer would meet the next request

            def do_GET(self):
                status, body = answer(self.command, self.path)
                text = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.do_GET()

            def log_message(self, *_):
                pass

        with (
            http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door) as server,
            open(self.db.removeprefix("sqlite:///") + ".lock", "w", encoding="utf-8") as lock,
        ):
            fcntl.flock(lock, fcntl.LOCK_EX)
            url = f"http://127.0.0.1:{server.server_port}"
            json.dump({"pid": os.getpid(), "program": "toy", "url": url, "secret": "s"}, lock)
            lock.flush()
            serving = threading.Thread(target=server.serve_forever)
            serving.start()
            try:
                yield
            finally:
                server.shutdown()
                serving.join()

    def test_a_verification_that_could_not_be_done_has_found_nothing(self):
        with self.holding(lambda method, path: (503, {"status": 503, "title": "Busy"})):
            for words in (("audit", "verify"), ("db", "verify")):
                self.act(*words, status=2)
            self.act("token", "list", status=1)

    def test_whether_somebody_is_there_does_not_take_the_database(self):
        done = threading.Event()

        def answer(method, path):
            if method == "GET" and "/db/" in path:
                done.wait(60)  # a reader that is busy
            return 200, {}

        with self.holding(answer):
            self.act("db", "backup", "copy.db")
            done.set()

    def test_people_at_consoles_are_listed_by_the_process_that_holds_the_database(self):
        url = self.serve("--sandbox", "--no-sample", "--db", self.db)
        self.act("worker", "register", "Alice", "--skills", "dig", HMS_ACT_URL=url, HMS_ACT_TOKEN="demo-sandbox-token")
        self.assertIn("next start", self.act("user", "set", "a/ w", "--role", "worker", "--worker", "alice"))
        self.assertEqual(self.json("user", "show", "a/ w")["worker_id"], "alice")
        self.act("user", "set", "dana", "--role", "worker", status=1)
        self.assertIn("--worker: ", self.said)
        self.assertIn("a/ w", self.act("user", "list"))
        self.assertIn("next start", self.act("user", "remove", "a/ w"))
        self.act("user", "remove", "a/ w", status=1)
        self.assertIn("there is no user “a/ w”", self.said)
        self.assertEqual(self.json("user", "list")["items"], [])

    def test_lists_of_the_database_are_whole(self):
        """As they are where no process holds it."""
        self.act("db", "migrate")
        self.assertEqual(self.json("token", "list"), {"items": [], "next_cursor": None})
        self.assertEqual(self.json("user", "list"), {"items": [], "next_cursor": None})
        self.serve()
        for number in range(101):
            self.act("token", "create", str(number), "--role", "viewer")
        listed = self.json("token", "list")
        self.assertEqual((len(listed["items"]), listed["next_cursor"]), (101, None))
        self.assertEqual(len(self.act("token", "list").splitlines()), 102)

    def test_a_process_that_says_nothing_is_named_soon(self):
        process, _ = self.serving("--db", self.db)
        process.send_signal(signal.SIGSTOP)
        try:
            for words in (("db", "status"), ("db", "backup", "copy.db")):
                self.act(*words, status=2)
                self.assertIn(f"(process {process.pid}), which does not answer", self.said)
            self.assertFalse(os.path.exists(os.path.join(self.folder, "copy.db")))
        finally:
            process.send_signal(signal.SIGCONT)
        self.assertEqual(self.json("db", "status")["dialect"], "sqlite")


if __name__ == "__main__":
    unittest.main()
