# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server dies while a commit waits for its standby: whether that was done is found out, however long it takes, and who
says something else meanwhile hears at once that it was not done. Or it hangs, and is lost to whoever reads after a minute, to
whoever listens before that.

HMSACT_ACTD names the program."""

import json
import os
import signal
import threading
import time
import urllib.error
import urllib.request

from leading import LeadingTest
from load import HEADERS

AT_ONCE_S = 10  # a busy machine; who waited for the lost commit waited until the server was there again
LIMIT_S = 60
OTHERS = 20
HANGS_S = 65  # then a server that says nothing is lost


class OutageTest(LeadingTest):
    def test_others_need_not_wait_for_a_commit_that_is_looked_for(self):
        self.start(1)
        told, stop, committed = {}, threading.Event(), []

        def commit():  # more than one: the server does not follow its new settings at once
            while not stop.is_set():
                committed.append(self.create(f"waiting-{len(committed)}"))

        self.server.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'", "SELECT pg_reload_conf()")
        committing = threading.Thread(target=commit)
        committing.start()
        self.wait(lambda: self.count("pg_stat_activity WHERE wait_event = 'SyncRep'"), LIMIT_S, "waiting for the standby")
        self.server.kill()
        before = len(committed)
        others = [threading.Thread(target=lambda i=i: told.update({i: self.create(f"other-{i}")})) for i in range(OTHERS)]
        for other in others:
            other.start()
        until = time.monotonic() + AT_ONCE_S
        for other in others:
            other.join(max(0, until - time.monotonic()))
        heard = list(told.values())
        known = len(committed) - before
        stop.set()

        self.server.forget_settings()
        self.server.start()
        for thread in (*others, committing):
            thread.join(LIMIT_S)
        self.assertEqual(heard, [(503, "1")] * OTHERS)
        self.assertEqual(known, 0, "nobody can know yet")
        self.assertEqual(committed, [(201, None)] * (before + 1))
        self.assertEqual(sorted(self.column("SELECT citizen_id FROM activity")), sorted(f"waiting-{i}" for i in range(before + 1)))
        self.stop()

    def test_a_server_that_hangs_is_lost_to_whoever_reads_or_listens(self):
        self.start(1)
        self.read()
        hanging = self.connections(of_reader=True) + self.connections(of_reader=False)
        self.assertEqual(len(hanging), 2)
        for pid in hanging:
            os.kill(int(pid), signal.SIGSTOP)
            self.addCleanup(os.kill, int(pid), signal.SIGCONT)
        begin = time.monotonic()
        self.read()
        self.assertGreater(time.monotonic() - begin, HANGS_S - 5, "it was the reader that hung")
        self.assertEqual(len(self.connections(of_reader=False)), 2, "it listens on another connection")
        self.stop()

    def connections(self, of_reader):
        """→ the processes of the server's; what listens has listened, told something, or asked nothing last"""
        return self.column("SELECT pid FROM pg_stat_activity WHERE application_name = 'hms-act' AND "
                           f"{'NOT' if of_reader else ''} (query = '' OR query LIKE 'LISTEN%' OR query LIKE '%pg_notify%')")

    def read(self):
        request = urllib.request.Request(self.cores[0].actd.url + "/api/v1/queue", headers=HEADERS)
        with urllib.request.urlopen(request, timeout=HANGS_S + LIMIT_S) as answer:
            self.assertEqual(answer.status, 200)

    def create(self, citizen):
        """→ status and Retry-After"""
        body = json.dumps({"citizen_id": citizen, "intent": "move", "sla": "1h"}).encode()
        request = urllib.request.Request(self.cores[0].actd.url + "/api/v1/activities", body, HEADERS)
        try:
            with urllib.request.urlopen(request, timeout=LIMIT_S) as answer:
                return answer.status, None
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.headers["Retry-After"]
