# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that open the database themselves, and who may start on it, with PostgreSQL."""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request
import uuid

from program import BIN, ProgramTest

SERVER = os.environ.get("HMSACT_TEST_POSTGRESQL") or sys.exit(
    "HMSACT_TEST_POSTGRESQL names no server: write tests/support/postgres.py before the command")
FIRST_SCHEMA = pathlib.Path(__file__).parents[2] / "resources/sql/migrations/0002_start.postgresql.sql"


def execute(url, sql):
    subprocess.run(["psql", "--no-psqlrc", "--quiet", f"--dbname={url}", f"--command={sql}"], check=True)


class PostgresTest(ProgramTest):
    def setUp(self):
        super().setUp()
        name = "test_" + uuid.uuid4().hex
        execute(SERVER, f"CREATE DATABASE {name}")
        self.db = self.environment["HMS_ACT_DB"] = SERVER.rpartition("/")[0] + "/" + name

    def refused(self, *arguments, program="hms-actd"):
        """It does not start; → the one line that it says."""
        done = subprocess.run([os.path.join(BIN, program), "--listen", "127.0.0.1:0", *arguments], cwd=self.folder, text=True,
                              env={**self.environment, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
        return done.stderr

    def test_several_desks_drain_one_database(self):
        line = self.json("bench", "drain", "--db", self.db, "--tasks", "50", "--workers", "4", "--batch", "2", "--desks", "2")
        self.assertEqual(line["desks"], 2)
        self.assertAlmostEqual(line["vs_one_desk"], line["desks_per_s"] / line["per_s"], places=3)

    def test_a_bench_that_is_ended_leaves_no_schema(self):
        def schemas():
            return subprocess.run(["psql", "--no-psqlrc", "-qAt", f"--dbname={self.db}", "--command=SELECT nspname FROM pg_namespace "
                                   "WHERE nspname ~ '^hms_act_bench' AND EXISTS (SELECT 1 FROM pg_tables "
                                   "WHERE schemaname = nspname AND tablename = 'worker')"],
                                  text=True, check=True, capture_output=True).stdout

        self.end_in_the_middle(["drain", "--db", self.db, "--tasks", "100000"], signal.SIGINT, schemas)
        self.assertEqual(schemas(), "")

    def test_a_database_is_made_filled_and_checked(self):
        status = self.json("db", "migrate")
        self.assertEqual((status["dialect"], status["schema_version"]), ("postgresql", status["schema_supported"]))
        token = self.json("token", "create", "ops", "--role", "admin")
        self.assertIn("ops", self.act("token", "list"))
        self.act("user", "set", "dana", "--role", "admin")
        self.act("user", "set", "dana", "--role", "clerk")
        self.assertEqual(self.json("user", "show", "dana")["role"], "clerk")
        self.assertEqual(len(self.json("user", "list")["items"]), 1)
        self.assertTrue(self.json("audit", "verify")["ok"])
        self.assertTrue(self.json("db", "verify")["ok"])
        self.act("db", "backup", "copy.db", status=1)
        self.assertIn("pg_dump", self.said)
        self.assertIsNotNone(self.json("token", "revoke", token["id"])["revoked_at"])

    def test_a_refusal_is_alone_in_one_line(self):
        self.act("db", "migrate")
        role = "stranger_" + uuid.uuid4().hex
        execute(SERVER, f"CREATE ROLE {role} LOGIN")
        self.addCleanup(execute, SERVER, f"DROP ROLE {role}")
        self.environment["HMS_ACT_DB"] = re.sub("//[^@]*@", f"//{role}@", self.db)
        self.act("token", "list", status=2)
        self.assertIn("does not allow that to the role of its URL", self.said)
        self.act("token", "list", "--json", status=2)
        self.assertEqual(json.loads(self.said)["title"], "Unavailable")

    def test_what_is_warned_of_is_told_by_the_program(self):
        self.act("db", "migrate")
        execute(self.db, f"ALTER DATABASE {self.db.rpartition('/')[2]} SET default_transaction_read_only = on")
        done = subprocess.run([os.path.join(BIN, "hms-act"), "db", "status"], env=self.environment, text=True,
                              capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr.count("\n")), (0, 1), done.stderr)
        self.assertRegex(done.stderr, "^hms-act: default_transaction_read_only is on: ")

    def test_a_command_does_not_shut_older_desks_out(self):
        self.json("token", "create", "ops", "--role", "admin")
        execute(self.db, "DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration)")
        for words in (["token", "create", "x", "--role", "admin"], ["user", "remove", "x"]):
            self.act(*words, status=2)
            self.assertIn("older than this program's", self.said)

    def test_only_who_is_told_to_brings_it_to_a_newer_schema(self):
        subprocess.run(["psql", "--no-psqlrc", "--quiet", f"--dbname={self.db}", "--file", FIRST_SCHEMA], check=True)
        execute(self.db, "INSERT INTO schema_migration VALUES (2, 'start', 1)")
        for program in ("hms-actd", "hms-act-console"):
            self.assertRegex(self.refused(program=program), "has schema 2, older than this program's [0-9]+; run hms-act db migrate")
        self.act("token", "create", "x", "--role", "admin", status=2)
        done = subprocess.run([os.path.join(BIN, "hms-act"), "db", "migrate"], env=self.environment, text=True,
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, "^hms-act: the database is brought from schema 2 to [0-9]+\n$")
        self.serve()

    def test_several_processes_serve_it_at_once(self):
        self.act("user", "remove", "ann", status=2)
        self.assertIn("there is no database at postgresql://", self.said)
        token = self.json("token", "create", "ops", "--role", "admin")["token"]
        self.assertIn(self.db + " has been set up", self.set_up)
        first, second = self.serve(), self.serve()
        made = self.json("activity", "create", "--citizen", "c", "--intent", "i", "--sla", "1h", HMS_ACT_URL=first,
                         HMS_ACT_TOKEN=token)
        self.act("task", "enqueue", made["id"], "a", "--sla", "1h", HMS_ACT_URL=second, HMS_ACT_TOKEN=token)
        self.assertTrue(self.json("db", "verify")["ok"])

    def test_while_it_is_away_nobody_hears_where_it_is(self):
        token = self.json("token", "create", "ops", "--role", "admin")["token"]
        url = self.serve()

        def queue():
            request = urllib.request.Request(url + "/api/v1/queue", headers={"Authorization": "Bearer " + token})
            try:
                with urllib.request.urlopen(request, timeout=60) as answered:
                    return answered.status, json.load(answered)
            except urllib.error.HTTPError as error:
                return error.code, json.load(error)

        self.assertEqual(queue()[0], 200)
        name = self.db.rpartition("/")[2]
        execute(SERVER, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        execute(SERVER, f"DO 'BEGIN PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ''{name}''; END'")
        status, problem = queue()
        self.assertEqual((status, problem["type"]), (503, "urn:hms-act:problem:unavailable"))
        self.assertNotRegex(problem["detail"], "127.0.0.1|port|connect")

    def test_references_that_no_row_is_checked_for(self):
        self.act("db", "migrate")
        self.assertTrue(self.json("db", "verify")["ok"])
        execute(self.db, "INSERT INTO task_need VALUES (1, 2)")
        self.assertIn("a row of task_need refers to one that is not there", self.json("db", "verify", status=1)["problems"])

    def test_who_scrapes_does_not_wait_for_it(self):
        token = self.json("token", "create", "prometheus", "--role", "viewer")["token"]
        url = self.serve()

        def scrape():
            request = urllib.request.Request(url + "/metrics", headers={"Authorization": "Bearer " + token})
            with urllib.request.urlopen(request, timeout=8) as answered:
                return answered.read().decode()

        self.assertIn("hms_act_activities_open", scrape())
        with subprocess.Popen(["psql", "--no-psqlrc", "--quiet", f"--dbname={self.db}"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as holder:
            holder.stdin.write("BEGIN; LOCK TABLE token, task, activity; SELECT 'held';\n")
            holder.stdin.flush()
            while "held" not in holder.stdout.readline():
                pass
            until = time.monotonic() + 60
            while "hms_act_activities_open" in (text := scrape()):  # what was just read serves for a moment
                self.assertLess(time.monotonic(), until)
            holder.stdin.close()
        self.assertIn("hms_act_leader", text)

    def test_each_database_has_an_archive_of_its_own(self):
        self.act("db", "migrate")
        done = self.json("db", "archive", "--older-than", "90d", "--dry-run")
        port, name = re.match(r".*@127.0.0.1:(\d+)/(\w+)$", self.db).groups()
        self.assertEqual(os.path.basename(done["file"]), f"{name}@127.0.0.1-{port}.archive.jsonl")

    def test_what_is_newer_or_anothers_is_left_alone(self):
        self.act("db", "migrate")
        execute(self.db, "INSERT INTO schema_migration VALUES (999, 'later', 1)")
        self.assertIn("newer than this program's", self.refused())
        self.act("db", "status", status=2)
        execute(self.db, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE recipe (name text)")
        self.assertIn("is not a database of this program", self.refused())
        self.act("db", "migrate", status=2)

    def test_somebodys_real_database_is_no_sandbox(self):
        self.act("token", "create", "ops", "--role", "admin")
        execute(self.db, "DELETE FROM token")  # its event is still there
        self.assertIn("holds data that is not a sandbox's", self.refused("--sandbox", "--no-sample", "--db", self.db))

    def test_a_server_that_is_not_there(self):
        self.environment["HMS_ACT_DB"] = "postgresql://ann:secret@127.0.0.1:1/county"
        said = self.refused()
        self.assertIn("postgresql://ann@127.0.0.1:1/county cannot be opened", said)
        self.assertNotIn("secret", said)


if __name__ == "__main__":
    unittest.main()
