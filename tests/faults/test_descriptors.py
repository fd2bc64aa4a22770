# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Clients take all the descriptors that the program was given at first: it takes more where it may, and ends where it may not.

HMSACT_ACTD names the program."""

import contextlib
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from actd import READY, STOP_LIMIT_S
from postgres import free_port

DESCRIPTORS = 64
CLIENTS = 200
LIMIT_S = 60


class DescriptorsTest(unittest.TestCase):
    def start(self, kind):
        """`kind` of limit as ulimit knows it → the process, and its port"""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        port = free_port()
        limited = f'ulimit {kind} -n {DESCRIPTORS}; exec "$0" "$@"'
        process = subprocess.Popen(["sh", "-c", limited, os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--listen",
                                    f"127.0.0.1:{port}", "--db", f"sqlite://{folder.name}/county.db"], stdout=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, STOP_LIMIT_S)
        self.addCleanup(process.kill)
        return process, port

    def flood(self, port, until):
        """Connects and says nothing, from before there is anybody who answers."""
        clients = []
        self.addCleanup(lambda: [client.close() for client in clients])
        while len(clients) < CLIENTS and time.monotonic() < until:
            client = socket.socket()
            client.settimeout(1)
            clients.append(client)
            with contextlib.suppress(OSError):
                client.connect(("127.0.0.1", port))
                continue
            clients.pop().close()

    def test_more_clients_than_descriptors_are_served(self):
        process, port = self.start("-S")
        self.assertTrue(process.stdout.readline().decode().startswith(READY))
        self.flood(port, time.monotonic() + LIMIT_S)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=4) as answer:
            self.assertEqual(answer.status, 200)
        process.terminate()
        self.assertEqual(process.wait(STOP_LIMIT_S), 0)

    def test_whoever_floods_it_as_it_starts_does_not_keep_it_from_ending(self):
        process, port = self.start("")
        flooding = threading.Thread(target=self.flood, args=(port, time.monotonic() + LIMIT_S))
        flooding.start()
        self.assertTrue(process.stdout.readline().decode().startswith(READY))
        flooding.join()
        process.terminate()
        self.assertEqual(process.wait(STOP_LIMIT_S), 0)
