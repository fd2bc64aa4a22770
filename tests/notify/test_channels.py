# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each way of sending, to a real server on loopback: what arrives is what the protocols and the recipients want."""

import base64
import email.utils
import hashlib
import hmac
import json
import time
import unittest
import urllib.parse
from datetime import datetime

from desk import DeskTest
from hms_act import ConflictError, ForbiddenError, NotFoundError, Orchestrator, Task, ValidationError, Worker
from sinks import MailSink, WebSink, certificate

KEY = bytes(range(32))


class ChannelTest(DeskTest):
    def test_mail_is_encrypted_signed_in_and_in_two_forms(self):
        sink = self.sink(MailSink, tls=certificate(self.folder), user=("desk", "s3cret@word"))
        orc = self.start("--mail-from", "desk@county.gov", HMS_ACT_SMTP=f"smtp://desk:s3cret%40word@127.0.0.1:{sink.port}")
        sent = orc.notifications.test("email:ann@county.gov")
        mail = sink.arrivals.wait(len)[0]
        self.assertEqual((mail.to, mail.sender, mail.id), ("ann@county.gov", "desk@county.gov", sent.id))
        self.assertTrue(mail.encrypted and mail.authenticated)
        self.assertEqual(mail.message["Subject"], "A test message of HMS-ACT")
        self.assertEqual(mail.message["Auto-Submitted"], "auto-generated")
        self.assertLess(abs(email.utils.parsedate_to_datetime(mail.message["Date"]).timestamp() - time.time()), 60)
        self.assertEqual(mail.text(), "A test message of HMS-ACT\n\n"
                                      "Messages to this address arrive. There is nothing to do.\n")
        self.assertIn("<p>Messages to this address arrive. There is nothing to do.</p>", mail.text("html"))
        self.assertEqual(self.settled([sent.id])[sent.id].state, "sent")
        self.assertNotIn("s3cret", self.server.errors())

    def mailed_by(self, url, trust):
        """→ what came of one message, sent once"""
        orc = self.start("--mail-from", "desk@county.gov", "--smtp", url, "--delivery-attempts", "1", *trust)
        sent = orc.notifications.test("email:ann@county.gov")
        return self.settled([sent.id])[sent.id]

    def test_mail_beyond_loopback_goes_encrypted_or_not_at_all(self):
        tls = certificate(self.folder)
        open_one, closed_one = self.sink(MailSink), self.sink(MailSink, tls=tls)
        trusted = ("--ca-file", str(tls[0]))
        for sink, trust, state in ((open_one, trusted, "dead"), (closed_one, (), "dead"), (closed_one, trusted, "sent")):
            with self.subTest(encrypts=sink is closed_one, trusted=bool(trust)):
                outcome = self.mailed_by(f"smtp://mail.localhost:{sink.port}", trust)
                self.assertEqual(outcome.state, state, outcome.error)
                self.assertRegex(outcome.error or "", "(?i)ssl|certificate" if state == "dead" else "^$")
                self.server.stop()
        self.assertEqual(open_one.arrivals.items, [])
        self.assertEqual([mail.encrypted for mail in closed_one.arrivals.items], [True])

    def test_mail_that_is_encrypted_from_the_first_byte(self):
        tls = certificate(self.folder)
        sink = self.sink(MailSink, tls=tls, user=("desk", "s3cret"), at_once=True)
        for trust, state in (((), "dead"), (("--ca-file", str(tls[0])), "sent")):
            with self.subTest(state):
                outcome = self.mailed_by(f"smtps://desk:s3cret@mail.localhost:{sink.port}", trust)
                self.assertEqual(outcome.state, state, outcome.error)
                self.assertRegex(outcome.error or "", "(?i)certificate" if state == "dead" else "^$")
                self.server.stop()
        self.assertEqual([mail.authenticated for mail in sink.arrivals.items], [True])

    def test_mail_in_the_language_of_its_recipient(self):
        sink = self.sink(MailSink)
        orc = self.start("--mail-from", "desk@county.gov", "--smtp", f"smtp://127.0.0.1:{sink.port}", LC_ALL="C.UTF-8")
        wanted = {"ana@county.gov": ("es", "Trabajo para usted: dig"), "ann@county.gov": (None, "Work for you: fill")}
        for to, (language, subject) in wanted.items():
            skill = subject.split()[-1]
            orc.workers.register(Worker(to.split("@")[0], [skill], channel="email:" + to, language=language))
            orc.activities.create("c", "i", "1h", tasks=[Task(skill, "1h")])
        mails = sink.arrivals.wait(lambda mails: len(mails) == 2)
        self.assertEqual({mail.to: mail.message["Subject"] for mail in mails}, {to: said for to, (_, said) in wanted.items()})

    def test_mail_in_spanish(self):
        sink = self.sink(MailSink)
        orc = self.start("--mail-from", "desk@county.gov", "--smtp", f"smtp://127.0.0.1:{sink.port}",
                         LC_ALL="es_ES.UTF-8")
        orc.notifications.test("email:ann@county.gov")
        self.assertEqual(sink.arrivals.wait(len)[0].message["Subject"], "Mensaje de prueba de HMS-ACT")

    def test_slack_by_webhook_and_by_api(self):
        sink = self.sink(WebSink, lambda call: (200, {}, b'{"ok": true}'))
        orc = self.start("--slack", f"http://127.0.0.1:{sink.port}/services/T0/B0/x")
        first = orc.notifications.test("slack:#desk")
        call = sink.arrivals.wait(len)[0]
        self.assertEqual((call.path, call.id), ("/services/T0/B0/x", first.id))
        self.assertEqual(json.loads(call.body)["channel"], "#desk")
        self.assertTrue(json.loads(call.body)["text"].startswith("*A test message of HMS-ACT*\n"))
        self.server.stop()

        orc = self.start("--slack", f"http://127.0.0.1:{sink.port}/api", HMS_ACT_SLACK_TOKEN="xoxb-1")
        second = orc.notifications.test("slack:#desk")
        call = sink.arrivals.wait(lambda calls: len(calls) > 1)[1]
        self.assertEqual((call.path, call.headers["Authorization"]), ("/api/chat.postMessage", "Bearer xoxb-1"))
        self.assertRegex(json.loads(call.body)["client_msg_id"], "^[0-9a-f-]{36}$")
        self.assertEqual(self.settled([second.id])[second.id].state, "sent")

    def test_slack_says_no_with_status_200(self):
        sink = self.sink(WebSink, lambda call: (200, {}, b'{"ok": false, "error": "channel_not_found"}'))
        orc = self.start("--slack", f"http://127.0.0.1:{sink.port}/api", HMS_ACT_SLACK_TOKEN="xoxb-1")
        sent = orc.notifications.test("slack:#nowhere")
        outcome = self.settled([sent.id])[sent.id]
        self.assertEqual((outcome.state, outcome.error, outcome.attempts), ("dead", "Slack: channel_not_found", 1))

    def test_what_no_message_can_help_is_tried_again(self):
        """A token that has run out or lacks a right is the installation's: none of its messages is the worse for it."""
        denials = [(200, {}, b'{"ok": false, "error": "%s"}' % each)
                   for each in (b"token_expired", b"invalid_auth", b"account_inactive", b"missing_scope")]
        denials += [(402, {}, b""), (403, {}, b"invalid_token"), (404, {}, b"no_service")]
        answers = [each for denial in denials for each in (denial, (200, {}, b'{"ok": true}'))]
        sink = self.sink(WebSink, lambda call: answers.pop(0))
        orc = self.start("--slack", f"http://127.0.0.1:{sink.port}/api", HMS_ACT_SLACK_TOKEN="xoxb-1")
        for denial in denials:
            sent = orc.notifications.test("slack:#desk").id
            outcome = self.settled([sent])[sent]
            self.assertEqual((outcome.state, outcome.attempts), ("sent", 2), denial)
        self.server.stop()

        answers = [(404, {}, b""), (201, {}, b"{}")]
        sink = self.sink(WebSink, lambda call: answers.pop(0))
        orc = self.start(**self.sms_options(sink))
        sent = orc.notifications.test("sms:+15551234567").id
        self.assertEqual(self.settled([sent])[sent].state, "sent")

    def sms_options(self, sink):
        return {"HMS_ACT_SMS": f"http://127.0.0.1:{sink.port}/2010-04-01/Accounts/AC1/Messages.json",
                "HMS_ACT_SMS_ACCOUNT": "AC1", "HMS_ACT_SMS_TOKEN": "t0ken", "HMS_ACT_SMS_FROM": "+15550001111"}

    def test_text_messages_and_their_limit(self):
        sink = self.sink(WebSink, lambda call: (201, {}, b"{}"))
        orc = self.start(**self.sms_options(sink))
        sent = [orc.notifications.test("sms:+1 555-123-4567").id for _ in range(7)]
        other = orc.notifications.test("sms:+15559999999").id
        calls = sink.arrivals.wait(lambda calls: len(calls) == 6)
        self.settled(sent[:5] + [other])
        fields = dict(urllib.parse.parse_qsl(calls[0].body.decode()))
        self.assertEqual((fields["To"], fields["From"]), ("+15551234567", "+15550001111"))
        self.assertTrue(fields["Body"].startswith("A test message of HMS-ACT"))
        self.assertEqual(base64.b64decode(calls[0].headers["Authorization"].split()[1]), b"AC1:t0ken")
        for late in sent[5:]:
            waits = self.states()[late]
            self.assertEqual(waits.state, "queued")
            self.assertGreater(waits.next_try_at.timestamp(), time.time() + 14 * 60)
        self.assertEqual(len(sink.arrivals.items), 6)

    def test_a_gateway_named_in_no_proxy_is_reached_without_the_proxy(self):
        gateway, proxy = self.sink(WebSink, host="127.0.0.2"), self.sink(WebSink)
        variables = self.sms_options(gateway) | {"HMS_ACT_SMS": f"http://127.0.0.2:{gateway.port}/",
                                                 "http_proxy": f"http://127.0.0.1:{proxy.port}"}
        for no_proxy, by_proxy in (("mail.local", True), ("mail.local, 127.0.0.2", False), ("*", False)):
            with self.subTest(no_proxy=no_proxy):
                orc = self.start("--delivery-attempts", "1", no_proxy=no_proxy, **variables)
                sent = orc.notifications.test("sms:+15551234567")
                self.settled([sent.id])
                self.assertEqual((len(proxy.arrivals.items), len(gateway.arrivals.items)), (1, 0) if by_proxy else (0, 1))
                proxy.arrivals.items.clear()
                gateway.arrivals.items.clear()
                self.server.stop()

    def webhook_options(self, tls):
        return ("--ca-file", str(tls[0])), {"HMS_ACT_WEBHOOK_SECRET": "whsec_" + base64.b64encode(KEY).decode()}

    def verified(self, call):
        """→ the event of a webhook, after looking at it as its receiver does (standardwebhooks.com, cloudevents.io)"""
        signed = b"%s.%s.%s" % (call.headers["webhook-id"].encode(), call.headers["webhook-timestamp"].encode(), call.body)
        expected = "v1," + base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
        self.assertEqual(call.headers["webhook-signature"], expected)
        self.assertLess(abs(int(call.headers["webhook-timestamp"]) - time.time()), 60)
        self.assertEqual(call.headers["Content-Type"], "application/cloudevents+json; charset=utf-8")
        event = json.loads(call.body)
        self.assertEqual(event["specversion"], "1.0")
        self.assertEqual(event["id"], call.headers["webhook-id"])
        self.assertTrue(event["source"])
        self.assertLess(abs(datetime.fromisoformat(event["time"].replace("Z", "+00:00")).timestamp() - time.time()), 60)
        return event

    def test_webhooks_are_signed_events(self):
        tls = certificate(self.folder)
        sink = self.sink(WebSink, tls=tls)
        options, variables = self.webhook_options(tls)
        orc = self.start("--allow-private-webhooks", *options, **variables)
        to = f"webhook:https://localhost:{sink.port}/in?x=1"
        sent = orc.notifications.test(to)
        call = sink.arrivals.wait(len)[0]
        event = self.verified(call)
        self.assertEqual((call.path, event["id"], event["type"]), ("/in?x=1", sent.id, "hms-act.test"))

        orc.escalations.set_rule(name="late", when="sla_breach", then="notify", notify=[to])
        activity = orc.activities.create("jordan-77", "card", "1h", tasks=[Task("print", "1s", payload={"ssn": "078-05-1120"})])
        event = self.verified(sink.arrivals.wait(lambda calls: len(calls) == 2)[1])
        self.assertEqual((event["type"], event["subject"]), ("hms-act.escalation", activity))
        data = event["data"]
        self.assertEqual((data["id"], data["activity_id"], data["task"], data["rule"], data["reason"]),
                         (event["id"], activity, "print", "late", "sla_breach"))  # fmt: skip
        self.assertEqual(data["task_id"], orc.tasks.get(activity, "print").id)
        for citizens in ("jordan-77", "078-05-1120"):
            self.assertNotIn(citizens, json.dumps(event))

    def test_webhooks_go_neither_to_private_addresses_nor_where_they_are_sent_on(self):
        tls = certificate(self.folder)
        sink = self.sink(WebSink, lambda call: (302, {"Location": "https://localhost/elsewhere"}, b""), tls=tls)
        options, variables = self.webhook_options(tls)
        orc = self.start(*options, **variables)
        hosts = ("localhost", "hooks.localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")
        sent = [orc.notifications.test(f"webhook:https://{host}:{sink.port}/").id for host in hosts]
        for outcome in self.settled(sent).values():
            self.assertEqual((outcome.state, outcome.attempts), ("dead", 1))
            self.assertIn("private network", outcome.error)
        self.assertEqual(sink.arrivals.items, [])
        self.server.stop()

        orc = self.start("--allow-private-webhooks", *options, **variables)
        moved = orc.notifications.test(f"webhook:https://localhost:{sink.port}/")
        self.assertEqual(self.settled([moved.id])[moved.id].error, "HTTP status 302")
        self.assertEqual(len(sink.arrivals.items), 1)

    def test_the_console_has_it_at_once(self):
        orc = self.start()
        for address in ("console:oversight", "hitl:courier"):
            self.assertEqual(orc.notifications.test(address).state, "sent")

    def test_who_may_and_what(self):
        orc = self.start()
        for address in ("email:nobody", "fax:1", "email:a@b\r\nBcc: c@d", "webhook:http://a/", ""):
            with self.assertRaises(ValidationError):
                orc.notifications.test(address)
        with self.assertRaises(NotFoundError):
            orc.notifications.resend("ntf-0000000000000")
        dead = orc.notifications.test("email:ann@county.gov")
        self.settled([dead.id])
        self.assertEqual([each.id for each in orc.notifications.list(state="dead", channel="email")], [dead.id])
        self.assertEqual(orc.notifications.list(state="dead", channel="sms"), [])
        supervisor, clerk = self.door("supervisor"), self.door("clerk")
        with self.assertRaises(ForbiddenError):
            supervisor.notifications.test("console:x")
        supervisor.notifications.resend(dead.id)
        with self.assertRaises(ConflictError):
            supervisor.notifications.resend(orc.notifications.test("console:x").id)
        with self.assertRaises(ForbiddenError):
            clerk.notifications.list()

    def door(self, role):
        token = self.orc._transport.call("POST", "/tokens", {"name": role, "role": role}, keyed=True)["token"]
        door = Orchestrator(url=self.server.url, token=token)
        self.addCleanup(door.close)
        return door


if __name__ == "__main__":
    unittest.main()
