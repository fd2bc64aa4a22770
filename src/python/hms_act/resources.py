# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""``orc.activities``, ``orc.queue``, ``orc.workers``, ``orc.alerts`` and ``orc.notifications``."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from .errors import UsageError, error_for
from .models import Activity, Alert, Duration, Lease, Moment, Notification, Page, Skills, Task, Worker
from .models import duration_text, leave_json, name_list, skills_json
from .transport import Cancel, Transport
from .urls import path

PAGE_MAX = 1000


class Activities:
    """Requests of citizens or systems, end to end."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        citizen_id: str,
        intent: str,
        sla: Optional[Duration] = None,
        *,
        priority: Optional[int] = None,
        metadata: Optional[Mapping[str, Any]] = None,
        tasks: Optional[Sequence[Task]] = None,
        from_template: Union[bool, str, None] = None,
        calendar: Optional[str] = None,
        idempotency_key: Optional[str] = None,
    ) -> str:
        """Opens an activity and answers with its id. ``from_template`` (True, or an intent's name) gives sla and tasks."""
        body: Dict[str, Any] = {"citizen_id": citizen_id, "intent": intent}
        if tasks is not None:
            body["tasks"] = [task.to_json() for task in tasks]
        optional = {"priority": priority, "metadata": metadata, "from_template": from_template, "calendar": calendar}
        optional["sla"] = None if sla is None else duration_text(sla)
        for name, value in optional.items():
            if value is not None:
                body[name] = value
        answer = self._transport.call("POST", "/activities", body, keyed=True, idempotency_key=idempotency_key)
        return str(answer["id"])

    def get(self, activity_id: str) -> Activity:
        """One activity with its tasks."""
        return Activity.from_json(self._transport.call("GET", path("activities", activity_id)))

    def list(
        self,
        *,
        state: Optional[str] = None,
        intent: Optional[str] = None,
        citizen_id: Optional[str] = None,
        overdue: Optional[bool] = None,
        q: Optional[str] = None,
        limit: int = 100,
        cursor: Optional[str] = None,
    ) -> Page[Activity]:
        """Activities without their tasks, one page at a time."""
        answer = self._transport.call(
            "GET",
            "/activities",
            query={
                "state": state,
                "intent": intent,
                "citizen_id": citizen_id,
                "overdue": overdue,
                "q": q,
                "limit": limit,
                "cursor": cursor,
            },
        )
        return Page([Activity.from_json(item) for item in answer["items"]], answer.get("next_cursor"))

    def cancel(self, activity_id: str, reason: str) -> Activity:
        """Ends it and cancels its open tasks."""
        target = path("activities", activity_id, "cancel")
        return Activity.from_json(self._transport.call("POST", target, {"reason": reason}, keyed=True))

    def fail(self, activity_id: str, reason: str) -> Activity:
        """Gives up on a blocked activity."""
        target = path("activities", activity_id, "fail")
        return Activity.from_json(self._transport.call("POST", target, {"reason": reason}, keyed=True))

    def events(
        self, activity_id: str, *, limit: int = 100, cursor: Optional[str] = None
    ) -> Page[Mapping[str, Any]]:
        """The record, oldest first."""
        target = path("activities", activity_id, "events")
        answer = self._transport.call("GET", target, query={"limit": limit, "cursor": cursor})
        return Page(answer["items"], answer.get("next_cursor"))


class Workers:
    """Who executes tasks. Remembers the worker that this client registered last."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._registered: Optional[str] = None

    @property
    def registered_id(self) -> str:
        """Id of the worker this client registered last; UsageError when there is none."""
        if self._registered is None:
            raise UsageError("this client has registered no worker: call workers.register or name a worker id")
        return self._registered

    def register(
        self, worker: Worker, *, idempotency_key: Optional[str] = None, cancel: Optional[Cancel] = None
    ) -> Worker:
        """Registers a worker, or updates the one of that name. Answers with it, id included."""
        answer = self._transport.call(
            "POST", "/workers", worker.to_json(), keyed=True, idempotency_key=idempotency_key, cancel=cancel
        )
        registered = Worker.from_json(answer)
        self._registered = registered.id
        return registered

    def update(
        self,
        worker_id: Optional[str] = None,
        *,
        name: Optional[str] = None,
        kind: Optional[str] = None,
        skills: Optional[Skills] = None,
        channel: Optional[str] = None,
        pools: Optional[Sequence[str]] = None,
        capacity: Optional[int] = None,
        calendar: Optional[str] = None,
        available: Optional[bool] = None,
        leave: Optional[Sequence[Mapping[str, Any]]] = None,
        return_after: Optional[Duration] = None,
        language: Optional[str] = None,
    ) -> Worker:
        """Changes the fields that are given. Without an id: of the worker this client registered last."""
        fields = {
            "name": name,
            "kind": kind,
            "skills": None if skills is None else skills_json(skills),
            "channel": channel,
            "pools": None if pools is None else name_list(pools, "pools"),
            "capacity": capacity,
            "calendar": calendar,
            "available": available,
            "leave": None if leave is None else leave_json(leave),
            "return_after": None if return_after is None else duration_text(return_after),
            "language": language,
        }
        body = {key: value for key, value in fields.items() if value is not None}
        target = path("workers", worker_id or self.registered_id)
        return Worker.from_json(self._transport.call("PATCH", target, body, repeatable=True))

    def list(self, *, limit: int = 100, cursor: Optional[str] = None) -> Page[Worker]:
        """Workers by id, one page at a time."""
        answer = self._transport.call("GET", "/workers", query={"limit": limit, "cursor": cursor})
        return Page([Worker.from_json(item) for item in answer["items"]], answer.get("next_cursor"))

    def get(self, worker_id: str) -> Worker:
        """One worker."""
        return Worker.from_json(self._transport.call("GET", path("workers", worker_id)))

    def staffing(self, *, limit: int = 100, cursor: Optional[str] = None) -> Mapping[str, Any]:
        """Who is there: ``items`` are workers with what they have and how they did, ``skills`` says where nobody is here."""
        return self._transport.call("GET", "/staffing", query={"limit": limit, "cursor": cursor})

    def absence_drill(
        self, worker_id: str, start: Moment, end: Moment, substitute: Optional[str] = None
    ) -> Mapping[str, Any]:
        """Where what a worker has would go if it were away; changes nothing. To confirm, ``update`` its ``leave``."""
        (leave,) = leave_json([{"from": start, "to": end, "substitute": substitute}])
        return self._transport.call("POST", path("workers", worker_id, "absence-drill"), leave, repeatable=True)

    def remove(self, worker_id: str) -> None:
        """Removes a worker; ConflictError while it holds tasks."""
        self._transport.call("DELETE", path("workers", worker_id))


class Queue:
    """The ordered list of tasks, and the way workers get them."""

    def __init__(self, transport: Transport, workers: Workers) -> None:
        self._transport = transport
        self._workers = workers

    def list(
        self,
        activity_id: Optional[str] = None,
        *,
        state: Optional[str] = None,
        skill: Optional[str] = None,
        worker_id: Optional[str] = None,
        pool: Optional[str] = None,
        intent: Optional[str] = None,
        sla_state: Optional[str] = None,
        q: Optional[str] = None,
        sort: Optional[str] = None,
        explain: Optional[bool] = None,
        limit: int = 100,
        cursor: Optional[str] = None,
    ) -> Page[Task]:
        """With an activity: all its tasks in order. Without: a page of the queue across activities, filtered.

        ``explain=True`` fills ``why_waiting`` of what nobody works on."""
        filters = {
            "state": state,
            "skill": skill,
            "worker_id": worker_id,
            "pool": pool,
            "intent": intent,
            "sla_state": sla_state,
            "q": q,
            "sort": sort,
            "explain": explain,
        }
        if activity_id is not None:
            if cursor is not None or any(value is not None for value in filters.values()):
                raise UsageError("the tasks of one activity come whole: filters are for the list without an id")
            return self._of_activity(activity_id)
        answer = self._transport.call("GET", "/queue", query={**filters, "limit": limit, "cursor": cursor})
        return Page([Task.from_json(item) for item in answer["items"]], answer.get("next_cursor"))

    def reserve(
        self,
        worker_id: Optional[str] = None,
        *,
        max: Optional[int] = None,
        wait_s: float = 0,
        lease_s: Optional[int] = None,
        cancel: Optional[Cancel] = None,
    ) -> List[Lease]:
        """Takes up to ``max`` tasks for a worker (the one registered last unless named), waiting up to ``wait_s``.

        Empty when there is none. Not repeated by itself: what a lost answer leased comes back when the lease ends.
        """
        body = self._wish(worker_id, max, wait_s, lease_s)
        answer = self._transport.call("POST", "/queue/reserve", body, wait_s=wait_s, cancel=cancel)
        return [Lease.from_json(item) for item in answer["items"]]

    def complete(self, items: Sequence[Mapping[str, Any]]) -> List[Mapping[str, Any]]:
        """Completes many reserved tasks at once: ``{task_id, lease_token, worker_id, result?}`` each.

        Answers with one result per item, in order; one bad item does not spoil the rest.
        """
        answer = self._transport.call("POST", "/queue/complete", {"items": [dict(i) for i in items]}, repeatable=True)
        results: List[Mapping[str, Any]] = answer["items"]
        return results

    def complete_and_reserve(
        self,
        items: Sequence[Mapping[str, Any]],
        worker_id: Optional[str] = None,
        *,
        max: Optional[int] = None,
        wait_s: float = 0,
        lease_s: Optional[int] = None,
        cancel: Optional[Cancel] = None,
    ) -> Tuple[List[Mapping[str, Any]], List[Lease]]:
        """``complete`` and ``reserve`` in one call, which share a round trip and mostly a commit: what a busy worker says.

        Raises what refuses the reservation, although the results are handed in; saying those again changes nothing. Not
        repeated by itself, as ``reserve``.
        """
        reserve = self._wish(worker_id, max, wait_s, lease_s)
        body = {"items": [dict(i) for i in items], "reserve": reserve}
        answer = self._transport.call("POST", "/queue/complete", body, wait_s=wait_s, cancel=cancel)
        reserved = answer["reserved"]
        if not reserved["ok"]:
            raise error_for(reserved["status"], reserved["error"], {})
        return answer["items"], [Lease.from_json(item) for item in reserved["items"]]

    def _wish(
        self, worker_id: Optional[str], max: Optional[int], wait_s: float, lease_s: Optional[int]
    ) -> Dict[str, Any]:
        body: Dict[str, Any] = {"worker_id": worker_id or self._workers.registered_id}
        if wait_s:
            body["wait_s"] = wait_s
        for name, value in (("max", max), ("lease_s", lease_s)):
            if value is not None:
                body[name] = value
        return body

    def _of_activity(self, activity_id: str) -> Page[Task]:
        tasks: Page[Task] = Page()
        cursor: Optional[str] = None
        while True:
            query: Dict[str, Union[str, int, None]] = {"limit": PAGE_MAX, "cursor": cursor}
            answer = self._transport.call("GET", path("activities", activity_id, "tasks"), query=query)
            tasks.extend(Task.from_json(item) for item in answer["items"])
            cursor = answer.get("next_cursor")
            if cursor is None:
                return tasks


class Alerts:
    """What supervisors should look at."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self, *, open: Optional[bool] = None, snoozed: Optional[bool] = None, limit: int = 100, cursor: Optional[str] = None
    ) -> Page[Alert]:
        """Alerts, newest first; only those that are open or snoozed, or not so, when it is said."""
        query = {"open": open, "snoozed": snoozed, "limit": limit, "cursor": cursor}
        answer = self._transport.call("GET", "/alerts", query=query)
        return Page([Alert.from_json(item) for item in answer["items"]], answer.get("next_cursor"))

    def get(self, alert_id: str) -> Alert:
        """One alert, with its ``followers``: what each rule has done about it, and what comes next."""
        return Alert.from_json(self._transport.call("GET", path("alerts", alert_id)))

    def ack(self, alert_id: str) -> Alert:
        """Acknowledges an alert."""
        return Alert.from_json(self._transport.call("POST", path("alerts", alert_id, "ack"), {}, repeatable=True))

    def snooze(self, alert_id: str, duration: Duration) -> Alert:
        """Puts an alert off (``"30m"``): it is not open and later steps wait; then it is told anew."""
        body = {"for": duration_text(duration)}
        return Alert.from_json(self._transport.call("POST", path("alerts", alert_id, "snooze"), body))


class Notifications:
    """Messages to people and systems: the outbox."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        state: Optional[str] = None,
        channel: Optional[str] = None,
        limit: int = 100,
        cursor: Optional[str] = None,
    ) -> Page[Notification]:
        """Messages, newest first; ``state="dead"`` are those that were given up."""
        query = {"state": state, "channel": channel, "limit": limit, "cursor": cursor}
        answer = self._transport.call("GET", "/notifications", query=query)
        return Page([Notification.from_json(item) for item in answer["items"]], answer.get("next_cursor"))

    def resend(self, notification_id: str) -> Notification:
        """Sends one again that was given up, under its old id."""
        target = path("notifications", notification_id, "resend")
        return Notification.from_json(self._transport.call("POST", target, {}))

    def test(self, to: str) -> Notification:
        """Sends a test message to an address, as ``email:ann@county.gov``."""
        return Notification.from_json(self._transport.call("POST", "/notifications/test", {"to": to}, keyed=True))
