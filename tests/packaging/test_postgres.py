# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/postgres/create.sh makes what the program needs, and no more."""

import json
import os
import pathlib
import subprocess
import unittest
import urllib.parse

SCRIPT = pathlib.Path(__file__).parents[2] / "packaging" / "postgres" / "create.sh"
DATABASE = "made_by_create"


class CreateTest(unittest.TestCase):
    def setUp(self):
        server = os.environ.get("HMSACT_TEST_POSTGRESQL")
        self.assertTrue(server, "HMSACT_TEST_POSTGRESQL names no server: write tests/support/postgres.py before the command")
        self.url = urllib.parse.urlsplit(server)
        self.environment = {**os.environ, "PGHOST": self.url.hostname, "PGPORT": str(self.url.port),
                            "PGUSER": self.url.username, "HMS_ENGINE_PASSWORD": "it's a 'secret'"}
        self.addCleanup(self.ask, f"DROP DATABASE IF EXISTS {DATABASE}")

    def create(self, *arguments):
        return subprocess.run([SCRIPT, *arguments], env=self.environment, text=True, capture_output=True, check=False)

    def ask(self, sql, user=None, database="postgres"):
        environment = {**self.environment, "PGDATABASE": database, "PGUSER": user or self.url.username,
                       "PGOPTIONS": "-cclient_min_messages=warning"}
        return subprocess.run(["psql", "--no-psqlrc", "-qAt", "--set=ON_ERROR_STOP=1", f"--command={sql}"],
                              env=environment, text=True, capture_output=True, check=False)

    def test_the_program_works_with_what_it_makes_and_nobody_else_comes_in(self):
        for _ in range(2):  # it can be repeated
            made = self.create(DATABASE)
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertIn("ready:", made.stdout)
            self.assertNotIn("secret", made.stdout + made.stderr)
        url = f"postgresql://hms_engine@{self.url.hostname}:{self.url.port}/{DATABASE}"
        program = pathlib.Path(os.environ["HMS_ACT_BIN"]) / "hms-act"
        status = json.loads(subprocess.run([program, "db", "migrate", "--db", url, "--json"], text=True, check=True,
                                           capture_output=True).stdout)
        verdicts = {finding["setting"]: finding["severity"] for finding in status["findings"]}
        self.assertEqual((status["dialect"], verdicts["superuser"], verdicts["server_encoding"]), ("postgresql", "good", "good"))
        self.assertEqual(verdicts["connection_limit"], "good")
        self.ask("ALTER ROLE hms_engine CONNECTION LIMIT 5")  # one program's, and no room for a second
        self.addCleanup(self.ask, "ALTER ROLE hms_engine CONNECTION LIMIT 100")
        status = json.loads(subprocess.run([program, "db", "status", "--db", url, "--json"], text=True, check=True,
                                           capture_output=True).stdout)
        (limit,) = (finding for finding in status["findings"] if finding["setting"] == "connection_limit")
        self.assertEqual((limit["severity"], limit["wanted"]), ("warning", "≤ 0"))
        self.assertEqual(self.ask("SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'hms_engine'")
                         .stdout.strip(), "t")
        self.ask("CREATE ROLE stranger LOGIN")
        self.addCleanup(self.ask, "DROP ROLE stranger")
        refused = self.ask("SELECT 1", user="stranger", database=DATABASE)
        self.assertIn("permission denied", refused.stderr)

    def test_whoever_may_create_roles_and_databases_can_run_it(self):
        for sql in ("DROP ROLE IF EXISTS hms_engine", "CREATE ROLE maker LOGIN CREATEDB CREATEROLE"):
            self.assertEqual(self.ask(sql).stderr, "")
        self.addCleanup(self.ask, "DROP ROLE maker")
        self.addCleanup(self.ask, "DROP ROLE hms_engine")
        self.addCleanup(self.ask, f"DROP DATABASE IF EXISTS {DATABASE}")
        self.environment["PGUSER"] = "maker"
        for password in ("it's a 'secret'", ""):
            self.environment["HMS_ENGINE_PASSWORD"] = password
            made = self.create(DATABASE)
            self.assertEqual((made.returncode, made.stderr), (0, ""))
        self.ask("CREATE ROLE stranger LOGIN")
        self.addCleanup(self.ask, "DROP ROLE stranger")
        self.assertIn("permission denied", self.ask("SELECT 1", user="stranger", database=DATABASE).stderr)
        self.assertEqual(self.ask("CREATE TABLE t (n integer)", user="hms_engine", database=DATABASE).stderr, "")

    def test_a_database_of_somebody_else_or_in_another_encoding_is_left_as_it_is(self):
        for sql in ("DROP ROLE IF EXISTS hms_engine", "CREATE ROLE hms_engine LOGIN"):
            self.assertEqual(self.ask(sql).stderr, "")
        self.addCleanup(self.ask, "DROP ROLE hms_engine")
        self.addCleanup(self.ask, f"DROP DATABASE {DATABASE}")  # before it
        for settings, wrong in (("", "of the role postgres and in UTF8"),
                                ("OWNER hms_engine ENCODING 'SQL_ASCII' LOCALE 'C'", "of the role hms_engine and in SQL_ASCII")):
            with self.subTest(wrong):
                self.ask(f"DROP DATABASE IF EXISTS {DATABASE}")
                self.assertEqual(self.ask(f"CREATE DATABASE {DATABASE} TEMPLATE template0 {settings}").stderr, "")
                refused = self.create(DATABASE)
                self.assertEqual((refused.returncode, refused.stdout, refused.stderr.count("\n")), (1, "", 1))
                self.assertIn(wrong, refused.stderr)
                self.assertEqual(self.ask(f"SELECT datacl IS NULL, rolpassword IS NULL FROM pg_database, pg_authid "
                                          f"WHERE datname = '{DATABASE}' AND rolname = 'hms_engine'").stdout, "t|t\n")

    def test_a_name_that_is_a_word_of_sql(self):
        self.addCleanup(self.ask, 'DROP DATABASE "user"')
        made = self.create("user")
        self.assertEqual((made.returncode, made.stderr), (0, ""))

    def test_where_no_server_is_that_alone_is_said(self):
        self.environment["PGPORT"] = "1"
        made = self.create(DATABASE)
        self.assertNotEqual(made.returncode, 0)
        self.assertNotIn("create.sh", made.stderr)

    def test_another_name_is_refused(self):
        refused = self.create("x; DROP DATABASE postgres")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("a database's name", refused.stderr)


if __name__ == "__main__":
    unittest.main()
