# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Clients that enqueue, reserve and complete over HTTP while the server dies under them, and write down every
answer before they go on."""

import http.client
import json
import random
import threading
import urllib.parse

TOKEN = "demo-sandbox-token"
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
REQUEST_LIMIT_S = 20
LEASE_S = 1  # a lease whose answer was lost is over soon
STALL = 0.03  # so often a worker dawdles until its lease is over, and hands its work in all the same
RETRY_PAUSE_S = 0.02
SKILLS = ("check", "print", "ship")


class NoAnswer(Exception):
    """The connection broke: whether the command was carried out is not known."""


class Refused(Exception):
    """An answer, and it was no."""

    def __init__(self, status, body):
        super().__init__(f"{status} {body}")
        self.status = status


def over_meanwhile(status, said):
    """Whether this refusal of a completion is in order: the lease has ended. A row that the database refused is not."""
    return status == 409 and "database" not in said


class Address:
    """Where the server is now; nowhere while it is dead."""

    def __init__(self):
        self._changed = threading.Condition()
        self._url = None

    def set(self, url):
        with self._changed:
            self._url = url
            self._changed.notify_all()

    def get(self, limit_s):
        with self._changed:
            self._changed.wait_for(lambda: self._url, limit_s)
            return self._url


class Journal:
    """Every acknowledged answer of one client, in a file and in memory."""

    def __init__(self, path):
        self._file = open(path, "a", encoding="utf-8", buffering=1)
        self._lock = threading.Lock()
        self._entries = []

    def add(self, **entry):
        with self._lock:
            self._file.write(json.dumps(entry) + "\n")
            self._entries.append(entry)

    def entries(self):
        with self._lock:
            return list(self._entries)

    def close(self):
        self._file.close()


class Client(threading.Thread):
    """One thread, one connection, one journal. `unexpected` collects answers that no fault excuses."""

    def __init__(self, name, address, journal, stop, unexpected, seed):
        super().__init__(name=name, daemon=True)
        self.address, self.journal, self.stop, self.unexpected = address, journal, stop, unexpected
        self.random = random.Random(seed)
        self.cut_off = 0  # calls that were sent and never answered
        self.put_off = 0  # calls that were answered with 503
        self._connection = None
        self._url = None

    def run(self):
        try:
            while not self.stop.is_set():
                try:
                    self.step()
                except NoAnswer:
                    self.stop.wait(RETRY_PAUSE_S)
        except Exception as fault:  # told by the driver: a thread that dies must not look like silence
            self.unexpected.append(f"{self.name}: {type(fault).__name__}: {fault}")
        finally:
            self.close()

    def step(self):
        raise NotImplementedError

    def get(self, path):
        return self._call("GET", path)

    def post(self, path, body, key=None):
        return self._call("POST", path, json.dumps(body), {"Idempotency-Key": key} if key else {})

    def _call(self, method, path, body=None, headers=None):
        """→ the body of a 2xx answer. Refused for another one, NoAnswer when there was none; 503 (draining) is none."""
        url = self.address.get(1)
        if url is None:
            raise NoAnswer
        if url != self._url:
            self.close()
            self._url = url
        sent = False
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=REQUEST_LIMIT_S)
            self._connection.request(method, "/api/v1" + path, body, {**HEADERS, **(headers or {})})
            sent = True
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as broken:
            self.cut_off += sent
            self.close()
            raise NoAnswer from broken
        if answer.status == 503:
            self.put_off += 1
            raise NoAnswer
        if not 200 <= answer.status < 300:
            raise Refused(answer.status, text)
        return json.loads(text)

    def insist(self, path, body, key=None):
        """The same again until there is an answer, across deaths of the server. None: the test is over."""
        while not self.stop.is_set():
            try:
                return self.post(path, body, key)
            except NoAnswer:
                self.stop.wait(RETRY_PAUSE_S)
        return None

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Producer(Client):
    """Makes activities under idempotency keys, says each again until it is answered, and hangs tasks on them."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.count = 0

    def step(self):
        self.count += 1
        key = f"{self.name}-{self.count}"
        body = {"citizen_id": "c-1", "intent": "vaccine_card", "sla": "48h", "metadata": {"key": key}}
        activity = self.insist("/activities", body, key)
        if activity is None:
            return
        self.journal.add(did="create", key=key, activity=activity["id"])
        tasks = [{"name": f"{skill}-{i}", "skill": skill, "sla": "2h", "max_attempts": 100}
                 for i, skill in enumerate(self.random.choices(SKILLS, k=self.random.randint(1, 4)))]
        made = self.insist(f"/activities/{activity['id']}/tasks", {"tasks": tasks}, f"{key}-tasks")
        if made is not None:
            self.journal.add(did="enqueue", activity=activity["id"], tasks={t["name"]: t["id"] for t in made["items"]})


class Consumer(Client):
    """Reserves, and completes what it got, alone or together."""

    def step(self):
        answer = self.post("/queue/reserve", {"worker_id": self.name, "max": self.random.randint(1, 8),
                                              "wait_s": 1, "lease_s": LEASE_S})
        leases = answer["items"]
        for lease in leases:
            self.journal.add(did="reserve", task=lease["task_id"], token=lease["lease_token"], worker=self.name)
        if self.random.random() < STALL:
            self.stop.wait(1.5 * LEASE_S)
        if leases and self.random.random() < 0.5:
            self._complete_together(leases)
        else:
            for lease in leases:
                self._complete(lease)

    def _done(self, lease):
        self.journal.add(did="complete", task=lease["task_id"], token=lease["lease_token"], worker=self.name)

    def _complete(self, lease):
        path = f"/activities/{lease['activity_id']}/tasks/{urllib.parse.quote(lease['name'])}/complete"
        try:
            if self.insist(path, {"worker_id": self.name, "lease_token": lease["lease_token"]}) is not None:
                self._done(lease)
        except Refused as no:
            if not over_meanwhile(no.status, str(no)):
                raise

    def _complete_together(self, leases):
        items = [{"task_id": lease["task_id"], "lease_token": lease["lease_token"], "worker_id": self.name}
                 for lease in leases]
        answer = self.insist("/queue/complete", {"items": items})
        for lease, result in zip(leases, answer["items"] if answer else []):
            if result["ok"]:
                self._done(lease)
            elif not over_meanwhile(result["error"]["status"], str(result["error"])):
                raise Refused(result["error"]["status"], result["error"])


class Opener(Client):
    """Opens activities of three tasks, in a row or all at once, each under a key, and says each again until it is answered."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.count = 0

    def step(self):
        key = f"{self.name}-{self.count}"
        order = self.random.choice(({}, {"needs": []}))
        tasks = [{"name": skill, "skill": skill, "sla": "2h", "max_attempts": 100, **order} for skill in SKILLS]
        made = self.insist("/activities", {"citizen_id": "c-1", "intent": "vaccine_card", "sla": "48h",
                                           "metadata": {"key": key}, "tasks": tasks}, key)
        if made is None:
            return
        self.count += 1
        self.journal.add(did="create", key=key, activity=made["id"])
        self.journal.add(did="enqueue", activity=made["id"], tasks={task["name"]: task["id"] for task in made["tasks"]})
