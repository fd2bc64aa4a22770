# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Programs that look at mail open every link, follow what is there and send every form. They change nothing, and are seen."""

import concurrent.futures
import html.parser
import os
import re
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

from desk import DeskTest
from sinks import MailSink

from hms_act import Task, Worker

LINKS = 1000 if os.environ.get("HMSACT_FULL") else 200
LINK = re.compile(r"^(http://127\.0\.0\.1:[0-9]+/t/[A-Za-z0-9_-]+)$", re.MULTILINE)


class Page(html.parser.HTMLParser):
    """What a scanner takes from a page: where it leads, and its forms with what they hold by themselves."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.scripts, self._list = [], [], 0, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.scripts += tag == "script" or any(name.startswith("on") for name in given)
        if tag == "a":
            self.links.append(given["href"])
        elif tag == "form":
            self.forms.append({"action": given.get("action", ""), "fields": {}, "choices": []})
        elif tag == "select":
            self._list = given["name"]
        elif tag == "option" and self._list not in self.forms[-1]["fields"]:
            self.forms[-1]["fields"][self._list] = given["value"]
        elif tag == "textarea":
            self.forms[-1]["fields"][given["name"]] = ""
        elif tag == "input" and given.get("type") == "radio" and "checked" not in given:
            self.forms[-1]["choices"].append((given["name"], given["value"]))
        elif tag == "input":
            self.forms[-1]["fields"][given["name"]] = given.get("value", "")


def ask(url, method="GET", fields=None, agent="scanner/1"):
    body = None if fields is None else urllib.parse.urlencode(fields).encode()
    request = urllib.request.Request(url, body, {"User-Agent": agent}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class ScannerTest(DeskTest):
    def scan(self, link):
        """→ how often a form was sent, and what the server said to that."""
        ask(link, "HEAD")
        said = []
        seen, todo = set(), [link]
        while todo:
            url = todo.pop()
            if url in seen:
                continue
            seen.add(url)
            status, text = ask(url)
            self.assertEqual(status, 200)
            page = Page(text)
            self.assertEqual(page.scripts, 0)  # there is nothing to run
            todo += [urllib.parse.urljoin(url, each) for each in page.links]
            for form in page.forms:
                target = urllib.parse.urljoin(url, form["action"])
                for choice in [None, *form["choices"]]:
                    fields = dict(form["fields"], **(dict([choice]) if choice else {}))
                    said.append((target, fields, ask(target, "POST", fields, "scanner/2")[0]))
        return said

    def test_many_links_are_opened_followed_and_sent_and_nothing_happens(self):
        mail = self.sink(MailSink)
        self.start("--smtp", f"smtp://127.0.0.1:{mail.port}", "--mail-from", "desk@county.gov", quick=False)
        self.orc.workers.register(Worker("Alice", skills=["ship"], channel="email:alice@county.gov", capacity=LINKS))
        activity = self.orc.activities.create(citizen_id="c", intent="i", sla="48h")
        self.orc.tasks.enqueue(activity, [Task(f"t{i}", sla="24h", needs=[], skill="ship") for i in range(LINKS)])
        links = [LINK.search(each.text()).group(1) for each in mail.arrivals.wait(lambda items: len(items) >= LINKS)]
        self.assertEqual(len(set(links)), LINKS)
        before = self.all_tasks(activity), self.count_events(activity)
        self.assertGreater(before[1], LINKS)

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            sent = [each for said in pool.map(self.scan, links) for each in said]
            self.assertEqual(len(sent), 12 * LINKS)  # of three pages, as they are and with each choice
            self.assertTrue({status for _, _, status in sent} <= {403, 422}, {status for _, _, status in sent})
            # Once more, by a patient one: all of it is older than two seconds now.
            until = time.monotonic() + 2
            while time.monotonic() < until:
                self.states()
            later = {status for status, _ in pool.map(lambda each: ask(each[0], "POST", each[1]), sent)}
        self.assertEqual(later, {422})  # without a code nothing is taken
        self.assertEqual((self.all_tasks(activity), self.count_events(activity)), before)
        for i in (0, LINKS // 2, LINKS - 1):
            (link,) = self.orc._transport.call("GET", f"/activities/{activity}/tasks/t{i}/links")["items"]
            self.assertEqual((link["state"], link["tries_left"]), ("open", 5))
            self.assertLessEqual({"head", "no_code", "too_soon"}, set(link["machine_signs"]))

    def all_tasks(self, activity):
        return [(each.name, each.state, each.version, each.worker_id) for each in self.orc.queue.list(activity)]

    def count_events(self, activity):
        count, cursor = 0, None
        while True:
            page = self.orc.activities.events(activity, limit=1000, cursor=cursor)
            count, cursor = count + len(page), page.next_cursor
            if cursor is None:
                return count


if __name__ == "__main__":
    unittest.main()
