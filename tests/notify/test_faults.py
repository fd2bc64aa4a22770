# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages while the program is killed, ended, or has nothing to send with: every one arrives under its one id, or is given up where
people see it, and is sent again when they say so."""

import asyncio
import os
import pathlib
import subprocess
import threading
import unittest

from desk import TOKEN, DeskTest
from sinks import MailSink

FROM = ("--mail-from", "desk@county.gov")


def address(n):
    return f"email:p{n}@county.gov"


class FaultTest(DeskTest):
    def mail(self, sink):
        return (*FROM, "--smtp", f"smtp://127.0.0.1:{sink.port}")

    def test_what_was_given_up_is_sent_again_over_the_api_and_by_command(self):
        gone = MailSink()
        gone.stop()
        orc = self.start(*self.mail(gone), "--delivery-attempts", "1")
        ids = [orc.notifications.test(address(n)).id for n in range(2)]
        self.assertEqual({each.state for each in self.settled(ids).values()}, {"dead"})
        self.server.stop()
        sink = self.sink(MailSink)
        orc = self.start(*self.mail(sink))
        self.assertEqual({each.id for each in orc.notifications.list(state="dead")}, set(ids), "a new start forgets nothing")
        self.assertEqual(orc.notifications.resend(ids[0]).id, ids[0])
        self.assertIn(ids[1], self.command("notification", "list", "--state", "dead"))
        self.command("notification", "resend", ids[1])
        self.assertEqual({each.state for each in self.settled(ids).values()}, {"sent"})
        self.assertEqual(sorted(mail.id for mail in sink.arrivals.items), sorted(ids))
        self.assertEqual(orc.notifications.list(state="dead"), [])

    def command(self, *words):
        program = pathlib.Path(os.environ["HMSACT_ACTD"]).parent / "hms-act"
        door = {**os.environ, "HMS_ACT_URL": self.server.url, "HMS_ACT_TOKEN": TOKEN}
        return subprocess.run([program, *words], env=door, check=True, capture_output=True, text=True).stdout

    def test_nothing_is_configured(self):
        orc = self.start()
        wanted = {"email:a@b.gov": "mail server", "slack:#a": "Slack", "sms:+15551234567": "text messages",
                  "webhook:https://a.gov/": "webhooks"}
        ids = {orc.notifications.test(to).id: words for to, words in wanted.items()}
        for each, outcome in self.settled(ids).items():
            self.assertEqual((outcome.state, outcome.attempts), ("dead", 1))
            self.assertIn(ids[each], outcome.error)

    def test_killed_in_the_middle_nothing_is_lost(self):
        async def slow(mail):
            await asyncio.sleep(0.05)

        sink = self.sink(MailSink, slow)
        orc = self.start(*self.mail(sink))
        ids = {orc.notifications.test(address(n)).id for n in range(60)}
        for arrived in (10, 25, 40):
            sink.arrivals.wait(lambda mails: len({mail.id for mail in mails}) >= arrived)
            self.server.kill()
            self.start(*self.mail(sink))
        self.assertEqual({each.state for each in self.settled(ids).values()}, {"sent"})
        self.assertEqual({mail.id for mail in sink.arrivals.items}, ids)

    def test_ended_in_the_middle_it_begins_where_it_was(self):
        released = threading.Event()
        self.addCleanup(released.set)

        async def hang(mail):
            while not released.is_set():
                await asyncio.sleep(0.05)

        sink = self.sink(MailSink, hang)
        orc = self.start(*self.mail(sink), quick=False)
        sent = orc.notifications.test(address(1))
        sink.arrivals.wait(len)
        self.server.stop()
        released.set()
        self.start(*self.mail(sink))
        self.assertEqual(self.settled([sent.id])[sent.id].state, "sent")


if __name__ == "__main__":
    unittest.main()
