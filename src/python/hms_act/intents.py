# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""``orc.intents``."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence

from .models import Duration, Task, duration_text
from .resources import PAGE_MAX
from .transport import Transport
from .urls import path


class Intents:
    """What citizens ask for, as templates: ``orc.activities.create("jordan-77", "replace_vaccine_card", from_template=True)``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self) -> List[Mapping[str, Any]]:
        """All intents, by name."""
        items: List[Mapping[str, Any]] = self._transport.call("GET", "/intents", query={"limit": PAGE_MAX})["items"]
        return items

    def get(self, name: str) -> Mapping[str, Any]:
        """One intent."""
        intent: Mapping[str, Any] = self._transport.call("GET", path("intents", name))
        return intent

    def set(
        self,
        name: str,
        sla: Duration,
        tasks: Optional[Sequence[Task]] = None,
        *,
        title: Optional[str] = None,
        description: Optional[str] = None,
        thresholds: Optional[Mapping[str, float]] = None,
        confirmation: Optional[str] = None,
    ) -> Mapping[str, Any]:
        """Makes an intent or changes the one of that name: ``thresholds`` as ``{"due_soon": 0.75, "at_risk": 0.9}``, shares of
        an SLA; ``confirmation`` is ``"code"``, which is typed on the page of a mail's link, or ``"button"``, which is enough.
        Both hold for each activity with that intent that is made from then on; clocks and links that there are stay."""
        body: Dict[str, Any] = {"name": name, "sla": duration_text(sla)}
        if tasks is not None:
            body["tasks"] = [task.to_json() for task in tasks]
        if thresholds is not None:
            body["thresholds"] = dict(thresholds)
        for field, value in {"title": title, "description": description, "confirmation": confirmation}.items():
            if value is not None:
                body[field] = value
        intent: Mapping[str, Any] = self._transport.call("POST", "/intents", body, keyed=True)
        return intent

    def remove(self, name: str) -> None:
        """Removes an intent; activities that have it stay as they are."""
        self._transport.call("DELETE", path("intents", name))
