# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""``orc.tasks``: enqueue tasks and act on them."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence

from .models import Artefact, Task
from .transport import Transport
from .urls import path


class Tasks:
    """Tasks by activity and name. Every action answers with the task as it is afterwards."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def enqueue(
        self, activity_id: str, tasks: Sequence[Task], *, idempotency_key: Optional[str] = None
    ) -> List[Task]:
        """Adds tasks to an activity, all or none. Raises ValidationError that points at the bad one."""
        answer = self._transport.call(
            "POST",
            path("activities", activity_id, "tasks"),
            {"tasks": [task.to_json() for task in tasks]},
            keyed=True,
            idempotency_key=idempotency_key,
        )
        return [Task.from_json(item) for item in answer["items"]]

    def status(self, activity_id: str, task: str) -> Task:
        """One task with what it waits for (``waiting_for``, ``blocked_by``) and why it has its worker."""
        return Task.from_json(self._transport.call("GET", path("activities", activity_id, "tasks", task)))

    get = status

    def complete(
        self,
        activity_id: str,
        task: str,
        worker_id: Optional[str] = None,
        *,
        lease_token: Optional[int] = None,
        result: Any = None,
        confidence: Optional[float] = None,
    ) -> Task:
        """Marks a task done. Saying it twice by the same worker is fine; a second worker gets ConflictError.

        ``confidence``: how sure the worker is, from 0 to 1. Below the task's floor, a human sees to it (``for_humans``).
        """
        body = _given(worker_id=worker_id, lease_token=lease_token, result=result, confidence=confidence)
        return self._act(activity_id, task, "complete", body, repeatable=True)

    def fail(
        self,
        activity_id: str,
        task: str,
        worker_id: Optional[str] = None,
        *,
        reason: str,
        lease_token: Optional[int] = None,
        retry: Optional[bool] = None,
        outcome: Optional[str] = None,
    ) -> Task:
        """Gives a task up; it is tried again while attempts are left, unless ``retry=False``.

        ``outcome="abstained"``: the worker cannot judge. A human is to see to it, and no attempt is used up.
        """
        body = _given(worker_id=worker_id, lease_token=lease_token, reason=reason, retry=retry, outcome=outcome)
        return self._act(activity_id, task, "fail", body)

    def heartbeat(
        self,
        activity_id: str,
        task: str,
        worker_id: Optional[str] = None,
        *,
        lease_token: Optional[int] = None,
        lease_s: Optional[int] = None,
        progress: Optional[int] = None,
        note: Optional[str] = None,
        within_s: Optional[float] = None,
    ) -> Task:
        """Extends the lease, and shows how far the work is (per cent, with a line of text).

        ConflictError means that the lease is lost: it was taken away, held, skipped or cancelled. Stop working on it.
        ``within_s``: one try of that many seconds at most, for who beats again soon.
        """
        body = _given(worker_id=worker_id, lease_token=lease_token, lease_s=lease_s, progress=progress, note=note)
        return self._act(activity_id, task, "heartbeat", body, repeatable=True, within_s=within_s)

    def release(
        self,
        activity_id: str,
        task: str,
        worker_id: Optional[str] = None,
        *,
        lease_token: Optional[int] = None,
        reason: Optional[str] = None,
        within_s: Optional[float] = None,
    ) -> Task:
        """Hands a reserved task, or an offer of one, back without using up an attempt. With a ``reason`` the worker cannot do
        it, and it goes to another while there is one. ``within_s``: one try of that many seconds at most."""
        body = _given(worker_id=worker_id, lease_token=lease_token, reason=reason)
        return self._act(activity_id, task, "release", body, within_s=within_s)

    def opt_in(self, activity_id: str, task: str) -> Task:
        """The citizen wants the optional task."""
        return self._act(activity_id, task, "opt-in", {})

    def decline(self, activity_id: str, task: str, reason: Optional[str] = None) -> Task:
        """The citizen does not want the optional task."""
        return self._act(activity_id, task, "decline", _given(reason=reason))

    def hold(self, activity_id: str, task: str, reason: str) -> Task:
        """Stops the task and its clock."""
        return self._act(activity_id, task, "hold", {"reason": reason})

    def resume(self, activity_id: str, task: str) -> Task:
        """Lets a held task go on; its due time moves by the pause."""
        return self._act(activity_id, task, "resume", {})

    def retry(self, activity_id: str, task: str) -> Task:
        """Starts a failed task anew."""
        return self._act(activity_id, task, "retry", {})

    def skip(self, activity_id: str, task: str, reason: str) -> Task:
        """Leaves the task out; what needs it goes on."""
        return self._act(activity_id, task, "skip", {"reason": reason})

    def reassign(
        self, activity_id: str, task: str, *, worker_id: Optional[str] = None, pool: Optional[str] = None
    ) -> Task:
        """Takes the task away from whoever has it and keeps it for a worker or a pool."""
        return self._act(activity_id, task, "reassign", _given(worker_id=worker_id, pool=pool))

    def approve(self, activity_id: str, task: str, *, result: Any = None, worker_id: Optional[str] = None) -> Task:
        """A human accepts the work of a machine; with a ``result``, corrects it. Before and after are recorded."""
        return self._act(activity_id, task, "approve", _given(result=result, worker_id=worker_id))

    def send_back(self, activity_id: str, task: str, reason: str) -> Task:
        """A human wants the work done again."""
        return self._act(activity_id, task, "send-back", {"reason": reason})

    def comment(self, activity_id: str, task: str, text: str) -> Task:
        """Leaves a note in the record."""
        return self._act(activity_id, task, "comment", {"text": text})

    def undo(
        self,
        activity_id: str,
        task: str,
        worker_id: Optional[str] = None,
        *,
        lease_token: Optional[int] = None,
    ) -> Task:
        """Takes back what was done last within 15 minutes, while nobody has built on it: a completion, a failure, a release, a
        hand-over, a hold, a choice of the citizen. Who had the task has it again."""
        return self._act(activity_id, task, "undo", _given(worker_id=worker_id, lease_token=lease_token))

    def put_artefact(
        self,
        activity_id: str,
        task: str,
        file: str,
        content: bytes,
        media_type: str = "application/octet-stream",
        lease_token: Optional[int] = None,
    ) -> Artefact:
        """Stores a file with the task, 25 MiB at most; the same name replaces it.

        ``lease_token``: of the lease under which it is worked on; under another one it is refused (Conflict)."""
        answer = self._transport.send(
            "PUT",
            path("activities", activity_id, "tasks", task, "artefacts", file),
            content,
            {"Content-Type": media_type},
            query=_given(lease_token=lease_token),
            safe=True,
        )
        return Artefact.from_json(answer.json())

    def get_artefact(self, activity_id: str, task: str, file: str) -> bytes:
        """The content of a file of the task."""
        target = path("activities", activity_id, "tasks", task, "artefacts", file)
        return self._transport.send("GET", target, None, {"Accept": "*/*"}, safe=True).body

    def _act(
        self,
        activity_id: str,
        task: str,
        action: str,
        body: Mapping[str, Any],
        repeatable: bool = False,
        within_s: Optional[float] = None,
    ) -> Task:
        target = path("activities", activity_id, "tasks", task, action)
        answer = self._transport.call(
            "POST", target, body, keyed=not repeatable, repeatable=repeatable, within_s=within_s
        )
        return Task.from_json(answer)


def _given(**fields: Any) -> Dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
