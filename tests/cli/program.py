# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built programs in folders of their own."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest

BIN = os.environ["HMS_ACT_BIN"]


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.db = "sqlite:///" + os.path.join(self.folder, "county.db")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("HMS_ACT_")}
        self.environment.update(XDG_CONFIG_HOME=self.folder, XDG_DATA_HOME=self.folder, HMS_ACT_DB=self.db)

    def act(self, *arguments, status=0, **environment):
        """Runs hms-act; answers with standard output. What it says on standard error is one line or nothing, and one more where
        it has set up a database that nobody asked for."""
        done = subprocess.run(
            [os.path.join(BIN, "hms-act"), *arguments],
            env={**self.environment, **environment},
            cwd=self.folder,
            text=True,
            capture_output=True,
            timeout=120,
        )
        self.assertEqual(done.returncode, status, (arguments, done.stdout, done.stderr))
        set_up = re.match("hms-act: there was no database: .* has been set up\n", done.stderr)
        self.set_up = set_up[0] if set_up else ""
        self.said = done.stderr.removeprefix(self.set_up)
        self.assertEqual(self.said.count("\n"), 0 if status == 0 else 1, done.stderr)
        return done.stdout

    def json(self, *arguments, status=0, **environment):
        return json.loads(self.act(*arguments, "--json", status=status, **environment))

    def end_in_the_middle(self, arguments, ending, has_begun):
        """Runs bench until it has begun, and ends it by a signal; it says nothing."""
        bench = subprocess.Popen([os.path.join(BIN, "hms-act"), "bench", *arguments], env=self.environment, cwd=self.folder,
                                 text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        with bench:
            until = time.monotonic() + 60
            while not has_begun():
                self.assertLess(time.monotonic(), until)
                self.assertIsNone(bench.poll())
            bench.send_signal(ending)
            said = bench.stdout.read()
        self.assertEqual((bench.returncode, said), (128 + ending, ""))

    def serve(self, *arguments):
        """Starts hms-actd and answers with its address once it is ready."""
        return self.serving(*arguments)[1]

    def serving(self, *arguments):
        """The same; answers with the process, too."""
        errors = tempfile.TemporaryFile("w+")
        process = subprocess.Popen(
            [os.path.join(BIN, "hms-actd"), "--listen", "127.0.0.1:0", *arguments],
            env=self.environment,
            cwd=self.folder,
            text=True,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        self.addCleanup(self.end, process, errors)
        line = process.stdout.readline()
        self.assertTrue(line.startswith("listening on "), line)
        return process, line.split()[-1]

    def end(self, process, errors):
        """SIGTERM, and it ends in order."""
        with process.stdout, errors:
            process.terminate()
            status = process.wait(30)
            errors.seek(0)
            self.assertEqual(status, 0, errors.read())
