# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup takes the place of the database, whole, or nothing does."""

import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time
import unittest

from program import BIN, ProgramTest

# Killed in the middle of its work: the last changes are in the log beside the file.
KILLED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("UPDATE token SET name = 'later'")
os.kill(os.getpid(), signal.SIGKILL)
"""


class RestoreTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.file = os.path.join(self.folder, "county.db")
        self.aside = self.file + ".before-restore"
        self.act("token", "create", "earlier", "--role", "admin")
        self.act("db", "backup", "backup.db")
        self.backup = os.path.join(self.folder, "backup.db")

    def change_and_die(self):
        subprocess.run([sys.executable, "-c", KILLED, self.file], check=False)
        self.assertGreater(os.stat(self.file + "-wal").st_size, 0)

    def names(self, file=None):
        with contextlib.closing(sqlite3.connect(file or self.file)) as base:
            self.assertEqual(base.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            return [name for (name,) in base.execute("SELECT name FROM token")]

    def beside(self):
        return sorted(name for name in os.listdir(self.folder) if name.startswith("county.db"))

    def test_on_a_new_machine_there_is_no_folder_yet(self):
        there = os.path.join(self.folder, "new", "county.db")
        self.act("db", "restore", "backup.db", "--db", "sqlite://" + there)
        self.assertEqual(self.names(there), ["earlier"])

    def test_it_takes_the_place_and_what_was_there_is_set_aside(self):
        self.change_and_die()
        self.act("db", "restore", "backup.db")
        self.assertEqual(self.beside(), ["county.db", "county.db.before-restore", "county.db.lock"])
        self.assertEqual((self.names(), self.names(self.aside)), (["earlier"], ["later"]))
        self.assertEqual(self.names(self.backup), ["earlier"])
        self.assertEqual(os.stat(self.file).st_mode & 0o077, 0)
        self.assertTrue(self.json("db", "verify")["ok"])
        self.act("db", "restore", "backup.db", status=1)
        self.assertIn("county.db.before-restore exists already", self.said)
        os.rename(self.aside, os.path.join(self.folder, "later.db"))
        self.act("db", "restore", "later.db")  # and back
        self.assertEqual((self.names(), self.names(self.aside)), (["later"], ["earlier"]))

    def test_what_lies_in_the_log_of_the_backup_comes_along(self):
        self.change_and_die()
        for suffix in ("", "-wal"):
            os.rename(self.file + suffix, self.backup + suffix)
        os.remove(self.file + "-shm")
        self.act("db", "restore", "backup.db")  # where there is nothing
        self.assertEqual((self.names(), self.beside()), (["later"], ["county.db", "county.db.lock"]))

    def test_what_cannot_be_opened_any_more_is_replaced_with_its_log(self):
        self.change_and_die()
        with open(self.file, "r+b") as file:
            file.write(b"coffee was spilled over this one")
        self.act("db", "restore", "backup.db")
        self.assertEqual(self.names(), ["earlier"])
        self.assertEqual(self.beside(), ["county.db", "county.db.before-restore", "county.db.before-restore-shm",
                                         "county.db.before-restore-wal", "county.db.lock"])  # fmt: skip

    def test_nobody_may_have_it_open(self):
        process, _ = self.serving()
        self.act("db", "restore", "backup.db", status=2)
        self.assertIn(f"is held by hms-actd (process {process.pid})", self.said)
        process.terminate()
        process.wait(30)
        with contextlib.closing(sqlite3.connect(self.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            self.act("db", "restore", "backup.db", status=2)
            self.assertIn("is locked by another program", self.said)
        self.assertEqual(self.beside(), ["county.db", "county.db.lock"])

    def test_what_is_no_backup_leaves_all_as_it_was(self):
        def damage(file):
            with open(file, "r+b") as base:
                base.seek(3 * 4096)
                base.write(b"coffee" * 2000)

        def age(file, version):
            with contextlib.closing(sqlite3.connect(file)) as base:
                base.execute("INSERT INTO schema_migration VALUES (?, 'later', 1)", [version])
                base.commit()

        before = pathlib.Path(self.file).read_bytes()
        for make, sentence in (
            (os.remove, "there is no database at "),
            (lambda file: pathlib.Path(file).write_bytes(b""), "is not a database of this program"),
            (lambda file: pathlib.Path(file).write_bytes(b"minutes" * 999), "is not a database of this program"),
            (damage, "malformed|damaged"),
            (lambda file: age(file, 9999), "newer than this program's"),
        ):
            with self.subTest(sentence):
                shutil.copy(self.backup, self.backup + ".kept")
                make(self.backup)
                self.act("db", "restore", "backup.db", status=2)
                self.assertRegex(self.said, sentence)
                self.assertEqual(self.beside(), ["county.db", "county.db.lock"])
                self.assertEqual(pathlib.Path(self.file).read_bytes(), before)
                shutil.move(self.backup + ".kept", self.backup)
        self.act("db", "restore", "county.db", status=1)
        self.assertIn("is the database itself", self.said)
        self.act("db", "restore", "backup.db", "--db", "postgresql://127.0.0.1:1/county", status=1)
        self.assertIn("pg_restore", self.said)

    def test_killed_at_any_moment_it_is_the_one_or_the_other(self):
        self.change_and_die()
        kept = os.path.join(self.folder, "kept")
        os.mkdir(kept)
        for suffix in ("", "-wal"):
            shutil.copy(self.file + suffix, kept)
        command = [os.path.join(BIN, "hms-act"), "db", "restore", "backup.db"]
        began = time.monotonic()
        subprocess.run(command, env=self.environment, cwd=self.folder, stdout=subprocess.DEVNULL, check=True)
        takes = time.monotonic() - began
        seen = set()
        for step in range(24):
            for name in self.beside():
                os.remove(os.path.join(self.folder, name))
            for name in os.listdir(kept):
                shutil.copy(os.path.join(kept, name), self.folder)
            process = subprocess.Popen(command, env=self.environment, cwd=self.folder, stdout=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(takes * step / 20)
            process.kill()
            process.wait(30)
            names = self.names()
            self.assertIn(names, (["earlier"], ["later"]))
            self.assertTrue(self.json("db", "verify")["ok"])
            seen.add(names[0])
        self.assertEqual(seen, {"earlier", "later"})


if __name__ == "__main__":
    unittest.main()
