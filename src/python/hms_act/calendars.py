# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""``orc.calendars``."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence

from .resources import PAGE_MAX
from .transport import Transport
from .urls import path


class Calendars:
    """When people work: what clocks and workers count by."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self) -> List[Mapping[str, Any]]:
        """All calendars, ``24x7`` first."""
        items: List[Mapping[str, Any]] = self._transport.call("GET", "/calendars", query={"limit": PAGE_MAX})["items"]
        return items

    def get(self, name: str) -> Mapping[str, Any]:
        """One calendar."""
        calendar: Mapping[str, Any] = self._transport.call("GET", path("calendars", name))
        return calendar

    def set(
        self,
        name: str,
        time_zone: str,
        hours: Mapping[str, Sequence[str]],
        holidays: Optional[Sequence[Mapping[str, Any]]] = None,
    ) -> Mapping[str, Any]:
        """Makes a calendar or changes the one of that name: ``hours`` as ``{"monday": ["09:00-12:00", "13:00-17:00"]}``,
        ``holidays`` as ``[{"date": "2026-12-25", "name": "Christmas"}]``. The due times of running clocks follow."""
        body = _calendar(time_zone, hours, holidays, name=name)
        calendar: Mapping[str, Any] = self._transport.call("POST", "/calendars", body, keyed=True)
        return calendar

    def preview(
        self,
        name: str,
        time_zone: str,
        hours: Mapping[str, Sequence[str]],
        holidays: Optional[Sequence[Mapping[str, Any]]] = None,
    ) -> Mapping[str, Any]:
        """What ``set`` would do to running clocks: ``{clocks, moved, breached, complete}``. Changes nothing."""
        body = _calendar(time_zone, hours, holidays)
        effect: Mapping[str, Any] = self._transport.call("POST", path("calendars", name, "preview"), body, repeatable=True)
        return effect

    def import_holidays(self, name: str, ics: str, *, preview: bool = False) -> Mapping[str, Any]:
        """Adds the holidays of an iCalendar text; with ``preview`` only says what that would change."""
        target = path("calendars", name, "import")
        outcome: Mapping[str, Any] = self._transport.call(
            "POST", target, {"ics": ics}, query={"preview": "true" if preview else "false"}, repeatable=preview
        )
        return outcome

    def remove(self, name: str) -> None:
        """Removes a calendar; ConflictError while a worker or an open activity has it."""
        self._transport.call("DELETE", path("calendars", name))

    def explain(self, activity_id: str, task: Optional[str] = None) -> Mapping[str, Any]:
        """Why an activity, or a task of it, falls due when it does."""
        target = path("activities", activity_id, "sla")
        if task is not None:
            target = path("activities", activity_id, "tasks", task, "sla")
        explanation: Mapping[str, Any] = self._transport.call("GET", target)
        return explanation


def _calendar(
    time_zone: str,
    hours: Mapping[str, Sequence[str]],
    holidays: Optional[Sequence[Mapping[str, Any]]],
    **more: str,
) -> Dict[str, Any]:
    body: Dict[str, Any] = {"time_zone": time_zone, "hours": {day: list(spans) for day, spans in hours.items()}, **more}
    if holidays is not None:
        body["holidays"] = [dict(day) for day in holidays]
    return body
