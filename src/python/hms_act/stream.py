# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
"""``for event in orc.stream():`` what changes, as it changes."""

from __future__ import annotations

import json
import random
from typing import Any, Dict, Iterator, Mapping, NamedTuple, Optional

from .errors import RateLimited, ServerUnavailable, TransportError, UnexpectedAnswer
from .transport import Cancel, Transport

QUIET_MAX_S = 60.0  # the server says something every 15 s
LINE_BYTES_MAX = 4 * 1024 * 1024  # more than any row
PAUSE_MAX_S = 10.0


class StreamEvent(NamedTuple):
    """``kind`` is ``activity``, ``task``, ``alert``, ``stats`` or ``resync``; ``data`` the row as it is now.

    ``resync`` means that some events were missed: read again what you keep. ``id`` is the place to come back to.
    """

    kind: str
    data: Mapping[str, Any]
    id: str


class Stream:
    """An endless iterator over StreamEvent. Comes back by itself to its place when the connection is lost.

    ``close()``, from any thread, ends it.
    """

    def __init__(self, transport: Transport, last_event_id: Optional[str] = None) -> None:
        self.last_event_id = last_event_id
        self._transport = transport
        self._cancel = Cancel()

    def close(self) -> None:
        """The iteration ends; one that waits ends at once."""
        self._cancel.cancel()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def __iter__(self) -> Iterator[StreamEvent]:
        failures = 0
        while not self._cancel.cancelled:
            try:
                for event in self._listen():
                    failures = 0
                    yield event
            except (TransportError, ServerUnavailable, RateLimited) as error:
                if isinstance(error, UnexpectedAnswer):
                    raise
            pause = min(PAUSE_MAX_S, 0.2 * 2**failures) * random.uniform(0.8, 1.2)
            failures = min(failures + 1, 10)
            self._cancel.wait(pause)

    def _listen(self) -> Iterator[StreamEvent]:
        headers = {"Accept": "text/event-stream"}
        if self.last_event_id is not None:
            headers["Last-Event-ID"] = self.last_event_id
        fields: Dict[str, str] = {}
        lines = self._transport.lines("/stream", headers, QUIET_MAX_S, LINE_BYTES_MAX, self._cancel)
        for line in lines:
            if line:
                name, _, value = line.partition(":")
                fields[name] = value[1:] if value.startswith(" ") else value
                continue
            event, fields = fields, {}
            if "data" in event and "event" in event:
                self.last_event_id = event.get("id", self.last_event_id)
                yield StreamEvent(event["event"], _object(event["data"]), self.last_event_id or "")


def _object(text: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise UnexpectedAnswer("an event of the stream is not a JSON object")
    return value
