# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way of sending, and all that providers do to messages: each arrives under its one id, or is given up where people see it,
with the reason."""

import asyncio
import base64
import collections
import random
import threading
import time
import unittest

from desk import DeskTest
from sinks import MailSink, WebSink, certificate

PAUSE_S = 3  # of Retry-After
BACKOFF_S = 1
FIRST_BACKOFF_MIN_S = BACKOFF_S / 2  # half of it is chance
SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()

# What a provider does to a message. In the words of the web: status and headers; of SMTP: a reply.
TAKE, REFUSE, DENY, FAIL, PAUSE, DROP, HANG = "take", "refuse", "deny", "fail", "pause", "drop", "hang"
ON_THE_WEB = {TAKE: (201, {}, b'{"ok": true}'), REFUSE: (400, {}, b""), DENY: (401, {}, b""), FAIL: (503, {}, b""),
              PAUSE: (429, {"Retry-After": str(PAUSE_S)}, b""), DROP: "drop"}  # fmt: skip
BY_MAIL = {TAKE: None, REFUSE: "554 not\0from \33you", DENY: "454 not now", FAIL: "451 later", PAUSE: "450 too many at a time", DROP: "drop"}

# What it does, from the number of the try and chance; how many messages to each channel and after how many tries they are given up;
# whether they all arrive, or none does (None: as it comes), after how many tries, and what is said of those that do not.
Case = collections.namedtuple("Case", "does messages attempts arrive tries by_mail on_the_web")
CASES = {
    "refuses": Case(lambda n, _: REFUSE, 2, 3, False, 1, "SMTP answer 554: not\ufffdfrom \ufffdyou", "HTTP status 400"),
    "does_not_know_the_desk_for_a_while": Case(lambda n, _: DENY if n == 1 else TAKE, 2, 4, True, 2, "", ""),
    "is_not_there": Case(None, 2, 2, False, 2, "connect", "connect"),
    "hangs": Case(lambda n, _: HANG, 2, 2, False, 2, "Timeout", "Timeout"),
    "fails_half_the_time": Case(lambda n, chance: FAIL if chance < 0.5 else TAKE, 6, 4, None, None, "451", "HTTP status 503"),
    "takes_it_and_hangs_up_once": Case(lambda n, _: DROP if n == 1 else TAKE, 3, 4, True, 2, "", ""),
    "always_hangs_up": Case(lambda n, _: DROP, 2, 2, False, 2, "response|answer|send|receiv", "nothing|response|receiv"),
    "wants_a_pause": Case(lambda n, _: PAUSE if n == 1 else TAKE, 2, 4, True, 2, "", ""),
}  # fmt: skip


class Provider:
    """A sink of one channel that does to messages what a case says."""

    def __init__(self, case, released, chance):
        self._case, self._released, self._chance = case, released, chance
        self._lock = threading.Lock()
        self.tries = collections.defaultdict(list)  # of each id: when
        self.taken = set()

    def _does(self, message):
        with self._lock:
            self.tries[message.id].append(time.monotonic())
            what = self._case.does(len(self.tries[message.id]), self._chance.random())
            if what == TAKE:
                self.taken.add(message.id)
            return what

    def on_the_web(self, call):
        what = self._does(call)
        return ON_THE_WEB[TAKE] if what == HANG and self._released.wait() else ON_THE_WEB[what]

    async def by_mail(self, mail):
        what = self._does(mail)
        while what == HANG and not self._released.is_set():
            await asyncio.sleep(0.05)
        return BY_MAIL.get(what)


class ProviderTest(DeskTest):
    def check(self, case):
        self.case, self.seed = case, random.randrange(1 << 30)
        self.released = threading.Event()
        self.addCleanup(self.released.set)
        self.open_all_channels()
        ids = {channel: [self.orc.notifications.test(f"{channel}:{to.format(n)}").id for n in range(case.messages)]
               for channel, to in self.addresses.items()}  # fmt: skip
        self.settled([each for of_one in ids.values() for each in of_one], limit_s=50)
        for channel, of_one in ids.items():
            with self.subTest(channel, seed=self.seed):
                self.look_at(channel, of_one)

    def open_all_channels(self):
        tls, chance = certificate(self.folder), random.Random(self.seed)
        self.providers = {name: Provider(self.case, self.released, chance) for name in ("email", "slack", "sms", "webhook")}
        mail = self.sink_of(MailSink, self.providers["email"].by_mail)
        web = {name: self.sink_of(WebSink, self.providers[name].on_the_web, tls=tls if name == "webhook" else None)
               for name in ("slack", "sms", "webhook")}  # fmt: skip
        self.addresses = {"email": "p{}@county.gov", "slack": "#p{}", "sms": "+1555123450{}",
                          "webhook": f"https://localhost:{web['webhook'].port}/p{{}}"}  # fmt: skip
        self.start("--delivery-backoff", f"{BACKOFF_S}s", "--delivery-attempts", str(self.case.attempts),
                   "--delivery-timeout", "2s" if self.case.does and self.case.does(1, 0) == HANG else "20s",
                   "--mail-from", "desk@county.gov", "--smtp", f"smtp://127.0.0.1:{mail.port}",
                   "--slack", f"http://127.0.0.1:{web['slack'].port}/in", "--sms", f"http://127.0.0.1:{web['sms'].port}/in",
                   "--allow-private-webhooks", "--ca-file", str(tls[0]), quick=False,
                   HMS_ACT_WEBHOOK_SECRET=SECRET, HMS_ACT_SMS_FROM="+15550001111")  # fmt: skip

    def sink_of(self, kind, *args, **kwargs):
        if self.case.does:
            return self.sink(kind, *args, **kwargs)
        gone = kind(*args, **kwargs)
        gone.stop()
        return gone

    def look_at(self, channel, ids):
        case, provider = self.case, self.providers[channel]
        listed = {each.id: each for each in self.orc.notifications.list(channel=channel)}
        self.assertEqual(set(listed), set(ids), "all are listed")
        given_up = {each.id for each in self.orc.notifications.list(channel=channel, state="dead")}
        self.assertEqual(given_up, set(ids) - provider.taken, "what was not taken is given up where people see it")
        if case.does:
            self.assertEqual(set(provider.tries), set(ids), "every try comes under the id of the message")
        for each in ids:
            message, tries = listed[each], provider.tries[each]
            self.assertEqual(message.state, "dead" if each in given_up else "sent")
            self.assertEqual(len(tries), message.attempts if case.does else 0)
            if case.arrive is not None:
                self.assertEqual((message.state == "sent", message.attempts), (case.arrive, case.tries))
            if each in given_up:
                self.assertLessEqual(message.attempts, case.attempts)
                self.assertRegex(message.error, "(?i)" + (case.by_mail if channel == "email" else case.on_the_web))
            else:
                self.assertIsNotNone(message.sent_at)
            asked_to_wait = case.does and case.does(1, 0) == PAUSE and channel != "email"  # SMTP has no word for how long
            least = PAUSE_S if asked_to_wait else FIRST_BACKOFF_MIN_S
            for earlier, later in zip(tries, tries[1:]):
                self.assertGreaterEqual(later - earlier, least - 0.1)


def _method(case):
    return lambda self: self.check(case)


for _name, _case in CASES.items():
    setattr(ProviderTest, f"test_one_that_{_name}", _method(_case))


if __name__ == "__main__":
    unittest.main()
