# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The unit is sound, and its program runs on nothing but what the unit and the configuration beside it say."""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from actd import Actd

FOLDER = ROOT / "packaging/systemd"
UNIT = (FOLDER / "hms-actd.service").read_text()
PROGRAM = os.environ["HMSACT_ACTD"]


def of_unit(key):
    return re.search(f"^{key}=(.*)$", UNIT, re.MULTILINE)[1]


class SystemdTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def said_of(self, unit):
        file = self.folder / "hms-actd.service"
        file.write_text(unit.replace(of_unit("ExecStart"), PROGRAM))
        done = subprocess.run(["systemd-analyze", "verify", file], text=True, capture_output=True, timeout=60)
        return done.returncode, done.stdout + done.stderr

    def test_systemd_finds_nothing_to_say(self):
        self.assertEqual(self.said_of(UNIT), (0, ""))
        self.assertIn("Restrt", self.said_of(UNIT.replace("\nRestart=", "\nRestrt="))[1])

    def start(self, configuration):
        """The program with the environment of the unit, in a file system of its own."""
        (self.folder / "etc/hms-act").mkdir(parents=True, exist_ok=True)
        (self.folder / "var/lib").mkdir(parents=True, exist_ok=True)
        (self.folder / "etc/hms-act/hms-act.ini").write_text(configuration)
        said = dict(pair.split("=") for pair in shlex.split(of_unit("Environment")))
        environment = {name: f"{self.folder}{path}" for name, path in said.items()}
        return Actd(PROGRAM, log=self.folder / "log", environment=environment)

    def test_it_runs_on_its_own_folders_and_ends_when_told(self):
        with self.start((FOLDER / "hms-act.ini").read_text()) as server:
            server.wait_until_ready()
            server.stop()
        self.assertTrue((self.folder / "var/lib/hms-act/hms-act.db").exists())
        self.assertIn("hms-act", of_unit("StateDirectory"))

    def test_what_the_configuration_shows_is_understood(self):
        shown = re.sub("^;(?=[a-z-]+=)", "", (FOLDER / "hms-act.ini").read_text(), flags=re.MULTILINE)
        shown = shown.replace("@db1/", "@127.0.0.1:1/")  # nobody listens there
        unread = f"ended with 2 .*Cannot read {self.folder}/tls.pem"  # which is looked at first
        with self.start(shown.replace("/etc/hms-act", str(self.folder))) as server:
            self.assertRaisesRegex(RuntimeError, unread, server.wait_until_ready)
        without = re.sub("^tls-.*\n", "", shown, flags=re.MULTILINE)
        refusal = "(?s)ended with 2 .*postgresql://hms_engine@127.0.0.1:1/hms_act.* cannot be opened"
        with self.start(without) as server:
            self.assertRaisesRegex(RuntimeError, refusal, server.wait_until_ready)


if __name__ == "__main__":
    unittest.main()
