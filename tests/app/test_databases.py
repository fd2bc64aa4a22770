# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A database that cannot be used: every program says so in one line, ends with status 2, and leaves all of it as it was."""

import contextlib
import fcntl
import hashlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

BIN = os.environ["HMS_ACT_BIN"]
FIRST_SCHEMA = pathlib.Path(__file__).parents[2] / "resources/sql/migrations/0001_start.sqlite.sql"

SERVERS = (("hms-actd", "--listen", "127.0.0.1:0"), ("hms-act-console", "--listen", "127.0.0.1:0"))
QUESTIONS = (
    ("hms-act", "db", "status"),
    ("hms-act", "db", "verify"),
    ("hms-act", "db", "backup", "copy.db"),
    ("hms-act", "db", "archive", "--older-than", "90d"),
    ("hms-act", "token", "list"),
    ("hms-act", "audit", "verify"),
)
CHANGES = (
    ("hms-act", "db", "migrate"),
    ("hms-act", "token", "create", "ops", "--role", "admin"),
    ("hms-act", "token", "revoke", "tok-0000000012345"),
)
ALL = SERVERS + QUESTIONS + CHANGES

# Another program at work on the file. A process of its own: locks of SQLite are a process's, not a connection's.
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.read()
"""


class DatabasesTest(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.home)
        self.folder = os.path.join(self.home, "county")
        os.mkdir(self.folder)
        self.file = os.path.join(self.folder, "county.db")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("HMS_ACT_")}
        self.environment.update(
            HMS_ACT_DB="sqlite://" + self.file,
            XDG_CONFIG_HOME=self.home,
            XDG_DATA_HOME=self.home,
            QT_QPA_PLATFORM="offscreen",
        )

    def run_program(self, program, under=()):
        return subprocess.run(
            [*under, os.path.join(BIN, program[0]), *program[1:]],
            env=self.environment,
            cwd=self.home,
            text=True,
            capture_output=True,
            timeout=60,
        )

    def make(self):
        """A database of the program, closed, and no trace beside it."""
        done = self.run_program(("hms-act", "db", "migrate"))
        self.assertEqual(done.returncode, 0, done.stderr)
        os.remove(self.file + ".lock")
        self.assertEqual(os.listdir(self.folder), ["county.db"])

    def hold(self, *statements):
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLDER, self.file, *statements], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.addCleanup(holder.stdout.close)
        self.addCleanup(holder.wait, 30)
        self.addCleanup(holder.stdin.close)
        self.assertEqual(holder.stdout.readline(), b"held\n")
        return holder

    def fingerprint(self):
        """Everything in the folder. What SQLite keeps in -shm is no data: an index of the log, and who reads where."""
        found = {}
        for name in sorted(os.listdir(self.folder)):
            path = os.path.join(self.folder, name)
            if os.path.isdir(path):
                found[name] = "a folder"
            elif not name.endswith("-shm"):
                with open(path, "rb") as file:
                    digest = hashlib.sha256(file.read()).hexdigest()
                found[name] = (os.stat(path).st_size, os.stat(path).st_mtime_ns, digest)
        return found

    def check(self, program, done, mentions):
        self.assertEqual(done.returncode, 2, (program, done.stdout, done.stderr))
        self.assertRegex(done.stderr, rf"\A{program[0]}: [^\n]*{mentions}[^\n]*\n\Z", program)
        self.assertEqual(done.stdout, "", program)

    def refused(self, programs, mentions, under=()):
        before = self.fingerprint()
        for program in programs:
            with self.subTest(program):
                self.check(program, self.run_program(program, under), mentions)
                self.assertEqual(self.fingerprint(), before)

    def refused_at_once(self, programs, mentions):
        """The same with all of them side by side: each waits a little for the lock to go."""
        before = self.fingerprint()
        with ThreadPoolExecutor(len(programs)) as pool:
            for program, done in zip(programs, pool.map(self.run_program, programs)):
                with self.subTest(program):
                    self.check(program, done, mentions)
        self.assertEqual(self.fingerprint(), before)

    def test_locked_by_another_program(self):
        for way in (
            ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"),
            ("PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE", "CREATE TABLE theirs (a)"),
        ):
            with self.subTest(way):
                self.make()
                holder = self.hold(*way)
                self.refused_at_once(ALL, "county.db is locked by another program$")
                holder.stdin.close()
                holder.wait(30)
                self.assertEqual(self.run_program(("hms-act", "db", "verify")).returncode, 0)
                os.remove(self.file)

    def test_another_program_is_writing(self):
        self.make()
        self.hold("BEGIN IMMEDIATE", "CREATE TABLE theirs (a)")
        self.assertEqual(self.run_program(("hms-act", "db", "status")).returncode, 0)  # looking is no harm
        before = self.fingerprint()
        for program in SERVERS + CHANGES:
            with self.subTest(program):
                self.check(program, self.run_program(program), "county.db is locked by another program$")
                now = self.fingerprint()
                self.assertEqual(now.pop("county.db.lock")[0], 0)  # it is the program's own, so it may lock it
                self.assertEqual(now, before)

    def test_held_by_one_of_ours(self):
        """What it serves, nobody else opens; who has no address to send the commands to has it to itself, too."""
        self.make()
        with open(self.file + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            json.dump({"pid": 4711, "program": "hms-act-console", "url": "", "secret": ""}, lock)
            lock.flush()
            self.refused(ALL, r"county.db is held by hms-act-console \(process 4711\)")

    def serve(self, *arguments, stderr=subprocess.DEVNULL):
        """hms-actd on the file. → its process, host and port"""
        daemon = subprocess.Popen(
            [os.path.join(BIN, "hms-actd"), "--listen", "127.0.0.1:0", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
        self.addCleanup(daemon.stdout.close)
        self.addCleanup(daemon.wait, 30)
        self.addCleanup(daemon.kill)
        return daemon, daemon.stdout.readline().decode().strip().removeprefix("listening on http://")

    def test_another_name_of_a_file_that_is_held(self):
        self.make()
        self.serve()
        link = os.path.join(self.home, "link.db")
        os.symlink(self.file, link)
        self.environment["HMS_ACT_DB"] = "sqlite://" + link
        for program in SERVERS:
            with self.subTest(program):
                self.check(program, self.run_program(program), "county.db is held by hms-actd")
        self.assertEqual(self.run_program(("hms-act", "db", "migrate")).returncode, 0)  # through the one that holds it
        self.assertNotIn("link.db.lock", os.listdir(self.home))

    def test_a_second_name(self):
        self.make()
        os.link(self.file, os.path.join(self.home, "other.db"))
        self.refused(SERVERS + CHANGES, "county.db has a second name")

    def test_older_than_the_program(self):
        """The servers bring it to their version; whoever only asks says what is to be done."""
        open(self.file, "w").close()
        questions = [question for question in QUESTIONS if "backup" not in question]
        self.refused(questions, "county.db has schema 0, older than this program's [0-9]+; run hms-act db migrate$")

    def test_an_earlier_one_is_brought_up_and_that_is_said(self):
        self.make_old()
        with tempfile.TemporaryFile("w+") as said:
            daemon, address = self.serve(stderr=said)
            self.assertTrue(address)
            daemon.terminate()
            self.assertEqual(daemon.wait(15), 0)
            said.seek(0)
            self.assertRegex(said.read(), r"\A\S+ info the database is brought from schema 1 to \d+\n\Z")

    def test_a_stop_does_not_wait_for_a_start(self):
        """Which waits for its key here: a pipe is read once, when it counts."""
        key = os.path.join(self.home, "key")
        chain = os.path.join(self.home, "chain")
        with open(chain, "w", encoding="utf-8") as file:
            file.write("no certificate\n")
        os.mkfifo(key)
        temporary = os.path.join(self.home, "tmp")
        os.mkdir(temporary)
        self.environment.pop("HMS_ACT_DB")
        for ending in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(ending):
                starting = subprocess.Popen(
                    [os.path.join(BIN, "hms-actd"), "--listen", "127.0.0.1:0", "--sandbox", "--no-sample", "--tls-cert", chain,
                     "--tls-key", key], env={**self.environment, "TMPDIR": temporary}, stderr=subprocess.PIPE, text=True)
                with starting:
                    try:
                        held = os.open(key, os.O_WRONLY)  # waits until it is there
                        try:
                            starting.send_signal(ending)
                            self.assertEqual(starting.wait(10), 0)
                        finally:
                            os.close(held)
                    finally:
                        starting.kill()
                    self.assertEqual(os.listdir(temporary), [])

    def test_a_stop_does_not_wait_for_it(self):
        self.make()
        daemon, address = self.serve("--sandbox", "--no-sample", "--db", self.environment["HMS_ACT_DB"])
        self.hold("BEGIN IMMEDIATE")
        headers = {"Authorization": "Bearer demo-sandbox-token", "Content-Type": "application/json"}
        activity = json.dumps({"citizen_id": "jordan", "intent": "card", "sla": "1h"})
        for _ in range(3):
            connection = http.client.HTTPConnection(address)
            self.addCleanup(connection.close)
            connection.request("POST", "/api/v1/activities", activity, headers)
        asking = http.client.HTTPConnection(address)
        self.addCleanup(asking.close)
        asking.request("GET", "/api/v1/queue", headers=headers)
        self.assertEqual(asking.getresponse().status, 200)  # reading goes on, and the others have arrived
        began = time.monotonic()
        daemon.terminate()
        self.assertEqual(daemon.wait(15), 0)
        self.assertLess(time.monotonic() - began, 10.5)

    def test_unreadable(self):
        self.make()
        before = self.fingerprint()
        os.chmod(self.file, 0)
        self.addCleanup(os.chmod, self.file, 0o600)
        under = self.bound()
        self.assertNotEqual(subprocess.run([*under, "cat", self.file], stderr=subprocess.DEVNULL).returncode, 0)
        for program in ALL:
            with self.subTest(program):
                self.check(program, self.run_program(program, under), "county.db cannot be read: Permission denied")
        os.chmod(self.file, 0o600)
        self.assertEqual(self.fingerprint(), before)

    def test_not_to_be_written(self):
        self.make()
        os.chmod(self.file, 0o400)
        self.addCleanup(os.chmod, self.file, 0o600)
        for program in SERVERS + CHANGES:
            with self.subTest(program):
                before = self.fingerprint()["county.db"]
                done = self.run_program(program, self.bound())
                self.check(program, done, "county.db cannot be opened: attempt to write a readonly database$")
                self.assertEqual(self.fingerprint()["county.db"], before)
                os.remove(self.file + ".lock")
        os.chmod(self.folder, 0o500)
        self.addCleanup(os.chmod, self.folder, 0o700)
        before = self.fingerprint()
        for program in SERVERS + CHANGES:
            with self.subTest(program):
                self.check(program, self.run_program(program, self.bound()), "county.db cannot be ")
        self.assertEqual(self.fingerprint(), before)

    def bound(self):
        """Permissions do not bind root, unless the capabilities that put it above them are gone."""
        if os.geteuid() != 0:
            return []
        return [
            "setpriv",
            "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search",
        ]

    def test_newer_than_the_program(self):
        self.make()
        connection = sqlite3.connect(self.file)
        connection.execute("INSERT INTO schema_migration VALUES (9999, 'future', 0)")
        connection.commit()
        connection.close()
        self.refused(ALL, "county.db has schema 9999, newer than this program's")

    def test_newer_and_its_program_was_killed(self):
        """Then the last changes are in a log beside the file, for that program to put in."""
        self.make()
        holder = self.hold("INSERT INTO schema_migration VALUES (9999, 'future', 0)")
        holder.kill()
        holder.wait(30)
        self.assertGreater(self.fingerprint()["county.db-wal"][0], 0)
        self.refused(ALL, "county.db has schema 9999, newer than this program's")

    def test_no_database(self):
        for content in (
            b"minutes of the county board\n" * 500,
            b"SQLite format 3\0",
            b"x",
        ):
            with self.subTest(content[:16]):
                with open(self.file, "wb") as file:
                    file.write(content)
                self.refused(ALL, "county.db is not a database of this program$")
        with open(self.file, "wb") as file:
            file.write(b"SQLite format 3\0" + b"and then nothing that makes sense" * 200)
        self.refused(ALL, "county.db cannot be opened: file is not a database$")
        os.remove(self.file)
        os.mkdir(self.file)
        self.refused(ALL, "county.db is not a database of this program$")

    def test_another_programs_without_a_row(self):
        for statement in (
            "CREATE TABLE recipe (name TEXT)",
            "CREATE VIEW recipe AS SELECT 1",
            "PRAGMA application_id = 1196444487",
            "PRAGMA user_version = 7",
        ):
            for journal in ("DELETE", "WAL"):
                with self.subTest((statement, journal)):
                    connection = sqlite3.connect(self.file)
                    connection.execute("PRAGMA journal_mode = " + journal)
                    connection.execute(statement)
                    connection.close()
                    self.refused(SERVERS + QUESTIONS[:1] + CHANGES[:2], "county.db is not a database of this program$")
                    os.remove(self.file)

    def make_old(self):
        """Somebody's, as the first version left it."""
        with open(FIRST_SCHEMA, encoding="utf-8") as script, contextlib.closing(sqlite3.connect(self.file)) as base:
            base.executescript(script.read())
            base.execute("INSERT INTO schema_migration VALUES (1, 'start', 1)")
            base.execute("INSERT INTO event VALUES (0, 1, 1, 'ana', 'rule.saved', 0, '{}', x'cd')")
            base.commit()

    def test_a_sandbox_leaves_what_is_somebodys_as_it_was(self):
        for make in (self.make_old, self.make_real):
            with self.subTest(make):
                make()
                sandbox = ("--sandbox", "--no-sample", "--db", "sqlite://" + self.file)
                self.refused([server + sandbox for server in SERVERS], "county.db holds data that is not a sandbox's")
                os.remove(self.file)

    def make_real(self):
        self.make()
        self.assertEqual(self.run_program(("hms-act", "token", "create", "ops", "--role", "admin")).returncode, 0)
        os.remove(self.file + ".lock")

    def test_a_sandbox_takes_no_database_that_is_there_for_others(self):
        """What a desk is told once and for all, by its file, names the county's."""
        os.mkdir(os.path.join(self.home, "hms-act"))
        self.make_old()
        before = self.fingerprint()
        with open(os.path.join(self.home, "hms-act", "hms-act.ini"), "w", encoding="utf-8") as file:
            file.write(f"db = {self.environment.pop('HMS_ACT_DB')}\n")
        daemon, address = self.serve("--sandbox", "--no-sample")
        self.assertTrue(address)
        daemon.terminate()
        self.assertEqual(daemon.wait(15), 0)
        self.assertEqual(self.fingerprint(), before)
        os.remove(self.file)

    def test_a_certificate_is_looked_at_before(self):
        self.make_old()
        for name in ("tls.pem", "tls.key"):
            with open(os.path.join(self.home, name), "w", encoding="utf-8") as file:
                file.write("no certificate\n")
        pair = ("--tls-cert", os.path.join(self.home, "tls.pem"), "--tls-key", os.path.join(self.home, "tls.key"))
        self.refused([server + pair for server in SERVERS], "The certificate and its key cannot be used")
        os.remove(self.file)
        self.refused([server + pair for server in SERVERS], "The certificate and its key cannot be used")

    def test_an_empty_file_is_anybodys(self):
        open(self.file, "w").close()
        self.assertEqual(self.run_program(("hms-act", "db", "migrate")).returncode, 0)
        self.assertEqual(self.run_program(("hms-act", "db", "verify")).returncode, 0)


if __name__ == "__main__":
    unittest.main()
