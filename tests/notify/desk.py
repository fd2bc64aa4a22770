# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A real hms-actd that sends, for one test."""

import os
import pathlib
import sys
import tempfile
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "src/python")]

from actd import Actd
from hms_act import Orchestrator

QUICK = {"--delivery-backoff": "1s", "--delivery-timeout": "2s", "--delivery-attempts": "6"}
TOKEN = "demo-sandbox-token"


class DeskTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def start(self, *options, quick=True, **variables):
        """Starts, or starts again, on the same database."""
        for name, value in variables.items():
            os.environ[name] = value
            self.addCleanup(os.environ.pop, name, None)
        hurry = [word for pair in QUICK.items() if quick and pair[0] not in options for word in pair]
        self.server = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample",
                           "--db", "sqlite://" + str(self.folder / "test.db"), *hurry, *options,
                           log=self.folder / "log")
        self.addCleanup(self.server.stop)
        self.orc = Orchestrator(token=TOKEN, url=self.server.wait_until_ready())
        self.addCleanup(self.orc.close)
        return self.orc

    def sink(self, kind, *args, **kwargs):
        sink = kind(*args, **kwargs)
        self.addCleanup(sink.stop)
        return sink

    def states(self):
        """id → what the outbox says of it now."""
        return {each.id: each for each in self.orc.notifications.list(limit=1000)}

    def settled(self, ids, limit_s=60):
        """Waits until all of them are sent or dead."""
        until = time.monotonic() + limit_s
        pause = threading.Event()
        while True:
            states = self.states()
            if all(states[each].state in ("sent", "dead") for each in ids):
                return states
            if time.monotonic() > until:
                raise AssertionError({each: (states[each].state, states[each].error) for each in ids})
            pause.wait(0.05)
