# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""The door to everything: ``Orchestrator(token=…).activities.create(…)``."""

from __future__ import annotations

import os
import ssl
from typing import Any, Mapping, Optional, Type

from .calendars import Calendars
from .errors import UsageError
from .escalations import Escalations
from .intents import Intents
from .resources import Activities, Alerts, Notifications, Queue, Workers
from .stream import Stream
from .tasks import Tasks
from .transport import Transport

DEFAULT_URL = "http://127.0.0.1:8311"


class Orchestrator:
    """A connection to one HMS-ACT server. Thread-safe; make one and share it.

    ``token`` falls back to ``HMS_ACT_TOKEN``, ``url`` to ``HMS_ACT_URL`` and then to ``http://127.0.0.1:8311``.
    ``timeout`` is seconds for one try, ``retries`` how often a request that may be repeated is tried again.
    Nothing is sent before the first call.
    """

    def __init__(
        self,
        token: Optional[str] = None,
        url: Optional[str] = None,
        *,
        timeout: float = 30.0,
        retries: int = 3,
        ssl_context: Optional[ssl.SSLContext] = None,
    ) -> None:
        token = token or os.environ.get("HMS_ACT_TOKEN")
        if not token:
            raise UsageError("no token: pass token=… or set HMS_ACT_TOKEN")
        url = url or os.environ.get("HMS_ACT_URL") or DEFAULT_URL
        self._transport = Transport(url, token, timeout, retries, ssl_context)
        self.activities = Activities(self._transport)
        self.tasks = Tasks(self._transport)
        self.workers = Workers(self._transport)
        self.queue = Queue(self._transport, self.workers)
        self.escalations = Escalations(self._transport)
        self.calendars = Calendars(self._transport)
        self.intents = Intents(self._transport)
        self.alerts = Alerts(self._transport)
        self.notifications = Notifications(self._transport)

    def stats(self) -> Mapping[str, Any]:
        """The figures of the dashboard."""
        stats: Mapping[str, Any] = self._transport.call("GET", "/stats")
        return stats

    def stream(self, last_event_id: Optional[str] = None) -> Stream:
        """What changes from now on, or behind that event: ``for event in orc.stream(): …``, without an end."""
        return Stream(self._transport, last_event_id)

    def close(self) -> None:
        """Closes idle connections."""
        self._transport.close()

    def __enter__(self) -> Orchestrator:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], value: Any, trace: Any) -> None:
        self.close()
