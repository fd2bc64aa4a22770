# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that open the database themselves."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import unittest

from program import BIN, ProgramTest


class DatabaseTest(ProgramTest):
    def file(self, name="county.db"):
        return os.path.join(self.folder, name)

    def test_a_database_is_made_filled_checked_and_copied(self):
        self.act("db", "status", status=2)  # it cannot be opened
        self.assertIn("there is no database", self.said)
        self.assertFalse(os.path.exists(self.file()))
        status = self.json("db", "migrate")
        self.assertEqual((status["dialect"], status["schema_version"]), ("sqlite", status["schema_supported"]))
        token = self.json("token", "create", "ops", "--role", "admin")
        self.assertEqual(token["role"], "admin")
        self.assertNotIn(token["token"], self.act("token", "list"))
        self.assertIn("ops", self.act("token", "list"))
        report = self.json("audit", "verify")
        self.assertTrue(report["ok"])
        self.assertGreater(report["events"], 0)
        self.act("db", "backup", "copy.db")
        for name in ("county.db", "copy.db"):
            self.assertEqual(os.stat(self.file(name)).st_mode & 0o077, 0, name + " is for its owner alone")
        copy = "sqlite:///" + self.file("copy.db")
        self.assertEqual(self.json("audit", "verify", "--db", copy), report)
        self.act("db", "backup", "copy.db", status=1)
        self.assertIn("exists", self.said)
        self.act("db", "backup", "nowhere/copy.db", status=1)
        self.assertIn("No such file or directory", self.said)
        self.act("audit", "verify", "--db", "sqlite:///" + self.file("none.db"), status=2)
        revoked = self.json("token", "revoke", token["id"])
        self.assertIsNotNone(revoked["revoked_at"])
        self.act("token", "revoke", "tok-0000000012345", status=1)
        self.act("token", "revoke", "none", status=1)

    def test_a_database_that_nobody_asked_for_is_told_of(self):
        for words in (["token", "revoke", "tok-0000000012345"], ["user", "remove", "ann"], ["token", "list"]):
            with self.subTest(words):
                self.act(*words, status=2)
                self.assertIn("there is no database at " + self.file(), self.said)
                self.assertEqual(os.listdir(self.folder), [])
        for verb in (["token", "create"], ["user", "set"]):
            with self.subTest(verb):
                typo = self.db + verb[0]
                self.act(*verb, "ops", "--role", "admin", "--db", typo)
                self.assertIn(typo + " has been set up", self.set_up)
                self.act(*verb, "ops", "--role", "admin", "--db", typo)
                self.assertEqual(self.set_up, "")
        self.act("db", "migrate")
        self.assertEqual(self.set_up, "")

    def test_people_at_consoles_are_listed_changed_and_removed(self):
        self.act("user", "list", status=2)
        self.assertIn("there is no database", self.said)
        self.act("user", "set", "alice", "--role", "worker", status=1)
        self.assertIn("--worker: who has the role worker is one", self.said)
        self.act("user", "set", "alice", "--role", "worker", "--worker", "nobody", status=1)
        self.assertIn("--worker: there is no worker “nobody”", self.said)
        self.act("user", "set", "alice", "--role", "king", status=1)
        self.assertIn("--role: ", self.said)
        self.assertEqual(self.act("user", "list"), "none\n")
        said = self.act("user", "set", "AD\\dana o/k", "--role", "admin")
        self.assertIn("counts from the next start of that person's console", said)
        self.assertEqual(self.json("user", "show", "AD\\dana o/k")["role"], "admin")
        made = self.json("user", "set", "alice", "--role", "clerk")
        self.assertEqual((made["login"], made["role"], made["worker_id"]), ("alice", "clerk", None))
        self.assertEqual(self.json("user", "set", "alice", "--role", "viewer")["created_at"], made["created_at"])
        self.assertEqual([(user["login"], user["role"]) for user in self.json("user", "list")["items"]],
                         [("AD\\dana o/k", "admin"), ("alice", "viewer")])  # fmt: skip
        self.assertRegex(self.act("user", "list"), r"LOGIN +ROLE +WORKER ID")
        self.act("user", "remove", "alice")
        for verb in ("show", "remove"):
            self.act("user", verb, "alice", status=1)
            self.assertIn("there is no user “alice”", self.said)
        events = sqlite3.connect(self.file()).execute("SELECT actor, kind FROM event WHERE activity_id = 0 ORDER BY seq")
        self.assertEqual([row for row in events if row[1].startswith("user.")],
                         [("local-admin", "user.set")] * 3 + [("local-admin", "user.removed")])  # fmt: skip
        self.assertTrue(self.json("audit", "verify")["ok"])
        self.assertTrue(self.json("db", "verify")["ok"])

    def test_what_cannot_be_told_is_no_success(self):
        self.json("db", "migrate")
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run(
                [os.path.join(BIN, "hms-act"), "db", "status"],
                env=self.environment, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60,
            )
        self.assertEqual((done.returncode, done.stderr.count("\n")), (1, 1), done.stderr)

    def test_an_edit_behind_the_programs_back_is_named(self):
        self.json("token", "create", "ops", "--role", "admin")
        base = sqlite3.connect(self.file())
        # The program's own guard goes first, as somebody who covers tracks would do it.
        base.execute("DROP TRIGGER event_never_changed")
        base.execute("UPDATE event SET actor = 'nobody' WHERE activity_id = 0 AND seq = 1")
        base.commit()
        base.close()
        report = self.json("audit", "verify", status=1)
        self.assertFalse(report["ok"])
        self.assertIn("event 1", report["first_broken"])
        self.assertIn("the record is broken", self.said)

    def damage(self, *statements):
        base = sqlite3.connect(self.file())
        for statement in statements:
            base.execute(statement)
        base.commit()
        base.close()

    def test_an_older_database_is_migrated_by_nobody_who_was_not_told_to(self):
        token = self.json("token", "create", "ops", "--role", "admin")["id"]
        self.damage("DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration)")
        before = self.rows()
        for words in (["token", "list"], ["token", "create", "x", "--role", "admin"], ["token", "revoke", token],
                      ["user", "set", "x", "--role", "admin"], ["user", "remove", "x"]):  # fmt: skip
            with self.subTest(words):
                self.act(*words, status=2)
                self.assertIn("older than this program's", self.said)
                self.assertIn("run hms-act db migrate", self.said)
                self.assertEqual(self.rows(), before)

    def rows(self):
        with contextlib.closing(sqlite3.connect(self.file())) as base:
            return list(base.iterdump())

    def test_a_sound_database_is_verified_also_beside_a_process(self):
        token = self.json("token", "create", "ops", "--role", "admin")["token"]
        report = self.json("db", "verify")
        self.assertEqual((report["ok"], report["problems"]), (True, []))
        self.assertEqual(report["schema_version"], report["schema_supported"])
        url = self.serve()
        self.act("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "1h", HMS_ACT_URL=url, HMS_ACT_TOKEN=token)
        self.assertGreater(self.json("db", "verify")["events"], report["events"])

    def test_a_process_with_a_certificate_acts_too(self):
        """It is made out to the name that others know, by nobody whom this machine trusts."""
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", self.file("key"), "-out", self.file("chain"), "-subj", "/CN=act.county.gov"],
                       check=True, capture_output=True)  # fmt: skip
        url = self.serve("--tls-cert", self.file("chain"), "--tls-key", self.file("key"))
        self.assertTrue(url.startswith("https://"), url)
        token = self.json("token", "create", "ops", "--role", "admin")["token"]
        self.assertTrue(self.json("audit", "verify")["ok"])
        self.act("activity", "list", HMS_ACT_URL=url, HMS_ACT_TOKEN=token, status=1)  # a stranger's is not believed
        self.assertIn("certificate", self.said)

    def test_every_kind_of_damage_is_named(self):
        token = self.json("token", "create", "ops", "--role", "admin")["token"]
        process, url = self.serving()
        said = {"HMS_ACT_URL": url, "HMS_ACT_TOKEN": token}
        activity = self.json("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "1h", **said)["id"]
        for name in ("a", "b"):
            self.act("task", "enqueue", activity, name, "--sla", "1h", **said)
        process.terminate()
        process.wait(30)
        self.assertTrue(self.json("db", "verify")["ok"])
        for damage, sentence in (
            ("UPDATE task SET open_needs = 7 WHERE name = 'b'", "does not wait for"),
            ("UPDATE task SET attempt = 9 WHERE name = 'a'", "more attempts"),
            ("UPDATE task SET state = 'PENDING', open_needs = 0 WHERE name = 'b'", "before its needs were met"),
            ("UPDATE activity SET state = 'CANCELLED', ended_at = 1", "open in an activity that has ended"),
            ("INSERT INTO task_need VALUES (1, 2)", "task_need refers"),
            ("UPDATE activity SET task_count = 9", "counters"),
        ):
            with self.subTest(damage):
                shutil.copy(self.file(), self.file("sound.db"))
                self.damage(damage)
                report = self.json("db", "verify", status=1)
                self.assertFalse(report["ok"])
                self.assertIn(sentence, " ".join(report["problems"]))
                self.assertIn(sentence, self.said)
                shutil.copy(self.file("sound.db"), self.file())

    def test_what_is_no_database_is_left_alone(self):
        with open(self.file(), "wb") as file:
            file.write(b"minutes of the county board" * 1000)
        for command in (["db", "status"], ["db", "migrate"], ["token", "list"], ["user", "list"], ["audit", "verify"]):
            with self.subTest(command):
                self.act(*command, status=2)
        with open(self.file(), "rb") as file:
            self.assertEqual(file.read(), b"minutes of the county board" * 1000)

    def test_wrong_words_are_wrong_usage(self):
        for words in ([], ["fly"], ["token"], ["token", "create"], ["token", "create", "x"], ["db", "status", "--colour"],
                      ["user"], ["user", "set"], ["user", "set", "x"], ["user", "show"], ["user", "remove"]):  # fmt: skip
            with self.subTest(words):
                self.act(*words, status=2)
        self.act("db", "status", "--db", "mysql://x", status=2)
        for words in (["db", "status"], ["db", "migrate"], ["token", "list"]):
            with self.subTest(words):
                self.act(*words, "--db", "postgresql://a:secret@127.0.0.1:1/b", status=2)
                self.assertIn("postgresql://a@127.0.0.1:1/b cannot be opened", self.said)
        self.act("token", "create", "x", "--role", "king", status=1)
        self.assertIn("--role: ", self.said)

    def test_help_and_version(self):
        for words in (["--help"], ["db", "--help"], ["db", "backup", "--help"], ["bench", "--help"], ["-h"]):
            self.assertTrue(self.act(*words))
        self.assertRegex(self.act("--version"), r"^hms-act \d")


if __name__ == "__main__":
    unittest.main()
