# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the product's text promises of time: its snippets, and then the clock is turned."""

import contextlib
import io
import pathlib
import sys
import unittest
from unittest import mock

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "notify"))

from desk import DeskTest
from sinks import MailSink, WebSink

from hms_act import Worker


class Story(DeskTest):
    def begin(self, *options, **variables):
        """→ the activity of chapters 3.2 and 3.4: verify_identity is done, fetch_vaccine_log waits for somebody."""
        orc = self.start("--virtual-time", *options, **variables)
        self.session = {}
        for name in ("3_2_submit", "3_4_complete", "6_human_clerk"):
            self.run_snippet(name)
        return orc, self.session["activity_id"]

    def run_snippet(self, name):
        text = (HERE / "snippets" / f"{name}.py").read_text(encoding="utf-8")
        with mock.patch.dict("os.environ", {"HMS_ACT_URL": self.server.url}), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, name, "exec"), self.session)

    def turn(self, orc, by):
        orc._transport.call("POST", "/sandbox/advance", {"by": by})

    def test_what_is_late_goes_to_a_backup_worker_and_the_console_says_so(self):
        orc, activity = self.begin()
        orc.workers.register(Worker("bot-health-6", skills=["fetch_vaccine_log"]))
        (lease,) = orc.queue.reserve("bot-health-6", lease_s=604800)
        self.assertEqual(lease.name, "fetch_vaccine_log")
        orc.workers.register(Worker("bot-health-7", skills=["fetch_vaccine_log"]))
        self.turn(orc, "3h59m")
        self.assertEqual(orc.tasks.status(activity, "fetch_vaccine_log").worker_id, "bot-health-6")
        self.assertEqual(orc.alerts.list(), [])
        self.turn(orc, "2m")
        task = orc.tasks.status(activity, "fetch_vaccine_log")
        self.assertEqual((task.status, task.worker_id, task.sla_state), ("PENDING", "bot-health-7", "breached"))
        (alert,) = orc.alerts.list()
        self.assertEqual((alert.kind, alert.task), ("sla_breach", "fetch_vaccine_log"))
        self.assertEqual([each.name for each in orc.queue.reserve("bot-health-7")], ["fetch_vaccine_log"])

    def test_the_rule_of_ten_lines_sends_one_text_message_and_one_to_slack(self):
        sms, slack = self.sink(WebSink), self.sink(WebSink)
        account = {"HMS_ACT_SMS_ACCOUNT": "AC1", "HMS_ACT_SMS_TOKEN": "t", "HMS_ACT_SMS_FROM": "+15550001111"}
        orc, activity = self.begin("--sms", f"http://127.0.0.1:{sms.port}", "--slack", f"http://127.0.0.1:{slack.port}",
                                   **account)
        self.run_snippet("7_escalation")
        orc.workers.register(Worker("courier", skills=["fetch_vaccine_log"], pools=["backup_worker_pool"]))
        orc.workers.register(Worker("a-better-one", skills={"fetch_vaccine_log": 5}))
        self.turn(orc, "4h1m")
        self.assertEqual(orc.tasks.status(activity, "fetch_vaccine_log").worker_id, "courier")
        sms.arrivals.wait(len)
        slack.arrivals.wait(len)
        self.turn(orc, "12h")
        self.settled(self.states())
        task = orc.tasks.status(activity, "fetch_vaccine_log")
        told = sorted(each.to for each in self.states().values() if each.task_id == task.id)
        self.assertEqual(told, ["console:supervisor", "slack:#ops-alerts", "sms:+1-202-555-0123"])
        self.assertEqual((len(sms.arrivals.items), len(slack.arrivals.items)), (1, 1))

    def test_who_does_not_click_within_24_hours_loses_it_to_the_courier(self):
        mail = self.sink(MailSink)
        orc, activity = self.begin("--smtp", f"smtp://127.0.0.1:{mail.port}", "--mail-from", "desk@county.gov")
        orc.workers.register(Worker("courier", skills=["ship_physical"]))
        for name in ("fetch_vaccine_log", "generate_pdf"):
            orc.tasks.complete(activity, name, worker_id="boss")
        orc.tasks.opt_in(activity, "ship_physical")
        self.assertEqual(orc.tasks.status(activity, "ship_physical").worker_id, "alice-county-clerk")  # nobody said so
        mail.arrivals.wait(len)
        self.turn(orc, "23h")
        task = orc.tasks.status(activity, "ship_physical")
        self.assertEqual(task.worker_id, "alice-county-clerk")
        self.assertIn("offered to alice-county-clerk until", task.why_waiting)
        self.turn(orc, "2h")
        self.assertEqual(orc.tasks.status(activity, "ship_physical").worker_id, "courier")


if __name__ == "__main__":
    unittest.main()
