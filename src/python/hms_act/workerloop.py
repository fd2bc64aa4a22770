# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""A bot in a few lines.

    loop = WorkerLoop(Orchestrator(), Worker("bot-health-7", skills=[]), concurrency=4)

    @loop.skill("fetch_vaccine_log")
    def fetch(job):
        return {"doses": 2}

    loop.run()
"""

from __future__ import annotations

import logging
import queue
import random
import re
import signal
import threading
import time
from types import FrameType
from typing import Any, Callable, Dict, List, Mapping, Optional, Set

from .errors import ApiError, ConflictError, HmsActError, NotFoundError, RateLimited, ServerError
from .errors import ServerUnavailable, TransportError, UsageError, ValidationError
from .models import Lease, Skills, Worker
from .orchestrator import Orchestrator
from .transport import Cancel

log = logging.getLogger("hms_act")

REASON_MAX = 2000  # the server's bounds
NOTE_MAX = 200
PROGRESS_EVERY_S = 1.0  # more is not shown anyway
HAND_BACK_S = 5.0  # for what is left at the end


class TaskFailed(Exception):
    """Raised by a handler to fail its task with a reason of its own; ``retry=False`` ends the task at once."""

    def __init__(self, reason: str, retry: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry = retry


class Abstained(TaskFailed):
    """Raised by a handler that cannot judge: a human is to see to the task, and no attempt is used up."""


class TaskLost(Exception):
    """Raised by ``Job.check``: the task was taken away, so there is nothing to report any more."""


class Job:
    """A reserved task in the hands of a handler."""

    def __init__(self, lease: Lease, worker_id: str) -> None:
        self.lease = lease
        self.worker_id = worker_id
        self.lost = threading.Event()
        """Set when the lease is lost, or somebody cancelled, held, skipped or reassigned the task: stop."""
        self.why_lost = ""
        """What the server said then."""
        self.confidence: Optional[float] = None
        """How sure the handler is of what it returns, from 0 to 1; the task may have a floor."""
        self._progress: Dict[str, Any] = {}
        self._told = threading.Event()  # there is progress to show, or all is over
        self._over = threading.Event()

    def progress(self, percent: float, note: str = "") -> None:
        """Shows people how far the work is. Goes out within about a second; raises TaskLost like ``check``."""
        self.check()
        self._progress = {"progress": max(0, min(100, int(percent))), "note": _sayable(note, NOTE_MAX) or None}
        self._told.set()

    def check(self) -> None:
        """Raises TaskLost when the task is not this worker's any more: call it now and then in long work."""
        if self.lost.is_set():
            raise TaskLost(self.why_lost or "the lease is lost")

    @property
    def name(self) -> str:
        return self.lease.name

    @property
    def activity_id(self) -> str:
        return self.lease.activity_id

    @property
    def payload(self) -> Mapping[str, Any]:
        return self.lease.payload

    @property
    def attempt(self) -> int:
        return self.lease.attempt


Handler = Callable[[Job], Any]


class WorkerLoop:
    """Registers a worker, pulls its tasks by long poll, runs a handler for each, keeps the leases alive, and reports.

    What a handler returns is the result; what it raises fails the task, and so does a result that the server refuses.
    ``concurrency`` handlers run at a time, each in a thread. Skills are registered without levels, which people set,
    where the worker's ``skills`` say none. SIGTERM and SIGINT (while ``run`` is in the main thread) or ``stop()`` end it: no new work is taken,
    running handlers have ``grace_s`` to finish, and what is left is handed back within 5 seconds, or not at all where
    nothing answers; a handler that never returns does not keep the process alive.
    """

    def __init__(
        self,
        orchestrator: Orchestrator,
        worker: Worker,
        *,
        concurrency: int = 1,
        wait_s: float = 30,
        lease_s: int = 60,
        grace_s: float = 30,
        register: bool = True,
    ) -> None:
        """``register=False``: somebody else has registered ``worker.id``; a token of role worker may not do it."""
        if concurrency < 1:
            raise UsageError("concurrency is at least 1")
        if not register and not worker.id:
            raise UsageError("a worker that is registered already has an id")
        self._orc = orchestrator
        self._worker = worker
        self._concurrency = concurrency
        self._wait_s = wait_s
        self._lease_s = lease_s
        self._grace_s = grace_s
        self._handlers: Dict[str, Handler] = {}
        self._jobs: Set[Job] = set()
        self._changed = threading.Condition()
        self._stops: queue.SimpleQueue[bool] = queue.SimpleQueue()  # False: run() is over
        self._stopping = threading.Event()
        self._cancel = Cancel()
        self._registers = register
        self._worker_id = worker.id or ""

    def skill(self, name: str) -> Callable[[Handler], Handler]:
        """Decorator: this function does the tasks of that skill."""

        def remember(handler: Handler) -> Handler:
            self._handlers[name] = handler
            return handler

        return remember

    def stop(self) -> None:
        """Asks the loop to end. Safe from any thread and from a signal handler."""
        # A handler may interrupt the holder of any lock: this is the one thing that takes none.
        self._stops.put(True)

    def run(self) -> None:
        """Works until stopped. Raises what no waiting can mend: a bad token, a refused worker."""
        if not self._handlers:
            raise HmsActError("no function serves a skill: decorate one with @loop.skill(…)")
        stopper = threading.Thread(target=self._await_stop, name="hms-act-stop", daemon=True)
        stopper.start()
        restore = self._catch_signals()
        try:
            if self._registers:
                self._patiently(self._register)
            self._work()
        finally:
            for number, handler in restore.items():
                signal.signal(number, handler)
            self._stops.put(False)
            stopper.join()

    def _work(self) -> None:
        try:
            while not self._stopping.is_set():
                free = self._wait_for_room()
                if free:
                    for lease in self._patiently(lambda: self._reserve(free)) or []:
                        self._start(lease)
        finally:
            self._drain()

    def _register(self) -> None:
        skills: Skills = list(self._handlers)
        if isinstance(self._worker.skills, Mapping):
            skills = {**dict.fromkeys(self._handlers), **self._worker.skills}
        worker = Worker(**{**vars(self._worker), "skills": skills})
        self._worker_id = self._orc.workers.register(worker, cancel=self._cancel).id or ""

    def _reserve(self, count: int) -> List[Lease]:
        try:
            return self._orc.queue.reserve(
                self._worker_id, max=count, wait_s=self._wait_s, lease_s=self._lease_s, cancel=self._cancel
            )
        except NotFoundError:  # the worker was removed; come back as a new one
            if not self._registers:
                raise
            self._register()
            return []

    def _patiently(self, call: Callable[[], Any]) -> Any:
        """Calls until it answers or the loop is stopped, waiting longer each time."""
        failures = 0
        while not self._stopping.is_set():
            try:
                return call()
            except (TransportError, ServerUnavailable, RateLimited, ServerError) as error:
                if self._stopping.is_set():
                    break
                pause = min(30.0, 0.5 * 2 ** min(failures, 10)) * random.uniform(0.8, 1.2)
                asked = error.retry_after_s if isinstance(error, ApiError) else None
                failures += 1
                log.warning("%s; next try in %.1f s", error, max(pause, asked or 0.0))
                self._stopping.wait(max(pause, asked or 0.0))
        return None

    def _wait_for_room(self) -> int:
        with self._changed:
            self._changed.wait_for(lambda: len(self._jobs) < self._concurrency or self._stopping.is_set())
            return 0 if self._stopping.is_set() else self._concurrency - len(self._jobs)

    def _start(self, lease: Lease) -> None:
        job = Job(lease, self._worker_id)
        with self._changed:
            self._jobs.add(job)
        threading.Thread(target=self._perform, args=(job,), name="hms-act-job", daemon=True).start()
        threading.Thread(target=self._keep_lease, args=(job,), name="hms-act-heartbeat", daemon=True).start()

    def _perform(self, job: Job) -> None:
        try:
            self._report(job, self._outcome(job))
        except Exception:
            log.exception("reporting %s failed; its lease will run out", job.name)
        finally:
            job._over.set()
            job._told.set()
            with self._changed:
                self._jobs.discard(job)
                self._changed.notify_all()

    def _outcome(self, job: Job) -> Callable[[], Any]:
        """Runs the handler; answers with the call that reports what came of it."""
        tasks, lease = self._orc.tasks, job.lease
        who: Dict[str, Any] = {"worker_id": job.worker_id, "lease_token": lease.lease_token}
        handler = self._handlers.get(lease.skill or lease.name)
        try:
            if handler is None:
                raise TaskFailed("this worker has no function for the skill %s" % (lease.skill or lease.name))
            result = handler(job)
        except Abstained as refusal:
            reason = _sayable(refusal.reason, REASON_MAX) or "cannot judge"
            return lambda: tasks.fail(lease.activity_id, lease.name, reason=reason, outcome="abstained", **who)
        except TaskLost:
            return lambda: None
        except TaskFailed as failure:
            reason, retry = failure.reason, failure.retry
        except (Exception, SystemExit) as error:
            log.exception("task %s of %s failed", lease.name, lease.activity_id)
            reason, retry = "%s: %s" % (type(error).__name__, error), True
        else:
            return lambda: tasks.complete(
                lease.activity_id, lease.name, result=result, confidence=job.confidence, **who
            )
        reason = _sayable(reason, REASON_MAX) or "failed without a reason"
        return lambda: tasks.fail(lease.activity_id, lease.name, reason=reason, retry=retry, **who)

    def _report(self, job: Job, report: Callable[[], Any]) -> None:
        """Reports once it gets through. The lease token makes saying it again harmless: a second one is refused.

        A server with a defect (500) may be mended soon: it is asked again for as long as the lease lasts.
        """
        pause = 0.5
        refused = False
        give_up_at: Optional[float] = None
        while not job.lost.is_set():
            try:
                report()
                return
            except ConflictError as error:
                log.warning("%s of %s: %s", job.name, job.activity_id, error.detail or error.title)
                return
            except UsageError as error:
                log.error("%s of %s: %s", job.name, job.activity_id, error)
                report = self._failing(job, "the result cannot be handed in: %s" % error)
            except ValidationError as error:
                if refused:  # its own words, then
                    raise
                refused = True
                log.error("%s of %s: %s", job.name, job.activity_id, error)
                report = self._failing(job, "the result was refused: %s" % error)
            except (TransportError, ServerUnavailable, RateLimited, ServerError) as error:
                log.warning("reporting %s: %s", job.name, error)
                if isinstance(error, ServerError):
                    give_up_at = give_up_at or time.monotonic() + self._lease_s
                    if time.monotonic() >= give_up_at:
                        raise
                job.lost.wait(pause * random.uniform(0.8, 1.2))
                pause = min(pause * 2, 10.0)

    def _failing(self, job: Job, reason: str) -> Callable[[], Any]:
        """The report of a result that cannot be handed in: another attempt would bring the same."""
        return lambda: self._orc.tasks.fail(
            job.activity_id,
            job.name,
            job.worker_id,
            reason=_sayable(reason, REASON_MAX),
            lease_token=job.lease.lease_token,
            retry=False,
        )

    def _keep_lease(self, job: Job) -> None:
        """Each job has its own thread for it: one that gets no answer costs no other its lease."""
        period = self._lease_s / 3
        beat_at = time.monotonic() + period
        while True:
            told = job._told.wait(max(0.0, beat_at - time.monotonic()))
            if job._over.is_set() or job.lost.is_set():
                return
            job._told.clear()
            beat_at = time.monotonic() + period
            self._beat(job, period)
            if told:
                job._over.wait(min(PROGRESS_EVERY_S, period))

    def _beat(self, job: Job, within_s: float) -> None:
        lease = job.lease
        try:
            self._orc.tasks.heartbeat(
                lease.activity_id,
                lease.name,
                job.worker_id,
                lease_token=lease.lease_token,
                lease_s=self._lease_s,
                within_s=within_s,
                **job._progress,
            )
        except (ConflictError, NotFoundError) as error:
            if not job._over.is_set():  # finished meanwhile: then the refusal means nothing
                log.warning("lease of %s is lost: %s", lease.name, error.detail or error.title)
                job.why_lost = error.detail or error.title
                job.lost.set()
        except HmsActError as error:
            log.warning("heartbeat of %s: %s", lease.name, error)

    def _drain(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._jobs, self._grace_s)
            left = list(self._jobs)
        hands = [threading.Thread(target=self._hand_back, args=(job,), name="hms-act-job", daemon=True) for job in left]
        until = time.monotonic() + HAND_BACK_S
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join(max(0.0, until - time.monotonic()))

    def _hand_back(self, job: Job) -> None:
        job.why_lost = "the worker stops"
        job.lost.set()
        try:
            self._orc.tasks.release(
                job.activity_id, job.name, job.worker_id, lease_token=job.lease.lease_token, within_s=HAND_BACK_S
            )
        except HmsActError as error:
            log.warning("handing back %s: %s", job.name, error)

    def _await_stop(self) -> None:
        while self._stops.get():
            self._stopping.set()
            self._cancel.cancel()
            with self._changed:
                self._changed.notify_all()

    def _catch_signals(self) -> Dict[int, Any]:
        if threading.current_thread() is not threading.main_thread():
            return {}

        def on_signal(number: int, frame: Optional[FrameType]) -> None:
            self.stop()

        return {number: signal.signal(number, on_signal) for number in (signal.SIGTERM, signal.SIGINT)}


_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _sayable(text: Any, most: int) -> str:
    """As much of it as the server takes, which refuses control and text direction characters, and halves of others."""
    return _UNSAYABLE.sub("\ufffd", str(text).strip())[:most]
