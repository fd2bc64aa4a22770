# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A provider that hangs for as long as it is waited for, which is 30 s: nothing else waits with it."""

import asyncio
import base64
import threading
import time
import unittest

from desk import DeskTest
from hms_act import Task, Worker
from sinks import MailSink, WebSink, certificate

HANGS_S = 30  # what is waited for an answer, where nothing is set
SOON_S = 8  # generous to a busy machine, and far below
AT_A_TIME = 8  # of one channel
AT_A_TIME_TO_A_RECEIVER = 2  # of webhooks
ROUNDS = 30


class HangingTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.released = threading.Event()
        self.addCleanup(self.released.set)

    async def hang(self, mail):
        while mail.to.startswith("stuck") and not self.released.is_set():
            await asyncio.sleep(0.05)

    def test_a_full_channel_leaves_the_others_alone(self):
        mail, slack = self.sink(MailSink, self.hang), self.sink(WebSink)
        orc = self.start("--mail-from", "desk@county.gov", "--smtp", f"smtp://127.0.0.1:{mail.port}",
                         "--slack", f"http://127.0.0.1:{slack.port}/x", quick=False)  # fmt: skip
        stuck = [orc.notifications.test(f"email:stuck{n}@county.gov").id for n in range(20)]
        mail.arrivals.wait(lambda mails: len(mails) == AT_A_TIME)
        for n in range(10):
            orc.notifications.test(f"slack:#a{n}")
        slack.arrivals.wait(lambda calls: len(calls) == 10, SOON_S)
        self.assertEqual(len(mail.arrivals.items), AT_A_TIME)
        self.released.set()
        self.assertEqual({each.state for each in self.settled(stuck).values()}, {"sent"})

    def test_queue_timers_other_addresses_and_other_receivers_go_on(self):
        self.open_channels()
        orc = self.orc
        orc.workers.register(Worker("bot", ["dig"]))
        orc.escalations.set_rule(name="late", when="sla_breach", then="notify", notify=["slack:#late", "sms:+15551234567"])
        before_s = self.work()
        stuck = [orc.notifications.test(f"email:stuck{n}@county.gov").id for n in range(4)]
        stuck += [orc.notifications.test(f"webhook:https://localhost:{self.hanging.port}/{n}").id for n in range(20)]
        self.mail.arrivals.wait(lambda mails: len(mails) == 4)
        self.hanging.arrivals.wait(lambda calls: len(calls) == AT_A_TIME_TO_A_RECEIVER)
        began = time.monotonic()

        activity = orc.activities.create("c", "i", "1h", tasks=[Task("late", "1s", skill="nobody has it")])
        others = [orc.notifications.test(to).id for to in (
            "email:ann@county.gov", f"webhook:https://localhost:{self.webhook.port}/", "slack:#a", "sms:+15559999999")]
        sent = self.settled(others, SOON_S)
        self.assertEqual({sent[each].state for each in others}, {"sent"})
        self.slack.arrivals.wait(lambda calls: any(b"#late" in call.body for call in calls), SOON_S)
        self.sms.arrivals.wait(lambda calls: any(b"15551234567" in call.body for call in calls), SOON_S)
        self.assertIn(activity, [alert.activity_id for alert in orc.alerts.list(open=True)])
        self.assertLess(self.work(), 3 * before_s + 2)

        self.assertLess(time.monotonic() - began, HANGS_S - 5, "all of this while the provider hung")
        self.assertEqual({self.states()[each].state for each in stuck[:4]}, {"sending"})
        self.assertEqual(len(self.hanging.arrivals.items), AT_A_TIME_TO_A_RECEIVER)
        self.released.set()
        self.assertEqual({each.state for each in self.settled(stuck).values()}, {"sent"})

    def open_channels(self):
        tls = certificate(self.folder)
        self.mail = self.sink(MailSink, self.hang)
        self.slack, self.sms = self.sink(WebSink), self.sink(WebSink)
        self.webhook = self.sink(WebSink, tls=tls)
        self.hanging = self.sink(WebSink, lambda call: self.released.wait() and None, tls=tls)
        self.start("--mail-from", "desk@county.gov", "--smtp", f"smtp://127.0.0.1:{self.mail.port}",
                   "--slack", f"http://127.0.0.1:{self.slack.port}/x", "--sms", f"http://127.0.0.1:{self.sms.port}/x",
                   "--allow-private-webhooks", "--ca-file", str(tls[0]), quick=False, HMS_ACT_SMS_FROM="+15550001111",
                   HMS_ACT_WEBHOOK_SECRET="whsec_" + base64.b64encode(bytes(32)).decode())  # fmt: skip

    def work(self):
        """→ how long the queue takes to give out tasks and to take them back done"""
        began = time.monotonic()
        for _ in range(ROUNDS):
            self.orc.activities.create("c", "i", "1h", tasks=[Task("dig", "1h")])
            (lease,) = self.orc.queue.reserve("bot")
            self.orc.tasks.complete(lease.activity_id, "dig", "bot", lease_token=lease.lease_token)
        return time.monotonic() - began


if __name__ == "__main__":
    unittest.main()
