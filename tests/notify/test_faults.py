# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Providers at their worst, and a program that is killed: every message arrives, always under its one id, or is given up where
people see it."""

import asyncio
import random
import threading
import time
import unittest

from desk import DeskTest
from sinks import MailSink, WebSink

FROM = ("--mail-from", "desk@county.gov")


def address(n):
    return f"email:p{n}@county.gov"


class FaultTest(DeskTest):
    def mail(self, sink):
        return (*FROM, "--smtp", f"smtp://127.0.0.1:{sink.port}")

    def test_a_server_that_fails_half_the_time(self):
        seed = random.randrange(1 << 30)
        chance = random.Random(seed)
        taken = set()

        def flap(mail):
            if chance.random() < 0.5:
                return "451 later"
            taken.add(mail.id)
            return None

        sink = self.sink(MailSink, flap)
        orc = self.start(*self.mail(sink))
        ids = [orc.notifications.test(address(n)).id for n in range(30)]
        states = self.settled(ids)
        for each in ids:
            self.assertEqual(states[each].state == "sent", each in taken, f"seed {seed}")
        for dead in (each for each in ids if each not in taken):
            self.assertIn("451", states[dead].error)
        self.assertEqual({mail.id for mail in sink.arrivals.items}, set(ids))

    def test_a_server_that_takes_it_and_hangs_up(self):
        dropped = set()

        def drop_once(mail):
            first = mail.id not in dropped
            dropped.add(mail.id)
            return "drop" if first else None

        sink = self.sink(MailSink, drop_once)
        orc = self.start(*self.mail(sink))
        ids = [orc.notifications.test(address(n)).id for n in range(5)]
        for outcome in self.settled(ids).values():
            self.assertEqual((outcome.state, outcome.attempts), ("sent", 2))
        self.assertEqual(sorted(mail.id for mail in sink.arrivals.items), sorted(2 * ids))

    def test_a_recipient_that_is_refused_is_not_asked_again(self):
        sink = self.sink(MailSink, lambda mail: "554 no such person")
        orc = self.start(*self.mail(sink))
        sent = orc.notifications.test(address(1))
        outcome = self.settled([sent.id])[sent.id]
        self.assertEqual((outcome.state, outcome.attempts), ("dead", 1))
        self.assertIn("554", outcome.error)

    def test_one_that_is_not_there_and_comes_back(self):
        gone = MailSink()
        gone.stop()
        orc = self.start(*self.mail(gone), "--delivery-attempts", "1")
        sent = orc.notifications.test(address(1))
        self.assertEqual(self.settled([sent.id])[sent.id].state, "dead")
        self.server.stop()
        sink = self.sink(MailSink)
        orc = self.start(*self.mail(sink))
        orc.notifications.resend(sent.id)
        self.assertEqual(sink.arrivals.wait(len)[0].id, sent.id)
        self.assertEqual(self.settled([sent.id])[sent.id].state, "sent")

    def test_nothing_is_configured(self):
        orc = self.start()
        wanted = {"email:a@b.gov": "mail server", "slack:#a": "Slack", "sms:+15551234567": "text messages",
                  "webhook:https://a.gov/": "webhooks"}
        ids = {orc.notifications.test(to).id: words for to, words in wanted.items()}
        for each, outcome in self.settled(ids).items():
            self.assertEqual((outcome.state, outcome.attempts), ("dead", 1))
            self.assertIn(ids[each], outcome.error)

    def test_one_that_wants_to_be_left_alone(self):
        times = []

        def busy_once(call):
            times.append(time.monotonic())
            return (429, {"Retry-After": "3"}, b"") if len(times) == 1 else None

        sink = self.sink(WebSink, busy_once)
        orc = self.start("--slack", f"http://127.0.0.1:{sink.port}/x")
        sent = orc.notifications.test("slack:#a")
        self.assertEqual(self.settled([sent.id])[sent.id].state, "sent")
        self.assertGreaterEqual(times[1] - times[0], 2.9)

    def test_one_that_hangs_holds_up_nobody_else(self):
        released = threading.Event()
        self.addCleanup(released.set)

        async def hang(mail):
            while not released.is_set():
                await asyncio.sleep(0.05)

        mail = self.sink(MailSink, hang)
        slack = self.sink(WebSink)
        orc = self.start(*self.mail(mail), "--slack", f"http://127.0.0.1:{slack.port}/x", quick=False)
        stuck = [orc.notifications.test(address(n)).id for n in range(20)]
        mail.arrivals.wait(lambda mails: len(mails) == 8)  # as many as may be under way
        before = time.monotonic()
        for n in range(10):
            orc.notifications.test(f"slack:#a{n}")
        slack.arrivals.wait(lambda calls: len(calls) == 10)
        self.assertLess(time.monotonic() - before, 5)
        self.assertEqual(len(mail.arrivals.items), 8)
        released.set()
        self.assertEqual({each.state for each in self.settled(stuck).values()}, {"sent"})

    def test_one_that_hangs_for_good_is_given_up(self):
        released = threading.Event()
        self.addCleanup(released.set)
        sink = self.sink(WebSink, lambda call: released.wait() and None)
        orc = self.start("--slack", f"http://127.0.0.1:{sink.port}/x", "--delivery-attempts", "2")
        sent = orc.notifications.test("slack:#a")
        outcome = self.settled([sent.id])[sent.id]
        self.assertEqual((outcome.state, outcome.attempts), ("dead", 2))
        self.assertIn("Timeout", outcome.error)
        self.assertEqual([call.id for call in sink.arrivals.items], 2 * [sent.id])

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
        self.assertEqual(self.server.stop(), 0)
        released.set()
        self.start(*self.mail(sink))
        self.assertEqual(self.settled([sent.id])[sent.id].state, "sent")


if __name__ == "__main__":
    unittest.main()
