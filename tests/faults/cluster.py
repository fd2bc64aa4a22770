# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Several hms-actd on one database, and clients of each."""

import os
import threading
import time

from actd import Actd
from load import SKILLS, Address, Client, Consumer, Journal, NoAnswer, Opener


class Core:
    """One hms-actd, which may be killed and started again, and the address where its clients find it."""

    def __init__(self, name, database, folder, *options):
        self.name, self._database, self._log, self._options = name, database, folder / f"{name}.log", options
        self.address = Address()
        self.actd = None

    def start(self):
        self.actd = Actd(os.environ["HMSACT_ACTD"], "--sandbox", "--no-sample", "--db", self._database, *self._options,
                         log=self._log)

    def serve(self):
        self.address.set(self.actd.wait_until_ready())

    def kill(self):
        if self.actd:
            self.actd.kill()
        self.address.set(None)

    def said(self, what):
        return self._log.read_text(errors="replace").count(what)


class Cluster:
    """Cores, an opener and workers on each. `unexpected` collects what no fault excuses."""

    def __init__(self, database, folder, cores, workers, random):
        self.cores = [Core(f"core-{i}", database, folder) for i in range(cores)]
        self._folder, self._workers, self._random = folder, workers, random
        self._stop_opening, self._stop_working = threading.Event(), threading.Event()
        self.unexpected = []
        self.clients, self._openers, self._journals = [], [], []

    def start(self):
        for core in self.cores:
            core.start()
        for core in self.cores:
            core.serve()
        for core in self.cores:
            self._openers.append(self._client(Opener, f"{core.name}-opener", core, self._stop_opening))
            for i in range(self._workers):
                worker = self._client(Consumer, f"{core.name}-worker-{i}", core, self._stop_working)
                worker.insist("/workers", {"name": worker.name, "kind": "bot", "skills": list(SKILLS)})
        for client in self.clients:
            client.start()

    def _client(self, kind, name, core, stop):
        journal = Journal(self._folder / f"{name}.journal")
        client = kind(name, core.address, journal, stop, self.unexpected, self._random.random())
        self._journals.append(journal)
        self.clients.append(client)
        return client

    def opened(self):
        return sum(opener.count for opener in self._openers)

    def acknowledged(self):
        return [entry for journal in self._journals for entry in journal.entries()]

    def counted(self, what):
        return sum(getattr(client, what) for client in self.clients)

    def said(self, what):
        """How often the cores said that on standard error."""
        return sum(core.said(what) for core in self.cores)

    def wait(self, condition, limit_s, what):
        """Looks again and again, until a client met what must not be: that is told by `unexpected`."""
        until = time.monotonic() + limit_s
        while not condition() and not self.unexpected:
            if time.monotonic() > until:
                raise TimeoutError(f"{what} took more than {limit_s} s")
            self._stop_working.wait(0.1)

    def drain(self, limit_s):
        """Opens no more, and waits until nothing is open any more, as the program itself says."""
        self._stop_opening.set()
        for opener in self._openers:
            opener.join(limit_s)
        observer = Client("observer", self.cores[0].address, None, self._stop_working, self.unexpected, 0)
        try:
            self.wait(lambda: self._nothing_open(observer), limit_s, "working off")
        finally:
            observer.close()
            self._stop_working.set()
        for client in self.clients:
            client.join(limit_s)

    @staticmethod
    def _nothing_open(observer):
        try:
            return not sum(observer.get("/stats")["open_tasks"].values())
        except NoAnswer:
            return False

    def stop(self):
        for core in self.cores:
            core.actd.stop()

    def close(self):
        self._stop_opening.set()
        self._stop_working.set()
        for core in self.cores:
            core.kill()
        for client in self.clients:
            if client.is_alive():
                client.join(30)
            client.close()
        for journal in self._journals:
            journal.close()
